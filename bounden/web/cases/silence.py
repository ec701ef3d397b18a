"""Stretches of time in which nothing is on record."""

from collections.abc import Iterable
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

    An exact record, or one known to within `least`, ends a silence. A vaguer one does not, but makes each gap that
    it may lie in uncertain.
    """
    spans = [span for span in done if span.latest >= start and span.earliest <= end]
    dated = sorted(span for span in spans if span.latest - span.earliest < least)
    vague = [span for span in spans if span.latest - span.earliest >= least]
    found, at = [], start
    for span in [*dated, Span.exactly(end)]:
        upto = min(span.earliest, end)
        if upto - at >= least:
            found.append(Silence(at, upto, not any(v.earliest < upto and v.latest > at for v in vague)))
        at = max(at, span.latest)
    return tuple(found)
