"""Incidents of a family: what is reported of it, once or again and again, and the whole story of each report."""

from collections.abc import Callable
from datetime import datetime, timedelta

from bounden.obligations.clock.local import day_of
from bounden.simulation.career import raise_flag
from bounden.simulation.case import open_case
from bounden.simulation.cast import ABUSE, Cast
from bounden.simulation.casting import PARTS, Household
from bounden.simulation.deadlines import after
from bounden.simulation.force import CONTROL, CRIME
from bounden.simulation.households import some_family
from bounden.simulation.investigation import close, investigate
from bounden.simulation.joint_work import work_together
from bounden.simulation.log_phrases import INTRODUCED, NOBODY, OPENINGS, OVERHEARD, SEEN_THERE
from bounden.simulation.narratives import log_of
from bounden.simulation.owed.decisions import owe_decisions
from bounden.simulation.owed.first_contact import owe_first_contact
from bounden.simulation.owed.investigation import owe_investigation
from bounden.simulation.owed.joint_work import owe_joint_work
from bounden.simulation.people import Recorded, lone, years_between
from bounden.simulation.response import respond
from bounden.simulation.shared_history import History
from bounden.simulation.story import Story

_OFTEN = ((1, 0.80), (2, 0.10), (3, 0.05), (5, 0.035), (9, 0.015))
_AGAIN = (
    ("domestic_abuse", 0.5),
    ("concern_for_child", 0.25),
    ("neglect", 0.15),
    ("other", 0.05),
    ("physical_abuse", 0.05),
)


def tell_incident(category: str, youngest: int, oldest: int) -> Callable[[Story], None]:
    """A teller of families of whom an incident of a category with a child of such an age is reported."""

    def tell(story: Story) -> None:
        chance, force = story.chance, story.force
        first = chance.between(force.begins, force.as_of - timedelta(minutes=2))
        household = Household(story, first, youngest, oldest)
        history = History(story)
        _flag(household, first)
        number = chance.weighed(_OFTEN)
        reports = [(first, category)]
        last = min(force.as_of - timedelta(minutes=1), first + timedelta(days=300))
        for _ in range(number - 1):
            at = chance.between(first + timedelta(hours=1), last)
            if at <= last:
                reports.append((at, chance.weighed(_AGAIN)))
        for reported_at, what in sorted(reports):
            tell_report(household, history, what, reported_at)
        conclude(household, history)

    return tell


def _flag(household: Household, first: datetime) -> None:
    chance = household.chance
    for child in household.children:
        for kind, share in (
            ("child_protection_plan", 0.05),
            ("looked_after", 0.02),
            ("sexual_exploitation_risk", 0.02),
        ):
            if chance.happens(share):
                began = first - chance.span(timedelta(days=1), timedelta(days=200))
                raise_flag(household.story, child, CONTROL, kind, began)


def tell_report(
    household: Household, history: History, category: str, reported_at: datetime, offender: Recorded | None = None
) -> Cast:
    """Plant one report of a family; offender: a registered offender whom officers meet there."""
    story, chance = household.story, household.chance
    source = CRIME if category in ABUSE and chance.happens(0.3) else CONTROL
    case = open_case(story, "incident", source, reported_at, category=category)
    case.place = household.address
    cast = Cast(case, kin=household.ties)
    PARTS[category](household, cast)
    if offender:
        cast.adult(offender, "registered_offender")
    history.casts.append(cast)
    respond(cast)
    if category in ABUSE:
        investigate(cast, reported_at + chance.span(timedelta(days=10), timedelta(days=chance.pick((60, 150, 400)))))
    else:
        if category == "domestic_abuse":
            _arrest(cast)
        close(cast, reported_at + chance.hours(14, 600))
    work_together(cast)
    if chance.happens(0.3):
        case.act("chronology_reviewed", case.plan("DM-05", reported_at, reported_at + timedelta(days=6)).done)
    cast.blamed = _log(household, cast)
    case.write()
    return cast


def conclude(household: Household, history: History) -> None:
    """Write down what is owed once everything is planted: one incident may matter for another."""
    for cast in history.casts:
        owe_first_contact(cast, history)
        owe_joint_work(cast, history)
        owe_investigation(cast, history)
        owe_decisions(cast, history)
    history.owe_flags(household.children, CONTROL)


