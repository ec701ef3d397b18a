"""What a registered sex offender owes himself: notices to police, in time. Police watch his clock and chase it."""

from bounden.obligations.terms import (
    OFFENDERS,
    REGISTRATION_ENDED,
    Class,
    Duty,
    Each,
    EachRow,
    First,
    Occurred,
    Severity,
    Standard,
    Supplied,
    Test,
    Type,
    Within,
    WithoutResidence,
    all_of,
    doing,
    reasoned,
    registration,
)
from bounden.standards.offender_sources import (
    NOTIFICATION_CHANGES,
    NOTIFICATION_GLOSSARY,
    OFFENDER_NOTIFICATION,
    SEXUAL_OFFENCES_84,
    SEXUAL_OFFENCES_84_NOTES,
)

RO_01 = Standard(
    id="RO-01",
    title="A convicted sex offender notifies police of where he lives",
    plain=(
        "Within 3 days of his conviction, caution or release, that day included, a sex offender notifies police in "
        "person of his name and home. Time in custody does not count, if the reason is written down. "
        "The duty is his: police watch it and chase it."
    ),
    area="offenders",
    type=Type.BY,
    classes=(Class.STATUTE,),
    severity=Severity.HIGH,
    clauses=(
        NOTIFICATION_GLOSSARY.says("An offender notifies police within three days."),
        OFFENDER_NOTIFICATION.says("He notifies in person, at a station prescribed for it."),
    ),
    why="Until he has notified, police do not know where he lives, nor which children live there.",
    looks_at=registration(),
    for_each=OFFENDERS,
    tests=(Test(starts=Occurred(), due=Within("3 d beginning with"), discharged_by=all_of("notified")),),
    excuse=reasoned(),
    ends=(REGISTRATION_ENDED,),
    duty=Duty.OFFENDER,
)

RO_02 = Standard(
    id="RO-02",
    title="A registered sex offender notifies police of every change",
    plain=(
        "Within 3 days of a change of name or home, or of a stay elsewhere, a registered sex offender notifies police. "
        "The days count from when the change was found, that day included: it cannot have come later. "
        "A notice in the 3 days before that counts. The duty is his: police watch it and chase it."
    ),
    area="offenders",
    type=Type.BY,
    classes=(Class.STATUTE,),
    severity=Severity.HIGH,
    clauses=(
        SEXUAL_OFFENCES_84.says("A change is notified within the period of three days beginning with it."),
        SEXUAL_OFFENCES_84_NOTES.says("Stays elsewhere of seven days, in one or in several parts, count too."),
    ),
    why="Gwent, 2019: an offender had moved in with a woman and children of two and five without telling police.",
    looks_at=registration(),
    for_each=Each.ROW,
    tests=(
        Test(
            starts=EachRow(("change_found",)),
            due=Within("3 d beginning with"),
            discharged_by=all_of(doing("notified", since="3 d")),
        ),
    ),
    ends=(REGISTRATION_ENDED,),
    duty=Duty.OFFENDER,
)

RO_03 = Standard(
    id="RO-03",
    title="A registered sex offender notifies police again each year",
    plain=(
        "A registered sex offender notifies police again within 12 months of his last notice. Every notice, that of a "
        "change too, begins the 12 months anew. The duty is his: police watch it and chase it."
    ),
    area="offenders",
    type=Type.REC,
    classes=(Class.STATUTE,),
    severity=Severity.HIGH,
    clauses=(
        NOTIFICATION_CHANGES.says(
            "An offender notifies again within 12 months, counted anew from each notice of a change."
        ),
    ),
    why="A yearly notice that does not come is often the first sign that an offender has moved, perhaps to children.",
    looks_at=registration(),
    for_each=OFFENDERS,
    tests=(Test(starts=First(("notified",)), due=Within("12 m"), discharged_by=all_of("notified")),),
    ends=(REGISTRATION_ENDED,),
    duty=Duty.OFFENDER,
)

RO_04 = Standard(
    id="RO-04",
    title="A registered sex offender without a home notifies police every week",
    plain=(
        "A registered sex offender who lives nowhere notifies police every 7 days of where he can be found, until he "
        "has a home. This is judged only where the extract says that it holds every home. The duty is his: police "
        "watch it and chase it."
    ),
    area="offenders",
    type=Type.REC,
    classes=(Class.STATUTE,),
    severity=Severity.HIGH,
    clauses=(
        OFFENDER_NOTIFICATION.says(
            "An offender with no sole or main residence notifies every 7 days (seen in a copy of the guidance)."
        ),
    ),
    why="An offender without a home sleeps where he is let in, and police learn of the children there from him or not.",
    looks_at=registration(),
    for_each=OFFENDERS,
    only_where=(Supplied("residences", "7 d"),),
    tests=(Test(starts=WithoutResidence(), due=Within("7 d"), discharged_by=all_of("notified")),),
    ends=(REGISTRATION_ENDED,),
    duty=Duty.OFFENDER,
)
