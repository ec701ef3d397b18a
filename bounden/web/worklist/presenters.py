"""The rows of the worklist in words."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.utils.text import slugify

from bounden.obligations.span import Span
from bounden.reports.handbook.confirming import unconfirmed
from bounden.standards import standard as find
from bounden.web import instants
from bounden.web.wording import OCCURRENCES, SEVERITIES, Look, category, outcome, plain


@dataclass(frozen=True, slots=True)
class Due:
    """The contextual date: a bold date, a short label under it, a bar that never stands without the label."""

    date: str
    label: str
    tone: str


@dataclass(frozen=True, slots=True)
class Item:
    """One row, ready to be shown."""

    key: str
    force: str
    force_slug: str
    reference: str  # of the occurrence; empty where the duty is about a flag
    kind: str
    person: str
    standard: str
    duty: str
    unit: str
    severity: str
    severity_word: str
    due: Due
    look: Look
    missing: str
    whose: str  # whose duty it is where that is not the police


def item(row: Mapping[str, Any]) -> Item:
    """One row of the query in words."""
    kind = OCCURRENCES.get(row["kind"], plain(row["kind"]))
    return Item(
        key=row["obligation_key"],
        force=row["force"],
        force_slug=slugify(row["force"]),
        reference=row["occurrence_id"] or "",
        kind=f"{kind}: {category(row['category'])}" if row["category"] else kind,
        person=person(row),
        standard=rule(row),
        duty=row["title"],
        unit=row["unit"] or "",
        severity=row["severity"],
        severity_word=SEVERITIES[row["severity"]],
        due=due(row),
        look=outcome(row["outcome"], row["standard"]),
        missing=row["missing"] or "",
        whose="" if row["police"] else find(row["standard"]).duty.value,
    )


def rule(row: Mapping[str, Any]) -> str:
    """The standard's id with the stage, and that its number or source is to be confirmed where it is."""
    said = row["standard"] + (f" ({row['stage']})" if row["stage"] else "")
    return f"{said}, to be confirmed" if row["standard"] in unconfirmed() else said


def person(row: Mapping[str, Any]) -> str:
    """Whom the duty is owed to: the name, else the last part of the record's id, and the age recorded."""
    if not row["person_id"]:
        return ""
    names = " ".join(part for part in (row["given_names"], row["family_name"]) if part)
    name = names or plain(row["person_id"].rsplit("/", 1)[-1])
    age = row["age_years"]
    if row["date_of_birth"] and row["triggered_at"]:
        born, then = row["date_of_birth"], instants.local(row["triggered_at"]).date()
        age = then.year - born.year - ((then.month, then.day) < (born.month, born.day))
    return f"{name}, {age}" if age is not None else name


def due(row: Mapping[str, Any]) -> Due:
    """When it was or is due, and how that stands at the instant at which it was judged."""
    if row["due_at"] is None:
        return Due("Not known", "limit cannot be told", "grey")
    span = Span(row["due_at"], row["due_at_latest"] or row["due_at"])
    date = instants.limit(Span.exactly(span.latest), short=True)
    as_of: datetime = row["as_of"]
    if row["outcome"] == "missed":
        return Due(date, f"{instants.length(as_of - span.latest)} overdue", "red")
    if row["outcome"] == "late":
        late = instants.length(row["discharged_at"] - span.latest)
        return Due(date, f"done {'at least ' if row['discharged_at_latest'] else ''}{late} late", "orange")
    if row["outcome"] == "pending":
        left = instants.length(span.earliest - as_of)
        return Due(date, f"due in {left}", "teal")
    passed = span.latest < as_of
    return Due(date, "limit passed, not known if done" if passed else "limit not surely passed", "grey")
