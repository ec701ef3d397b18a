"""From instants to places on a line: a linear scale, its ticks, and which stretch of a long case to draw large."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from math import ceil

from bounden.web.instants import MONTHS, local

HOUR = timedelta(hours=1)
DAY = timedelta(days=1)
STEPS = (
    timedelta(minutes=15), timedelta(minutes=30), HOUR, 2 * HOUR, 3 * HOUR, 6 * HOUR, 12 * HOUR,
    DAY, 2 * DAY, 7 * DAY, 14 * DAY, 28 * DAY, 56 * DAY, 91 * DAY, 182 * DAY, 364 * DAY,
)  # fmt: skip
WINDOWS = (6 * HOUR, 12 * HOUR, 24 * HOUR, 48 * HOUR, 72 * HOUR, 7 * DAY, 14 * DAY, 35 * DAY, 70 * DAY)
ENOUGH = 0.85
MARGIN = 1.08  # so that what falls on the very end is seen to go on


@dataclass(frozen=True, slots=True)
class Tick:
    """A line across the drawing and its label."""

    x: float
    label: str
    date: str
    anchor: str
    sparse: bool  # its label is left out where there is little room


@dataclass(frozen=True, slots=True)
class Scale:
    """A linear scale from `start` to `end`, in hundredths of the drawing's width. Time is never bent."""

    start: datetime
    end: datetime

    def x(self, instant: datetime) -> float:
        """The place of an instant, 0 to 100; what lies outside is put on the edge."""
        share = (instant - self.start) / (self.end - self.start)
        return round(100 * min(1.0, max(0.0, share)), 2)

    def shows(self, instant: datetime) -> bool:
        return self.start <= instant <= self.end

    def ticks(self, *, most: int = 8) -> tuple[Tick, ...]:
        """Evenly spaced, counted from the start, at most `most` steps."""
        span = self.end - self.start
        step = next((step for step in STEPS if span / step <= most), span / most)
        places = [self.start + n * step for n in range(int(span / step) + 1)]
        every = ceil(len(places) / 3)
        return tuple(
            Tick(x, _since(at - self.start, step), _date(at, step), _anchor(x), n % every != 0)
            for n, at in enumerate(places)
            for x in (self.x(at),)
        )


def _anchor(x: float) -> str:
    return "start" if x < 3 else "end" if x > 91 else "middle"


def _since(passed: timedelta, step: timedelta) -> str:
    if not passed:
        return "start"
    if passed < HOUR:
        return f"{int(passed / timedelta(minutes=1))} min"
    if step < DAY:
        return f"{passed / HOUR:g} h"
    days = round(passed / DAY)
    return f"{days} day" if days == 1 else f"{days} days"


def _date(at: datetime, step: timedelta) -> str:
    there = local(at)
    date = f"{there.day} {MONTHS[there.month - 1][:3]}"
    if step < DAY:
        return f"{date} {there:%H:%M}"
    return f"{date} {there.year}" if step >= 56 * DAY else date


def stretch(start: datetime, end: datetime, instants: Iterable[datetime]) -> Scale:
    """The first stretch of a case that holds most of the instants that matter; all of it where that is no longer.

    Chosen among round lengths (6 hours to 70 days); `instants` are when things happened, when duties fell due and when
    they were done.
    """
    inside = sorted(at for at in instants if start <= at <= end)
    for length in WINDOWS:
        if start + length >= end:
            break
        within = sum(at <= start + length for at in inside)
        if inside and within / len(inside) >= ENOUGH:
            return Scale(start, start + length * MARGIN)
    return Scale(start, max(end, start + HOUR))