def _arrest(cast: Cast) -> None:
    """At domestic abuse: an arrest, sometimes a protection notice or a breach of bail."""
    case, chance = cast.case, cast.case.chance
    suspect = cast.suspects[0]
    if chance.happens(0.35):
        note = "Necessary to protect the family." if chance.happens(0.9) else None
        arrest = case.act("suspect_arrested", case.reported_at + chance.hours(0.3, 30), person=suspect, note=note)
        for child in cast.at_risk if arrest else ():
            if arrest and cast.belongs(child, suspect.id):
                at = case.plan("IC-14", arrest.at, after(arrest.at, "attendance")).done
                case.act("carer_checked", at, person=child)
    if chance.happens(0.06):
        served = case.act("protection_notice_served", case.reported_at + chance.hours(5, 70), person=suspect)
        if served:
            due = after(served.at, "48 h without Sundays and holidays")
            case.act("protection_hearing_held", case.plan("INV-15", served.at, due).done, person=suspect, role="court")
    if chance.happens(0.05):
        breach = case.act("breach_established", case.reported_at + chance.hours(0.5, 60), person=suspect)
        if breach:
            plan = case.plan("INV-24", breach.at, after(breach.at, "breach_action"))
            case.act("order_breach_acted_on", plan.done, person=suspect)
            case.reason("INV-24", plan.excused, person=suspect)
            for child in cast.at_risk[:1]:
                again = case.plan("INV-24", breach.at, after(breach.at, "breach_action"))
                case.act("safeguarding_assessed", again.done, person=child)


def _log(household: Household, cast: Cast) -> bool:
    """The words of the log; whether they blame the child."""
    case, chance = cast.case, cast.case.chance
    log = log_of(case).say(*OPENINGS[str(case.category)])
    for child, role in cast.children:
        if role in ("child_subject", "victim", "suspect") or chance.happens(0.5):
            log.say(*INTRODUCED).named(child.true, child)
        else:
            log.say(*SEEN_THERE).mentioned(child.true, child)
    recorded = {child.true.id for child, _ in cast.children}
    unnoticed = [c for c in household.home.children if c.id not in recorded and c.born < day_of(case.reported_at)]
    for true in unnoticed:
        if years_between(true.born, day_of(case.reported_at)) < 18 and chance.happens(0.3):
            log.say(*OVERHEARD).mentioned(true, household.record_of(true))
    if not log.children and chance.happens(0.2):
        log.say(*NOBODY)
    log.go_on()
    blamed = bool(cast.children) and chance.happens(0.02)
    if blamed:
        log.blame()
    log.write()
    return blamed


def tell_domestic_without_children(story: Story) -> None:
    """Domestic abuse in a home in which nobody recorded a child, although there may be one in the words of the log."""
    chance, force = story.chance, story.force
    rep = chance.between(force.begins, force.as_of - timedelta(minutes=2))
    household = Household(story, rep, 0, 17, recorded=False)
    history = History(story)
    tell_report(household, history, "domestic_abuse", rep)
    conclude(household, history)


def tell_quiet_incident(story: Story) -> None:
    """A report in which there is no child: nothing is owed to one."""
    chance, force = story.chance, story.force
    rep = chance.between(force.begins, force.as_of)
    case = open_case(story, "incident", CONTROL, rep, category="other")
    who = story.adult(some_family(story).adults[0], CONTROL)
    case.involve(who, chance.pick(("victim", "witness", "informant")))
    if chance.happens(0.2):
        born = day_of(rep - chance.span(timedelta(days=19 * 365), timedelta(days=60 * 365)))
        other = story.adult(lone(force.seed, force.name, story.name, born, girl=chance.happens(0.3)), CONTROL)
        case.involve(other, "suspect")
        if chance.happens(0.3):
            case.act("suspect_arrested", rep + chance.hours(1, 100), person=other)
    case.act("reported", rep, rank=None, role="caller")
    case.act(
        "call_graded",
        rep + chance.minutes(1, 6),
        value=chance.pick(("immediate", "priority", "diary", "telephone")),
        rank=None,
    )
    if chance.happens(0.75):
        arrived = rep + chance.hours(0.1, 20)
        case.act("officers_deployed", arrived - timedelta(minutes=3))
        case.act("officers_arrived", arrived)
    log_of(case).say(*OPENINGS["other"]).go_on().write()
    closed = case.act("closed", rep + chance.hours(21, 400), value=chance.pick(("other", "no_further_action")))
    case.closed_at = closed.at if closed else None
    case.write()
