"""Instants as people in England and Wales write them."""

from datetime import datetime, time

from bounden.obligations.clock.local import to_local
from bounden.obligations.span import Span

_LAST_SECOND = time(23, 59, 59)


def local_words(instant: datetime) -> str:
    """A naive UTC instant in London time: "Mon 6 Mar 2023 18:00", seconds only where there are some."""
    local = to_local(instant)
    day = f"{local:%a} {local.day} {local:%b %Y}"
    if local.time() == _LAST_SECOND:
        return f"end of {day}"
    return f"{day} {local:%H:%M:%S}" if local.second else f"{day} {local:%H:%M}"


def span_words(span: Span | None) -> str:
    """An uncertain instant: both its ends; a dash where there is none."""
    if span is None:
        return "–"
    if span.exact:
        return local_words(span.earliest)
    start, end = to_local(span.earliest), to_local(span.latest)
    if start.date() == end.date() and start.time() == time(0) and end.time() == _LAST_SECOND:
        return f"some time on {start:%a} {start.day} {start:%b %Y}"
    return f"between {local_words(span.earliest)} and {local_words(span.latest)}"
