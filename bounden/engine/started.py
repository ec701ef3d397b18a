"""A start as columns: what every way to find T gives (see `starts`)."""

from typing import Any

import ibis

from bounden.engine.nobody import nobody
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


def at_report(who: Any) -> Any:
    """The question of what holds at the report; unknown: at `as_of`."""
    return who.mutate(
        when_earliest=ibis.coalesce(who.report_earliest, who.as_of),
        when_latest=ibis.coalesce(who.report_latest, who.as_of),
    )
