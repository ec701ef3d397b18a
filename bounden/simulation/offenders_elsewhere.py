"""Registered offenders in other occurrences: met by officers, or missing."""

from datetime import datetime, timedelta

from bounden.simulation.case import Case, open_case
from bounden.simulation.casting import Household
from bounden.simulation.deadlines import after
from bounden.simulation.force import CONTROL, CUSTODY, INTELLIGENCE, MISSING
from bounden.simulation.incidents import conclude, tell_report
from bounden.simulation.registration import Registration
from bounden.simulation.shared_history import History

_MINUTE = timedelta(minutes=1)


def meet_officers(registration: Registration) -> None:
    """Officers meet him or learn something of him, sometimes, and his manager hears of it (RO-18)."""
    story, man = registration.case.story, registration.man
    chance = story.chance
    if not chance.happens(0.25):
        return
    rep = chance.between(max(registration.begins, story.force.begins), story.as_of - _MINUTE)
    way = chance.weighed((("quiet", 0.4), ("family", 0.25), ("intelligence", 0.2), ("detention", 0.15)))
    if way == "family":
        household, history = Household(story, rep, 0, 16), History(story)
        cast = tell_report(household, history, "concern_for_child", rep, man)
        _pass_on(registration, cast.case, rep)
        conclude(household, history)
        return
    kind, source = _WAYS[way]
    case = open_case(story, kind, source, rep, category="other")
    case.involve(man, "registered_offender")
    received = case.act("received", rep + chance.hours(0, 5), rank=None) if way == "intelligence" else None
    begins = received.at if received else rep
    _pass_on(registration, case, begins)
    if way == "intelligence":
        passed = case.first("intelligence_disseminated", since=begins)
        case.owe("INV-19", after(begins, "intelligence"), passed, trigger=received, stage="1")
    case.write()


def _pass_on(registration: Registration, case: Case, begins: datetime) -> None:
    """What was learnt reaches his manager, there or in the registration."""
    due = after(begins, "intelligence")
    kind = case.chance.pick(("managers_told", "intelligence_disseminated"))
    case.act(kind, case.plan("RO-18", begins, due).done, person=registration.man)
    times = [a.at for one in ("managers_told", "intelligence_disseminated") for a in case.of(one)]
    for one in ("managers_told", "intelligence_received"):
        times += [a.at for a in registration.case.of(one) if a.at >= begins]
    case.owe("RO-18", due, min(times, default=None))
    registration.elsewhere.append(case)


_WAYS = {
    "quiet": ("incident", CONTROL),
    "intelligence": ("intelligence", INTELLIGENCE),
    "detention": ("detention", CUSTODY),
}


def go_missing(registration: Registration) -> None:
    """He disappears, sometimes, and is circulated and looked for (RO-22)."""
    story, man = registration.case.story, registration.man
    chance = story.chance
    if registration.closed or not chance.happens(0.03):
        return
    rep = chance.between(max(registration.begins + _MINUTE, story.force.begins), story.as_of)
    case = open_case(story, "missing", MISSING, rep)
    case.involve(man, "missing_person")
    found = rep + chance.hours(10, 1500)
    due = after(rep, "ro_circulated")
    told = case.act("circulated", case.plan("RO-22", rep, due).done, person=man)
    over = case.act("found", found, person=man)
    ended = over.at if over else None
    case.owe("RO-22", due, told, person=man, stage="1", ended=ended)
    at, trigger = rep, case.id
    while True:
        due = after(at, "ro_missing_review")
        planned = case.plan("RO-22", at, due).done
        review = None
        if planned and planned < found:
            review = case.act("supervisor_reviewed", max(planned, at + _MINUTE), person=man, rank="sergeant")
        case.owe("RO-22", due, review, person=man, trigger=trigger, stage="2", ended=ended)
        if review is None:
            break
        at, trigger = review.at, review.id
    case.write()
