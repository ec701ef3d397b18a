"""What becomes of a referral: checked, shared, answered, escalated (AH-02, 03, 04 and 24)."""

from datetime import datetime

from bounden.obligations.outcome import Outcome
from bounden.simulation.deadlines import after
from bounden.simulation.people import Recorded
from bounden.simulation.story import Act, Case

_NOT_MET = (Outcome.LATE, Outcome.MISSED, Outcome.CANNOT_TELL)


def follow(case: Case, referral: Act | None, person: Recorded | None, *, harm: bool) -> None:
    """Plant what follows a referral. harm: every child whom it may be about was feared to be badly harmed by then."""
    if referral is None:
        return
    due = after(referral.at, "referral_check")
    case.act("referral_checked", case.plan("AH-02", referral.at, due).done, person=person, rank=None, role="hub")
    plan = case.plan("AH-03", referral.at, after(referral.at, _limit(harm)))
    case.reason("AH-03", plan.excused, person=person)
    shared = case.act("referral_shared", plan.done, person=person, rank=None, role="hub")
    if shared is None:
        return
    due = after(shared.at, "1 wd")
    answered = case.plan("AH-04", shared.at, due)
    case.act("referral_answered", answered.done, person=person, rank=None, role="social_care")
    if answered.done is None or answered.done > due:
        case.act("escalated", case.plan("AH-24", due, after(due, "escalation")).done, person=person, rank="sergeant")


def _limit(harm: bool) -> str:
    return "referral_share_urgent" if harm else "referral_share"


def owe_for_referrals(case: Case, person: Recorded | None, *, harm: bool) -> None:
    """Write down what is owed for every referral about a person, or, without one, about nobody in particular."""
    who = person.id if person else None
    for referral in [act for act in case.of("referral_submitted") if act.person == who]:
        due = after(referral.at, "referral_check")
        checked = case.first("referral_checked", person, since=referral.at)
        case.owe("AH-02", due, checked, person=who, trigger=referral)
        due = after(referral.at, _limit(harm))
        shared = case.first("referral_shared", person, since=referral.at)
        hint = case.hinted(referral.at, due, shared, "strategy_discussion_held", person=person)
        excused = _excuse(case, "AH-03", person)
        case.owe("AH-03", due, hint.done, person=who, trigger=referral, excused=excused, hinted=hint.open)
    for shared_act in [act for act in case.of("referral_shared") if act.person == who]:
        due = after(shared_act.at, "1 wd")
        answered = case.first("referral_answered", person, since=shared_act.at)
        told = case.owe("AH-04", due, answered, person=who, trigger=shared_act)
        if told in _NOT_MET:
            chased = case.first("escalated", person)
            excused = _excuse(case, "AH-24", person)
            ended = case.first("referral_answered", person, since=due)
            case.owe("AH-24", after(due, "escalation"), chased, person=who, trigger=shared_act, ended=ended, excused=excused)


def _excuse(case: Case, standard: str, person: Recorded | None) -> datetime | None:
    return case.first("rationale_recorded", person, values=(standard,))


__all__ = ["follow", "owe_for_referrals"]
