"""What must follow when a registered sex offender breaches what is asked of him, or his life changes."""

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
from bounden.standards.sources import OFFENDER_IN_HOUSEHOLD, OFFENDER_NOTIFICATION

RO_06 = Standard(
    id="RO-06",
    title="A breach by a registered sex offender is recorded and his managers are told",
    plain=(
        "Within 24 hours of a breach being established, it is recorded on the local and the national systems and the "
        "officers who manage the offender are told."
    ),
    area="offenders",
    type=Type.BY,
    classes=(Class.NATIONAL_GUIDANCE,),
    severity=Severity.CRITICAL,
    clauses=(
        OFFENDER_NOTIFICATION.says(
            "A breach is recorded on local and national systems and managing officers are told within 24 hours "
            "(seen in a copy of the guidance)."
        ),
        OFFENDER_IN_HOUSEHOLD.says("Some offences of moving without telling police were not recorded."),
    ),
    why="Gwent, 2019: an offender was found three times in a household with children of two and five.",
    looks_at=registration(),
    for_each=Each.ROW,
    tests=(
        Test(
            starts=EachRow(("breach_established",)),
            due=Within("24 h"),
            discharged_by=all_of("breach_recorded", "managers_told"),
        ),
    ),
    ends=(REGISTRATION_ENDED,),
    audit="Was an urgent meeting considered?",
)
