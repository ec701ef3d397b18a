"""While the child is missing: a supervisor keeps looking at the search."""

from bounden.obligations.terms import (
    FOUND,
    MISSING_CHILDREN,
    Class,
    Report,
    Severity,
    Standard,
    Test,
    Type,
    Within,
    all_of,
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
