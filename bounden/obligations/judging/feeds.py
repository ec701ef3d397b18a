"""What an extract can show: whether silence of a kind is known to be omission (record tests, 1.3)."""

import enum
from collections.abc import Iterable
from datetime import datetime, timedelta

from bounden.obligations.span import Span
from bounden.records import Coverage

_ONE_SECOND = timedelta(seconds=1)


class Feed(enum.StrEnum):
    """complete: silence is omission. The other two: not known."""

    COMPLETE = "complete"
    NOT_SUPPLIED = "not supplied"
    NOT_STATED = "not stated"


def feed(rows: Iterable[Coverage], window: Span) -> Feed:
    """The state of a feed over a window, from the coverage rows that apply to it.

    A row that says "not supplied" for any part wins; rows that say "supplied" count together where they touch.
    """
    rows = tuple(rows)
    if any(not row.supplied and _overlaps(row, window) for row in rows):
        return Feed.NOT_SUPPLIED
    reached: datetime | None = None
    for start, end in sorted((row.from_at or datetime.min, row.to_at or datetime.max) for row in rows if row.supplied):
        if start > (window.earliest if reached is None else reached + _ONE_SECOND):
            break
        reached = end if reached is None else max(reached, end)
        if reached >= window.latest:
            return Feed.COMPLETE
        if reached < window.earliest:
            reached = None
    return Feed.NOT_STATED


def _overlaps(row: Coverage, window: Span) -> bool:
    starts_in_time = row.from_at is None or row.from_at <= window.latest
    return starts_in_time and (row.to_at is None or row.to_at >= window.earliest)
