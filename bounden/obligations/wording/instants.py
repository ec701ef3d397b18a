"""Instants, spans and limits as people in England and Wales write them: London time, 24-hour clock."""

from datetime import date, datetime, time

from bounden.obligations.clock.local import to_local
from bounden.obligations.judging.deeds import LONG_AGO
from bounden.obligations.parameters import Frequency, Limit
from bounden.obligations.span import Span

_LAST_SECOND = time(23, 59, 59)
_MONTHS = "January February March April May June July August September October November December".split()
_UNITS = {
    "min": "minute",
    "h": "hour",
    "h without Sundays and holidays": "hour, Sundays and holidays not counted",
    "d": "day",
    "d beginning with": "day, the first included",
    "wd": "working day",
    "m": "month",
    "years": "year",
}


def say_instant(instant: datetime) -> str:
    """A naive UTC instant in London time: "Mon 6 Mar 2023 18:00"; seconds only where there are some."""
    local = to_local(instant)
    day = f"{local:%a} {local.day} {local:%b %Y}"
    if local.time() == _LAST_SECOND:
        return f"the end of {day}"
    return f"{day} {local:%H:%M:%S}" if local.second else f"{day} {local:%H:%M}"


def say_span(span: Span) -> str:
    """An uncertain instant: both its ends; a day alone where no time is known."""
    if span.exact:
        return f"at {say_instant(span.earliest)}"
    start, end = to_local(span.earliest), to_local(span.latest)
    if start.date() == end.date() and start.time() == time(0) and end.time() == _LAST_SECOND:
        return f"on {start:%a} {start.day} {start:%b %Y}, at a time that is not recorded"
    if span.earliest == LONG_AGO:
        return f"not later than {say_instant(span.latest)}"
    return f"between {say_instant(span.earliest)} and {say_instant(span.latest)}"


def say_day(day: date) -> str:
    """A day with its month written out: 6 November 2023."""
    return f"{day.day} {_MONTHS[day.month - 1]} {day.year}"


def say_days(begins: date | None, ends: date | None) -> str:
    """From which day to which, both included; empty: at any date."""
    said = [f"from {say_day(begins)}"] if begins else []
    said += [f"to {say_day(ends)}"] if ends else []
    return " ".join(said)


def say_value(value: Limit | Frequency | time | int | str) -> str:
    """The value of a parameter in words: a limit, how often, a time of day, or a number or word as it stands."""
    if isinstance(value, Frequency):
        return f"{value.times} within {say_limit(value.within)}"
    if isinstance(value, Limit):
        return say_limit(value)
    return f"{value:%H:%M}" if isinstance(value, time) else str(value)


def say_limit(limit: Limit) -> str:
    """A limit in words: 4 hours; 1 working day; 3 days, the first included."""
    unit = _UNITS[limit.unit]
    noun, comma, rest = unit.partition(",")
    return f"{limit.amount} {noun}{'' if limit.amount == 1 else 's'}{comma}{rest}"
