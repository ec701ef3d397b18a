"""A start as columns: what every way to find T gives (see `starts`)."""

from typing import Any

import ibis

from bounden.engine.joins import within
from bounden.engine.nobody import NONE, nobody
from bounden.engine.told import Told, certain

WHO = ("file", "person")
_NO_TEXT = ibis.null().cast("string")


def given(who: Any, earliest: Any, latest: Any, known: Any = None, told: Told | None = None) -> Any:
    """A start that is an instant of the occurrence, not of one action."""
    table = who if known is None else known
    told = told or certain(ibis.literal(True))
    return table.select(
        *who.columns,
        trigger_id=table.occurrence_id,
        start_earliest=earliest,
        start_latest=latest,
        first_id=_NO_TEXT,
        row_id=_NO_TEXT,
        row_person=nobody(),
        row_denied=ibis.literal(False),
        at_action=ibis.literal(False),
        told_holds=told.holds,
        told_reason=told.reason,
    )


def at_each(who: Any, rows: Any) -> Any:
    """A start for each row (file, action_id, person, earliest, latest, told_*, denied) about the person or nobody."""
    rows = rows.select(
        "file", "action_id", "earliest", "latest", "told_holds", "told_reason", "denied", row_person="person"
    )
    known = within(who, rows, ["file"])
    return at_acts(who, known.filter((known.person == NONE) | known.row_person.isin([NONE, known.person])))


def at_acts(who: Any, known: Any, *, first: bool = True) -> Any:
    """A start for each act that stands beside one of `who` already. first: it is certainly not after T."""
    first_id = known.denied.ifelse(_NO_TEXT, known.action_id) if first else _NO_TEXT
    return known.select(
        *who.columns,
        trigger_id=known.action_id,
        start_earliest=known.earliest,
        start_latest=known.latest,
        first_id=first_id,
        row_id=known.action_id,
        row_person=known.row_person,
        row_denied=known.denied,
        at_action=ibis.literal(False),
        told_holds=known.told_holds,
        told_reason=known.told_reason,
    )


def at_report(who: Any) -> Any:
    """The question of what holds at the report; unknown: at `as_of`."""
    return who.mutate(
        when_earliest=ibis.coalesce(who.report_earliest, who.as_of),
        when_latest=ibis.coalesce(who.report_latest, who.as_of),
    )
