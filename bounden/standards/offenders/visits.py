"""What makes the visits to registered sex offenders worth making: when they fall, and what is done after them."""

from bounden.obligations.terms import (
    OFFENDERS,
    REGISTRATION_ENDED,
    AtOnce,
    Class,
    DueOf,
    Each,
    EachRow,
    Ending,
    FromTheNth,
    SameTimeOfWeek,
    SecondInARow,
    Severity,
    Standard,
    Test,
    Type,
    Within,
    all_of,
    any_of,
    registration,
)
from bounden.standards.offender_sources import (
    OFFENDER_VISITS,
    OFFENDER_VISITS_OLDER,
    OVERDUE_VISITS,
    SEXUAL_OFFENCES_96B,
)
from bounden.standards.sources import THAMES_VALLEY_QUEUES

RO_08 = Standard(
    id="RO-08",
    title="Visits do not fall at the same time of the week again and again",
    plain=(
        "A third visit to a registered sex offender does not fall on the same weekday and in the same part of the day "
        "as both visits before it. A day has three parts: up to noon, up to 17:00 and after it."
    ),
    area="offenders",
    type=Type.NEVER,
    classes=(Class.NATIONAL_GUIDANCE,),
    severity=Severity.MEDIUM,
    clauses=(OFFENDER_VISITS_OLDER.says("Visits vary in day and time, evenings included."),),
    why="An offender who knows when officers come can have everything, and everybody, out of sight by then.",
    looks_at=registration(),
    for_each=OFFENDERS,
    tests=(Test(starts=FromTheNth(3, "visited"), due=AtOnce(), breach=SameTimeOfWeek()),),
    ends=(REGISTRATION_ENDED,),
    audit="Did the officers come unannounced?",
)

RO_10 = Standard(
    id="RO-10",
    title="After two failed visits a warrant is considered",
    plain=(
        "When officers have come to a registered sex offender twice running without seeing him, a senior officer "
        "considers applying for a warrant to enter. We count 5 working days from the second visit. Once he has been "
        "seen, that is no longer needed."
    ),
    area="offenders",
    type=Type.BY,
    classes=(Class.STATUTE,),
    severity=Severity.HIGH,
    clauses=(
        SEXUAL_OFFENCES_96B.says(
            "A warrant to enter may be had where officers came at least twice and could not search or enter."
        ),
    ),
    why="An offender who is never at home when officers come may have moved, or may not want the home to be seen.",
    looks_at=registration(),
    for_each=OFFENDERS,
    tests=(
        Test(
            starts=SecondInARow("visited", "not_seen"),
            due=Within("ro_warrant"),
            discharged_by=all_of("warrant_considered"),
        ),
    ),
    ends=(REGISTRATION_ENDED, Ending(kinds=("visited",), values=frozenset({"seen"}), since_start=True)),
    audit="Was the application, if one was made, authorised by a superintendent?",
)

RO_15 = Standard(
    id="RO-15",
    title="What a visit found is written down, and the plan for the offender revised",
    plain=(
        "Within 5 working days of each visit, whether he was seen or not, the offender's record, the national register "
        "and the plan for managing his risk are brought up to date."
    ),
    area="offenders",
    type=Type.BY,
    classes=(Class.NATIONAL_GUIDANCE, Class.LOCAL),
    severity=Severity.MEDIUM,
    clauses=(
        OFFENDER_VISITS.to_be_confirmed(
            "After a visit the record, the risk management plan and the national register are updated."
        ),
    ),
    why="What one visit found and nobody wrote down warns neither the next officer nor the family he moves to.",
    looks_at=registration(),
    for_each=Each.ROW,
    tests=(Test(starts=EachRow(("visited",)), due=Within("ro_record"), discharged_by=all_of("plan_reviewed")),),
    ends=(REGISTRATION_ENDED,),
    to_be_confirmed=True,
)

RO_23 = Standard(
    id="RO-23",
    title="An overdue visit is escalated or reviewed every week until it is made",
    plain=(
        "From the day on which a visit to a registered sex offender is overdue until he is visited and seen, it is "
        "escalated, or reviewed by a supervisor, every 7 days."
    ),
    area="offenders",
    type=Type.REC,
    classes=(Class.GOOD_PRACTICE,),
    severity=Severity.HIGH,
    clauses=(
        OVERDUE_VISITS.says("Avon and Somerset had 217 overdue visits, the oldest by eight months."),
        THAMES_VALLEY_QUEUES.says("Inspectors found risky practice in visits to registered sex offenders."),
    ),
    why="Thames Valley, 2023: inspectors found an unacceptable number of visits to registered sex offenders overdue.",
    looks_at=registration(),
    for_each=OFFENDERS,
    tests=(
        Test(
            starts=DueOf("RO-07"),
            due=Within("ro_overdue"),
            discharged_by=all_of(any_of("escalated", "supervisor_reviewed")),
        ),
    ),
    ends=(REGISTRATION_ENDED,),
)
