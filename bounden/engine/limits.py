"""Limits applied to instants: which clock counts which unit (record tests, 1.8), by joins on the table of days."""

from datetime import timedelta
from typing import Any

import ibis

from bounden.engine.days import DAYS, with_day
from bounden.engine.files import Files
from bounden.engine.joins import beside
from bounden.obligations.parameters import Limit, Parameters

_DAY = 24 * 60 * 60


def after(table: Any, instant: str, parameters: Parameters, *limits: str, name: str) -> Any:
    """The table with a column `name`: the instant moved by each limit in turn."""
    moved = table.mutate(**{name: table[instant]})
    for text in limits:
        moved = _moved(moved, name, parameters.limit(text))
    return moved


def span_after(files: Files, table: Any, instant: str, parameters: Parameters, *limits: str, name: str) -> Any:
    """The table with `name`_earliest and `name`_latest: both ends of an instant moved by each limit in turn."""
    first = after(table, f"{instant}_earliest", parameters, *limits, name=f"{name}_earliest")
    moved = after(first, f"{instant}_latest", parameters, *limits, name=f"{name}_latest")
    elapsed = all(parameters.limit(text).unit in ("min", "h") for text in limits)
    return moved if elapsed else files.keep("moved", moved)


def before(table: Any, instant: str, parameters: Parameters, text: str, *, name: str) -> Any:
    """The table with a column `name`: the instant moved back by a limit in elapsed time or local days.

    Raises ValueError for another unit.
    """
    limit = parameters.limit(text)
    match limit.unit:
        case "min":
            return table.mutate(**{name: table[instant] - ibis.interval(minutes=limit.amount)})
        case "h":
            return table.mutate(**{name: table[instant] - ibis.interval(hours=limit.amount)})
        case "d":
            known = with_day(table, instant, "its_ordinal", "its_code")
            known = known.mutate(its_ordinal=known.its_ordinal - limit.amount)
            begins = DAYS.select(its_ordinal=DAYS.ordinal, its_begin=DAYS.starts_at)
            known = beside(known, begins, ["its_ordinal"])
            return known.mutate(**{name: known.its_begin}).select(*table.columns, name)
        case _:
            raise ValueError(f"{limit.unit} is not a unit to count back in")


def same_day(table: Any, instant: str, parameters: Parameters, text: str, *, name: str) -> Any:
    """The table with a column `name`: the end of the instant's local day, or later by a limit in hours."""
    asked = _end_of_day(table.mutate(its_instant=table[instant]), "its_instant", 0)
    later = asked[instant] + ibis.interval(minutes=_minutes(parameters, text))
    return asked.mutate(**{name: ibis.greatest(asked.its_instant, later)}).select(*table.columns, name)


def _moved(table: Any, column: str, limit: Limit) -> Any:
    match limit.unit:
        case "min":
            return table.mutate(**{column: table[column] + ibis.interval(minutes=limit.amount)})
        case "h":
            return table.mutate(**{column: table[column] + ibis.interval(hours=limit.amount)})
        case "h without Sundays and holidays":
            return _without_holidays(table, column, limit.amount)
        case "d":
            return _end_of_day(table, column, limit.amount)
        case "d beginning with":
            return _end_of_day(table, column, limit.amount - 1)
        case "wd":
            return _end_of_working_day(table, column, limit.amount)
        case "m":
            return _corresponding_date(table, column, limit.amount)
        case _:
            raise ValueError(f"{limit.unit} is not a unit of time to wait")


def _end_of_day(table: Any, column: str, days: int) -> Any:
    known = with_day(table, column, "its_ordinal", "its_code")
    known = known.mutate(its_ordinal=known.its_ordinal + days)
    ends = DAYS.select(its_ordinal=DAYS.ordinal, its_end=DAYS.ends_at)
    return _replaced(beside(known, ends, ["its_ordinal"]), table, column)


def _end_of_working_day(table: Any, column: str, days: int) -> Any:
    known = with_day(table, column, "its_ordinal", "its_code")
    numbers = DAYS.select(its_ordinal=DAYS.ordinal, its_number=DAYS.working_number)
    known = beside(known, numbers, ["its_ordinal"])
    known = known.mutate(its_number=known.its_number + days)
    ends = DAYS.filter(DAYS.working).select(its_number=DAYS.working_number, its_end=DAYS.ends_at)
    return _replaced(beside(known, ends, ["its_number"]), table, column)


def _corresponding_date(table: Any, column: str, months: int) -> Any:
    """Adding months to a date clamps to the last day of a month that has no such date, in DuckDB as in Spark."""
    known = with_day(table, column, "its_ordinal", "its_code")
    dates = DAYS.select(its_ordinal=DAYS.ordinal, its_date=DAYS.date)
    known = beside(known, dates, ["its_ordinal"])
    known = known.mutate(its_date=(known.its_date + ibis.interval(months=months)).cast("date"))
    ends = DAYS.select(its_date=DAYS.date, its_end=DAYS.ends_at)
    return _replaced(beside(known, ends, ["its_date"]), table, column)


