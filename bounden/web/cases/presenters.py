"""A case in words: who, what happened, what was owed, and the inspectors' verdict beside that of the standards."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.utils.text import slugify

from bounden.obligations.span import Span
from bounden.web import instants
from bounden.web.cases.chart import Chart, chart
from bounden.web.cases.lanes import Duty, Lane
from bounden.web.cases.queries import Journey
from bounden.web.cases.scale import MARGIN
from bounden.web.wording import OCCURRENCES, SEVERITIES, VERDICTS, Look, category, outcome, plain
from bounden.web.worklist.presenters import person

TOLD = {"met", "late", "missed", "pending", "excused"}


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


def span_of(row: Mapping[str, Any], name: str) -> Span | None:
    """The span of a pair of columns `name`, `name_latest`; an empty latest is exact."""
    earliest, latest = row[name], row[f"{name}_latest"]
    return Span(earliest, max(earliest, latest or earliest)) if earliest else None


def sections(journey: Journey) -> list[Section]:
    """The occurrences of the journey, each with its drawing and its list."""
    return [_section(journey, row) for row in journey.occurrences]


def _section(journey: Journey, row: Mapping[str, Any]) -> Section:
    reference = row["occurrence_id"]
    actions = journey.of(journey.actions, reference)
    duties = journey.of(journey.duties, reference)
    judged = _judged(row, actions, duties)
    drawn = [d for d in duties if d["outcome"] in TOLD and d["due_at"] and d["triggered_at"]]
    dated = [a for a in actions if a["happened_at"]]
    numbers = {a["action_id"]: n for n, a in enumerate(dated, 1)}
    picture = _chart(row, dated, numbers, drawn, judged)
    lanes = dict(zip((d["obligation_key"] for d in drawn), picture.lanes, strict=True)) if picture else {}
    owed = {d["obligation_key"]: _owed(d, lanes.get(d["obligation_key"])) for d in duties}
    settles: dict[str, list[Owed]] = defaultdict(list)
    for duty in duties:
        if duty["evidence_id"] and duty["outcome"] in {"met", "late"}:
            settles[duty["evidence_id"]].append(owed[duty["obligation_key"]])
    happened = [_happening(a, numbers.get(a["action_id"]), tuple(settles[a["action_id"]]), judged) for a in actions]
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


def _judged(
    row: Mapping[str, Any], actions: Sequence[Mapping[str, Any]], duties: Sequence[Mapping[str, Any]]
) -> datetime | None:
    if duties:
        return max(d["as_of"] for d in duties)
    return row["judged_at"] or max((a["happened_at"] for a in actions if a["happened_at"]), default=None)


def _chart(
    row: Mapping[str, Any], dated: Sequence[Mapping[str, Any]], numbers: Mapping[str, int],
    drawn: Sequence[Mapping[str, Any]], judged: datetime | None,
) -> Chart | None:  # fmt: skip
    starts = [a["happened_at"] for a in dated] + [d["triggered_at"] for d in drawn]
    start = row["reported_at"] or min(starts, default=None)
    if start is None or judged is None or (not dated and not drawn):
        return None
    start = min([start, *(s for s in starts if s)])
    records = [(numbers[a["action_id"]], _when(a, judged), a["done"]) for a in dated]
    duties = [
        Duty(span_of(d, "triggered_at"), span_of(d, "due_at"), span_of(d, "discharged_at"), d["outcome"], d["at_act"])
        for d in drawn
    ]
    ends = [d.due.latest for d in duties if d.due] + [d.discharged.earliest for d in duties if d.discharged]
    ends += [a["happened_at"] if a["latest_unknown"] else a["happened_at_latest"] or a["happened_at"] for a in dated]
    last = max(ends)
    end = max(min(start + (last - start) * MARGIN, judged), start)
    return chart(records, duties, start=start, end=end, until=judged) if end > start else None


def _when(action: Mapping[str, Any], judged: datetime) -> Span:
    """When an action happened, as far as is known; without an upper bound, up to the judgement."""
    earliest = action["happened_at"]
    latest = judged if action["latest_unknown"] else action["happened_at_latest"] or earliest
    return Span(earliest, max(earliest, latest))


def _owed(duty: Mapping[str, Any], lane: Lane | None) -> Owed:
    due, done = span_of(duty, "due_at"), span_of(duty, "discharged_at")
    title, who, look = duty["title"], person(duty), outcome(duty["outcome"])
    note = _note(duty, due, done)
    due_words = instants.limit(due) if due else "limit not known"
    done_words = instants.span(done) if done else "not on record as done"
    return Owed(
        key=duty["obligation_key"],
        standard=duty["standard"] + (f" ({duty['stage']})" if duty["stage"] else ""),
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


def _happening(
    action: Mapping[str, Any], number: int | None, settles: tuple[Owed, ...], judged: datetime | None
) -> Happening:
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


def verdict(journey: Journey) -> dict[str, Any] | None:
    """What inspectors said of a published case, beside what the standards conclude; none for any other case."""
    if journey.case is None:
        return None
    said = journey.case.get("verdict")
    expects = [_expectation(journey, expect) for expect in journey.case.get("expect") or ()]
    return {
        "said": VERDICTS.get(said, Look(plain(said), "grey", "")) if said else None,
        "summary": journey.case.get("summary", ""),
        "source": journey.case.get("source") or {},
        "expects": expects,
        "reached": sum(e["reached"] for e in expects),
        "uncovered": journey.case.get("uncovered") or (),
    }


def _expectation(journey: Journey, expect: Mapping[str, Any]) -> dict[str, Any]:
    """One expectation and whether every obligation it speaks of has that outcome."""
    prefix = f"{journey.case_id}/"
    found = [
        d for d in journey.duties
        if d["standard"] == expect["standard"]
        and (not expect.get("stage") or d["stage"] == str(expect["stage"]))
        and (not expect.get("occurrence") or d["occurrence_id"] == prefix + expect["occurrence"])
        and (not expect.get("person") or d["person_id"] == prefix + expect["person"])
        and d["outcome"]
    ]  # fmt: skip
    wanted = expect["outcome"]
    concluded = sorted({d["outcome"] for d in found})
    return {
        "standard": expect["standard"],
        "title": found[0]["title"] if found else "",
        "wanted": outcome(wanted),
        "concluded": [outcome(name) for name in concluded],
        "keys": [d["obligation_key"] for d in found],
        "why": expect.get("why", ""),
        "published": expect.get("basis") == "published",
        "reached": concluded == [wanted],
    }
