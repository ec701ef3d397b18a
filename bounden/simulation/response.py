"""What officers do in the first hours of an incident, well or badly: planted act by act."""

from datetime import datetime, timedelta

from bounden.obligations.clock.local import day_of
from bounden.simulation.case import Act, Case, How
from bounden.simulation.cast import Cast
from bounden.simulation.deadlines import after, next_school_day
from bounden.simulation.people import Recorded

_ARRIVAL = {"immediate": "attend_immediate", "priority": "attend_priority", "diary": "attend_diary"}
_GRADES = (("immediate", 0.3), ("priority", 0.45), ("diary", 0.18), ("telephone", 0.07))
_HIGH = ("high", "very_high")


def respond(cast: Cast) -> None:
    """Plant the call, the attendance and what is done at the scene."""
    case = cast.case
    _call(cast)
    if case.first("officers_arrived") is None and case.chance.happens(0.5):
        _leave_unattended(case)
    _meet_children(cast)
    if case.category in ("domestic_abuse", "neglect", "concern_for_child"):
        at = case.plan("IC-07", cast.attended, after(cast.attended, "shift_end")).done
        case.act("children_identified", at)
    if case.category == "domestic_abuse":
        _ask_about_risk(cast)
        _tell_schools(cast)
    if case.category == "neglect":
        plan = case.plan("IC-15", cast.attended, after(cast.attended, "attendance"))
        case.roughly("home_conditions_recorded", plan.done)
        case.deny("home_conditions_recorded")
        case.reason("IC-15", plan.excused)
    _assess(cast)


def _call(cast: Cast) -> None:
    case, chance, rep = cast.case, cast.case.chance, cast.case.reported_at
    case.act("reported", rep, rank=None, role="caller")
    grade = chance.weighed(_GRADES)
    if chance.happens(0.96):
        case.act("call_graded", rep + chance.minutes(1, 8), value=grade, rank=None, role="call_handler")
    limit = _ARRIVAL.get(grade, "first_seen")
    if chance.happens(0.06):
        _grade_again(case, grade)
    goes = case.plan(
        "IC-03", rep + timedelta(minutes=9) if limit != "attend_immediate" else rep, after(rep, limit)
    ).done
    if grade == "telephone" and chance.happens(0.7):
        goes = None
    if goes is None:
        return
    goes = max(goes, rep + timedelta(minutes=2))
    case.act("officers_deployed", goes - timedelta(minutes=1))
    checks = chance.random()
    if checks < 0.85:
        case.act("checks_completed", chance.between(rep + timedelta(seconds=30), goes), rank=None, role="control_room")
    elif checks < 0.9:
        case.act("checks_completed", goes + chance.hours(0.1, 5), rank=None, role="control_room")
    elif checks < 0.93:
        case.reason("IC-02", goes - timedelta(seconds=40))
    case.act("officers_arrived", goes)


def _grade_again(case: Case, grade: str) -> None:
    order = [name for name, _ in _GRADES]
    value = case.chance.pick([name for name in order if name != grade])
    at = case.reported_at + case.chance.minutes(9, 50)
    case.act("call_graded", at, value=value, rank=None, role="call_handler")
    if order.index(value) > order.index(grade) and case.chance.happens(0.5):
        case.act("supervisor_approved", at + case.chance.minutes(0, 12), rank="sergeant")


def _leave_unattended(case: Case) -> None:
    at = case.reported_at + case.chance.hours(1, 40)
    kind = case.chance.random()
    if kind < 0.6:
        case.act("supervisor_approved", at - timedelta(minutes=4), rank="sergeant")
    if kind < 0.75:
        case.act("rationale_recorded", at - timedelta(minutes=3), value="IC-17", rank="sergeant")
    elif kind < 0.8:
        case.act("rationale_recorded", at + timedelta(hours=2), value="IC-17", rank="sergeant")
    case.act("resolved_without_attendance", at)


