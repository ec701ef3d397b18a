"""Times in case files: counted from `starts_at`, or written out.

`+3h`, `+2d`, `+1d2h`, `+3h59m59s` are elapsed time from the instant of `starts_at`: a day is 24 hours and a week seven
such days, whatever the clocks do in between. Units are w, d, h, min, s, each at most once and in that order. In a
compound `m` is read as minutes too; alone it is refused, since it could be months. `-` counts backwards.
"""

import re
from datetime import timedelta

from bounden.obligations.clock.reading import parse_instant
from bounden.obligations.span import Span

_OFFSET = re.compile(
    r"(?P<sign>[+-])(?:(?P<weeks>\d+)w)?(?:(?P<days>\d+)d)?(?:(?P<hours>\d+)h)?"
    r"(?:(?P<minutes>\d+)(?:min|m))?(?:(?P<seconds>\d+)s)?"
)
_MINUTES_OR_MONTHS = re.compile(r"[+-]\d+m")


def offset(text: str) -> timedelta:
    """The elapsed time that `+3h` and the like stand for. Raises ValueError saying what can be written."""
    if _MINUTES_OR_MONTHS.fullmatch(text):
        raise ValueError("m alone could be minutes or months; write min, or days")
    found = _OFFSET.fullmatch(text)
    if found is None or not any(found[unit] for unit in ("weeks", "days", "hours", "minutes", "seconds")):
        raise ValueError("an offset is a sign and whole numbers of w, d, h, min, s in this order, such as +1d2h30min")
    parts = {unit: int(found[unit] or 0) for unit in ("weeks", "days", "hours", "minutes", "seconds")}
    try:
        length = timedelta(**parts)
    except OverflowError:
        raise ValueError("the offset is too long") from None
    return -length if found["sign"] == "-" else length


def instant(text: str, starts_at: Span | None) -> Span:
    """The instant of an offset from `starts_at`, of an ISO 8601 instant, or of a bare date (the whole local day).

    Raises ValueError where it cannot be read, does not exist, or counts from a `starts_at` that is not known.
    """
    if not text.startswith(("+", "-")):
        return parse_instant(text)
    length = offset(text)
    if starts_at is None:
        raise ValueError("counts from starts_at, which is missing or was refused")
    try:
        return starts_at.moved(lambda end: end + length)
    except OverflowError:
        raise ValueError("the offset leads outside the calendar") from None
