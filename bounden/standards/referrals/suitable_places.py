"""Where a child whom police protect stays."""

from bounden.obligations.terms import (
    AtOnce,
    Class,
    Each,
    EachRow,
    Severity,
    Standard,
    Test,
    Type,
    any_occurrence,
    reasoned,
)
from bounden.standards.sources import HOME_OFFICE_17_2008

AH_18 = Standard(
    id="AH-18",
    title="A police station is no place for a child under police protection",
    plain=(
        "Police bring a child whom they have taken into protection to relatives, a foster home or a hospital, not to a "
        "police station, unless an inspector writes down why there was no other way."
    ),
    area="referrals",
    type=Type.NEVER,
    classes=(Class.NATIONAL_GUIDANCE,),
    severity=Severity.HIGH,
    clauses=(HOME_OFFICE_17_2008.says("A child is brought to a police station only in exceptional circumstances."),),
    why="A police station frightens a child who has done nothing wrong and has just been taken from home.",
    looks_at=any_occurrence(),
    for_each=Each.ROW,
    tests=(Test(starts=EachRow(("accommodated",)), due=AtOnce(), breach=frozenset({"police_station"})),),
    excuse=reasoned(rank="inspector"),
)
