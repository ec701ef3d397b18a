"""Stretches of time in which nothing is on record."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta

from bounden.obligations.span import Span
from bounden.web.instants import length


@dataclass(frozen=True, slots=True)
class Silence:
    """Nothing dated from `start` to `end`. `certain`: nor can any record without an exact time lie in it."""

    start: datetime
    end: datetime
    certain: bool

    @property
    def words(self) -> str:
        passed = length(self.end - self.start)
        return f"silent for {passed}" if self.certain else f"nothing dated for {passed}"


def silences(done: Iterable[Span], *, start: datetime, end: datetime, least: timedelta) -> tuple[Silence, ...]:
    """The gaps of at least `least` between the records of what was done, from `start` to `end`.

    An exact record, or one known to within `least`, ends a silence. A vaguer one does not, but the part of a gap in
    which it may lie is uncertain.
    """
    spans = [span for span in done if span.latest >= start and span.earliest <= end]
    dated = sorted(span for span in spans if span.latest - span.earliest < least)
    vague = _together(span for span in spans if span.latest - span.earliest >= least)
    found, at = [], start
    for span in [*dated, Span.exactly(end)]:
        found += [s for s in _parts(at, min(span.earliest, end), vague) if s.end - s.start >= least]
        at = max(at, span.latest)
    return tuple(found)


def _parts(start: datetime, end: datetime, vague: Iterable[Span]) -> Iterator[Silence]:
    """A gap cut where something of uncertain time may begin to lie in it, and where it no longer may."""
    at = start
    for span in vague:
        first, last = max(span.earliest, at), min(span.latest, end)
        if first >= end or last <= at:
            continue
        if first > at:
            yield Silence(at, first, True)
        yield Silence(first, last, False)
        at = last
    if at < end:
        yield Silence(at, end, True)


def _together(spans: Iterable[Span]) -> list[Span]:
    """Spans that touch, as one."""
    joined: list[Span] = []
    for span in sorted(spans):
        if joined and span.earliest <= joined[-1].latest:
            joined[-1] = Span(joined[-1].earliest, max(joined[-1].latest, span.latest))
        else:
            joined.append(span)
    return joined
