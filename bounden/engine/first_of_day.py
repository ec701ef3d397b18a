"""The first of several acts on each local day (INV-13), for many files at once."""

from typing import Any

import ibis

from bounden.engine.days import DAYS, with_day
from bounden.engine.files import Files
from bounden.engine.joins import beside, within
from bounden.engine.nobody import nobody

_DAY = ("file", "day")
_NO_TEXT = ibis.null().cast("string")


def firsts_of_days(files: Files, rows: Any, who: Any) -> Any:
    """A start for each day, and for each act of uncertain day. rows: done acts with told_holds and told_reason."""
    rows = with_day(rows, "earliest", "day", "day_code")
    rows = with_day(rows, "latest", "last_day", "last_code")
    rows = files.keep("acts", rows.select(*_ACT))
    undated = rows.filter(rows.day != rows.last_day)
    firsts = ibis.union(_of_days(files, rows.filter(rows.day == rows.last_day), undated), _undated(rows, undated))
    known = within(who, firsts, ["file"])
    return known.select(
        *who.columns,
        "trigger_id",
        "start_earliest",
        "start_latest",
        first_id=_NO_TEXT,
        row_id=_NO_TEXT,
        row_person=nobody(),
        row_denied=ibis.literal(False),
        at_action=ibis.literal(False),
        told_holds=known.told_holds,
        told_reason=known.told_reason,
    )


_ACT = ("file", "action_id", "kind", "earliest", "latest", "told_holds", "told_reason", "day", "last_day")


def _of_days(files: Files, dated: Any, undated: Any) -> Any:
    """The first act of each day; one of uncertain day may have come before it."""
    sure = dated.told_holds.fill_null(False)
    order = {"earliest": dated.earliest, "latest": dated.latest, "id": dated.action_id}
    days = dated.group_by(*_DAY).aggregate(
        first_sure=ibis.struct(order).min(where=sure),
        first=ibis.struct(order).min(),
        earliest=dated.earliest.min(),
        sure_latest=dated.latest.min(where=sure),
        any_latest=dated.latest.min(),
        doubt=dated.told_reason.min(),
    )
    days = files.keep("days_of_acts", days)
    begins = DAYS.select(day=DAYS.ordinal, day_starts_at=DAYS.starts_at)
    others = undated.select("file", from_earliest="earliest", from_day="day", to_day="last_day")
    pairs = within(within(days.select(*_DAY), begins, ["day"]), others, ["file"])
    pairs = pairs.filter((pairs.from_day <= pairs.day) & (pairs.to_day >= pairs.day))
    maybe = pairs.group_by(*_DAY).aggregate(
        maybe_earliest=ibis.greatest(pairs.from_earliest, pairs.day_starts_at).min()
    )
    known = beside(days, maybe, _DAY)
    has_sure = known.first_sure.notnull()
    return known.select(
        "file",
        trigger_id=has_sure.ifelse(known.first_sure.id, known["first"].id),
        start_earliest=ibis.least(known.earliest, ibis.coalesce(known.maybe_earliest, known.earliest)),
        start_latest=has_sure.ifelse(known.sure_latest, known.any_latest),
        told_holds=has_sure.ifelse(True, ibis.null().cast("boolean")),
        told_reason=has_sure.ifelse(_NO_TEXT, known.doubt),
    )


def _undated(rows: Any, undated: Any) -> Any:
    others = rows.select("file", other_id="action_id", from_day="day", to_day="last_day")
    pairs = within(undated.select("file", "action_id", "day", "last_day"), others, ["file"])
    pairs = pairs.filter(
        (pairs.action_id != pairs.other_id) & (pairs.from_day <= pairs.last_day) & (pairs.to_day >= pairs.day)
    )
    shared = pairs.select("file", "action_id").distinct().mutate(shared=ibis.literal(True))
    known = beside(undated, shared, ("file", "action_id"))
    is_shared = known.shared.fill_null(False)
    reason = is_shared.ifelse(ibis.literal("actions.happened_at of ") + known.kind, _NO_TEXT)
    return known.select(
        "file",
        trigger_id=known.action_id,
        start_earliest=known.earliest,
        start_latest=known.latest,
        told_holds=is_shared.ifelse(ibis.null().cast("boolean"), known.told_holds),
        told_reason=ibis.coalesce(known.told_reason, reason),
    )
