"""The suspect is dealt with, other children are considered, and breaches have consequences."""

from bounden.obligations.terms import (
    CHILDREN_AT_RISK,
    CHILDREN_AT_SCENE,
    OFFENDERS,
    SUSPECTS,
    SUSPECTS_AND_OFFENDERS,
    Class,
    Each,
    EachRow,
    First,
    HasChildAtRisk,
    NotDenied,
    NotKnownUnder,
    Severity,
    Standard,
    Test,
    Type,
    Within,
    abuse_incident,
    all_of,
    any_occurrence,
    any_of,
    doing,
    incident,
    reasoned,
    risk_incident,
)
from bounden.standards.sources import OFFENDER_IN_HOUSEHOLD, THAMES_VALLEY_NEGLECT, THREE_GIRLS_IN_CARE

INV_04 = Standard(
    id="INV-04",
    title="A suspect with access to a child is dealt with",
    plain=(
        "Where a child is at risk and the suspect is known, he is arrested or interviewed within 48 hours, or it is "
        "written down why not."
    ),
    area="investigations",
    type=Type.BY,
    classes=(Class.GOOD_PRACTICE,),
    severity=Severity.CRITICAL,
    clauses=(THAMES_VALLEY_NEGLECT.says("Both parents of a baby with unexplained injuries were arrested quickly."),),
    why="In harm's way, 2015: a boy of nine said his grandfather raped him; the interview took three months.",
    looks_at=risk_incident().having(CHILDREN_AT_RISK),
    for_each=SUSPECTS,
    only_where=(NotKnownUnder("10"), NotDenied("suspect_identified")),
    tests=(
        Test(
            starts=First(("suspect_identified",), else_report=True),
            due=Within("suspect_dealt_with"),
            discharged_by=all_of(any_of("suspect_arrested", "suspect_interviewed")),
        ),
    ),
    excuse=reasoned(),
)

INV_22 = Standard(
    id="INV-22",
    title="Other children whom the suspect can reach are considered",
    plain=(
        "Within 24 hours of knowing the suspect, the investigator considers which other children he can reach and "
        "what is to be done for them. Where nobody is named yet, time runs from the report."
    ),
    area="investigations",
    type=Type.BY,
    classes=(Class.GOOD_PRACTICE,),
    severity=Severity.CRITICAL,
    clauses=(THREE_GIRLS_IN_CARE.says("Not enough was done about the men who exploited three girls in care."),),
    why="Devon and Cornwall, 2015: a friend's father was suspected; nobody considered the wider risk he could pose.",
    looks_at=abuse_incident().having(CHILDREN_AT_SCENE) | incident().having(CHILDREN_AT_SCENE, OFFENDERS),
    for_each=SUSPECTS_AND_OFFENDERS,
    tests=(
        Test(
            starts=First(("suspect_identified",), else_report=True),
            due=Within("wider_risk"),
            discharged_by=all_of("wider_risk_considered"),
        ),
    ),
    excuse=reasoned(),
    audit="Are the other children named, and was each assessed?",
)

INV_24 = Standard(
    id="INV-24",
    title="A breach by somebody who is a risk to children is acted on",
    plain=(
        "When somebody who is a risk to children breaks an order, bail or the duty to notify, he is arrested or a "
        "decision is written down within 24 hours, and the children concerned are assessed."
    ),
    area="investigations",
    type=Type.BY,
    classes=(Class.GOOD_PRACTICE,),
    severity=Severity.CRITICAL,
    clauses=(OFFENDER_IN_HOUSEHOLD.says("A sex offender lived with children in breach of his order; no arrest."),),
    why="Gwent, 2019: police found the offender with children of two and five three times and did not arrest him.",
    looks_at=any_occurrence(),
    for_each=Each.ROW,
    tests=(
        Test(
            starts=EachRow(("breach_established",)),
            due=Within("breach_action"),
            discharged_by=all_of(
                any_of("order_breach_acted_on", "suspect_arrested"),
                any_of(doing("safeguarding_assessed", of_anyone=True), when=HasChildAtRisk()),
            ),
        ),
    ),
    excuse=reasoned(),
)
