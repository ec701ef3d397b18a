"""What is owed in an incident at first contact (IC), from what was planted in it."""

from datetime import datetime

from bounden.obligations.clock.local import day_of
from bounden.obligations.outcome import Outcome
from bounden.simulation.case import Act, Case
from bounden.simulation.cast import Cast
from bounden.simulation.deadlines import after, next_school_day, years
from bounden.simulation.fates import Done, Hint
from bounden.simulation.owed.referrals import SHOWING_REFERRAL
from bounden.simulation.people import Recorded
from bounden.simulation.shared_history import History

_ARRIVAL = {"immediate": "attend_immediate", "priority": "attend_priority", "diary": "attend_diary"}
_GRADES = ("immediate", "priority", "diary", "telephone")
_ASKED_AT_HOME = ("domestic_abuse", "neglect", "concern_for_child")
_SCHOOL_TO = 17
_SIGHTINGS = ("child_seen", "evidence_interview_held", "medical_held")
_PARTNERS = ("social_worker", "health")


def owe_first_contact(cast: Cast, history: History) -> None:
    """Write down what first contact comes to."""
    _owe_response(cast)
    if cast.risk:
        _owe_seeing(cast, history)
        for child in cast.of_home:
            assessed = cast.case.first("safeguarding_assessed", child)
            cast.case.owe("IC-20", after(cast.known(child), "shift_end"), assessed, person=child)
    _owe_voice(cast)
    _owe_home(cast)
    _owe_school(cast)
    _owe_at_arrest(cast)


def _owe_response(cast: Cast) -> None:
    case, rep = cast.case, cast.case.reported_at
    for child in cast.victims:
        done = case.first("crime_recorded", child)
        case.owe("IC-01", after(rep, "24 h"), done, person=child, excused=case.excuse("IC-01", child))
    arrived = next(iter(case.of("officers_arrived")), None)
    if arrived and (case.category in _ASKED_AT_HOME or cast.at_risk):
        checked, excused = case.first("checks_completed"), case.excuse("IC-02")
        case.owe("IC-02", arrived.at, checked, trigger=arrived, excused=excused, at_act=True)
    if cast.at_risk:
        _owe_arrival(case, arrived)
    if cast.at_risk and cast.risk:
        _owe_unattended(case, arrived)


def _owe_arrival(case: Case, arrived: Act | None) -> None:
    """A raised grade gives less time, a lowered one gives more if a supervisor approved it in time (IC-03)."""
    grades = case.of("call_graded")
    if not any(act.value in _ARRIVAL for act in grades):
        return
    first, *changes = grades
    limit = _ARRIVAL.get(str(first.value))
    due = after(case.reported_at, limit) if limit else None
    standing, ended = str(first.value), None
    for change in changes:
        value = str(change.value)
        limit = _ARRIVAL.get(value)
        if _GRADES.index(value) < _GRADES.index(standing):
            moved = after(change.at, limit or "0 h")
            due = min(due, moved) if due else moved
        elif due and change.at <= due:
            approved = case.first("supervisor_approved")
            if approved and approved <= due:
                if limit:
                    due = after(case.reported_at, limit)
                else:
                    ended = change.at
        standing = value
    if due:
        case.owe("IC-03", due, arrived, ended=ended)


def _owe_unattended(case: Case, arrived: Act | None) -> None:
    rows = case.of("resolved_without_attendance")
    rows += [act for act in case.of("closed") if arrived is None or arrived.at > act.at]
    rows.sort(key=lambda act: (act.at, act.id))
    if rows:
        done = case.first("supervisor_approved"), case.first("rationale_recorded")
        case.owe("IC-17", rows[0].at, *done, trigger=rows[0], at_act=True)


def _sightings(case: Case, child: Recorded) -> list[Act]:
    """Every record that shows that a child was seen in person."""
    acts = [act for kind in _SIGHTINGS for act in case.of(kind, child)]
    return acts + [act for act in case.of("child_spoken_to", child) if act.value != "telephone"]


def _seen(case: Case, child: Recorded) -> datetime | None:
    return min((act.at for act in _sightings(case, child)), default=None)


def _seen_anywhere(cast: Cast, history: History, child: Recorded) -> datetime | None:
    """When a child was seen: by a partner it counts only where a joint plan had been agreed by then (IC-19)."""
    times = []
    for other in history.casts:
        since = None if other is cast else cast.case.reported_at
        agreed = other.case.first("strategy_discussion_held", child)
        for act in _sightings(other.case, child):
            partner = act.role in _PARTNERS
            if act.person == child.id and (since is None or act.at >= since):
                times += [act.at] if not partner or (agreed and agreed <= act.at) else []
    return min(times, default=None)


