"""Instants of the clock at which a state still lasts: so long after the report, or each night (MC-17, PD-09)."""

from datetime import time
from typing import Any

import ibis

from bounden.engine.days import DAYS
from bounden.engine.endings import first_end
from bounden.engine.files import Files
from bounden.engine.joins import beside
from bounden.engine.limits import after
from bounden.engine.nobody import nobody
from bounden.engine.started import WHO, given
from bounden.engine.told import both, certain, doubtful, read, written
from bounden.obligations.judging.endings import END_UNSURE
from bounden.obligations.judging.marks import BEGIN_UNSURE, CLOCKS_CHANGED_BY
from bounden.obligations.parameters import Parameters
from bounden.obligations.terms import EachNight, Mark

_NO_TEXT = ibis.null().cast("string")
_LAST_SECOND = 86_399


def passed(files: Files, parameters: Parameters, mark: Mark, who: Any) -> Any:
    """The starts at a mark that has come, unless the cause had ended by then."""
    rows = after(who, "report_earliest", parameters, mark.limit, name="mark_earliest")
    rows = files.keep("marks", after(rows, "report_latest", parameters, mark.limit, name="mark_latest"))
    told = certain(ibis.literal(True))
    if mark.unless:
        rows = beside(rows, first_end(files, mark.unless, who), WHO)
        over = (rows.ended_latest <= rows.mark_earliest).fill_null(False)
        may_be_over = (rows.ended_earliest <= rows.mark_latest).fill_null(False)
        told = doubtful(~over & ~may_be_over, ~over, ibis.literal(END_UNSURE))
    unknown = rows.mark_earliest.isnull()
    come = unknown | ((rows.mark_earliest <= rows.as_of) & told.holds.fill_null(True))
    kept = written(rows, "lasted", told).filter(come)
    return given(who, kept.mark_earliest, kept.mark_latest, kept, read(kept, "lasted"))


def nights(files: Files, parameters: Parameters, each: EachNight, begun: Any) -> Any:
    """The starts at each time of day at which the state lasted or may have; `begun`: the starts of the state.

    Raises ValueError for a time of day before 02:00.
    """
    begun = files.keep("begun", begun)
    rows = after(begun, "start_earliest", parameters, each.at_most, name="most_earliest")
    rows = after(rows, "start_latest", parameters, each.at_most, name="most_latest")
    rows = beside(rows, first_end(files, each.until, begun), WHO)
    ended = rows.ended_earliest.notnull()
    rows = files.keep(
        "states",
        rows.mutate(
            end_earliest=ended.ifelse(rows.ended_earliest, rows.most_earliest),
            end_latest=ended.ifelse(
                ibis.greatest(rows.ended_earliest, ibis.least(rows.ended_latest, rows.most_latest)), rows.most_latest
            ),
        ),
    )
    # Where the start is known so badly that the nights cannot be told apart, one start says so.
    dated, wide = rows.start_earliest.notnull(), (rows.most_earliest < rows.start_latest).fill_null(False)
    known = doubtful(~wide, wide, ibis.literal(BEGIN_UNSURE))
    unknown = written(rows, "told", both([read(rows, "told"), known])).filter(~dated | wide)
    rows = rows.filter(dated & ~wide)
    shown = _every_day(each.at, parameters.clock_time(each.at))
    found = rows.inner_join(
        shown,
        [rows.start_earliest <= shown.night_at, shown.night_at < rows.end_latest, shown.night_at <= rows.as_of],
    ).select(*rows.columns, shown.night_at, shown.night)
    began = found.night_at >= found.start_latest
    lasts = found.night_at < found.end_earliest
    told = both(
        [
            read(found, "told"),
            doubtful(began, ~began, ibis.literal(BEGIN_UNSURE)),
            doubtful(lasts, ~lasts, ibis.literal(END_UNSURE)),
        ]
    )
    nightly = found.mutate(
        trigger_id=found.occurrence_id + ibis.literal("@") + found.night,
        start_earliest=found.night_at,
        start_latest=found.night_at,
        first_id=_NO_TEXT,
        row_id=_NO_TEXT,
        row_person=nobody(),
        at_action=ibis.literal(False),
        told_holds=told.holds,
        told_reason=told.reason,
    )
    return ibis.union(nightly.select(*begun.columns), unknown.select(*begun.columns))


def _every_day(name: str, shown: time) -> Any:
    """The instant at which local clocks show a time, after they may have been changed: day, night_at."""
    if shown < CLOCKS_CHANGED_BY:
        raise ValueError(f"{name} must be 02:00 or later: an earlier time may not exist, or come twice")
    left = _LAST_SECOND - (shown.hour * 60 + shown.minute) * 60 - shown.second
    return DAYS.select(night_at=DAYS.ends_at - ibis.interval(seconds=left), night=DAYS.date.cast("string"))
