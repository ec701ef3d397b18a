"""What is owed in an incident for decisions and for the trust of the child (DM, TA), from what was planted in it."""

from datetime import timedelta

from bounden.obligations.outcome import Outcome
from bounden.simulation.case import Act, Case
from bounden.simulation.cast import Cast
from bounden.simulation.deadlines import after
from bounden.simulation.fates import Hint
from bounden.simulation.owed.first_contact import aged_from
from bounden.simulation.shared_history import History

_KEY = ("suspect_arrested", "risk_graded", "risk_regraded", "bail_set", "released_under_investigation", "closed")
_LEVEL = {"very_high": 4, "high": 3, "medium": 2, "low": 1, "standard": 1, "no_apparent_risk": 0}
_INSPECTORS = ("inspector", "chief_inspector", "superintendent")


def owe_reason(case: Case, act: Act | None) -> None:
    """A key decision has its reason and its rank (DM-01)."""
    if act is None:
        return
    due, since = after(act.at, "same_time"), act.at - timedelta(hours=1)
    named = [r for r in case.of("rationale_recorded") if r.at >= since and _about(r, act)]
    reasons = [act.at] if act.noted else [r.at for r in named]
    in_time = [at for at in reasons if at <= due]
    ranked = act.rank is not None or any(r.at <= due and r.rank for r in named)
    if not reasons and case.as_of > due:
        told: Outcome | None = Outcome.MISSED
    elif in_time and ranked:
        told = Outcome.MET
    elif case.as_of <= due:
        told = Outcome.PENDING
    elif reasons and not in_time:
        told = Outcome.LATE
    else:
        told = Outcome.CANNOT_TELL
    case.answer("DM-01", told, person=act.person, trigger=act)


def _about(one: Act, other: Act) -> bool:
    return other.person is None or one.person in (None, other.person)


def owe_decisions(cast: Cast, history: History) -> None:
    """Write down what decisions come to."""
    case = cast.case
    if cast.children:
        for kind in _KEY:
            for act in case.of(kind):
                if kind != "closed" or act.value == "no_further_action":
                    owe_reason(case, act)
        for act in case.of("risk_regraded"):
            _owe_lowering(case, act)
        if case.narrative:
            case.owe("DM-04", case.reported_at, None if cast.blamed else case.reported_at, at_act=True)
        for moved in case.of("case_transferred"):
            taken = [a.at for a in case.of("transfer_accepted") if a.at >= moved.at]
            case.owe("DM-07", after(moved.at, "transfer"), min(taken, default=None), person=moved.person, trigger=moved)
    closed = next((act for act in case.of("closed") if act.value in ("no_further_action", "other")), None)
    if closed and cast.at_risk:
        case.owe("DM-02", closed.at, case.first("closure_endorsed"), trigger=closed, at_act=True)
    _owe_voice(cast)
    _owe_chronology(cast, history)


def _owe_lowering(case: Case, act: Act) -> None:
    before = [a for kind in ("risk_graded", "risk_regraded") for a in case.of(kind) if (a.at, a.id) < (act.at, act.id)]
    if not before or _LEVEL[str(act.value)] >= _LEVEL[str(max(before, key=lambda a: (a.at, a.id)).value)]:
        return
    near = [a for a in case.of("supervisor_approved") if abs(a.at - act.at) <= timedelta(hours=1)]
    done = Hint(act.at) if act.rank in _INSPECTORS or near else Hint(None, act.rank is None)
    case.owe("DM-03", act.at, done, person=act.person, trigger=act, at_act=True)


def _owe_voice(cast: Cast) -> None:
    case = cast.case
    acts = [*case.of("safeguarding_plan_set"), *case.of("conference_report_supplied")]
    acts += [act for act in case.of("closed") if act.value == "no_further_action"]
    for child in cast.scene:
        for act in [act for act in acts if act.person in (None, child.id)]:
            speaks = aged_from(child, act.at, "speaks_from")
            if speaks is None:
                case.answer("TA-01", Outcome.CANNOT_TELL, person=child, trigger=act)
            elif speaks:
                heard, excused = case.first("voice_recorded", child), case.excuse("TA-01", child)
                case.owe("TA-01", act.at, heard, person=child, trigger=act, excused=excused, at_act=True)
    closed = next(iter(case.of("closed")), None)
    for child in cast.victims if closed else ():
        if closed and aged_from(child, closed.at, "speaks_from"):
            due = after(closed.at, "outcome_told")
            told = case.seen("outcome_explained", due, case.one("outcome_explained", child), child)
            case.owe("TA-03", due, told, person=child, trigger=closed, excused=case.excuse("TA-03", child))


def _owe_chronology(cast: Cast, history: History) -> None:
    if not cast.risk:
        return
    case = cast.case
    for child in cast.at_risk:
        if history.counted(cast, child):
            read = history.anywhere(cast, child, "chronology_reviewed", case.reported_at)
            case.owe("DM-05", after(case.reported_at, "chronology"), read, person=child)
