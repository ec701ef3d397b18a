"""Registered offenders in other occurrences: met by officers, or missing."""

from datetime import timedelta

from bounden.simulation.case import open_case
from bounden.simulation.deadlines import after
from bounden.simulation.force import CONTROL, MISSING
from bounden.simulation.registration import Registration

_MINUTE = timedelta(minutes=1)


def meet_officers(registration: Registration) -> None:
    """Officers meet him in an incident, sometimes, and what they learn goes to his manager (RO-18)."""
    story, man = registration.case.story, registration.man
    chance = story.chance
    if not chance.happens(0.2):
        return
    rep = chance.between(max(registration.begins, story.force.begins), story.as_of)
    case = open_case(story, "incident", CONTROL, rep, category="other")
    case.involve(man, "registered_offender")
    due = after(rep, "intelligence")
    kind = chance.pick(("managers_told", "intelligence_disseminated"))
    case.act(kind, case.plan("RO-18", rep, due).done, person=man)
    times = [a.at for one in ("managers_told", "intelligence_disseminated") for a in case.of(one)]
    for one in ("managers_told", "intelligence_received"):
        times += [a.at for a in registration.case.of(one) if a.at >= rep]
    case.owe("RO-18", due, min(times, default=None))
    case.write()


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
