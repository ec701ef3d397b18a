"""A suspect who is not charged: bail before release under investigation, and both watched."""

from bounden.obligations.terms import (
    CHILDREN_AT_RISK,
    AtOnce,
    Class,
    Each,
    EachRow,
    Severity,
    Standard,
    Test,
    Type,
    all_of,
    doing,
    risk_incident,
)
from bounden.standards.sources import PRE_CHARGE_BAIL

INV_10 = Standard(
    id="INV-10",
    title="Bail is considered before a suspect is released under investigation",
    plain=(
        "Before a suspect is released under investigation in a case with a child at risk, it is written down why bail "
        "with conditions does not protect the child better. We count a reason of the 24 hours before the release that "
        "names this standard or none."
    ),
    area="investigations",
    type=Type.BEFORE,
    classes=(Class.STATUTE,),
    severity=Severity.CRITICAL,
    clauses=(
        PRE_CHARGE_BAIL.says(
            "Bail is used wherever it is necessary and proportionate, and decided with the victim's safety in view."
        ),
    ),
    why="Kay Richardson was killed by her former partner, who was released under investigation and not on bail.",
    looks_at=risk_incident().having(CHILDREN_AT_RISK),
    for_each=Each.ROW,
    tests=(
        Test(
            starts=EachRow(("released_under_investigation",)),
            due=AtOnce(),
            discharged_by=all_of(doing("rationale_recorded", "INV-10", or_no_value=True, since="bail_considered")),
        ),
    ),
    audit="Were the victim's views sought, and is the address of bail safe for the children there?",
)
