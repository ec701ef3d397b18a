"""What a referral comes to: checked, shared, answered, escalated (AH-02, 03, 04 and 24)."""

from collections.abc import Callable
from datetime import datetime

from bounden.obligations.outcome import Outcome
from bounden.simulation.case import Act, Case
from bounden.simulation.deadlines import after
from bounden.simulation.people import Recorded

_NOT_MET = (Outcome.LATE, Outcome.MISSED, Outcome.CANNOT_TELL)

#: What shows that a referral was submitted, at some time up to it (record tests, 1.3).
SHOWING_REFERRAL = ("referral_shared", "referral_checked", "referral_answered")

#: Whether, by an instant, every child whom a referral may be about was feared to be badly harmed; None: some of them.
Harm = Callable[[datetime], bool | None]


def owe_for_referrals(case: Case, person: Recorded | None, harm: Harm) -> None:
    """Write down what is owed for every referral about a person or, without one, about nobody in particular."""
    who = person.id if person else None
    for referral in [act for act in case.of("referral_submitted") if act.person == who]:
        due = after(referral.at, "referral_check")
        checked = case.first("referral_checked", person, since=referral.at)
        case.owe("AH-02", due, checked, person=who, trigger=referral)
        _owe_sharing(case, referral, person, harm(referral.at))
    for shared in [act for act in case.of("referral_shared") if act.person == who]:
        due = after(shared.at, "1 wd")
        answered = case.first("referral_answered", person, since=shared.at)
        if case.owe("AH-04", due, answered, person=who, trigger=shared) in _NOT_MET:
            ended = case.first("referral_answered", person, since=due)
            chased = case.first("escalated", person)
            excused = case.excuse("AH-24", person)
            last = after(due, "escalation")
            case.owe("AH-24", last, chased, person=who, trigger=shared, ended=ended, excused=excused)


def _owe_sharing(case: Case, referral: Act, person: Recorded | None, harm: bool | None) -> None:
    soon, later = after(referral.at, "referral_share_urgent"), after(referral.at, "referral_share")
    due, latest = (later, None) if harm is False else (soon, None) if harm else (soon, later)
    shared = case.first("referral_shared", person, since=referral.at)
    hint = case.hinted(due, shared, "strategy_discussion_held", person=person, since=referral.at)
    excused = case.excuse("AH-03", person)
    who = person.id if person else None
    case.owe("AH-03", due, hint, person=who, trigger=referral, due_latest=latest, excused=excused)
