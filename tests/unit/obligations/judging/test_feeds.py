"""Whether silence of a kind is omission: the coverage rows over a window, against asking each second."""

from datetime import datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bounden.obligations.judging.feeds import Feed, feed
from bounden.obligations.span import Span
from bounden.records import Coverage

T = datetime(2026, 3, 4, 10)


def second(number: int | None) -> datetime | None:
    return None if number is None else T + timedelta(seconds=number)


def row(first: int | None, last: int | None, supplied: bool = True) -> Coverage:
    return Coverage(
        force="F",
        source="s",
        table="actions",
        kind="*",
        supplied=supplied,
        from_at=second(first),
        to_at=second(last),
    )


def window(first: int, last: int) -> Span:
    return Span(second(first), second(last))


@pytest.mark.parametrize(
    ("rows", "state"),
    [
        ([], Feed.NOT_STATED),
        ([row(None, None)], Feed.COMPLETE),
        ([row(0, 10)], Feed.COMPLETE),
        ([row(0, 9)], Feed.NOT_STATED),
        ([row(1, 10)], Feed.NOT_STATED),
        ([row(6, None), row(None, 5)], Feed.COMPLETE),
        ([row(7, None), row(None, 5)], Feed.NOT_STATED),
        ([row(None, 8), row(2, 3), row(9, None)], Feed.COMPLETE),
        ([row(None, None), row(10, 10, supplied=False)], Feed.NOT_SUPPLIED),
        ([row(None, None), row(11, None, supplied=False)], Feed.COMPLETE),
        ([row(None, None), row(None, -1, supplied=False)], Feed.COMPLETE),
        ([row(4, 5, supplied=False)], Feed.NOT_SUPPLIED),
    ],
)
def test_states(rows: list[Coverage], state: Feed) -> None:
    assert feed(rows, window(0, 10)) is state


edges = st.one_of(st.none(), st.integers(-3, 13))
periods = st.tuples(edges, edges).filter(lambda p: p[0] is None or p[1] is None or p[0] <= p[1])


@given(st.lists(st.tuples(periods, st.booleans()), max_size=5), st.integers(0, 5), st.integers(0, 6))
def test_the_same_as_asking_each_second(written: list, first: int, length: int) -> None:
    rows = [row(*period, supplied=supplied) for period, supplied in written]

    def said(number: int, supplied: bool) -> bool:
        return any((a is None or a <= number) and (b is None or number <= b) for (a, b), s in written if s is supplied)

    seconds = range(first, first + length + 1)
    if any(said(n, False) for n in seconds):
        expected = Feed.NOT_SUPPLIED
    else:
        expected = Feed.COMPLETE if all(said(n, True) for n in seconds) else Feed.NOT_STATED
    assert feed(rows, window(first, first + length)) is expected
