"""What must follow when a registered sex offender breaches what is asked of him, or his life changes."""

from bounden.obligations.terms import (
    OFFENDERS,
    REGISTRATION_ENDED,
    Class,
    Each,
    EachRow,
    SameDay,
    Severity,
    Standard,
    Test,
    Type,
    Within,
    all_of,
    doing,
    registration,
)
from bounden.standards.offender_sources import OFFENDER_ASSESSMENTS, OFFENDER_NOTIFICATION
from bounden.standards.sources import OFFENDER_IN_HOUSEHOLD

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

RO_16 = Standard(
    id="RO-16",
    title="A child found in an offender's household is referred the same day",
    plain=(
        "When a child is found in the household of a registered sex offender, or in his care, the child is referred to "
        "children's social care that same day. We count the end of the day, or 6 hours if that is later."
    ),
    area="offenders",
    type=Type.BY,
    classes=(Class.STATUTE, Class.GOOD_PRACTICE),
    severity=Severity.CRITICAL,
    clauses=(
        OFFENDER_ASSESSMENTS.says(
            "Where an offender has contact with a child, the child is referred and disclosure is considered."
        ),
        OFFENDER_IN_HOUSEHOLD.says("An offender was found three times in a household with children."),
    ),
    why="Gwent, 2019: officers found an offender with children of two and five, and found him there twice more.",
    looks_at=registration(),
    for_each=Each.ROW,
    tests=(
        Test(
            starts=EachRow(
                ("change_found",),
                values={"change_found": frozenset({"child_in_household"})},
                besides="registered_offender",
            ),
            due=SameDay("same_day"),
            discharged_by=all_of(doing("referral_submitted", anywhere=True, elsewhere=OFFENDERS)),
        ),
    ),
    ends=(REGISTRATION_ENDED,),
    audit="Was telling the family considered, and did he give notice of the child's household?",
)
