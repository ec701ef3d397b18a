"""From the rows of a case to its drawings: what counts as a record with a time, where the case begins and ends."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from bounden.obligations.span import Span
from bounden.web.cases.chart import Chart, Line, chart, line
from bounden.web.cases.lanes import Duty
from bounden.web.cases.scale import MARGIN, Scale

Row = Mapping[str, Any]
TOLD = {"met", "late", "missed", "pending", "excused"}


@dataclass(frozen=True, slots=True)
class Material:
    """What can be drawn of one occurrence. Empty instants: it has nothing with a time.

    records: (number, when, done) of what happened, in order; duties: the rows of obligations whose outcome is told.
    start, last: the first and the last instant of interest; judged: as of when it was judged.
    """

    records: tuple[tuple[int, Span, bool], ...]
    numbers: Mapping[str, int]
    duties: tuple[Row, ...]
    start: datetime | None
    last: datetime | None
    judged: datetime | None


def material(occurrence: Row, actions: Sequence[Row], duties: Sequence[Row]) -> Material:
    """Sort out what can be drawn of an occurrence."""
    dated = [a for a in actions if a["happened_at"]]
    told = tuple(d for d in duties if d["outcome"] in TOLD and d["due_at"] and d["triggered_at"])
    judged = max((d["as_of"] for d in duties), default=occurrence["judged_at"])
    judged = judged or max((a["happened_at"] for a in dated), default=None)
    starts = [a["happened_at"] for a in dated] + [d["triggered_at"] for d in told]
    ends = [d["due_at_latest"] or d["due_at"] for d in told] + [d["discharged_at"] for d in told if d["discharged_at"]]
    ends += [a["happened_at"] if a["latest_unknown"] else a["happened_at_latest"] or a["happened_at"] for a in dated]
    if occurrence["reported_at"] and starts:
        starts.append(occurrence["reported_at"])
    numbers = {a["action_id"]: number for number, a in enumerate(dated, 1)}
    records = tuple((numbers[a["action_id"]], _when(a, judged), a["done"]) for a in dated)
    return Material(records, numbers, told, min(starts, default=None), max(ends, default=None), judged)


def draw(one: Material) -> Chart | None:
    """The drawing of one occurrence; none where nothing has a time."""
    if one.start is None or one.last is None or one.judged is None:
        return None
    pending = any(duty["outcome"] == "pending" for duty in one.duties)
    last = max(one.last, one.judged) if pending else one.last
    end = one.start + (last - one.start) * MARGIN
    if not pending:
        end = min(end, one.judged)
    if end <= one.start:
        return None
    duties = [
        Duty(span_of(d, "triggered_at"), span_of(d, "due_at"), span_of(d, "discharged_at"), d["outcome"], d["at_act"])
        for d in one.duties
    ]
    return chart(one.records, duties, start=one.start, end=end, until=one.judged)


def draw_together(materials: Sequence[Material]) -> tuple[Line, tuple[Line, ...]] | None:
    """An axis, and a line for each occurrence of a case on one scale; none where fewer than two have a time."""
    timed = [one for one in materials if one.start and one.last]
    if len(timed) < 2:
        return None
    start, last = min(one.start for one in timed), max(one.last for one in timed)
    if last <= start:
        return None
    scale = Scale(start, start + (last - start) * MARGIN)
    lines = tuple(
        line(
            scale,
            one.records,
            since=one.start or scale.start,
            end=one.last or scale.start,
            until=one.judged or scale.end,
            ticks=6,
        )
        for one in materials
    )
    return line(scale, (), since=start, end=start, until=scale.end, ticks=6), lines


def span_of(row: Row, name: str) -> Span | None:
    """The span of a pair of columns `name`, `name_latest`; an empty latest is exact."""
    earliest, latest = row[name], row[f"{name}_latest"]
    return Span(earliest, max(earliest, latest or earliest)) if earliest else None


def _when(action: Row, judged: datetime | None) -> Span:
    """When an action happened, as far as is known; without an upper bound, up to the judgement."""
    earliest = action["happened_at"]
    latest = judged if action["latest_unknown"] else action["happened_at_latest"]
    return Span(earliest, max(earliest, latest or earliest))
