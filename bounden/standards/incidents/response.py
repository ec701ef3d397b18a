"""How fast police come, and that a crime is recorded."""

from bounden.obligations.terms import (
    CHILDREN_AT_RISK,
    VICTIMS_UNDER_18,
    AtOnce,
    ByCurrentGrade,
    Class,
    Each,
    First,
    FirstUnattended,
    RecordedValue,
    Report,
    Severity,
    Standard,
    Test,
    Type,
    Within,
    all_of,
    incident,
    reasoned,
    risk_incident,
)
from bounden.standards.sources import CRIME_RECORDING, DA_SUPERVISORS, THAMES_VALLEY_FATHER, WARWICKSHIRE

IC_01 = Standard(
    id="IC-01",
    title="A crime against a child is recorded",
    plain=(
        "A crime against a child is recorded within 24 hours, whoever reported it. If it was no crime, the "
        "crime registrar says so in writing."
    ),
    area="incidents",
    type=Type.BY,
    classes=(Class.NATIONAL_GUIDANCE,),
    severity=Severity.HIGH,
    clauses=(CRIME_RECORDING.to_be_confirmed("A reported crime is recorded within 24 hours."),),
    why="Gloucestershire, 2017: many reports of assaults on two girls; none was recorded as a crime.",
    looks_at=incident(),
    for_each=VICTIMS_UNDER_18,
    tests=(Test(starts=Report(), due=Within("24 h"), discharged_by=all_of("crime_recorded")),),
    excuse=reasoned(by_role="crime_registrar"),
    to_be_confirmed=True,
)

IC_02 = Standard(
    id="IC-02",
    title="Officers know the history before they knock",
    plain=(
        "Before officers arrive where a child may be at risk, somebody has looked up what police know of the home: "
        "earlier calls, intelligence and warnings. Otherwise it is written down by then why not."
    ),
    area="incidents",
    type=Type.BEFORE,
    classes=(Class.NATIONAL_GUIDANCE,),
    severity=Severity.HIGH,
    clauses=(
        DA_SUPERVISORS.says("Item 10: history, intelligence and warnings have been checked."),
        THAMES_VALLEY_FATHER.says("A call about domestic abuse three days earlier stood on police systems."),
    ),
    why="Thames Valley, 2023: a father feared for his son of four; a call three days earlier was there to be found.",
    looks_at=incident("domestic_abuse", "neglect", "concern_for_child") | incident().having(CHILDREN_AT_RISK),
    for_each=Each.OCCURRENCE,
    tests=(Test(starts=First(("officers_arrived",)), due=AtOnce(), discharged_by=all_of("checks_completed")),),
    excuse=reasoned(),
    audit="Did what was found reach the officers who went there?",
)

IC_03 = Standard(
    id="IC-03",
    title="Officers arrive within the time of the call's grade",
    plain=(
        "Where a child is at risk, officers arrive in the time the call was first graded for: 15 minutes if immediate, "
        "60 minutes if priority, 24 hours if booked. A lower grade gives more time only if a supervisor agreed to it "
        "by then; a higher grade gives less."
    ),
    area="incidents",
    type=Type.BY,
    classes=(Class.GOOD_PRACTICE, Class.LOCAL),
    severity=Severity.CRITICAL,
    clauses=(
        WARWICKSHIRE.says("The control room's response is to reflect the risk to the child, and its escalation."),
    ),
    why="Hampshire, 2022: a boy attacked by his mother was not seen for two days; 46% of priority calls were late.",
    looks_at=incident().having(CHILDREN_AT_RISK),
    for_each=Each.OCCURRENCE,
    only_where=(RecordedValue("call_graded", frozenset({"immediate", "priority", "diary"})),),
    tests=(
        Test(
            starts=Report(),
            due=ByCurrentGrade(
                first="call_graded",
                changed=("call_graded",),
                limits={"immediate": "attend_immediate", "priority": "attend_priority", "diary": "attend_diary"},
                lowered_by=reasoned(rank="sergeant", approval_of_any_rank=True),
            ),
            discharged_by=all_of("officers_arrived"),
        ),
    ),
)

IC_17 = Standard(
    id="IC-17",
    title="Nobody closes a report about a child unseen without a supervisor",
    plain=(
        "A report about a child at risk is closed without anybody going there only after a supervisor has agreed and "
        "the reason is written down."
    ),
    area="incidents",
    type=Type.BEFORE,
    classes=(Class.GOOD_PRACTICE,),
    severity=Severity.HIGH,
    clauses=(
        THAMES_VALLEY_FATHER.says("An officer telephoned four days later; nobody saw the child or went to the home."),
    ),
    why="Thames Valley, 2023: a father feared for his son of four. Police rang him, and never went to see the boy.",
    looks_at=risk_incident().having(CHILDREN_AT_RISK),
    for_each=Each.OCCURRENCE,
    tests=(
        Test(
            starts=FirstUnattended(),
            due=AtOnce(),
            discharged_by=all_of("supervisor_approved", "rationale_recorded"),
        ),
    ),
)
