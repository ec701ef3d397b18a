"""What is owed in a registration (RO, INV-24), from what was planted in it."""

from datetime import datetime

from bounden.obligations.clock.local import to_local
from bounden.obligations.outcome import Outcome
from bounden.simulation.case import Act
from bounden.simulation.deadlines import after, days_before, same_day
from bounden.simulation.fates import Hint
from bounden.simulation.owed.referrals import SHOWING_REFERRAL, owe_for_referrals
from bounden.simulation.registration import ABOVE_LOW, Registration

_LAPSED = (Outcome.LATE, Outcome.MISSED)


def owe_registration(registration: Registration) -> None:
    """Write down what the years of a registration come to."""
    _owe_notices(registration)
    _owe_visits(registration)
    _owe_reviews(registration)
    _owe_events(registration)
    owe_for_referrals(registration.case, None, lambda at: False)


def _owe_notices(registration: Registration) -> None:
    case, man, ended = registration.case, registration.man, registration.closed
    begins = case.occurred_at or registration.begins
    due = after(begins, "3 d beginning with")
    case.owe("RO-01", due, case.first("notified"), person=man, ended=ended, excused=case.excuse("RO-01"))
    notices = case.of("notified")
    for place, notice in enumerate(notices):
        following = notices[place + 1].at if place + 1 < len(notices) else None
        case.owe("RO-03", after(notice.at, "12 m"), following, person=man, trigger=notice, ended=ended)
    for found in case.of("change_found"):
        told = case.first("notified", since=days_before(found.at, 3))
        case.owe("RO-02", after(found.at, "3 d beginning with"), told, person=man, trigger=found, ended=ended)
    for trigger, begins, back in registration.homeless:
        _owe_each(registration, ("notified",), "RO-04", begins, trigger, "7 d", back)


def _owe_each(
    registration: Registration,
    kinds: tuple[str, ...],
    standard: str,
    begins: datetime,
    trigger: str,
    limit: str,
    until: datetime | None,
) -> None:
    """A recurring duty from one instant until another."""
    acts = [
        a for kind in kinds for a in registration.case.of(kind) if begins <= a.at and (until is None or a.at < until)
    ]
    acts.sort(key=lambda act: (act.at, act.id))
    at, name = begins, trigger
    ended = min((end for end in (registration.closed, until) if end), default=None)
    for act in [*acts, None]:
        done = act.at if act else None
        registration.case.owe(standard, after(at, limit), done, person=registration.man, trigger=name, ended=ended)
        if act:
            at, name = act.at, act.id


def _owe_visits(registration: Registration) -> None:
    case, man = registration.case, registration.man
    visits = case.of("visited")
    seen = [visit for visit in visits if visit.value == "seen"]
    begins: list[tuple[datetime, str]] = [(registration.begins, case.id)] + [(visit.at, visit.id) for visit in seen]
    for pause in case.of("reactive_started"):
        raised = next((r for r in case.of("risk_set") if r.at > pause.at and r.value in ABOVE_LOW), None)
        if raised and not any(pause.at < visit.at < raised.at for visit in seen):
            begins.append((raised.at, raised.id))
    for at, trigger in begins:
        following = min((visit.at for visit in seen if visit.at > at), default=None)
        pauses = [p.at for p in case.of("reactive_started") if p.at > at and (following is None or p.at < following)]
        ended = min([*pauses, *([registration.closed] if registration.closed else [])], default=None)
        due = registration.visit_due(at)
        reasons = [r.at for r in case.of("rationale_recorded") if r.value == "RO-07" and r.at >= at]
        excused = min(reasons, default=None)
        told = case.owe("RO-07", due, following, person=man, trigger=trigger, ended=ended, excused=excused)
        if told in _LAPSED:
            _owe_each(
                registration, ("escalated", "supervisor_reviewed"), "RO-23", due, trigger, "ro_overdue", following
            )
    for place, visit in enumerate(visits):
        done = case.first("plan_reviewed", since=visit.at)
        case.owe("RO-15", after(visit.at, "ro_record"), done, person=man, trigger=visit, ended=registration.closed)
        if place >= 2:
            slots = {_slot(one.at) for one in visits[place - 2 : place + 1]}
            case.owe("RO-08", visit.at, None if len(slots) == 1 else visit.at, person=man, trigger=visit, at_act=True)
        _owe_warrant(registration, visits, place)


