"""The child's own view before a decision, and the outcome explained to the child after it."""

from bounden.obligations.terms import (
    CHILDREN_AT_SCENE,
    VICTIMS_UNDER_18,
    AgedFrom,
    AtOnce,
    Class,
    EachRow,
    First,
    Severity,
    Standard,
    Test,
    Type,
    Within,
    all_of,
    any_occurrence,
    any_of,
    doing,
    incident,
    reasoned,
)
from bounden.standards.sources import CHARGING_DECISION, VOICE_OF_THE_CHILD

TA_01 = Standard(
    id="TA-01",
    title="The child is heard before what concerns the child is decided",
    plain=(
        "Before a plan for a child is set, a report for a conference is supplied or a case is closed without action, "
        "the child is heard. What each child of three or over says and shows is on record under the child's own name."
    ),
    area="investigations",
    type=Type.BEFORE,
    classes=(Class.STATUTE, Class.STATUTORY_GUIDANCE),
    severity=Severity.HIGH,
    clauses=(VOICE_OF_THE_CHILD.says("Police consider the voice of the child before any decision on the child."),),
    why="Thames Valley, 2023: the voice of the child was not consistently heard and recorded.",
    looks_at=any_occurrence(),
    for_each=CHILDREN_AT_SCENE,
    only_where=(AgedFrom("speaks_from"),),
    tests=(
        Test(
            starts=EachRow(
                ("safeguarding_plan_set", "conference_report_supplied", "closed"),
                values={"closed": frozenset({"no_further_action"})},
            ),
            due=AtOnce(),
            discharged_by=all_of(
                any_of(doing("voice_recorded", naming_child=True), doing("child_views_recorded", naming_child=True))
            ),
        ),
    ),
    excuse=reasoned(),
    audit="Did what the child said change what was decided?",
)

TA_03 = Standard(
    id="TA-03",
    title="The outcome is explained to the child",
    plain=(
        "Within 5 working days of the end of a case, somebody explains to each child of three or over who was a "
        "victim what was decided and why, in words that fit the child's age."
    ),
    area="investigations",
    type=Type.BY,
    classes=(Class.GOOD_PRACTICE,),
    severity=Severity.LOW,
    clauses=(
        CHARGING_DECISION.says("The officer in the case tells the child the decision and its reasons."),
        CHARGING_DECISION.to_be_confirmed("How soon the child is told; the number is remembered."),
    ),
    why="A girl told researchers that she heard on the telephone, at college, that her case had been dropped.",
    looks_at=incident(),
    for_each=VICTIMS_UNDER_18,
    only_where=(AgedFrom("speaks_from"),),
    tests=(
        Test(
            starts=First(("closed",)),
            due=Within("outcome_told"),
            discharged_by=all_of(doing("outcome_explained", naming_child=True)),
        ),
    ),
    excuse=reasoned(),
    audit="Was it explained in words that fit the child's age?",
    to_be_confirmed=True,
)
