"""Values as written in an extract, read into the types of the columns.

A value is text (CSV, or a text column in Parquet) or already of a type (Parquet); an empty text is no value.
"""

import math
import re
from collections.abc import Callable, Mapping, Sequence
from datetime import UTC, date, datetime
from decimal import Decimal
from functools import lru_cache
from typing import Any

from bounden.ingest.physical_records import LONGEST_FIELD
from bounden.ingest.refusals import not_a_word_of, shape
from bounden.obligations.clock.local import end_of_day, start_of_day
from bounden.obligations.clock.reading import parse_instant
from bounden.obligations.span import Span
from bounden.records.columns import Type
from bounden.records.tables import Column, Table

#: Told of a value that cannot be read: the place of its row in the batch, the column, the reason.
Refuse = Callable[[int, str, str], None]

_DATE = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_WHOLE = re.compile(r"[+-]?[0-9]{1,9}")
_DECIMAL = re.compile(r"[+-]?[0-9]{1,15}(\.[0-9]{1,15})?")
_CLOCK = re.compile(r":([0-5][0-9])(?::([0-5][0-9]))?")
_HOUR = len("2023-03-06T18")
_TRUTHS = {"true": True, "false": False}
_CONTROL = re.compile(r"[\x00-\x1f\x7f]")


def read_values(table: Table, written: Mapping[str, Sequence[Any]], count: int, refuse: Refuse) -> dict[str, list[Any]]:
    """The columns of a batch of `count` rows, typed, in declared order; None where there is no value or it is refused.

    `written` holds the columns that the extract has. An instant without a companion in the extract gets one where it
    is a bare date or ambiguous; one that the extract gives wins.
    """
    columns: dict[str, list[Any]] = {}
    companions = {c.latest_of: c for c in table.columns if c.latest_of is not None}
    for column in table.columns:
        if column.latest_of is not None:
            continue
        values = written.get(column.name, [None] * count)
        if column.type is not Type.INSTANT:
            columns[column.name] = _read_column(column, values, refuse)
            continue
        spans = _read_column(column, values, refuse)
        companion = companions.get(column.name)
        if companion is None:
            # A bare date begins a coverage at its start; where it ends something, the day counts whole.
            columns[column.name] = [s and (s.earliest if column.name == "from_at" else s.latest) for s in spans]
            continue
        latest = _read_column(companion, written.get(companion.name, [None] * count), refuse)
        columns[column.name] = [s and s.earliest for s in spans]
        given = [v is not None and v != "" for v in values]
        columns[companion.name] = [
            _latest(place, companion, span, last, given[place], refuse)
            for place, (span, last) in enumerate(zip(spans, latest, strict=True))
        ]
    if "latest_unknown" in columns:
        _open_ended(columns, written, refuse)
    return {name: columns[name] for name in table.names}


def _open_ended(columns: dict[str, list[Any]], written: Mapping[str, Sequence[Any]], refuse: Refuse) -> None:
    """Where no upper bound is known, the end of a bare date is none either."""
    given = written.get("happened_at_latest")
    for place, unknown in enumerate(columns["latest_unknown"]):
        if unknown:
            columns["happened_at_latest"][place] = None
            if given is not None and given[place]:
                refuse(place, "latest_unknown", "contradicts happened_at_latest")


def _latest(
    place: int, companion: Column, span: Span | None, last: Span | None, given: bool, refuse: Refuse
) -> datetime | None:
    if last is None:
        return None if span is None or span.exact else span.latest
    if span is None:
        if not given:
            refuse(place, companion.name, f"is given without {companion.latest_of}")
        return None
    if last.latest < span.earliest:
        refuse(place, companion.name, f"lies before {companion.latest_of}")
        return None
    return None if last.latest == span.earliest else last.latest