def _meet_children(cast: Cast) -> None:
    """Children at the scene are seen, spoken to and heard, or are not."""
    case, chance, attended = cast.case, cast.case.chance, cast.attended
    due = after(attended, "attendance")
    for child in cast.scene:
        plan = case.plan("IC-04", attended, due)
        case.act("child_seen", plan.done, person=child)
        case.reason("IC-04", plan.excused, person=child)
        if plan.done is None:
            again = case.plan("IC-19", case.reported_at, after(case.reported_at, "first_seen"))
            case.reason("IC-19", again.excused, person=child)
            if again.done and again.done > due:
                by: How = {"rank": None, "role": "social_worker"} if chance.happens(0.3) else {}
                case.act("child_seen", again.done, person=child, **by)
        age = child.age(day_of(attended))
        if age is None or age >= 3:
            plan = case.plan("IC-05", attended, due)
            value = chance.weighed((("alone", 0.8), ("with_others", 0.17), ("telephone", 0.03)))
            case.act("child_spoken_to", plan.done, person=child, value=value)
            case.reason("IC-05", plan.excused, person=child)
        _hear(case, child)
    for child in cast.roles("child_of_household", "child_of_suspect"):
        if chance.happens(0.3):
            case.act("child_seen", attended + chance.hours(0.2, 30), person=child)
            _hear(case, child)


def _hear(case: Case, child: Recorded) -> None:
    met = [act for kind in ("child_seen", "child_spoken_to") for act in case.of(kind, child)]
    if met:
        begins = min(act.at for act in met)
        plan = case.plan("IC-06", begins, after(begins, "shift_end"))
        case.act("voice_recorded", plan.done, person=child)
        case.reason("IC-06", plan.excused, person=child)


def _ask_about_risk(cast: Cast) -> None:
    case, chance, attended = cast.case, cast.case.chance, cast.attended
    plan = case.plan("IC-08", attended, after(attended, "shift_end"))
    value = chance.weighed((("dara", 0.7), ("dash", 0.25), ("other", 0.05)))
    asked = case.act("risk_tool_completed", plan.done, value=value)
    case.reason("IC-08", plan.excused)
    if asked is None:
        return
    value = chance.weighed((("standard", 0.6), ("medium", 0.27), ("high", 0.13)))
    graded = grade_risk(case, "risk_graded", asked.at + chance.minutes(1, 90), value)
    case.act("supervisor_reviewed", case.plan("IC-09", asked.at, after(asked.at, "da_review")).done, rank="sergeant")
    if graded and chance.happens(0.12):
        grade_risk(case, "risk_regraded", graded.at + chance.hours(3, 40), chance.pick(("standard", "medium", "high")))
    if graded and value in _HIGH:
        plan = case.plan("AH-20", graded.at, after(graded.at, "marac"))
        case.act("marac_referred", plan.done)
        case.reason("AH-20", plan.excused)


def grade_risk(case: Case, kind: str, at: datetime | None, value: str) -> Act | None:
    """A grade of risk: mostly with a reason, by somebody whose rank is mostly on record."""
    chance = case.chance
    note = "See the risk assessment." if chance.happens(0.85) else None
    rank = chance.weighed((("sergeant", 0.7), ("inspector", 0.26), (None, 0.04)))
    return case.act(kind, at, value=value, rank=rank, note=note)


def _tell_schools(cast: Cast) -> None:
    case, chance = cast.case, cast.case.chance
    arrived = case.first("officers_arrived")
    if arrived is None:
        return
    due = next_school_day(arrived)
    for child in cast.of_home:
        age = child.age(day_of(arrived))
        if age is not None and not 4 <= age <= 17:
            continue
        if chance.happens(0.04):
            case.act("rationale_recorded", chance.between(arrived, due), person=child, value="IC-12", rank="constable")
            case.act("authority_told", case.plan("IC-12", arrived, due).done, person=child, rank=None, role="hub")
            continue
        plan = case.plan("IC-10", arrived, due)
        case.roughly("school_notified", plan.done, person=child, rank=None, role="hub")
        case.deny("school_notified", child)
        case.reason("IC-10", plan.excused, person=child)


def _assess(cast: Cast) -> None:
    """Each child of the home is assessed by name."""
    case = cast.case
    if not cast.risk:
        return
    for child in cast.of_home:
        begins = cast.known(child)
        at = case.plan("IC-20", begins, after(begins, "shift_end")).done
        case.act("safeguarding_assessed", at, person=child)
