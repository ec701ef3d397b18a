"""What makes the visits to registered sex offenders worth making: when they fall, and what is done after them."""

from bounden.obligations.terms import (
    OFFENDERS,
    REGISTRATION_ENDED,
    AtOnce,
    Class,
    Each,
    EachRow,
    FromTheNth,
    SameTimeOfWeek,
    Severity,
    Standard,
    Test,
    Type,
    Within,
    all_of,
    registration,
)
from bounden.standards.sources import OFFENDER_VISITS, OFFENDER_VISITS_OLDER

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
