"""What is owed in an incident for help and joint work (AH), from what was planted in it."""

from datetime import datetime

from bounden.obligations.clock.local import day_of
from bounden.simulation.case import Act, Case
from bounden.simulation.cast import Cast
from bounden.simulation.deadlines import after
from bounden.simulation.fates import Hint
from bounden.simulation.owed.first_contact import referred
from bounden.simulation.owed.referrals import owe_for_referrals
from bounden.simulation.people import Recorded
from bounden.simulation.shared_history import History

_HARM = ("physical_abuse", "sexual_abuse", "sexual_exploitation", "criminal_exploitation", "online_abuse")
_HIGH = ("high", "very_high")


def owe_joint_work(cast: Cast, history: History) -> None:
    """Write down what help and joint work come to."""
    case = cast.case
    if cast.risk:
        for child in cast.at_risk:
            due = after(cast.known(child), "shift_end")
            case.owe("AH-01", due, referred(case, child, due), person=child, excused=case.excuse("AH-01", child))
    _owe_referrals(cast)
    _owe_harm(cast, history)
    _owe_discussions(cast)
    _owe_meetings(case)
    if case.category == "domestic_abuse":
        _owe_marac(cast, history)
    if case.category == "criminal_exploitation":
        for child in cast.roles("child_subject", "victim"):
            _owe_slavery(case, child)


def harm_began(cast: Cast, child: Recorded) -> datetime | None:
    """Since when there was reasonable cause to suspect significant harm of a child at risk (record tests, 1.10)."""
    case = cast.case
    if child in cast.roles("child_subject", "victim") and case.category in _HARM:
        return case.reported_at
    if not cast.risk or child not in cast.at_risk:
        return None
    known = cast.known(child)
    times = [known] if child.flagged(known, "child_protection_plan") else []
    times += [act.at for act in case.of("enquiry_started", child)]
    times += [act.at for act in case.of("risk_graded", child) if act.value in _HIGH]
    return min(times, default=None)


def _owe_referrals(cast: Cast) -> None:
    def of_all(at: datetime) -> bool | None:
        feared = [(began := harm_began(cast, child)) is not None and began <= at for child in cast.at_risk]
        return all(feared) if feared and all(feared) == any(feared) else None if feared else False

    owe_for_referrals(cast.case, None, of_all)
    for child, _ in cast.children:
        owe_for_referrals(cast.case, child, lambda at, who=child: _feared(cast, who, at))  # type: ignore[misc]


def _feared(cast: Cast, child: Recorded, at: datetime) -> bool:
    began = harm_began(cast, child)
    return began is not None and began <= at


def _owe_harm(cast: Cast, history: History) -> None:
    for child in cast.at_risk:
        began = harm_began(cast, child)
        if began is None:
            continue
        for standard, limit, kind in (
            ("AH-05", "strategy_discussion", "strategy_discussion_held"),
            ("AH-26", "safeguarding_plan", "safeguarding_plan_set"),
        ):
            done, excused = history.anywhere(cast, child, kind, began), cast.case.excuse(standard, child)
            cast.case.owe(standard, after(began, limit), done, person=child, excused=excused)


def _owe_discussions(cast: Cast) -> None:
    case = cast.case
    for talk in case.of("strategy_discussion_held"):
        due = after(talk.at, "minutes")
        written = _after_act(case, "strategy_minutes_recorded", talk)
        case.owe("AH-06", due, case.seen("strategy_minutes_recorded", due, written), person=talk.person, trigger=talk)
    for child, _ in cast.children:
        enquired = case.first("enquiry_started", child)
        talks = [act for act in case.of("strategy_discussion_held", child) if enquired and act.at <= enquired]
        if not enquired or not talks:
            continue
        held = [act.at for act in case.of("conference_held", child) if act.at >= enquired]
        planned = [f for f in child.flags if f.kind == "child_protection_plan" and f.from_at >= enquired]
        if held or planned:
            own = [act.at for act in case.of("conference_held", child) if act.person == child.id]
            case.owe("AH-08", after(talks[-1].at, "15 wd"), min(own, default=None), person=child, trigger=talks[-1])


def _after_act(case: Case, kind: str, act: Act) -> Act | None:
    """The first act of a kind not before an act, about the same person or nobody."""
    return next((a for a in case.of(kind) if a.at >= act.at and _alike(a, act)), None)


def _alike(one: Act, act: Act) -> bool:
    return act.person is None or one.person in (None, act.person)


def _owe_meetings(case: Case) -> None:
    for standard, kinds in (
        ("AH-09", ("conference_held",)),
        ("AH-27", ("multi_agency_meeting_held", "meeting_attended")),
    ):
        for meeting in [act for kind in kinds for act in case.of(kind)]:
            came = [a for a in case.of("meeting_attended") if _alike(a, meeting) and day_of(a.at) == day_of(meeting.at)]
            sent = [a.at for a in case.of("conference_report_supplied") if _alike(a, meeting)]
            done = meeting.at if came else min(sent, default=None)
            case.owe(standard, meeting.at, done, person=meeting.person, trigger=meeting, at_act=True)


def _owe_marac(cast: Cast, history: History) -> None:
    case = cast.case
    high = next((act for act in case.of("risk_graded") if act.value in _HIGH), None)
    begins, trigger = (
        (case.reported_at, case.id) if history.referred_before(cast) else (high.at, high.id) if high else (None, "")
    )
    if begins:
        done, excused = case.first("marac_referred"), case.excuse("AH-20")
        case.owe("AH-20", after(begins, "marac"), done, trigger=trigger, excused=excused)


def _owe_slavery(case: Case, child: Recorded) -> None:
    due = after(case.reported_at, "nrm")
    referred_on = case.seen("nrm_referred", due, case.one("nrm_referred", child), child)
    told = case.first("authority_told", child)
    shared = case.hinted(due, case.first("referral_shared", child), "strategy_discussion_held", person=child)
    either = min((at for at in (told, shared.done) if at), default=None)
    council = Hint(either) if either and either <= due else Hint(either, shared.open)
    case.owe("AH-21", due, referred_on, council, person=child, excused=case.excuse("AH-21", child))
