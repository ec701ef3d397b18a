"""A missing child at high risk: somebody goes at once, somebody leads, and the public may be asked."""

from bounden.obligations.terms import (
    FOUND,
    MISSING_CHILDREN,
    Class,
    First,
    Severity,
    Standard,
    Test,
    Type,
    Within,
    all_of,
    missing,
)
from bounden.standards.sources import MISSING_RISK, MISSING_SUPERVISORS

GRADED_HIGH = First(("risk_graded", "risk_regraded"), values=frozenset({"high", "very_high"}))

MC_04 = Standard(
    id="MC-04",
    title="A missing child at high risk is looked for at once",
    plain=(
        "First: within 15 minutes of a missing child being graded high or very high, officers are sent. Second: within "
        "an hour somebody leads the search and the council has been told. A grade that is raised counts from then."
    ),
    area="missing",
    type=Type.BY,
    classes=(Class.NATIONAL_GUIDANCE,),
    severity=Severity.CRITICAL,
    clauses=(
        MISSING_RISK.to_be_confirmed(
            "High risk calls for officers at once, a lead for the search and word to the council; no minutes seen."
        ),
    ),
    why="Northamptonshire, 2025: in four of six cases it took between 4 and 12 hours to send officers.",
    looks_at=missing(),
    for_each=MISSING_CHILDREN,
    tests=(
        Test(
            stage="1",
            starts=GRADED_HIGH,
            due=Within("attend_immediate"),
            discharged_by=all_of("officers_deployed"),
        ),
        Test(
            stage="2",
            starts=GRADED_HIGH,
            due=Within("mc_high_setup"),
            discharged_by=all_of("lead_appointed", "authority_told"),
        ),
    ),
    ends=(FOUND,),
    to_be_confirmed=True,
)

MC_09 = Standard(
    id="MC-09",
    title="It is considered whether to ask the public",
    plain=(
        "Within an hour of a missing child being graded high or very high, it is considered whether to ask the public "
        "to look for her, a Child Rescue Alert included, and what was decided is written down."
    ),
    area="missing",
    type=Type.BY,
    classes=(Class.NATIONAL_GUIDANCE,),
    severity=Severity.HIGH,
    clauses=(MISSING_SUPERVISORS.says("A Child Rescue Alert is considered for a child at significant risk."),),
    why="An alert helps only in the first hours, and only if somebody thought of it.",
    looks_at=missing(),
    for_each=MISSING_CHILDREN,
    tests=(Test(starts=GRADED_HIGH, due=Within("mc_high_setup"), discharged_by=all_of("publicity_considered")),),
    ends=(FOUND,),
)