def _without_holidays(table: Any, column: str, hours: int) -> Any:
    """Days on which the limit runs are numbered and have 24 hours each, so the instant is found by division."""
    known = with_day(table, column, "its_ordinal", "its_code")
    today = DAYS.select(
        its_ordinal=DAYS.ordinal, its_start=DAYS.starts_at, its_running=DAYS.running, its_number=DAYS.running_number
    )
    known = beside(known, today, ["its_ordinal"])
    into = known[column].epoch_seconds() - known.its_start.epoch_seconds()
    before = known.its_running.ifelse((known.its_number - 1) * _DAY + into, known.its_number * _DAY)
    # A whole number of days is reached at the end of the last, not at the beginning of the next that runs.
    reached = before + hours * 3600
    known = known.mutate(its_reached=reached, its_number=(reached - 1) // _DAY + 1)
    starts = DAYS.filter(DAYS.running).select(its_number=DAYS.running_number, its_begin=DAYS.starts_at)
    joined = beside(known, starts, ["its_number"])
    seconds = joined.its_reached - (joined.its_number - 1) * _DAY
    return _replaced(joined.mutate(its_end=joined.its_begin + seconds.as_interval("s")), table, column)


def _replaced(joined: Any, table: Any, column: str) -> Any:
    return joined.mutate(**{column: joined.its_end}).select(*table.columns)


def next_school_day(table: Any, instant: str, parameters: Parameters, *, name: str) -> Any:
    """The table with the first school start at least `school_lead` after an instant (no calendar: working days)."""
    lead = _minutes(parameters, "school_lead")
    asked = table.mutate(its_earliest=table[instant] + ibis.interval(minutes=lead))
    asked = with_day(asked, "its_earliest", "its_ordinal", "its_code")
    today = DAYS.select(its_ordinal=DAYS.ordinal, its_start=DAYS.school_starts_at)
    asked = beside(asked, today, ["its_ordinal"])
    # From the day itself, or from the next where its start has passed.
    passed = (asked.its_start < asked.its_earliest).cast("int64")
    asked = asked.mutate(its_ordinal=asked.its_ordinal + passed)
    return (
        beside(asked, _school_days(), ["its_ordinal"]).select(*table.columns, "its_next").rename(**{name: "its_next"})
    )


def _school_days() -> Any:
    """For each day the start of the first school day from it on; none where the list of bank holidays ends before."""
    onwards = ibis.window(order_by=[DAYS.ordinal], preceding=0, following=None)
    stops = (DAYS.school.isnull() | DAYS.school).ifelse(DAYS.ordinal, None)
    first = DAYS.select(its_ordinal=DAYS.ordinal, school_ordinal=stops.min().over(onwards))
    starts = DAYS.filter(DAYS.school).select(school_ordinal=DAYS.ordinal, its_next=DAYS.school_starts_at)
    return beside(first, starts, ["school_ordinal"]).drop("school_ordinal")


def waking(table: Any, instant: str, parameters: Parameters, limit: str, *, name: str) -> Any:
    """The table with an instant moved by hours that leave the hours of rest out."""
    seconds = _minutes(parameters, limit) * 60
    rest_from, rest_to = parameters.clock_time("rest_from"), parameters.clock_time("rest_to")
    length = ((rest_from.hour - rest_to.hour) * 60 + rest_from.minute - rest_to.minute) * 60 + (
        rest_from.second - rest_to.second
    )
    asked = with_day(table, instant, "its_ordinal", "its_code")
    today = DAYS.select(its_ordinal=DAYS.ordinal, its_morning=DAYS.waking_starts_at)
    asked = beside(asked, today, ["its_ordinal"])
    into = asked[instant].epoch_seconds() - asked.its_morning.epoch_seconds()
    into = ibis.greatest(ibis.least(into, length), 0)
    reached = asked.its_ordinal * length + into + seconds
    # A whole number of waking days is reached in the evening of the last, not the morning after.
    asked = asked.mutate(its_ordinal=(reached - 1) // length, its_reached=reached)
    asked = asked.mutate(its_into=asked.its_reached - asked.its_ordinal * length)
    mornings = DAYS.select(its_ordinal=DAYS.ordinal, its_morning=DAYS.waking_starts_at)
    joined = beside(asked.drop("its_morning"), mornings, ["its_ordinal"])
    moved = joined.its_morning + joined.its_into.as_interval("s")
    return joined.mutate(**{name: moved}).select(*table.columns, name)


def _minutes(parameters: Parameters, limit: str) -> int:
    return parameters.limit(limit).elapsed // timedelta(minutes=1)
