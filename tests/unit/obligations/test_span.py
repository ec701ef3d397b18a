"""Uncertain instants."""

from datetime import datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bounden.obligations.span import Span, earlier, later

NOON = datetime(2026, 3, 4, 12)
HOUR = timedelta(hours=1)

instants = st.datetimes(datetime(2020, 1, 1), datetime(2027, 1, 1)).map(lambda at: at.replace(microsecond=0))
spans = st.tuples(instants, instants).map(lambda two: Span(min(two), max(two)))


def test_exact_has_equal_ends() -> None:
    assert Span.exactly(NOON) == Span(NOON, NOON)
    assert Span.exactly(NOON).exact
    assert not Span(NOON, NOON + HOUR).exact


def test_ends_in_the_wrong_order_are_refused() -> None:
    with pytest.raises(ValueError, match="before its earliest"):
        Span(NOON, NOON - HOUR)


def test_moved_at_both_ends() -> None:
    assert Span(NOON, NOON + HOUR).moved(lambda at: at + HOUR) == Span(NOON + HOUR, NOON + 2 * HOUR)


def test_earlier_and_later_of_overlapping_spans() -> None:
    one, other = Span(NOON, NOON + 3 * HOUR), Span(NOON + HOUR, NOON + 2 * HOUR)
    assert earlier(one, other) == Span(NOON, NOON + 2 * HOUR)
    assert later(one, other) == Span(NOON + HOUR, NOON + 3 * HOUR)


@given(spans, spans, st.data())
def test_earlier_and_later_hold_whatever_the_true_instants_are(one: Span, other: Span, data: st.DataObject) -> None:
    true_one = data.draw(st.datetimes(one.earliest, one.latest))
    true_other = data.draw(st.datetimes(other.earliest, other.latest))
    first, last = min(true_one, true_other), max(true_one, true_other)
    assert earlier(one, other).earliest <= first <= earlier(one, other).latest
    assert later(one, other).earliest <= last <= later(one, other).latest
