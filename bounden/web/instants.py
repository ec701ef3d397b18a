"""Instants, spans and lengths of time in words: British dates, 24-hour clock, Europe/London."""

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from bounden.obligations.span import Span

LONDON = ZoneInfo("Europe/London")
MONTHS = "January February March April May June July August September October November December".split()
DAYS = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split()


def local(instant: datetime) -> datetime:
    """A naive UTC instant as local time in Europe/London."""
    return instant.replace(tzinfo=UTC).astimezone(LONDON)


def day(value: date) -> str:
    """6 November 2023."""
    return f"{value.day} {MONTHS[value.month - 1]} {value.year}"


def short_day(value: date) -> str:
    """6 Nov 2023."""
    return f"{value.day} {MONTHS[value.month - 1][:3]} {value.year}"


def instant(value: datetime, *, short: bool = False) -> str:
    """6 November 2023, 18:00 (seconds only where they are not nought, or end a day)."""
    there = local(value)
    clock = f"{there:%H:%M}" if there.second == 0 else f"{there:%H:%M:%S}"
    return f"{(short_day if short else day)(there)}, {clock}"


def brief(value: datetime) -> str:
    """6 Nov, 18:00; the last second of a day is the end of that day. For labels whose year stands beside them."""
    there = local(value)
    date = f"{there.day} {MONTHS[there.month - 1][:3]}"
    return f"end of {date}" if there.time() == time(23, 59, 59) else f"{date}, {there:%H:%M}"


def is_whole_day(span: Span) -> bool:
    """Whether the span is one local day from its first second to its last: a date without a time."""
    first, last = local(span.earliest), local(span.latest)
    return first.time() == time(0) and last.time() == time(23, 59, 59) and first.date() == last.date()


def span(value: Span, *, no_latest: bool = False, short: bool = False) -> str:
    """What is known of when: an instant, a date alone, a range, or `after …` where nothing says how late."""
    if no_latest:
        return f"after {instant(value.earliest, short=short)}"
    if value.exact:
        return instant(value.earliest, short=short)
    if is_whole_day(value):
        return (short_day if short else day)(local(value.earliest))
    return f"between {instant(value.earliest, short=short)} and {instant(value.latest, short=short)}"


def limit(value: Span, *, short: bool = False) -> str:
    """When something is due; the last second of a day reads as the end of that day."""
    if value.exact and local(value.earliest).time() == time(23, 59, 59):
        return f"end of {(short_day if short else day)(local(value.earliest))}"
    return span(value, short=short)


def length(value: timedelta) -> str:
    """A length of time in the largest unit that fits: 45 min, 14 h, 3 days."""
    minutes = int(abs(value).total_seconds() // 60)
    if minutes < 1:
        return "under a minute"
    if minutes < 120:
        return f"{minutes} min"
    hours = minutes // 60
    if hours < 72:
        return f"{hours} h"
    return f"{hours // 24} days"
