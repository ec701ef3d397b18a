"""What police systems say at once of a child whom others protect."""

from bounden.obligations.terms import (
    FLAGGED_CHILDREN,
    Class,
    FlagBegun,
    ItsEntry,
    Severity,
    Standard,
    Test,
    Type,
    Within,
    all_of,
    any_of,
    doing,
    flag,
)
from bounden.standards.sources import EXPLOITATION_MET

AH_11 = Standard(
    id="AH-11",
    title="Police systems show that a child has a plan, is in care or is at risk of exploitation",
    plain=(
        "When a child gets a child protection plan, comes into care or is found to be at risk of exploitation, police "
        "systems say so by the end of the next working day, so that whoever meets the child knows."
    ),
    area="referrals",
    type=Type.BY,
    classes=(Class.GOOD_PRACTICE,),
    severity=Severity.HIGH,
    clauses=(EXPLOITATION_MET.says("Children at risk of exploitation are flagged on police systems."),),
    why="An officer at a door at night knows of the child inside only what the screen says.",
    looks_at=flag("child_protection_plan", "looked_after", "sexual_exploitation_risk", "criminal_exploitation_risk"),
    for_each=FLAGGED_CHILDREN,
    tests=(
        Test(
            starts=FlagBegun(),
            due=Within("flagging"),
            discharged_by=all_of(any_of(ItsEntry(), doing("flag_added", anywhere=True))),
        ),
    ),
    audit="Are flags removed when they no longer hold?",
)
