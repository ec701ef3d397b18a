"""Reading an instant as a force writes it (ISO 8601) into the span of instants that it can mean."""

import re
from datetime import UTC, date, datetime, time, timedelta, timezone

from bounden.obligations.clock.local import ZONE_NAME, NoSuchLocalTime, end_of_day, readings, start_of_day
from bounden.obligations.span import Span

_FORM = re.compile(
    r"(?P<date>[0-9]{4}-[0-9]{2}-[0-9]{2})"
    r"(?:[T ](?P<hour>[0-9]{2}):(?P<minute>[0-9]{2})(?::(?P<second>[0-9]{2}))?"
    r"(?P<offset>Z|[+-][0-9]{2}(?::?[0-9]{2})?)?)?"
)
_FRACTION = re.compile(r".*[0-9]{2}:[0-9]{2}:[0-9]{2}[.,][0-9]+(?:Z|[+-][0-9:]+)?")
_LONGEST_SHAPE = 40


def parse_instant(text: str) -> Span:
    """The span of instants, naive UTC, that a written instant can mean (contract, 1; record tests, 1.2).

    With an offset or Z: exact. Without: London time; in the hour that the clocks repeat, both readings. A bare date:
    the whole local day, 00:00:00 to 23:59:59. Between date and time stands T or a space; seconds may be left out.

    Raises NoSuchLocalTime for a local time that the clocks go forward over, and ValueError for anything else that
    is no such instant. Messages show the shape of what was written (9 a digit, a or A a letter), never its value.
    """
    form = _FORM.fullmatch(text)
    if form is None:
        if _FRACTION.fullmatch(text):
            raise ValueError(f"an instant in whole seconds is expected, but this one has fractions: {shape(text)}")
        raise ValueError(
            f"an instant like YYYY-MM-DDTHH:MM:SS, with or without seconds and offset, or a date YYYY-MM-DD is "
            f"expected; the value has the shape {shape(text)}"
        )
    try:
        day = date.fromisoformat(form["date"])
        if form["hour"] is None:
            return Span(start_of_day(day), end_of_day(day))
        clock = time(int(form["hour"]), int(form["minute"]), int(form["second"] or 0))
        written = datetime.combine(day, clock)
        if form["offset"] is not None:
            zone = _zone(form["offset"])
            return Span.exactly(written.replace(tzinfo=zone).astimezone(UTC).replace(tzinfo=None))
        instants = readings(written)
    except (ValueError, OverflowError) as error:
        raise ValueError(
            f"the value has the shape of an instant, {shape(text)}, but no calendar or clock shows it"
        ) from error
    if not instants:
        raise NoSuchLocalTime(
            f"a local time that does not exist in {ZONE_NAME} (the clocks go forward over it): {shape(text)}; "
            f"correct it, or write it with its offset"
        )
    return Span(instants[0], instants[-1])


def shape(text: str) -> str:
    """The shape of a value, fit for messages: digits as 9, letters as a or A, other characters as they are."""
    drawn = "".join(_drawn(character) for character in text[:_LONGEST_SHAPE])
    return f"“{drawn}{'…' if len(text) > _LONGEST_SHAPE else ''}”"


def _drawn(character: str) -> str:
    if character.isdigit():
        return "9"
    if character.isalpha():
        return "A" if character.isupper() else "a"
    return character if character.isprintable() else "?"


def _zone(offset: str) -> timezone:
    if offset == "Z":
        return UTC
    minutes = int(offset[-2:]) if len(offset) > len("+00") else 0
    if minutes >= 60:
        raise ValueError("an offset has less than 60 minutes")
    ahead = timedelta(hours=int(offset[1:3]), minutes=minutes)
    return timezone(-ahead if offset.startswith("-") else ahead)
