"""The partners' conference on victims of domestic abuse who are at high risk."""

from bounden.obligations.terms import (
    Class,
    Each,
    First,
    RepeatReport,
    Severity,
    Standard,
    Test,
    Type,
    Within,
    all_of,
    incident,
    reasoned,
)
from bounden.standards.sources import MARAC_CRITERIA

AH_20 = Standard(
    id="AH-20",
    title="A victim at high risk is brought to the partners' conference",
    plain=(
        "A victim of domestic abuse whose risk is high, or who was referred to the partners' conference in the 12 "
        "months before, is referred to it within 2 working days. The children are named in the referral."
    ),
    area="referrals",
    type=Type.BY,
    classes=(Class.NATIONAL_GUIDANCE,),
    severity=Severity.HIGH,
    clauses=(
        MARAC_CRITERIA.says("Visible high risk and a repeat referral are among the four criteria for a referral."),
        MARAC_CRITERIA.to_be_confirmed("A repeat is one within 12 months; a referral is made in 1 or 2 working days."),
    ),
    why="Partners who hear of the next assault only from each other's files are always one assault behind.",
    looks_at=incident("domestic_abuse"),
    for_each=Each.OCCURRENCE,
    tests=(
        Test(
            starts=RepeatReport(
                "marac_referred",
                within="12 m",
                otherwise=First(("risk_graded",), values=frozenset({"high", "very_high"})),
            ),
            due=Within("marac"),
            discharged_by=all_of("marac_referred"),
        ),
    ),
    excuse=reasoned(),
    audit="Are the children named in the referral?",
    to_be_confirmed=True,
)
