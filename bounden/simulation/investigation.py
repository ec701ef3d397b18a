"""What investigators do in an incident, from the allocation to the closure: planted act by act."""

from datetime import datetime, timedelta

from bounden.obligations.clock.local import day_of
from bounden.simulation.career import raise_flag
from bounden.simulation.case import Act, Case
from bounden.simulation.cast import Cast
from bounden.simulation.deadlines import after
from bounden.simulation.force import CONTROL
from bounden.simulation.owed.investigation import TOLD_OF
from bounden.simulation.people import Recorded
from bounden.simulation.response import grade_risk

_HOUR = timedelta(hours=1)


def investigate(cast: Cast, ends: datetime) -> None:
    """Plant an investigation that is closed at an instant, if it has come."""
    case, chance = cast.case, cast.case.chance
    _open(cast, ends)
    for suspect in cast.suspects:
        _pursue(cast, suspect, ends)
    _consider(cast, ends)
    _gather(cast, ends)
    if case.category == "online_abuse":
        _grade_online(cast)
    if case.category in ("sexual_exploitation", "criminal_exploitation"):
        _disrupt(cast)
    if chance.happens(0.15):
        told = case.act("intelligence_submitted", case.reported_at + chance.hours(1, 90))
        if told:
            at = case.plan("INV-19", told.at, after(told.at, "intelligence")).done
            case.act("intelligence_disseminated", at, rank=None, role="analyst")
    if chance.happens(0.04):
        moved = case.act("case_transferred", chance.between(case.reported_at + 3 * _HOUR, ends))
        if moved:
            case.act("transfer_accepted", case.plan("DM-07", moved.at, after(moved.at, "transfer")).done)
    close(cast, ends)


def _before(at: datetime | None, ends: datetime) -> datetime | None:
    return at if at is not None and at < ends else None


def _open(cast: Cast, ends: datetime) -> None:
    case, rep = cast.case, cast.case.reported_at
    plan = case.plan("IC-01", rep, after(rep, "24 h"))
    case.act("crime_recorded", plan.done, rank=None, role="crime_registrar")
    if plan.done is None and case.chance.happens(0.3):
        case.act("rationale_recorded", rep + 5 * _HOUR, value="IC-01", rank=None, role="crime_registrar")
    if case.category == "neglect":
        read = case.plan("INV-16", rep, after(rep, "chronology"))
        case.act("chronology_reviewed", read.done)
        case.reason("INV-16", read.excused)
    given = _before(case.plan("INV-21", rep, after(rep, "start")).done, ends)
    value = case.chance.weighed((("accredited", 0.8), ("not_accredited", 0.2)))
    first = case.act("investigator_allocated", given, value=value, rank="sergeant")
    if first and value == "not_accredited":
        again = case.plan("INV-01", first.at, after(first.at, "accredited"))
        case.act("investigator_allocated", _before(again.done, ends), value="accredited", rank="sergeant")
        case.reason("INV-01", again.excused)
    if first:
        planned = case.plan("INV-02", first.at, after(first.at, "plan_set")).done
        case.roughly("investigation_plan_set", _before(planned, ends))
        at: datetime | None = first.at
        while at and at < min(ends, case.as_of):
            at = case.plan("INV-03", at, after(at, "review_every")).done
            case.act("supervisor_reviewed", _before(at, ends), rank="sergeant")


