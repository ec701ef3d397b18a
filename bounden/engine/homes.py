"""The times in which people live nowhere, from the residences on record (RO-04), for a whole test at once."""

from datetime import datetime
from typing import Any

import ibis

from bounden.engine.files import Files
from bounden.engine.joins import beside, within
from bounden.engine.nobody import nobody
from bounden.engine.started import WHO

_EVER, _NEVER = datetime(1, 1, 1), datetime(9999, 12, 31, 23, 59, 59)
_NO_TEXT = ibis.null().cast("string")
_NO_INSTANT = ibis.null().cast("timestamp")
_GAP = (*WHO, "gap_id", "gap_earliest", "gap_latest", "sure", "until_earliest", "until_latest", "place")


def without_residence(files: Files, who: Any) -> Any:
    """A start for each time from the report or the end of the last residence until the next begins: with until_*."""
    stays = files.keep("stays", _in_order(_stays(files, who)))
    gaps = files.keep("gaps", ibis.union(_before_the_first(who, stays), _after_each(stays)))
    # Where one residence lies within another, the same gap would begin twice.
    line = ibis.window(group_by=[*WHO, "gap_id"], order_by=[gaps.place])
    gaps = gaps.mutate(again=ibis.row_number().over(line))
    gaps = gaps.filter(gaps.again == 0).drop("again", "place")
    known = within(who, gaps, WHO)
    reported = known.report_earliest.notnull()
    earliest = reported.ifelse(ibis.greatest(known.report_earliest, known.gap_earliest), _NO_INSTANT)
    latest = reported.ifelse(ibis.greatest(known.report_latest, known.gap_latest), _NO_INSTANT)
    found = known.select(
        *(known[c] for c in who.columns),
        trigger_id=known.gap_id,
        start_earliest=earliest,
        start_latest=latest,
        first_id=_NO_TEXT,
        row_id=_NO_TEXT,
        row_person=nobody(),
        row_denied=ibis.literal(False),
        at_action=ibis.literal(False),
        told_holds=known.sure.ifelse(True, ibis.null().cast("boolean")),
        told_reason=known.sure.ifelse(_NO_TEXT, "residences.from_at"),
        until_earliest=known.until_earliest,
        until_latest=known.until_latest,
    )
    over = (found.until_latest <= found.start_earliest).fill_null(False)
    return found.filter(~over)


def _stays(files: Files, who: Any) -> Any:
    """Residences that have begun, beside each of `who`; one that has not ended yet ends never."""
    rows = within(who.select(*WHO, "as_of"), files.residences, ["person"])
    begins, ends = ibis.coalesce(rows.from_at, _EVER), ibis.coalesce(rows.to_at, _NEVER)
    rows = rows.mutate(
        begins_earliest=begins,
        begins_latest=_cut(begins, ibis.coalesce(rows.from_at_latest, begins), rows.as_of, rows.from_at),
        ends_earliest=ends,
        ends_latest=_cut(ends, ibis.coalesce(rows.to_at_latest, ends), rows.as_of, rows.to_at),
    )
    rows = rows.filter((rows.begins_earliest <= rows.as_of) & (rows.ends_latest > rows.begins_earliest))
    ahead = rows.ends_earliest > rows.as_of
    return rows.select(
        *WHO,
        "place_id",
        "begins_earliest",
        "begins_latest",
        ends_earliest=ahead.ifelse(_NEVER, rows.ends_earliest),
        ends_latest=ahead.ifelse(_NEVER, rows.ends_latest),
    )


def _cut(earliest: Any, latest: Any, as_of: Any, given_: Any) -> Any:
    """The latest reading, no later than `as_of` and no earlier than the earliest."""
    return given_.isnull().ifelse(earliest, ibis.greatest(earliest, ibis.least(latest, as_of)))


def _in_order(stays: Any) -> Any:
    """By their beginnings: place, from 0, how far all up to here reach, and when the next begins."""
    columns = ("begins_earliest", "begins_latest", "ends_earliest", "ends_latest", "place_id")
    order = [stays[c] for c in columns]
    line = ibis.window(group_by=list(WHO), order_by=order)
    so_far = ibis.window(group_by=list(WHO), order_by=order, preceding=None, following=0)
    last = ibis.struct({"latest": stays.ends_latest, "earliest": stays.ends_earliest, "place_id": stays.place_id})
    return stays.mutate(
        place=ibis.row_number().over(line),
        reach_earliest=stays.ends_earliest.max().over(so_far),
        reach_latest=stays.ends_latest.max().over(so_far),
        last=last.max().over(so_far),
        next_earliest=stays.begins_earliest.lead().over(line),
        next_latest=stays.begins_latest.lead().over(line),
    )


def _before_the_first(who: Any, stays: Any) -> Any:
    """From the report until the first residence begins."""
    first = stays.filter(stays.place == 0)
    first = first.select(*WHO, until_earliest="begins_earliest", until_latest="begins_latest")
    known = beside(who.select(*WHO, "occurrence_id"), first, WHO)
    return known.select(
        *WHO,
        gap_id=known.occurrence_id,
        gap_earliest=_NO_INSTANT,
        gap_latest=_NO_INSTANT,
        sure=ibis.literal(True),
        until_earliest=known.until_earliest,
        until_latest=known.until_latest,
        place=ibis.literal(-1, "int64"),
    ).select(*_GAP)


def _after_each(stays: Any) -> Any:
    """From the end of the last of several residences until the next begins, if that may come later."""
    ended = stays.filter(stays.reach_earliest < _NEVER)
    ended = ended.filter((ended.next_latest > ended.reach_earliest).fill_null(True))
    return ended.select(
        *WHO,
        gap_id=ended["last"].place_id + " until " + ended.reach_earliest.strftime("%Y-%m-%dT%H:%M:%SZ"),
        gap_earliest=ended.reach_earliest,
        gap_latest=ended.reach_latest,
        sure=(ended.next_earliest > ended.reach_latest).fill_null(True),
        until_earliest=ended.next_earliest,
        until_latest=ended.next_latest,
        place=ended.place,
    ).select(*_GAP)
