"""The table of local days beside the records, and the columns that it gives to an instant."""

from dataclasses import fields
from datetime import date, datetime, time, timedelta
from functools import lru_cache
from typing import Any

import duckdb
import ibis
import pyarrow as pa

from bounden.engine.joins import beside
from bounden.obligations.clock.bank_holidays import BankHolidays
from bounden.obligations.clock.days import LocalDay, day_table
from bounden.obligations.clock.local import day_of
from bounden.obligations.judging.deeds import LONG_AGO
from bounden.obligations.parameters import Parameters

# Longer than the longest limit of any standard, so that every due instant falls on a day of the table.
_AHEAD = timedelta(days=1200)
_BEFORE = timedelta(days=3)

_ARROW = {
    "date": pa.date32(),
    "ordinal": pa.int64(),
    "working_number": pa.int64(),
    "working": pa.bool_(),
    "running_number": pa.int64(),
    "running": pa.bool_(),
    "school": pa.bool_(),
}

DAYS = ibis.table(
    {
        "date": "date",
        "starts_at": "timestamp",
        "ends_at": "timestamp",
        "ordinal": "int64",
        "working": "boolean",
        "working_number": "int64",
        "running": "boolean",
        "running_number": "int64",
        "school": "boolean",
        "school_starts_at": "timestamp",
        "waking_starts_at": "timestamp",
        "waking_ends_at": "timestamp",
        "code": "int64",
        "next_starts_at": "timestamp",
        "next_code": "int64",
    },
    name="days",
)

_FIRST_INSTANT = """
    SELECT least((SELECT min(reported_at) FROM occurrences), (SELECT min(occurred_at) FROM occurrences),
                 (SELECT min(happened_at) FROM actions),
                 (SELECT min(from_at) FROM flags), (SELECT min(died_on) FROM people))"""


def load_days(
    connection: duckdb.DuckDBPyConnection,
    parameters: Parameters,
    holidays: BankHolidays,
    as_of: datetime,
    *,
    lasting: bool = False,
) -> None:
    """Write the table `days` for every local day that an instant of the records, or a limit from it, can fall in.

    lasting: for all connections; else for this one, instead of the lasting one until `drop_days`.
    """
    found = connection.execute(_FIRST_INSTANT).fetchone()
    first = min(as_of, found[0]) if found and found[0] else as_of
    clocks = clock_times(parameters)
    begins, ends = day_of(first) - _BEFORE, day_of(as_of) + _AHEAD
    # An action without any instant in an occurrence without a report starts at "long ago".
    unknown = day_of(LONG_AGO) - _BEFORE, day_of(LONG_AGO) + _AHEAD
    parts = [(begins, ends)] if begins <= unknown[1] else [unknown, (begins, ends)]
    held = pa.concat_tables([_days(*part, holidays, *clocks) for part in parts])
    connection.register("days_held", held)
    kind = "TABLE" if lasting else "TEMP TABLE"
    connection.execute(f"CREATE OR REPLACE {kind} days AS SELECT * FROM days_held")
    connection.unregister("days_held")


def drop_days(connection: duckdb.DuckDBPyConnection) -> None:
    """Go back to the days that all connections see."""
    connection.execute("DROP TABLE temp.main.days")


def clock_times(parameters: Parameters) -> tuple[time, time, time]:
    """The numbers that the table of days depends on: when school starts, when rest begins and when it ends."""
    return (
        parameters.clock_time("school_start"), parameters.clock_time("rest_from"), parameters.clock_time("rest_to")
    )  # fmt: skip


@lru_cache(maxsize=8)
def _days(
    first: date, last: date, holidays: BankHolidays, school_start: time, rest_from: time, rest_to: time
) -> pa.Table:
    rows = day_table(first, last, holidays, school_start=school_start, rest_from=rest_from, rest_to=rest_to)
    columns = {
        f.name: pa.array([getattr(r, f.name) for r in rows], type=_ARROW.get(f.name, pa.timestamp("us")))
        for f in fields(LocalDay)
    }
    codes = [day_code(r.date) for r in rows]
    columns["code"] = pa.array(codes, type=pa.int64())
    columns["next_starts_at"] = pa.array([r.starts_at for r in rows[1:]] + [None], type=pa.timestamp("us"))
    columns["next_code"] = pa.array([*codes[1:], None], type=pa.int64())
    return pa.table(columns).slice(0, len(rows) - 1)


def day_code(day: date) -> int:
    """A day as the whole number yyyymmdd."""
    return day.year * 10000 + day.month * 100 + day.day


def with_day(table: Any, instant: str, ordinal: str, code: str) -> Any:
    """The table with the local day of an instant: as ordinal (1970-01-01 = 0) and as yyyymmdd.

    The London day of an instant is its day in UTC or, near midnight in summer, the next.
    """
    day = DAYS.select("next_starts_at", "next_code", day_utc=DAYS.date, day_ordinal=DAYS.ordinal, day_code=DAYS.code)
    joined = beside(table.mutate(day_utc=table[instant].date()), day, ["day_utc"])
    next_day = joined[instant] >= joined.next_starts_at
    return joined.mutate(
        **{
            ordinal: joined.day_ordinal + next_day.cast("int64"),
            code: next_day.ifelse(joined.next_code, joined.day_code),
        }
    ).drop("day_utc", "next_starts_at", "next_code", "day_ordinal", "day_code")


def coded(question: Any) -> Any:
    """The question with the local days of its two instants as yyyymmdd: code_first and code_last."""
    first = with_day(question, "when_earliest", "ordinal_first", "code_first")
    return with_day(first, "when_latest", "ordinal_last", "code_last").drop("ordinal_first", "ordinal_last")
