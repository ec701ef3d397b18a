"""What makes the visits to registered sex offenders worth making: when they fall, and what is done after them."""

from bounden.obligations.terms import (
    REGISTRATION_ENDED,
    Class,
    Each,
    EachRow,
    Severity,
    Standard,
    Test,
    Type,
    Within,
    all_of,
    registration,
)
from bounden.standards.sources import OFFENDER_VISITS

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
