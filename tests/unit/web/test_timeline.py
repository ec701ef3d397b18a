"""The geometry of the line of time: pure functions from instants to places."""

from datetime import datetime, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bounden.obligations.span import Span
from bounden.web.cases.chart import chart
from bounden.web.cases.lanes import Duty, lane
from bounden.web.cases.marks import APART, marks
from bounden.web.cases.scale import MARGIN, Scale, stretch
from bounden.web.cases.silence import silences

T0 = datetime(2026, 3, 4, 10)
HOUR = timedelta(hours=1)
DAY = timedelta(days=1)


def _at(hours: float) -> Span:
    return Span.exactly(T0 + hours * HOUR)


def _between(first: float, last: float) -> Span:
    return Span(T0 + first * HOUR, T0 + last * HOUR)


SCALE = Scale(T0, T0 + 10 * HOUR)


def test_scale_is_linear() -> None:
    assert [SCALE.x(T0 + h * HOUR) for h in (0, 2.5, 5, 10)] == [0, 25, 50, 100]


def test_what_lies_outside_is_put_on_the_edge() -> None:
    assert (SCALE.x(T0 - HOUR), SCALE.x(T0 + 11 * HOUR)) == (0, 100)


@given(st.integers(min_value=1, max_value=3 * 365 * 24))
def test_ticks_stay_inside_few_and_in_order(hours: int) -> None:
    ticks = Scale(T0, T0 + hours * HOUR).ticks(most=8)
    places = [tick.x for tick in ticks]
    assert places == sorted(places)
    assert places[0] == 0
    assert 2 <= len(ticks) <= 9 or hours < 1
    assert sum(not tick.sparse for tick in ticks) <= 3


def test_stretch_is_the_first_round_length_that_holds_most() -> None:
    instants = [T0 + h * HOUR for h in (1, 2, 3, 4, 15, 20, 24, 24, 24)] + [T0 + 90 * DAY]
    assert stretch(T0, T0 + 100 * DAY, instants) == Scale(T0, T0 + 24 * HOUR * MARGIN)


def test_short_case_is_drawn_whole() -> None:
    assert stretch(T0, T0 + 5 * HOUR, [T0]) == Scale(T0, T0 + 5 * HOUR)


def test_met_duty_has_its_time_allowed_and_no_overrun() -> None:
    drawn = lane(Duty(_at(0), _at(4), _at(2), "met"), SCALE, until=T0 + 9 * HOUR)
    assert [(bar.kind, bar.x, bar.width) for bar in drawn.bars] == [("open", 0, 40)]
    assert [(point.kind, point.x) for point in drawn.points] == [("due", 40), ("done", 20)]
    assert not drawn.continues


def test_late_duty_overruns_until_it_was_done() -> None:
    drawn = lane(Duty(_at(0), _at(4), _at(7), "late"), SCALE, until=T0 + 9 * HOUR)
    assert [(bar.kind, bar.x, bar.width) for bar in drawn.bars] == [("open", 0, 40), ("overrun", 40, 30)]


def test_missed_duty_overruns_until_the_judgement_and_beyond_the_drawing() -> None:
    inside = lane(Duty(_at(0), _at(4), None, "missed"), SCALE, until=T0 + 9 * HOUR)
    assert inside.bars[-1].kind == "overrun"
    assert inside.bars[-1].x + inside.bars[-1].width == pytest.approx(90)
    assert not inside.continues
    beyond = lane(Duty(_at(0), _at(4), None, "missed"), SCALE, until=T0 + 40 * HOUR)
    assert beyond.bars[-1].x + beyond.bars[-1].width == pytest.approx(100)
    assert beyond.continues


def test_uncertain_limit_and_uncertain_deed_are_drawn_as_spans() -> None:
    drawn = lane(Duty(_at(0), _between(2, 4), _between(5, 8), "late"), SCALE, until=T0 + 9 * HOUR)
    assert [bar.kind for bar in drawn.bars] == ["open", "unsure", "overrun", "doing"]
    assert [(bar.x, bar.width) for bar in drawn.bars] == [(0, 20), (20, 20), (40, 10), (50, 30)]


