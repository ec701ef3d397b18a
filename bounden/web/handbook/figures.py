"""The lines of time of worked examples as small drawings; the same in words stands beside each."""

from dataclasses import dataclass
from datetime import timedelta

from bounden.obligations.judging.deeds import LONG_AGO
from bounden.reports.handbook.timeline import NO_OBLIGATION, Point, Timeline
from bounden.web.cases.lanes import Duty, Lane, lane
from bounden.web.cases.scale import MARGIN, Scale
from bounden.web.wording import Look, outcome

_LEAST = timedelta(minutes=30)


@dataclass(frozen=True, slots=True)
class Dot:
    """A record on the line: when, and whether it says that something was not done."""

    x: float
    width: float
    undone: bool


@dataclass(frozen=True, slots=True)
class Figure:
    """One timeline as drawn and in words. look: none where there is no obligation."""

    timeline: Timeline
    look: Look | None
    lane: Lane | None
    dots: tuple[Dot, ...]
    due: str

    @property
    def words(self) -> str:
        """What stands on the line, in words."""
        return " ── ".join(point.text for point in self.timeline.points)


def figure(timeline: Timeline) -> Figure:
    """Draw one timeline."""
    dated = [point for point in timeline.points if point.when and point.at.earliest > LONG_AGO]
    scale = _scale(timeline, dated)
    told = None if timeline.outcome == "withdrawn" else timeline.outcome
    owed = timeline.outcome != NO_OBLIGATION
    drawn = None
    if owed and timeline.triggered:
        duty = Duty(timeline.triggered, timeline.due, timeline.discharged, told, timeline.at_act)
        drawn = lane(duty, scale, until=scale.end)
    dots = [
        Dot(x, round(scale.x(point.at.latest) - x, 2), point.kind == "not done")
        for point in dated
        if point.kind in ("start", "record", "not done", "end")
        for x in (scale.x(point.at.earliest),)
    ]
    due = next((point.when for point in timeline.points if point.kind == "due"), "")
    return Figure(timeline, outcome(told) if owed else None, drawn, tuple(dots), due)


def _scale(timeline: Timeline, dated: list[Point]) -> Scale:
    """From the first instant to a little after the last."""
    instants = [point.at.earliest for point in dated] or [timeline.as_of]
    start, last = min(instants), max(instants)
    if timeline.due:
        last = max(last, timeline.due.latest)
    return Scale(start, max(start + (last - start) * MARGIN, start + _LEAST))