def _owe_warrant(registration: Registration, visits: list[Act], place: int) -> None:
    values = [visit.value for visit in visits[max(0, place - 2) : place + 1]]
    if values[-2:] != ["not_seen"] * 2 or values[:-2] == ["not_seen"]:
        return
    visit = visits[place]
    due = after(visit.at, "ro_warrant")
    seen = [v.at for v in visits if v.value == "seen" and v.at >= visit.at]
    ended = min([*seen, *([registration.closed] if registration.closed else [])], default=None)
    done = next((act for act in registration.case.of("warrant_considered") if act.at >= visit.at), None)
    considered = registration.case.seen("warrant_considered", due, done)
    registration.case.owe("RO-10", due, considered, person=registration.man, trigger=visit, ended=ended)


def _owe_reviews(registration: Registration) -> None:
    case, man, rep, ended = registration.case, registration.man, registration.begins, registration.closed
    case.owe("RO-13", after(rep, "ro_manager"), case.one("manager_assigned"), person=man, ended=ended)
    assessed = case.first("assessment_completed")
    case.owe("RO-11", after(rep, "15 d"), assessed, person=man, ended=ended, excused=case.excuse("RO-11"))
    reviews = [a for kind in ("assessment_completed", "plan_reviewed") for a in case.of(kind)]
    reviews.sort(key=lambda act: (act.at, act.id))
    events = sorted(a.at for kind in ("change_found", "breach_established") for a in case.of(kind))
    at, trigger = rep, case.id
    for review in [*reviews, None]:
        due = after(at, "12 m")
        soon = next((event for event in events if at < event < due), None)
        if soon:
            due = min(due, after(soon, "ro_review_event"))
        case.owe("RO-12", due, review, person=man, trigger=trigger, ended=ended)
        if review:
            at, trigger = review.at, review.id


def _owe_events(registration: Registration) -> None:
    case, man, ended = registration.case, registration.man, registration.closed
    for breach in case.of("breach_established"):
        recorded, told = (case.first(kind, since=breach.at) for kind in ("breach_recorded", "managers_told"))
        case.owe("RO-06", after(breach.at, "24 h"), recorded, told, person=man, trigger=breach, ended=ended)
        acted = [case.first(kind, since=breach.at) for kind in ("order_breach_acted_on", "suspect_arrested")]
        reasons = case.first("rationale_recorded", values=("INV-24",))
        done = min((at for at in acted if at), default=None)
        case.owe("INV-24", after(breach.at, "breach_action"), done, person=man, trigger=breach, excused=reasons)
    for found in case.of("change_found"):
        if found.value == "child_in_household":
            _owe_referral(registration, found)
    for started in case.of("reactive_started"):
        _owe_reactive(registration, started)
    for kind in ("intelligence_received", "change_found", "breach_established"):
        for event in case.of(kind):
            if registration.paused(event.at):
                done = case.first("reactive_reviewed", since=event.at)
                due = after(event.at, "ro_reactive")
                case.owe("RO-14", due, done, person=man, trigger=event, stage="2", ended=ended)


def _owe_referral(registration: Registration, found: Act) -> None:
    """A child in his household is referred, in the registration or wherever else he is (RO-16)."""
    due = same_day(found.at)
    acts = {
        kind: [act for case in (registration.case, *registration.elsewhere) for act in case.of(kind)]
        for kind in ("referral_submitted", *SHOWING_REFERRAL)
    }
    referred = [act for act in acts.pop("referral_submitted") if act.at >= found.at]
    showing = [act for kind in acts for act in acts[kind] if act.at >= found.at]
    in_time = [act.at for act in (*referred, *showing) if act.at <= due]
    first = min(in_time or [act.at for act in referred], default=None)
    left_open = not in_time and not all(any(_answers(own, act) for own in referred) for act in showing)
    registration.case.owe("RO-16", due, Hint(first, left_open), trigger=found, ended=registration.closed)


def _answers(own: Act, implying: Act) -> bool:
    """Whether a referral on record is the one that a later act shows: not after it, of the same child or of nobody."""
    return own.at <= implying.at and (own.person == implying.person or None in (own.person, implying.person))


def _owe_reactive(registration: Registration, started: Act) -> None:
    case, man = registration.case, registration.man
    signs = [r.at for r in case.of("risk_set") if r.value in ABOVE_LOW]
    signs += [b.at for b in case.of("breach_established")]
    broken = any(at < started.at <= after(at, "36 m") for at in signs)
    told: Outcome | None = Outcome.MET
    if broken:
        told = Outcome.MISSED
    elif after(registration.begins, "36 m") >= started.at:
        told = Outcome.CANNOT_TELL
    case.answer("RO-14", told, person=man, trigger=started, stage="1")


def _slot(at: datetime) -> tuple[int, int]:
    """The weekday and the part of the day, by the clock in London."""
    local = to_local(at)
    return local.weekday(), sum(local.hour >= hour for hour in (12, 17))
