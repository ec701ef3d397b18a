"""One obligation in words."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django.utils.text import slugify

from bounden.obligations import explain
from bounden.obligations.explain import Explanation
from bounden.obligations.outcome import Outcome
from bounden.standards import standard
from bounden.web import instants
from bounden.web.cases.drawing import span_of
from bounden.web.wording import OCCURRENCES, Look, category, outcome, plain
from bounden.web.worklist.presenters import Due, due, person

ABOUT = {
    "duty": "What is owed",
    "trigger": "What set it off",
    "due": "By when",
    "local": "The force’s own number",
    "evidence": "What the records show",
    "ending": "What ended it",
    "excuse": "What excuses it",
    "outcome": "So",
    "missing": "So",
}


@dataclass(frozen=True, slots=True)
class Owed:
    """What stands at the head of the page."""

    key: str
    title: str
    stage: str
    force: str
    force_slug: str
    reference: str
    kind: str
    person: str
    severity: str
    look: Look
    due: Due
    limit: str
    triggered: str
    done: str
    missing: str
    as_of: str
    broken: bool


@dataclass(frozen=True, slots=True)
class Step:
    """One or more sentences about one thing, with the records on which each rests."""

    label: str
    sentences: tuple[tuple[str, tuple[dict[str, str], ...]], ...]


def duty(row: Mapping[str, Any]) -> Owed:
    """The obligation of a row of the query."""
    due_span, triggered, done = span_of(row, "due_at"), span_of(row, "triggered_at"), span_of(row, "discharged_at")
    return Owed(
        key=row["obligation_key"],
        title=row["title"],
        stage=row["stage"],
        force=row["force"],
        force_slug=slugify(row["force"]),
        reference=row["occurrence_id"] or "",
        kind=_kind(row),
        person=person(row),
        severity=row["severity"],
        look=outcome(row["outcome"], row["standard"]),
        due=due(row),
        limit=instants.limit(due_span) if due_span else "cannot be told",
        triggered=instants.span(triggered) if triggered else "cannot be told",
        done=instants.span(done) if done else "not on record",
        missing=row["missing"] or "",
        as_of=instants.instant(row["as_of"]),
        broken=row["outcome"] in {"late", "missed"},
    )


def _kind(row: Mapping[str, Any]) -> str:
    kind = OCCURRENCES.get(row["kind"], plain(row["kind"]))
    return kind if row["occurrence_id"] else f"{kind}: {category(row['category'])}"


def is_open(row: Mapping[str, Any]) -> bool:
    """Whether somebody can still act on the obligation of a row of the query."""
    result = Outcome(row["outcome"]) if row["outcome"] else None
    return explain.is_open(result, standard(row["standard"]), row["stage"])


def steps(explanation: Explanation, occurrences: Mapping[str, str]) -> list[Step]:
    """The sentences of an explanation in order, those about the same thing together.

    `occurrences` names the occurrence of each action; any other record stands in the obligation's own.
    """
    found: list[Step] = []
    here = explanation.obligation.occurrence_id
    for sentence in explanation.sentences:
        records = tuple(
            {"id": record, "anchor": slugify(record), "occurrence": occurrences.get(record, here)}
            for record in sentence.records
        )
        label = ABOUT[sentence.about]
        if found and found[-1].label == label:
            found[-1] = Step(label, (*found[-1].sentences, (sentence.text, records)))
        else:
            found.append(Step(label, ((sentence.text, records),)))
    return found
