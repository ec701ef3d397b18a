"""The child who goes missing again and again: partners meet and plan, not only search."""

from bounden.obligations.terms import (
    MISSING_CHILDREN,
    Class,
    FirstCounted,
    FlagHeld,
    Repeated,
    Severity,
    Standard,
    Test,
    Type,
    Within,
    all_of,
    any_of,
    doing,
    missing,
)
from bounden.standards.local_sources import MISSING_IN_WINDSOR

MISSING_AGAIN = Repeated(missing(), MISSING_CHILDREN, "mc_repeat")
SINCE_THE_FIRST = FirstCounted(MISSING_AGAIN)

MC_15 = Standard(
    id="MC-15",
    title="Partners meet about a child who goes missing again and again",
    plain=(
        "When a child is reported missing for the third time within 90 days, or more often, partners meet within 5 "
        "working days, and her plan for the next time is written or made new. A meeting and a plan since the first of "
        "these reports count, and the duty stands though she was found."
    ),
    area="missing",
    type=Type.BY,
    classes=(Class.LOCAL,),
    severity=Severity.HIGH,
    clauses=(
        MISSING_IN_WINDSOR.to_be_confirmed("Partners meet about children who often go missing; no number was seen."),
    ),
    why="South Yorkshire, 2014: a girl of 14 had run away 40 times before, and officers made no plan to protect her.",
    looks_at=missing(),
    for_each=MISSING_CHILDREN,
    tests=(
        Test(
            starts=MISSING_AGAIN,
            due=Within("mc_repeat_meeting"),
            discharged_by=all_of(
                doing("multi_agency_meeting_held", anywhere=True, since=SINCE_THE_FIRST),
                any_of(
                    doing("trigger_plan_updated", anywhere=True, since=SINCE_THE_FIRST),
                    FlagHeld(frozenset({"trigger_plan"}), begun_since=SINCE_THE_FIRST),
                ),
            ),
        ),
    ),
    to_be_confirmed=True,
)
