"""Online abuse: graded, acted on in the time of the grade, and the suspect's own children protected."""

from bounden.obligations.terms import (
    CHILDREN_OF_SUSPECT,
    SUSPECTS,
    AtOnce,
    ByCurrentGrade,
    ChildKnown,
    Class,
    DueOf,
    Each,
    First,
    LaterOf,
    Report,
    Severity,
    Standard,
    Test,
    Type,
    Within,
    all_of,
    any_of,
    doing,
    incident,
    reasoned,
)
from bounden.standards.sources import NINE_YEAR_OLD_ON_VIDEO, ONLINE_ABUSE, ONLINE_LIMITS, ONLINE_MISGRADED

INV_07 = Standard(
    id="INV-07",
    title="Online abuse is acted on in the time of its grade",
    plain=(
        "After a report of online abuse by a known suspect, his home is searched, or he is arrested or interviewed: "
        "within a day if graded very high, 7 days if high, 14 if medium, 30 if lower. A higher grade gives less time; "
        "a lower one gives more only if an inspector has said why by then."
    ),
    area="investigations",
    type=Type.BY,
    classes=(Class.NATIONAL_GUIDANCE,),
    severity=Severity.CRITICAL,
    clauses=(ONLINE_LIMITS.says("Very high about a day, high 7 days, medium 14 days, low 30 days."),),
    why="Metropolitan Police, 2016: a man uploaded images of children; the search warrant took 96 days.",
    looks_at=incident("online_abuse").having(SUSPECTS),
    for_each=Each.OCCURRENCE,
    tests=(
        Test(
            starts=Report(),
            due=ByCurrentGrade(
                first="risk_graded",
                changed=("risk_graded", "risk_regraded"),
                limits={
                    "very_high": "online_very_high",
                    "high": "online_high",
                    "medium": "online_medium",
                    "low": "online_low",
                    "standard": "online_low",
                    "no_apparent_risk": "online_low",
                },
                lowered_by=reasoned(rank="inspector"),
                ungraded=("online_very_high", "online_low"),
            ),
            discharged_by=all_of(any_of("premises_searched", "suspect_arrested", "suspect_interviewed")),
        ),
    ),
)

INV_08 = Standard(
    id="INV-08",
    title="The council hears of children who live with an online suspect",
    plain=(
        "When police learn that a suspect of online abuse has children or lives with them, the council is told within "
        "24 hours. It does not wait for the arrest."
    ),
    area="investigations",
    type=Type.BY,
    classes=(Class.GOOD_PRACTICE,),
    severity=Severity.CRITICAL,
    clauses=(ONLINE_ABUSE.says("Forces waited too long before they told the council of the suspect's children."),),
    why="Online abuse inspection, 2023: a suspect lived with three children; for 18 months nothing was done.",
    looks_at=incident("online_abuse").having(SUSPECTS),
    for_each=CHILDREN_OF_SUSPECT,
    tests=(Test(starts=ChildKnown(), due=Within("online_share"), discharged_by=all_of("referral_shared")),),
)

INV_09 = Standard(
    id="INV-09",
    title="What was not acted on in time is graded again",
    plain=(
        "If the time of the grade has passed and nothing was done about a report of online abuse, its risk is looked "
        "at afresh and graded again within 24 hours."
    ),
    area="investigations",
    type=Type.BY,
    classes=(Class.GOOD_PRACTICE,),
    severity=Severity.HIGH,
    clauses=(ONLINE_MISGRADED.says("Forces graded the risk of reports of online abuse wrongly."),),
    why="Online abuse inspection, 2023: a girl of nine on video, graded low, not looked at again in 18 months.",
    looks_at=incident("online_abuse").having(SUSPECTS),
    for_each=Each.OCCURRENCE,
    tests=(Test(starts=DueOf("INV-07"), due=Within("regrade_grace"), discharged_by=all_of("risk_regraded")),),
)

INV_23 = Standard(
    id="INV-23",
    title="Online abuse is graded high where the suspect lives with a child",
    plain=(
        "Where the suspect of online abuse has children or lives with them, the risk is graded high or very high at "
        "once, or an inspector writes down why not."
    ),
    area="investigations",
    type=Type.BY,
    classes=(Class.GOOD_PRACTICE,),
    severity=Severity.CRITICAL,
    clauses=(NINE_YEAR_OLD_ON_VIDEO.says("The case was graded low; the suspect lived with three children."),),
    why="Online abuse inspection, 2023: graded low although the suspect lived with three children.",
    looks_at=incident("online_abuse").having(SUSPECTS, CHILDREN_OF_SUSPECT),
    for_each=Each.OCCURRENCE,
    tests=(
        Test(
            starts=LaterOf(First(("risk_graded",)), ChildKnown(of=CHILDREN_OF_SUSPECT)),
            due=AtOnce(),
            discharged_by=all_of(
                any_of(
                    doing("risk_graded", "high", "very_high"),
                    doing("risk_regraded", "high", "very_high", never_before_start=True),
                )
            ),
        ),
    ),
    excuse=reasoned(rank="inspector"),
)
