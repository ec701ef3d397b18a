"""What officers write down at the scene: the risk of domestic abuse, and how the child lives."""

from bounden.obligations.terms import (
    Attendance,
    Class,
    Each,
    First,
    Severity,
    Standard,
    Test,
    Type,
    Within,
    all_of,
    doing,
    incident,
    reasoned,
)
from bounden.standards.sources import DA_SUPERVISORS, NEGLECT_TOOLKIT

IC_08 = Standard(
    id="IC-08",
    title="The risk of domestic abuse is assessed with the national questions",
    plain=(
        "After domestic abuse, officers go through the national risk questions, DARA or DASH, before their shift "
        "ends, those about the children included. Another form does not do."
    ),
    area="incidents",
    type=Type.BY,
    classes=(Class.NATIONAL_GUIDANCE,),
    severity=Severity.HIGH,
    clauses=(DA_SUPERVISORS.says("Item 6: the risk assessment has been completed."),),
    why="Thames Valley, 2023: the risk to children at domestic abuse was not always recognised.",
    looks_at=incident("domestic_abuse"),
    for_each=Each.OCCURRENCE,
    tests=(
        Test(
            starts=Attendance(),
            due=Within("shift_end"),
            discharged_by=all_of(doing("risk_tool_completed", "dara", "dash")),
        ),
    ),
    excuse=reasoned(),
    audit="Were the questions about the children asked and answered?",
)

IC_09 = Standard(
    id="IC-09",
    title="A supervisor looks at the risk of domestic abuse",
    plain=(
        "Within 24 hours of the risk questions a supervisor has gone through them: whether the grade is right, and "
        "whether enough is done for the children."
    ),
    area="incidents",
    type=Type.BY,
    classes=(Class.NATIONAL_GUIDANCE, Class.LOCAL),
    severity=Severity.MEDIUM,
    clauses=(
        DA_SUPERVISORS.to_be_confirmed("A supervisor reviews the risk assessment and the safety of the children."),
    ),
    why="Thames Valley, 2023: the risk to children at domestic abuse was not always recognised.",
    looks_at=incident("domestic_abuse"),
    for_each=Each.OCCURRENCE,
    tests=(
        Test(
            starts=First(("risk_tool_completed",)),
            due=Within("da_review"),
            discharged_by=all_of(doing("supervisor_reviewed", since="0 h")),
        ),
    ),
    to_be_confirmed=True,
)

IC_15 = Standard(
    id="IC-15",
    title="How a neglected child lives is written down there and then",
    plain=(
        "When officers go to a report of neglect, they record within 4 hours of arriving what they see: the rooms, the "
        "food, the dangers, who lives there and how the child is. Where nobody comes for a day, time runs all the same."
    ),
    area="incidents",
    type=Type.BY,
    classes=(Class.GOOD_PRACTICE,),
    severity=Severity.HIGH,
    clauses=(
        NEGLECT_TOOLKIT.says("Police record the home, food, hazards, who lives there and the state of the child."),
    ),
    why="Thames Valley, 2023: neglect was not effectively investigated; what nobody records that day is lost.",
    looks_at=incident("neglect"),
    for_each=Each.OCCURRENCE,
    tests=(Test(starts=Attendance(), due=Within("attendance"), discharged_by=all_of("home_conditions_recorded")),),
    excuse=reasoned(),
    audit="Does the record show the home, with photographs?",
)