def _pursue(cast: Cast, suspect: Recorded, ends: datetime) -> None:
    """One suspect: identified, arrested or interviewed, then charged, bailed, released or let go."""
    case, chance, rep = cast.case, cast.case.chance, cast.case.reported_at
    begins = rep
    if chance.happens(0.4):
        named = case.act("suspect_identified", _before(rep + chance.hours(0.5, 90), ends), person=suspect)
        begins = named.at if named else rep
    plan = case.plan("INV-04", begins, after(begins, "suspect_dealt_with"))
    case.reason("INV-04", plan.excused, person=suspect)
    at = _before(plan.done, ends)
    if at is None:
        return
    note = "Reasonable grounds recorded." if chance.happens(0.9) else None
    if not chance.happens(0.75):
        case.act("suspect_interviewed", at, person=suspect)
        return
    arrest = case.act("suspect_arrested", at, person=suspect, note=note)
    if arrest is None:
        return
    for child in cast.at_risk:
        if cast.belongs(child, suspect.id):
            cared = case.plan("IC-14", arrest.at, after(arrest.at, "attendance")).done
            case.act("carer_checked", cared, person=child)
    case.act("suspect_interviewed", _before(arrest.at + chance.hours(2, 20), ends), person=suspect)
    _release(case, suspect, arrest.at + chance.hours(20, 24), ends)


def _release(case: Case, suspect: Recorded, at: datetime, ends: datetime) -> None:
    chance = case.chance
    if at >= ends:
        return
    note = "Necessity and proportionality considered." if chance.happens(0.9) else None
    way = chance.random()
    if way < 0.2:
        case.act("charged", at, person=suspect, rank="sergeant")
    elif way < 0.6:
        bailed = case.act("bail_set", at, person=suspect, rank="inspector", note=note)
        if bailed:
            _extend(case, suspect, bailed.at, ends)
    elif way < 0.85:
        if chance.happens(0.8):
            reasoned = at - chance.hours(0, 22) if chance.happens(0.9) else at + chance.hours(1, 9)
            case.act("rationale_recorded", reasoned, person=suspect, value="INV-10", rank="inspector")
        freed = case.act("released_under_investigation", at, person=suspect, rank="sergeant", note=note)
        if freed and chance.happens(0.15):
            case.act("bail_set", _before(freed.at + chance.hours(100, 2000), ends), person=suspect, rank="inspector")


def _extend(case: Case, suspect: Recorded, bailed: datetime, ends: datetime) -> None:
    arrest = case.first("suspect_arrested", suspect) or bailed
    begins = bailed
    for limit, rank, role in (
        ("3 m", "inspector", "custody_officer"),
        ("6 m", "superintendent", "officer"),
        ("9 m", None, "court"),
    ):
        due = after(arrest, limit)
        at = case.plan("INV-11", begins, due).done
        if at is None or at >= ends or at > case.as_of:
            return
        at = max(at, begins + timedelta(seconds=1))
        act = case.act("bail_extended", at, person=suspect, rank=rank, role=role)
        if act is None:
            return
        begins = act.at


def _consider(cast: Cast, ends: datetime) -> None:
    """Whether other children are in reach of a suspect is considered (INV-22)."""
    case = cast.case
    if not cast.scene:
        return
    suspects: list[Recorded | None] = [*cast.suspects] or [None]
    for suspect in suspects:
        begins = case.first("suspect_identified", suspect) or case.reported_at
        plan = case.plan("INV-22", begins, after(begins, "wider_risk"))
        whom = suspect if case.chance.happens(0.5) else None
        case.act("wider_risk_considered", _before(plan.done, ends), person=whom)
        case.reason("INV-22", plan.excused, person=suspect)


def _gather(cast: Cast, ends: datetime) -> None:
    case, chance, rep = cast.case, cast.case.chance, cast.case.reported_at
    if case.category in ("physical_abuse", "sexual_abuse", "neglect"):
        for child in cast.roles("child_subject", "victim"):
            due = after(rep, "medical")
            plan = case.plan("INV-05", rep, due)
            held = plan.done is not None and plan.done <= due and chance.happens(0.3)
            case.act("medical_held" if held else "medical_decided", plan.done, person=child, rank=None, role="health")
            case.reason("INV-05", plan.excused, person=child)
    for child in cast.roles("victim", "witness"):
        if (child.age(day_of(rep)) or 0) >= 3:
            plan = case.plan("INV-06", rep, after(rep, "interview"))
            case.act("evidence_interview_held", _before(plan.done, ends), person=child)
            case.reason("INV-06", plan.excused, person=child)
    for child in cast.victims:
        plan = case.plan("INV-14", rep, after(rep, "needs"))
        case.roughly("needs_assessed", plan.done, person=child)
        case.reason("INV-14", plan.excused, person=child)
    if chance.happens(0.6 if case.category == "online_abuse" else 0.12):
        _seize(case, rep + chance.hours(20, 400), ends)