def test_limit_beyond_the_drawing_is_said_so() -> None:
    (point,) = lane(Duty(_at(0), _at(30), None, "pending"), SCALE, until=T0 + 9 * HOUR).points
    assert (point.x, point.beyond, point.anchor) == (100, True, "end")


def test_silence_lies_between_dated_records() -> None:
    found = silences([_at(0), _at(1), _at(9)], start=T0, end=T0 + 10 * HOUR, least=2 * HOUR)
    assert [(s.start, s.end, s.certain) for s in found] == [(T0 + HOUR, T0 + 9 * HOUR, True)]
    assert found[0].words == "silent for 8 h"


def test_record_of_unknown_time_makes_only_its_own_stretch_uncertain() -> None:
    found = silences([_at(0), _between(4, 200)], start=T0, end=T0 + 10 * HOUR, least=2 * HOUR)
    assert [(s.start, s.end, s.certain) for s in found] == [
        (T0, T0 + 4 * HOUR, True),
        (T0 + 4 * HOUR, T0 + 10 * HOUR, False),
    ]
    assert found[1].words == "nothing dated for 6 h"


@given(st.lists(st.tuples(st.integers(0, 100), st.integers(0, 60)), max_size=12))
def test_silences_never_cover_a_dated_record_nor_one_another(records: list[tuple[int, int]]) -> None:
    spans = [_between(first, first + length) for first, length in records]
    found = silences(spans, start=T0, end=T0 + 100 * HOUR, least=3 * HOUR)
    for silence in found:
        assert silence.end - silence.start >= 3 * HOUR
        for span in spans:
            if span.exact:
                assert not silence.start < span.earliest < silence.end
            if silence.certain:
                assert span.latest <= silence.start or span.earliest >= silence.end
    for one, other in pairwise(found):
        assert one.end <= other.start


@given(st.lists(st.integers(0, 600), min_size=1, max_size=25))
def test_marks_never_cover_one_another(minutes: list[int]) -> None:
    records = [(n, Span.exactly(T0 + timedelta(minutes=m)), True) for n, m in enumerate(sorted(minutes), 1)]
    placed = marks(records, SCALE)
    assert [mark.number for mark in placed] == [number for number, _, _ in records]
    by_row: dict[int, list[float]] = {}
    for mark in placed:
        by_row.setdefault(mark.row, []).append(mark.x)
    for places in by_row.values():
        assert all(b - a >= APART - 0.001 for a, b in pairwise(places))


def test_long_case_has_the_whole_above_its_first_stretch() -> None:
    duties = [Duty(_at(0), _at(h), _at(h + 1), "late") for h in (1, 2, 4, 12, 20)]
    records = [(n, _at(h), True) for n, h in enumerate((0, 2, 3, 5, 13, 21, 2000), 1)]
    drawn = chart(records, duties, start=T0, end=T0 + 2000 * HOUR, until=T0 + 2100 * HOUR)
    assert drawn.whole is not None
    assert drawn.near.scale == Scale(T0, T0 + 24 * HOUR * MARGIN)
    assert 0 < drawn.reach < 2
    assert len(drawn.lanes) == 5


def test_short_case_has_one_drawing() -> None:
    drawn = chart(
        [(1, _at(0), True)], [Duty(_at(0), _at(4), None, "missed")], start=T0, end=T0 + 4 * HOUR, until=T0 + 5 * HOUR
    )
    assert drawn.whole is None


def test_open_case_is_drawn_to_its_limits_with_the_judgement_marked() -> None:
    drawn = chart(
        [(1, _at(0), True)], [Duty(_at(0), _at(8), None, "pending")], start=T0, end=T0 + 8 * HOUR, until=T0 + 4 * HOUR
    )
    assert drawn.near.judged == 50
    assert [(shade.x, shade.width) for shade in drawn.near.shades] == [(0, 50)], (
        "silence lies before the judgement only"
    )


def test_judged_case_marks_no_judgement_inside() -> None:
    drawn = chart(
        [(1, _at(0), True)], [Duty(_at(0), _at(4), None, "missed")], start=T0, end=T0 + 4 * HOUR, until=T0 + 90 * HOUR
    )
    assert drawn.near.judged is None
