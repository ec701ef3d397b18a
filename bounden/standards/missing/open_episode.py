"""While the child is missing: a supervisor keeps looking at the search."""

from bounden.obligations.terms import (
    FOUND,
    MISSING_CHILDREN,
    Class,
    Mark,
    Report,
    Severity,
    Standard,
    Test,
    Type,
    Within,
    all_of,
    doing,
    missing,
)
from bounden.standards.sources import MISSING_SUPERVISORS

MC_05 = Standard(
    id="MC-05",
    title="A supervisor looks again at every missing child, every 8 hours",
    plain=(
        "As long as a child is missing, a supervisor looks at the case at least every 8 hours, and settles "
        "whether the grade is still right, what is done next and who does it."
    ),
    area="missing",
    type=Type.REC,
    classes=(Class.NATIONAL_GUIDANCE,),
    severity=Severity.HIGH,
    clauses=(
        MISSING_SUPERVISORS.says("Supervisors confirm the grade, set tasks and resources, and see to the handover."),
    ),
    why="Thames Valley, 2023: investigations of missing children were ineffective and not driven by risk.",
    looks_at=missing(),
    for_each=MISSING_CHILDREN,
    tests=(Test(starts=Report(), due=Within("mc_review"), discharged_by=all_of("supervisor_reviewed")),),
    ends=(FOUND,),
    audit="Were tasks and resources set, and did the next shift take the search over?",
)

STILL_MISSING = (FOUND,)

MC_17 = Standard(
    id="MC-17",
    title="The longer a child is missing, the more senior the officer who looks again",
    plain=(
        "When a child has been missing for a day, the search is reviewed within 12 hours by an inspector; after three "
        "days by a superintendent; after a week and after four weeks by an inspector or above. Each review is a fresh "
        "one, made after the mark before."
    ),
    area="missing",
    type=Type.BY,
    classes=(Class.LOCAL,),
    severity=Severity.HIGH,
    clauses=(MISSING_SUPERVISORS.to_be_confirmed("Policies of forces name ranks and days; none was seen."),),
    why="Northamptonshire, 2025: it took officers ten days to visit a child who was at risk of significant harm.",
    looks_at=missing(),
    for_each=MISSING_CHILDREN,
    tests=(
        Test(
            stage="1",
            starts=Mark("mc_mark_first", STILL_MISSING),
            due=Within("shift_end"),
            discharged_by=all_of(doing("supervisor_reviewed", rank="inspector", since=Report())),
        ),
        Test(
            stage="2",
            starts=Mark("mc_mark_second", STILL_MISSING),
            due=Within("shift_end"),
            discharged_by=all_of(doing("supervisor_reviewed", rank="superintendent", since=Mark("mc_mark_first"))),
        ),
        Test(
            stage="3",
            starts=Mark("mc_mark_third", STILL_MISSING),
            due=Within("shift_end"),
            discharged_by=all_of(doing("supervisor_reviewed", rank="inspector", since=Mark("mc_mark_second"))),
        ),
        Test(
            stage="4",
            starts=Mark("mc_mark_fourth", STILL_MISSING),
            due=Within("shift_end"),
            discharged_by=all_of(doing("supervisor_reviewed", rank="inspector", since=Mark("mc_mark_third"))),
        ),
    ),
    ends=(FOUND,),
    to_be_confirmed=True,
)
