"""The drawing of one occurrence: what happened, what was owed and the silences between, on one line of time."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from bounden.obligations.span import Span
from bounden.web.cases.lanes import Duty, Lane, lane
from bounden.web.cases.marks import Mark, marks
from bounden.web.cases.scale import MARGIN, Scale, Tick, stretch
from bounden.web.cases.silence import Silence, silences
from bounden.web.instants import length

LEAST_SILENCE = timedelta(minutes=30)
# Hundredths of the width that a silence needs to carry its words, and to carry its length alone: on a desk, on a phone.
_ROOM = {"wide": (17.0, 8.0), "narrow": (34.0, 16.0)}
MARK_ROW = 27
MARK_TOP = 16


@dataclass(frozen=True, slots=True)
class Shade:
    """A silence as drawn. Its labels, on a desk and on a phone, are empty where there is no room for any."""

    x: float
    width: float
    middle: float
    certain: bool
    wide: str
    narrow: str


@dataclass(frozen=True, slots=True)
class Line:
    """A scale with what happened on it."""

    scale: Scale
    ticks: tuple[Tick, ...]
    shades: tuple[Shade, ...]
    marks: tuple[Mark, ...]
    judged: float | None  # where the instant of judgement lies on it, if it does

    @property
    def height(self) -> int:
        """The height that the rows of marks need, in pixels."""
        rows = max((mark.row for mark in self.marks), default=0) + 1
        return rows * MARK_ROW + MARK_TOP + (22 if any(shade.wide for shade in self.shades) else 4)


@dataclass(frozen=True, slots=True)
class Chart:
    """The stretch drawn large with a lane for each obligation, and the whole case above it where it is longer."""

    whole: Line | None
    near: Line
    lanes: tuple[Lane, ...]
    reach: float  # how far into the whole the near stretch reaches, in hundredths

    @property
    def stretch(self) -> str:
        """How long the near stretch is, its margin not counted."""
        return length((self.near.scale.end - self.near.scale.start) / MARGIN)


def chart(
    records: Sequence[tuple[int, Span, bool]],
    duties: Sequence[Duty],
    *,
    start: datetime,
    end: datetime,
    until: datetime,
) -> Chart:
    """Draw the records (number, when, done) and the duties of a case from its start.

    end: the last instant of interest, which may still lie ahead; until: the instant at which the case was judged, up to
    which silence is shown.
    """
    matter = [span.earliest for _, span, _ in records]
    matter += [duty.due.latest for duty in duties if duty.due]
    matter += [duty.discharged.earliest for duty in duties if duty.discharged]
    near = stretch(start, end, matter)
    near_line = line(near, records, since=start, end=end, until=until, ticks=6)
    lanes = tuple(lane(duty, near, until=until) for duty in duties)
    if near.end >= end:
        return Chart(None, near_line, lanes, 100)
    whole = Scale(start, end)
    return Chart(line(whole, records, since=start, end=end, until=until, ticks=8), near_line, lanes, whole.x(near.end))


def line(
    scale: Scale,
    records: Sequence[tuple[int, Span, bool]],
    *,
    since: datetime,
    end: datetime,
    until: datetime,
    ticks: int,
) -> Line:
    """What happened on a scale, with the silences from `since` to `end`, but not beyond the judgement (`until`)."""
    done = [span for _, span, is_done in records if is_done]
    least = max(LEAST_SILENCE, (scale.end - scale.start) / 24)
    shades = []
    for silence in silences(done, start=since, end=min(end, scale.end, until), least=least):
        x, right = scale.x(silence.start), scale.x(silence.end)
        width = round(right - x, 2)
        labels = [_label(silence, width, *_ROOM[screen]) for screen in ("wide", "narrow")]
        shades.append(Shade(x, width, round((x + right) / 2, 2), silence.certain, *labels))
    return Line(
        scale,
        scale.ticks(most=ticks),
        tuple(shades),
        marks(records, scale),
        scale.x(until) if scale.start < until < scale.end else None,
    )


def _label(silence: Silence, width: float, for_words: float, for_length: float) -> str:
    if width >= for_words:
        return silence.words
    return length(silence.end - silence.start) if width >= for_length else ""
