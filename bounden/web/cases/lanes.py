"""One obligation as shapes on its line: open from its trigger to its limit, then overrun until it was done."""

from dataclasses import dataclass
from datetime import datetime

from bounden.obligations.span import Span
from bounden.web.cases.scale import Scale


@dataclass(frozen=True, slots=True)
class Duty:
    """What the drawing needs to know of an obligation. No due instant: the limit is not known."""

    triggered: Span
    due: Span | None
    discharged: Span | None
    outcome: str | None
    at_act: bool = False


@dataclass(frozen=True, slots=True)
class Bar:
    """A stretch of a lane: kind is open, unsure, overrun, waiting or doing."""

    kind: str
    x: float
    width: float


@dataclass(frozen=True, slots=True)
class Point:
    """An instant of a lane: kind is due or done; `beyond` where it lies right of the drawing."""

    kind: str
    x: float
    beyond: bool
    anchor: str


@dataclass(frozen=True, slots=True)
class Lane:
    """All shapes of one obligation, in drawing order."""

    bars: tuple[Bar, ...]
    points: tuple[Point, ...]
    continues: bool  # still not done where the drawing ends


def lane(duty: Duty, scale: Scale, *, until: datetime) -> Lane:
    """The shapes of an obligation, judged `until` an instant.

    - open: from the trigger to the earliest instant at which the limit can fall; unsure: between the earliest and
      the latest where the limit itself is uncertain
    - overrun: from the latest limit to when it was done, or to `until` where it was not (late and missed only)
    - waiting: the same stretch where it cannot be told whether it was done
    - doing: between the earliest and the latest instant at which it can have been done
    """
    bars: list[Bar] = []
    points: list[Point] = []
    if duty.due is not None:
        bars += _bar("open", duty.triggered.earliest, duty.due.earliest, scale)
        bars += _bar("unsure", duty.due.earliest, duty.due.latest, scale)
        after = {"late": "overrun", "missed": "overrun", "cannot_tell": "waiting"}.get(duty.outcome or "")
        stop = duty.discharged.earliest if duty.discharged else until
        if after:
            bars += _bar(after, duty.due.latest, stop, scale)
        points.append(_point("due", duty.due.latest, scale))
    if duty.discharged is not None:
        bars += _bar("doing", duty.discharged.earliest, duty.discharged.latest, scale)
        points.append(_point("done", duty.discharged.earliest, scale))
    undone = duty.outcome in {"missed", "cannot_tell"} and duty.discharged is None
    return Lane(tuple(bars), tuple(points), undone and until > scale.end)


def _bar(kind: str, start: datetime, end: datetime, scale: Scale) -> list[Bar]:
    if end <= start or start > scale.end or end < scale.start:
        return []
    left = scale.x(start)
    return [Bar(kind, left, round(max(scale.x(end) - left, 0.3), 2))]


def _point(kind: str, at: datetime, scale: Scale) -> Point:
    x = scale.x(at)
    return Point(kind, x, at > scale.end, "end" if x > 62 else "start")
