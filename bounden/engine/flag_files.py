"""Flags prepared as if each were an occurrence of its own (AH-11), for all flags at once.

Their numbers are below zero, so that no row that answers an occurrence is ever theirs.
"""

from typing import Any

import ibis

from bounden.engine.joins import beside, within
from bounden.engine.standing import numbered, person_numbers
from bounden.engine.tables import declared
from bounden.obligations.terms.scope import FLAG

_FLAG = ("force", "source", "person", "kind", "from_at")


def begun_flags(people: Any) -> Any:
    """Every flag on a person that has a beginning on record: occurrence, _FLAG, from_at_latest.

    Rows of one system that say the same kind and beginning are one flag.
    """
    rows = _on_people(people)
    alike = rows.group_by(*_FLAG).aggregate(from_at_latest=ibis.coalesce(rows.from_at_latest, rows.from_at).max())
    counted = numbered(alike, "place", *_FLAG)
    return counted.mutate(occurrence=-counted.place).drop("place")


def with_flags(occurrences: Any, about: Any, begun: Any, judgement: Any) -> Any:
    """The occurrences, and a row for every flag, judged no later than an occurrence of that person."""
    own = occurrences.select("occurrence", "judged_at")
    judged = within(about, own, ["occurrence"]).group_by("person").aggregate(judged_at=ibis._.judged_at.min())
    flags = beside(begun, judged, ["person"]).cross_join(judgement)
    columns = {
        "occurrence": flags.occurrence,
        "as_of": ibis.least(flags.judged_at, flags.as_of),
        "force": flags.force,
        "source": flags.source,
        "occurrence_id": ibis.literal(""),
        "kind": ibis.literal(FLAG),
        "category": flags.kind,
        "category_known": ibis.literal(True),
        "reported_at": flags.from_at,
        "reported_at_latest": flags.from_at_latest,
    }
    schema = occurrences.schema()
    kept = [name for name in schema if name in columns or name in _OCCURRENCE]
    rows = flags.select(**{name: columns[name] if name in columns else ibis.null().cast(schema[name]) for name in kept})
    return ibis.union(occurrences.select(*kept), rows)


_OCCURRENCE = ("unit", "grade", "occurred_at", "occurred_at_latest", "closed_at", "closed_at_latest")


def with_flagged(parts: Any, begun: Any) -> Any:
    """Who is in what part in an occurrence, and the person of every flag."""
    flagged = begun.select("occurrence", "person", role=ibis.literal(FLAG), vehicle=ibis.null().cast("boolean"))
    return ibis.union(parts, flagged)


def entries(people: Any, begun: Any) -> Any:
    """When the rows of each flag were entered, as far as that is on record: occurrence, entered_*."""
    rows = _on_people(people)
    rows = within(rows.filter(rows.recorded_at.notnull()).drop("from_at_latest"), begun, _FLAG)
    latest = ibis.coalesce(rows.recorded_at_latest, rows.recorded_at)
    return rows.select("occurrence", entered_earliest="recorded_at", entered_latest=latest)


def _on_people(people: Any) -> Any:
    rows = within(declared("flags"), person_numbers(people), ["force", "person_id"])
    return rows.filter(rows.from_at.notnull())
