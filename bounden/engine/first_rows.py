"""The first of several rows, and the rows that have one of the values that their kind must have."""

from typing import Any

import ibis

from bounden.engine.files import Files
from bounden.engine.started import WHO
from bounden.engine.told import Told, certain, doubtful
from bounden.obligations.terms import EachRow, FirstOfEachDay

_NO_TEXT = ibis.null().cast("string")


def first_row(rows: Any) -> Any:
    """The first row for each of WHO; it is certainly the first where no other may come before it."""
    order = [rows.earliest, rows.latest, rows.action_id]
    ordered = ibis.window(group_by=list(WHO), order_by=order)
    everything = ibis.window(group_by=list(WHO))
    ranked = rows.mutate(
        place=ibis.row_number().over(ordered),
        next_earliest=rows.earliest.lead().over(ordered),
        all_latest=rows.latest.min().over(everything),
    )
    first = ranked.filter(ranked.place == 0)
    alone = first.next_earliest.isnull() | (first.next_earliest >= first.latest)
    return first.select(
        *WHO,
        start_earliest=first.earliest,
        start_latest=first.all_latest,
        first_id=alone.ifelse(first.action_id, _NO_TEXT),
        row_id=first.action_id,
        row_person=first.row_person,
        row_latest=first.latest,
    )


def first_of_values(files: Files, rows: Any, values: frozenset[str]) -> Any:
    """The first row of a value; those without value may come before it, or be the only ones."""
    told = doubtful(rows.value.isin(sorted(values)), rows.value.isnull(), ibis.literal("actions.value of ") + rows.kind)
    return first_told(files, rows.mutate(holds=told.holds, reason=told.reason))


def first_told(files: Files, rows: Any) -> Any:
    """The first row that counts (holds); those that may count may come before it, or be the only ones."""
    rows = files.keep("told_rows", rows.filter(rows.holds.fill_null(True)))
    sure = first_row(rows.filter(rows.holds.notnull()))
    unsure = rows.filter(rows.holds.isnull())
    order = {"earliest": unsure.earliest, "latest": unsure.latest, "id": unsure.action_id}
    maybe = unsure.group_by(*WHO).aggregate(
        maybe_earliest=unsure.earliest.min(),
        maybe_latest=unsure.latest.min(),
        maybe=ibis.struct({**order, "person": unsure.row_person, "why": unsure.reason}).min(),
    )
    both_known = sure.outer_join(maybe, list(WHO))
    known = both_known.select(
        *(ibis.coalesce(sure[c], maybe[c]).name(c) for c in WHO),
        *(sure[c] for c in sure.columns if c not in WHO),
        *(maybe[c] for c in maybe.columns if c not in WHO),
    )
    has_sure = known.row_id.notnull()
    alone = known.maybe_earliest.isnull() | (known.maybe_earliest >= known.row_latest)
    return known.select(
        *WHO,
        start_earliest=ibis.least(known.start_earliest, known.maybe_earliest),
        start_latest=has_sure.ifelse(known.start_latest, known.maybe_latest),
        first_id=(has_sure & alone).ifelse(known.first_id, _NO_TEXT),
        row_id=has_sure.ifelse(known.row_id, known.maybe.id),
        row_person=has_sure.ifelse(known.row_person, known.maybe.person),
        row_latest=known.row_latest,
        told_holds=has_sure.ifelse(True, ibis.null().cast("boolean")),
        told_reason=has_sure.ifelse(_NO_TEXT, known.maybe.why),
    )


def sure(first: Any) -> Any:
    """A first row about which nothing is in doubt."""
    return first.mutate(told_holds=ibis.literal(True), told_reason=_NO_TEXT)


def with_value(start: EachRow | FirstOfEachDay, rows: Any) -> Told:
    """Whether a row has one of the values that its kind must have."""
    told = certain(ibis.literal(True))
    for kind, values in sorted(start.values.items()):
        asked = doubtful(rows.value.isin(sorted(values)), rows.value.isnull(), ibis.literal(f"actions.value of {kind}"))
        here = rows.kind == kind
        told = Told(here.ifelse(asked.holds, told.holds), here.ifelse(asked.reason, told.reason))
    return told
