"""Disclosure, intelligence and recommendations: occurrences with a clock of their own."""

from datetime import datetime, timedelta

from bounden.obligations.clock.local import day_of, end_of_day
from bounden.obligations.outcome import Outcome
from bounden.simulation.case import Act, Case, open_case
from bounden.simulation.deadlines import after
from bounden.simulation.force import INSPECTIONS, INTELLIGENCE, PARTNERS
from bounden.simulation.households import family_with_child, some_family
from bounden.simulation.narratives import log_of
from bounden.simulation.people import lone
from bounden.simulation.story import Story

_REVIEWERS = "safeguarding_partnership"
_LIMITS = {"immediately": "rec_immediate", "3_months": "3 m", "6_months": "6 m"}
_TIME_LIMITS = (("immediately", 0.25), ("3_months", 0.35), ("6_months", 0.25), ("date", 0.1), (None, 0.05))
_NEW_LIMIT_FROM = datetime(2023, 4, 5).date()


def tell_disclosure(story: Story) -> None:
    """Somebody asks about a danger to a child or about a partner's past (AH-22, AH-23)."""
    chance, force = story.chance, story.force
    rep = chance.between(force.begins, force.as_of - timedelta(minutes=2))
    category = chance.weighed((("domestic_abuse", 0.5), ("concern_for_child", 0.4), ("sexual_abuse", 0.1)))
    case = open_case(story, "disclosure", PARTNERS, rep, category=category)
    case.involve(story.adult(some_family(story).adults[0], PARTNERS), "informant")
    received = case.act("application_received", rep + chance.hours(0, 20), rank=None) if chance.happens(0.8) else None
    start = received.at if received else rep
    if category == "domestic_abuse":
        due = after(start, "28 d" if day_of(start) >= _NEW_LIMIT_FROM else "35 d")
        case.owe("AH-23", due, _done(case, "disclosure_decided", "AH-23", start, due))
    else:
        for stage, limit, kind in (
            ("1", "24 h", "initial_checks_completed"),
            ("2", "10 d", "applicant_interviewed"),
            ("3", "28 d", "disclosure_decided"),
        ):
            due = after(start, limit)
            case.owe("AH-22", due, _done(case, kind, "AH-22", start, due), stage=stage)
    case.write()


def _done(case: Case, kind: str, standard: str, start: datetime, due: datetime) -> Act | None:
    return case.roughly(kind, case.plan(standard, start, due).done)


def tell_intelligence(story: Story) -> None:
    """A report of intelligence about a child or a suspect, passed on or not (INV-19)."""
    chance, force = story.chance, story.force
    rep = chance.between(force.begins, force.as_of - timedelta(minutes=2))
    case = open_case(
        story,
        "intelligence",
        INTELLIGENCE,
        rep,
        category=chance.pick(("criminal_exploitation", "other", "sexual_exploitation")),
    )
    about_child = chance.happens(0.6)
    if about_child:
        _, fitting = family_with_child(story, rep, 8, 16, rep + timedelta(days=120))
        child = story.person(fitting[0], INTELLIGENCE, spoilt=0.2, child_until=rep + timedelta(days=120))
        case.involve(child, chance.pick(("child_subject", "witness", "victim")))
        log = (
            log_of(case)
            .say("Source states", "Intel suggests", "Seen at address with older males:")
            .named(child.true, child)
        )
        log.say("Not to be actioned without reference to originator.").write()
        case.owe("DM-04", rep, rep, at_act=True)
    else:
        born = day_of(rep - chance.span(timedelta(days=19 * 365), timedelta(days=50 * 365)))
        man = story.adult(lone(force.seed, force.name, story.name, born, girl=False), INTELLIGENCE, spoilt=0.2)
        case.involve(man, "suspect")
    received = [
        case.act("received", rep + chance.hours(0, 9), rank=None)
        for _ in range(chance.weighed(((0, 0.2), (1, 0.75), (2, 0.05))))
    ]
    known = [act for act in received if act]
    begun: list[Act | None] = [*known] or [None]
    for act in begun:
        begins = act.at if act else rep
        case.act(
            chance.pick(("disseminated", "intelligence_disseminated")),
            case.plan("INV-19", begins, after(begins, "intelligence")).done,
            rank=None,
        )
    for act in begun:
        begins = act.at if act else rep
        times = [case.first(kind, since=begins) for kind in ("disseminated", "intelligence_disseminated")]
        done = min((at for at in times if at), default=None)
        case.owe("INV-19", after(begins, "intelligence"), done, trigger=act, stage="1")
    case.write()


def tell_inspections(story: Story) -> None:
    """Two reports with their recommendations, of the inspectorate and of another (GOV-01 to 04 and 16)."""
    for number, maker in enumerate((story.chance.pick(("inspectorate", "inspectorate", None)), _REVIEWERS), start=1):
        _tell_report(story, number, maker)


def _tell_report(story: Story, number: int, maker: str | None) -> None:
    chance, force = story.chance, story.force
    rep = chance.between(force.begins - timedelta(days=200), force.as_of - timedelta(minutes=2))
    cases = []
    for place in range(chance.whole(1, 8)):
        case = open_case(story, "recommendation", INSPECTIONS, rep, name=f"{number}-{place + 1:02d}")
        case.source_ref = f"synthetic-report-{story.name}-{number}"
        drawn = chance.weighed(_TIME_LIMITS)
        due = None
        if drawn == "date":
            last = day_of(rep + timedelta(days=chance.whole(30, 300)))
            case.grade, due = last.isoformat(), end_of_day(last)
        elif drawn:
            case.grade, due = drawn, after(rep, _LIMITS[drawn])
        case.act("reported", rep, rank=None, role=maker)
        _carry_out(case, due, "GOV-16" if maker == _REVIEWERS else "GOV-01")
        cases.append(case)
    if maker != _REVIEWERS:
        _comment(cases)
    for case in cases:
        case.write()


def _carry_out(case: Case, due: datetime | None, standard: str) -> None:
    begins = case.reported_at
    limit = due or after(begins, "6 m")
    closed = case.act("closed", case.plan(standard, begins, limit).done, value="other", rank="superintendent")
    endorsed = case.act("closure_endorsed", case.plan(standard, begins, limit).done, rank="superintendent")
    if due is None:
        case.answer(standard, Outcome.CANNOT_TELL)
    else:
        case.owe(standard, due, closed, endorsed.at if endorsed else None)


def _comment(cases: list[Case]) -> None:
    """What is sent about a report as a whole, whichever of its recommendations says so."""
    first, chance = cases[0], cases[0].chance
    for standard, limit, values in (
        ("GOV-02", "42 d", ("action_plan",)),
        ("GOV-03", "chief_comment", ("chief_constable_comment",)),
        ("GOV-04", "56 d beginning with", ("commissioner_comment_published", "commissioner_comment_sent")),
    ):
        due = after(first.reported_at, limit)
        done = []
        for value in values:
            act = chance.pick(cases).act(
                "disseminated", first.plan(standard, first.reported_at, due).done, value=value, rank=None
            )
            done.append(act.at if act else None)
        first.owe(standard, due, *done)
