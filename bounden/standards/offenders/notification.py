"""What a registered sex offender owes himself: notices to police, in time. Police watch his clock and chase it."""

from bounden.obligations.terms import (
    OFFENDERS,
    REGISTRATION_ENDED,
    Class,
    Duty,
    First,
    Severity,
    Standard,
    Test,
    Type,
    Within,
    all_of,
    registration,
)
from bounden.standards.sources import NOTIFICATION_CHANGES

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