def aged_from(child: Recorded, at: datetime, name: str) -> bool | None:
    """Whether a child is of an age at an instant; None where the record does not say."""
    age = child.age(day_of(at))
    return None if age is None else age >= years(name)


def _owe_seeing(cast: Cast, history: History) -> None:
    case, rep, attended = cast.case, cast.case.reported_at, cast.attended
    due = after(attended, "attendance")
    grade = next((str(act.value) for act in case.of("call_graded")), "")
    soon = _ARRIVAL[grade] if grade in ("immediate", "priority") else None
    latest = after(rep, soon, "attendance") if soon else after(rep, "first_seen")
    for child in cast.scene:
        case.owe("IC-04", due, _seen(case, child), person=child, excused=case.excuse("IC-04", child))
        speaks = aged_from(child, attended, "speaks_from")
        if speaks is None:
            case.answer("IC-05", Outcome.CANNOT_TELL, person=child)
        elif speaks:
            alone = [act.at for act in case.of("child_spoken_to", child) if act.value == "alone"]
            alone += [act.at for act in case.of("evidence_interview_held", child)]
            excused = case.excuse("IC-05", child)
            case.owe("IC-05", due, min(alone, default=None), person=child, excused=excused)
        met, excused = _seen_anywhere(cast, history, child), case.excuse("IC-19", child)
        case.owe("IC-19", latest, met, person=child, excused=excused)


def _owe_voice(cast: Cast) -> None:
    case = cast.case
    for child, _ in cast.children:
        met = [act.at for act in case.of("child_seen", child)]
        met += [act.at for act in case.of("child_spoken_to", child) if act.value != "telephone"]
        if met:
            heard, excused = case.first("voice_recorded", child), case.excuse("IC-06", child)
            case.owe("IC-06", after(min(met), "shift_end"), heard, person=child, excused=excused)


def _owe_home(cast: Cast) -> None:
    case, attended = cast.case, cast.attended
    shift = after(attended, "shift_end")
    if case.category in _ASKED_AT_HOME:
        case.owe("IC-07", shift, case.first("children_identified"))
    if case.category == "domestic_abuse":
        tool = case.first("risk_tool_completed", values=("dara", "dash"))
        case.owe("IC-08", shift, tool, excused=case.excuse("IC-08"))
        asked = next(iter(case.of("risk_tool_completed")), None)
        if asked:
            reviewed = case.first("supervisor_reviewed", since=asked.at)
            case.owe("IC-09", after(asked.at, "da_review"), reviewed, trigger=asked)
    if case.category == "neglect":
        due = after(attended, "attendance")
        lived = case.seen("home_conditions_recorded", due, case.one("home_conditions_recorded"))
        case.owe("IC-15", due, lived, excused=case.excuse("IC-15"))


def _owe_school(cast: Cast) -> None:
    case = cast.case
    arrived = next(iter(case.of("officers_arrived")), None)
    if case.category != "domestic_abuse" or arrived is None:
        return
    due = next_school_day(arrived.at)
    for child in cast.of_home:
        age = child.age(day_of(arrived.at))
        at_home = case.excuse("IC-12", child)
        if age is None:
            case.answer("IC-10", Outcome.CANNOT_TELL, person=child, trigger=arrived)
            if at_home:
                case.answer("IC-12", Outcome.CANNOT_TELL, person=child, trigger=arrived)
            continue
        if not years("school_from") <= age <= _SCHOOL_TO:
            continue
        told = case.seen("school_notified", due, case.one("school_notified", child), child)
        excused = case.excuse("IC-10", child)
        case.owe("IC-10", due, told, person=child, trigger=arrived, ended=at_home, excused=excused)
        if at_home:
            case.owe("IC-12", due, case.first("authority_told", child), person=child, trigger=arrived)


def _owe_at_arrest(cast: Cast) -> None:
    case = cast.case
    arrests = case.of("suspect_arrested")
    begins = min([cast.attended, *(act.at for act in arrests)])
    due = after(begins, "shift_end")
    driving = case.category == "drink_drug_drive"
    for child in cast.scene:
        present = child in cast.roles("child_present") and (driving or bool(arrests))
        if present or child.id in cast.in_vehicle:
            assessed: Done = case.first("safeguarding_assessed", child)
            case.owe("IC-13", due, assessed, referred(case, child, due), person=child)
    for child in cast.at_risk:
        of_carer = next((act for act in arrests if cast.belongs(child, act.person)), None)
        if of_carer:
            cared = case.first("carer_checked", child)
            case.owe("IC-14", after(of_carer.at, "attendance"), cared, person=child, trigger=of_carer)


def referred(case: Case, child: Recorded, due: datetime) -> Hint:
    """When a child was referred, by every record that shows it."""
    return case.hinted(due, case.first("referral_submitted", child), *SHOWING_REFERRAL, person=child)
