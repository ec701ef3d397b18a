"""One obligation in words."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django.utils.text import slugify

from bounden.web import instants
from bounden.web.cases.presenters import span_of
from bounden.web.wording import OCCURRENCES, Look, outcome, plain
from bounden.web.worklist.presenters import Due, due, person


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
    unit: str
    broken: bool


def duty(row: Mapping[str, Any]) -> Owed:
    """The obligation of a row of the query."""
    due_span, triggered, done = span_of(row, "due_at"), span_of(row, "triggered_at"), span_of(row, "discharged_at")
    return Owed(
        key=row["obligation_key"],
        title=row["title"],
        stage=row["stage"],
        force=row["force"],
        force_slug=slugify(row["force"]),
        reference=row["occurrence_id"],
        kind=OCCURRENCES.get(row["kind"], plain(row["kind"])),
        person=person(row),
        severity=row["severity"],
        look=outcome(row["outcome"]),
        due=due(row),
        limit=instants.limit(due_span) if due_span else "cannot be told",
        triggered=instants.span(triggered) if triggered else "cannot be told",
        done=instants.span(done) if done else "not on record",
        missing=row["missing"] or "",
        as_of=instants.instant(row["as_of"]),
        unit=row["unit"] or "",
        broken=row["outcome"] in {"late", "missed"},
    )


def sentences(explanation: Any) -> list[Any]:
    """The sentences of an explanation, in order."""
    return list(explanation.sentences)