def _read_column(column: Column, values: Sequence[Any], refuse: Refuse) -> list[Any]:
    read = _reader(column)
    empty = column.default
    typed = []
    for place, value in enumerate(values):
        if value is None or value == "":
            if column.required:
                refuse(place, column.name, "is empty, but required")
            typed.append(empty)
            continue
        try:
            typed.append(read(value))
        except ValueError as error:
            refuse(place, column.name, str(error))
            typed.append(empty)
    return typed


def _reader(column: Column) -> Callable[[Any], Any]:
    if column.type is Type.TEXT:
        words = column.one_of
        if words is not None:
            return lambda value: _word(value, words)
        return _identifier if column.name in ("force", "source") or column.name.endswith("_id") else _text
    return _READERS[column.type]


def _text(value: str) -> str:
    if len(value) > LONGEST_FIELD:
        raise ValueError(f"{shape(value)}; at most {LONGEST_FIELD} are read")
    if "\0" in value:
        raise ValueError("a NUL character")
    return value


def _identifier(value: str) -> str:
    if value != value.strip() or _CONTROL.search(value):
        raise ValueError(f"{shape(value)} with spaces around it or control characters in it; an id has neither")
    return _text(value)


def _word(value: str, words: frozenset[str]) -> str:
    if value not in words:
        raise ValueError(not_a_word_of(value, words))
    return value


def _instant(value: str | datetime | date) -> Span:
    if isinstance(value, str):
        return _written_instant(value)
    try:
        if not isinstance(value, datetime):
            return Span(start_of_day(value), end_of_day(value))
        if value.tzinfo is not None:
            value = value.astimezone(UTC).replace(tzinfo=None)
    except OverflowError:
        raise ValueError("lies at the edge of the calendar") from None
    if value.microsecond:
        raise ValueError("has fractions of a second; instants are whole seconds")
    return Span.exactly(value)


def _written_instant(text: str) -> Span:
    """What parse_instant makes of it; local times, of which a delivery holds millions, by way of their hour."""
    clock = _CLOCK.fullmatch(text, _HOUR)
    hour = _hour(text[:_HOUR]) if clock else None
    if clock is None or hour is None:
        return parse_instant(text)
    return Span.exactly(hour.replace(minute=int(clock[1]), second=int(clock[2] or 0)))


@lru_cache(maxsize=100_000)
def _hour(text: str) -> datetime | None:
    """The instant at which an unambiguous local hour begins; clocks have changed on the hour since 1900."""
    try:
        span = parse_instant(f"{text}:00:00")
    except ValueError:
        return None
    return span.earliest if span.exact and span.earliest.year > 1900 else None


def _day(value: str | date) -> date:
    if not isinstance(value, str):
        return value
    if not _DATE.fullmatch(value):
        raise ValueError(f"must be a date such as 2023-03-06, not {shape(value)}")
    try:
        return date.fromisoformat(value)
    except ValueError:
        raise ValueError("has the form of a date, but no calendar shows it") from None


def _truth(value: str | bool) -> bool:
    if isinstance(value, bool):
        return value
    truth = _TRUTHS.get(value.lower())
    if truth is None:
        raise ValueError(f"must be true or false, not {shape(value)}")
    return truth


def _whole(value: str | int) -> int:
    if isinstance(value, str):
        if not _WHOLE.fullmatch(value):
            raise ValueError(f"must be a whole number, not {shape(value)}")
        return int(value)
    if abs(value) >= 10**9:
        raise ValueError("is a whole number of more than nine digits")
    return value


def _decimal(value: str | float | Decimal) -> float:
    if isinstance(value, str) and not _DECIMAL.fullmatch(value):
        raise ValueError(f"must be a decimal number such as 51.5, not {shape(value)}")
    number = float(value)
    if not math.isfinite(number):
        raise ValueError("must be a finite number")
    return number


_READERS: dict[Type, Callable[[Any], Any]] = {
    Type.INSTANT: _instant,
    Type.DATE: _day,
    Type.TRUTH: _truth,
    Type.WHOLE: _whole,
    Type.DECIMAL: _decimal,
}
