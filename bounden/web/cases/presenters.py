"""A case in words: who, what happened, what was owed, and the inspectors' verdict beside that of the standards."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.utils.text import slugify

from bounden.obligations.span import Span
from bounden.web import instants
from bounden.web.cases.chart import Chart
from bounden.web.cases.drawing import Material, draw, draw_together, material, span_of
from bounden.web.cases.lanes import Lane
from bounden.web.cases.queries import Journey
from bounden.web.wording import OCCURRENCES, SEVERITIES, Look, category, outcome, plain
from bounden.web.worklist.presenters import person, rule


@dataclass(frozen=True, slots=True)
class Owed:
    """One obligation beside its lane."""

    key: str
    standard: str
    title: str
    person: str
    severity: str
    look: Look
    outcome: str
    note: str
    due: str
    due_short: str
    done_short: str
    spoken: str
    lane: Lane | None
    missing: str


@dataclass(frozen=True, slots=True)
class Happening:
    """One record of what happened, for the list."""

    number: int | None
    title: str
    byline: str
    when: str
    machine: str
    facts: tuple[str, ...]
    settles: tuple[Owed, ...]
    done: bool
    anchor: str


@dataclass(frozen=True, slots=True)
class Section:
    """One occurrence of the case."""

    anchor: str
    reference: str
    short: str  # the last part of the reference
    title: str
    facts: tuple[tuple[str, str], ...]
    people: tuple[dict[str, Any], ...]
    chart: Chart | None
    told: tuple[Owed, ...]
    untold: tuple[Owed, ...]
    withdrawn: tuple[Owed, ...]
    happenings: tuple[Happening, ...]
    denials: tuple[Happening, ...]
    counts: tuple[tuple[Look, int], ...]


def sections(journey: Journey) -> list[Section]:
    """The occurrences of the journey, each with its drawing and its list."""
    return [_section(journey, row, one) for row, one in zip(journey.occurrences, _materials(journey), strict=True)]


def about_flags(journey: Journey) -> tuple[Owed, ...]:
    """The duties about flags of the people of the journey."""
    return tuple(_owed(duty, None) for duty in journey.duties if not duty["occurrence_id"])


def together(journey: Journey, found: Sequence[Section]) -> dict[str, Any] | None:
    """The occurrences of the journey under one another on one line of time; none where there is but one."""
    drawn = draw_together(_materials(journey))
    if drawn is None:
        return None
    axis, lines = drawn
    return {"axis": axis, "rows": list(zip(found, lines, strict=True))}


def _materials(journey: Journey) -> list[Material]:
    return [
        material(row, *(journey.of(rows, row["occurrence_id"]) for rows in (journey.actions, journey.duties)))
        for row in journey.occurrences
    ]


def _section(journey: Journey, row: Mapping[str, Any], drawable: Material) -> Section:
    reference = row["occurrence_id"]
    actions = journey.of(journey.actions, reference)
    duties = journey.of(journey.duties, reference)
    picture = draw(drawable)
    drawn = drawable.duties
    lanes = dict(zip((d["obligation_key"] for d in drawn), picture.lanes, strict=True)) if picture else {}
    owed = {d["obligation_key"]: _owed(d, lanes.get(d["obligation_key"])) for d in duties}
    settles: dict[str, list[Owed]] = defaultdict(list)
    for duty in journey.duties:
        if duty["evidence_id"] and duty["outcome"] in {"met", "late"}:
            settles[duty["evidence_id"]].append(_owed(duty, None))
    happened = [_happening(a, drawable.numbers.get(a["action_id"]), tuple(settles[a["action_id"]])) for a in actions]
    by_outcome = defaultdict(int)
    for duty in duties:
        by_outcome[duty["outcome"] or "withdrawn"] += 1
    kind = OCCURRENCES.get(row["kind"], plain(row["kind"]))
    return Section(
        anchor=slugify(reference),
        reference=reference,
        short=reference.rsplit("/", 1)[-1],
        title=f"{kind}: {category(row['category'])}" if row["category"] else kind,
        facts=tuple(_facts(row)),
        people=tuple(_people(journey, reference)),
        chart=picture,
        told=tuple(owed[d["obligation_key"]] for d in drawn),
        untold=tuple(owed[d["obligation_key"]] for d in duties if d["outcome"] and d not in drawn),
        withdrawn=tuple(owed[d["obligation_key"]] for d in duties if not d["outcome"]),
        happenings=tuple(h for h in happened if h.done or h.number is not None),
        denials=tuple(h for h in happened if not h.done and h.number is None),
        counts=tuple(
            (outcome(name), by_outcome[name])
            for name in ("met", "late", "missed", "pending", "excused", "cannot_tell", "withdrawn")
            if by_outcome[name]
        ),
    )


def _owed(duty: Mapping[str, Any], lane: Lane | None) -> Owed:
    due, done = span_of(duty, "due_at"), span_of(duty, "discharged_at")
    title, who, look = duty["title"], person(duty), outcome(duty["outcome"], duty["standard"])
    note = _note(duty, due, done)
    due_words = instants.limit(due) if due else "limit not known"
    done_words = instants.span(done) if done else "not on record as done"
    return Owed(
        key=duty["obligation_key"],
        standard=rule(duty),
        title=title,
        person=who,
        severity=SEVERITIES[duty["severity"]],
        look=look,
        outcome=duty["outcome"] or "withdrawn",
        note=note,
        due=due_words,
        due_short=instants.brief(due.latest) if due else "",
        done_short=instants.brief(done.earliest) if done else "",
        spoken=f"Owed from {instants.instant(duty['triggered_at'])}, due {due_words}, {done_words}. {look.word}."
        if duty["triggered_at"]
        else "",
        lane=lane,
        missing=duty["missing"] or "",
    )


def _note(duty: Mapping[str, Any], due: Span | None, done: Span | None) -> str:
    """The margin in a few words: how early, how late, how long overdue."""
    match duty["outcome"]:
        case "met" if due and done:
            spare = due.earliest - done.latest
            return f"with {instants.length(spare)} to spare" if spare else "at the limit"
        case "late" if due and done:
            return f"by {'' if done.exact else 'at least '}{instants.length(done.earliest - due.latest)}"
        case "missed" if due:
            return (
                f"{instants.length(duty['as_of'] - due.latest)} past the limit"
                if duty["as_of"] > due.latest
                else "at its own instant"
            )
        case "pending" if due:
            return f"{instants.length(due.earliest - duty['as_of'])} left"
        case "excused":
            return f"by {plain(duty['excused_by']).lower()}" if duty["excused_by"] else ""
    return ""


def _happening(action: Mapping[str, Any], number: int | None, settles: tuple[Owed, ...]) -> Happening:
    when, machine = "time not recorded", ""
    if action["happened_at"]:
        known = Span(action["happened_at"], action["happened_at_latest"] or action["happened_at"])
        words = instants.span(known, no_latest=action["latest_unknown"])
        when = words if action["done"] else f"up to {words}"
        machine = f"{action['happened_at'].isoformat()}Z" if known.exact and not action["latest_unknown"] else ""
    by = plain(action["by_rank"] or action["by_role"]).lower()
    facts = [plain(action["value"])] if action["value"] else []
    if action["person_id"]:
        facts.append(f"for {person(action)}")
    if action["note"]:
        facts.append(action["note"])
    return Happening(
        number=number,
        title=plain(action["kind"]),
        byline=f"by {by}, from {source(action['source'])}" if by else f"from {source(action['source'])}",
        when=when,
        machine=machine,
        facts=tuple(facts),
        settles=settles,
        done=action["done"],
        anchor=slugify(action["action_id"]),
    )


def source(name: str) -> str:
    """The system that a row came from."""
    return "the case file" if name == "case-file" else name


def _facts(row: Mapping[str, Any]) -> list[tuple[str, str]]:
    facts = []
    for name, label in (("reported_at", "Reported"), ("occurred_at", "Happened"), ("closed_at", "Closed")):
        if found := span_of(row, name):
            facts.append((label, instants.span(found)))
        elif name == "reported_at":
            facts.append((label, "not on record"))
    if row["judged_at"]:
        facts.append(("Judged as of", instants.instant(row["judged_at"])))
    if row["unit"]:
        facts.append(("Unit", row["unit"]))
    facts.append(("Source", source(row["source"])))
    return facts


def _people(journey: Journey, reference: str) -> list[dict[str, Any]]:
    """Each person once, with the roles and the flags held."""
    found: dict[str, dict[str, Any]] = {}
    for row in journey.of(journey.involved, reference):
        one = found.setdefault(row["person_id"], {"name": person(row), "adult": row["adult"], "roles": [], "flags": []})
        one["roles"].append(plain(row["role"]).lower())
    for flag in journey.flags:
        if flag["person_id"] in found:
            found[flag["person_id"]]["flags"].append(plain(flag["kind"]).lower())
    return list(found.values())