def _seize(case: Case, at: datetime, ends: datetime) -> None:
    kind = case.chance.pick(("devices_seized", "devices_submitted"))
    seized = case.act(kind, _before(at, ends))
    if seized:
        plan = case.plan("INV-18", seized.at, after(seized.at, "devices"))
        case.act("devices_examined", _before(plan.done, ends), rank=None, role="digital_forensics")
        case.reason("INV-18", plan.excused)
        if plan.done is None and case.chance.happens(0.3):
            case.act("escalated", seized.at + case.chance.hours(400, 800), rank="inspector")


def _grade_online(cast: Cast) -> None:
    case, chance, rep = cast.case, cast.case.chance, cast.case.reported_at
    if chance.happens(0.05):
        return
    value = chance.weighed((("very_high", 0.1), ("high", 0.3), ("medium", 0.35), ("low", 0.25)))
    graded = grade_risk(case, "risk_graded", rep + chance.hours(0.5, 40), value)
    if graded and value not in ("high", "very_high") and chance.happens(0.1):
        case.reason("INV-23", graded.at, rank="inspector")
    if graded and chance.happens(0.25):
        again = chance.weighed((("very_high", 0.2), ("high", 0.4), ("medium", 0.3), ("low", 0.1)))
        grade_risk(case, "risk_regraded", graded.at + chance.hours(10, 900), again)
    if graded and chance.happens(0.7):
        at = rep + chance.hours(5, 600)
        case.act("premises_searched", at)


def _disrupt(cast: Cast) -> None:
    case, rep = cast.case, cast.case.reported_at
    due = after(rep, "exploitation")
    for child in cast.scene:
        plan = case.plan("INV-17", rep, due)
        case.reason("INV-17", plan.excused, person=child)
        if plan.done and not child.flagged(due, "sexual_exploitation_risk", "criminal_exploitation_risk"):
            if case.chance.happens(0.7):
                raise_flag(case.story, child, CONTROL, f"{case.category}_risk", plan.done)
            if case.chance.happens(0.6):
                case.act("flag_added", plan.done, person=child)
        case.act("exploitation_assessed", case.plan("INV-17", rep, due).done, person=child)
        case.act("disruption_plan_set", case.plan("INV-17", rep, due).done, person=child)


def close(cast: Cast, ends: datetime) -> Act | None:
    """Close the case: who is told, who endorses, what the child hears."""
    case, chance = cast.case, cast.case.chance
    if case.first("charged"):
        value = "charged"
    else:
        value = chance.weighed((("no_further_action", 0.6), ("other", 0.3), ("cautioned", 0.1)))
    if value in ("no_further_action", "other") and chance.happens(0.85):
        case.act("closure_endorsed", ends - chance.hours(-4, 40), rank="sergeant")
    note = "Reasons recorded on closure." if chance.happens(0.85) else None
    closed = case.act("closed", ends, value=value, rank="sergeant", note=note)
    case.closed_at = closed.at if closed else None
    for child in cast.victims if closed else ():
        plan = case.plan("TA-03", ends, after(ends, "outcome_told"))
        case.roughly("outcome_explained", plan.done, person=child)
        case.deny("outcome_explained", child)
        case.reason("TA-03", plan.excused, person=child)
    if cast.victims:
        _tell_victim(case)
    return closed


def _tell_victim(case: Case) -> None:
    for act in sorted([act for kind in TOLD_OF for act in case.of(kind)], key=lambda a: a.at):
        plan = case.plan("INV-13", act.at, after(act.at, "1 wd"))
        case.act("victim_updated", plan.done)
