"""An instant that may be uncertain: an interval from the earliest to the latest possible instant."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """[earliest, latest], naive UTC, both ends included; equal ends: exact (record tests, 1.2).

    Raises ValueError if the latest is before the earliest.
    """

    earliest: datetime
    latest: datetime

    def __post_init__(self) -> None:
        if self.latest < self.earliest:
            raise ValueError("the latest instant of a span lies before its earliest")

    @classmethod
    def exactly(cls, instant: datetime) -> "Span":
        """A span of one instant."""
        return cls(instant, instant)

    @property
    def exact(self) -> bool:
        return self.earliest == self.latest

    def moved(self, move: Callable[[datetime], datetime]) -> "Span":
        """Both ends moved by a rule that never changes their order (a clock)."""
        return Span(move(self.earliest), move(self.latest))


def earlier(one: Span, other: Span) -> Span:
    """The earlier of two uncertain instants."""
    return Span(min(one.earliest, other.earliest), min(one.latest, other.latest))


def later(one: Span, other: Span) -> Span:
    """The later of two uncertain instants."""
    return Span(max(one.earliest, other.earliest), max(one.latest, other.latest))
