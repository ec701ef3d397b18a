"""What becomes of a referral, well or badly: planted act by act."""

from bounden.simulation.case import Act, Case
from bounden.simulation.deadlines import after
from bounden.simulation.people import Recorded


def follow(case: Case, referral: Act | None, person: Recorded | None, *, urgent: bool) -> None:
    """Plant what follows a referral."""
    if referral is None:
        return
    due = after(referral.at, "referral_check")
    case.act("referral_checked", case.plan("AH-02", referral.at, due).done, person=person, rank=None, role="hub")
    limit = "referral_share_urgent" if urgent else "referral_share"
    plan = case.plan("AH-03", referral.at, after(referral.at, limit))
    case.reason("AH-03", plan.excused, person=person)
    shared = case.act("referral_shared", plan.done, person=person, rank=None, role="hub")
    if shared is None:
        return
    due = after(shared.at, "1 wd")
    answered = case.plan("AH-04", shared.at, due)
    case.act("referral_answered", answered.done, person=person, rank=None, role="social_care")
    if answered.done is None or answered.done > due:
        plan = case.plan("AH-24", due, after(due, "escalation"))
        case.act("escalated", plan.done, person=person, rank="sergeant")
        case.reason("AH-24", plan.excused, person=person)
