"""Instants in words: local time, British dates, nothing said that is not known."""

from datetime import datetime, timedelta

import pytest

from bounden.obligations.span import Span
from bounden.web import instants


@pytest.mark.parametrize(
    ("utc", "said"),
    [
        (datetime(2026, 1, 5, 18, 0), "5 January 2026, 18:00"),
        (datetime(2026, 7, 5, 18, 0), "5 July 2026, 19:00"),
        (datetime(2026, 7, 5, 23, 30), "6 July 2026, 00:30"),
        (datetime(2026, 1, 5, 18, 0, 7), "5 January 2026, 18:00:07"),
    ],
)
def test_instant_is_local(utc: datetime, said: str) -> None:
    assert instants.instant(utc) == said


def test_date_without_a_time_is_a_date_alone() -> None:
    day = Span(datetime(2026, 7, 4, 23, 0), datetime(2026, 7, 5, 22, 59, 59))
    assert instants.span(day) == "5 July 2026"
    assert "00:00" not in instants.span(day)


def test_day_on_which_the_clocks_go_back_is_a_day() -> None:
    assert instants.span(Span(datetime(2026, 10, 24, 23), datetime(2026, 10, 25, 23, 59, 59))) == "25 October 2026"


def test_uncertain_time_gives_both_ends_or_only_the_known_one() -> None:
    span = Span(datetime(2026, 1, 5, 18), datetime(2026, 1, 6, 9))
    assert instants.span(span) == "between 5 January 2026, 18:00 and 6 January 2026, 09:00"
    assert instants.span(span, no_latest=True) == "after 5 January 2026, 18:00"


def test_limit_at_the_end_of_a_day() -> None:
    assert instants.limit(Span.exactly(datetime(2026, 7, 5, 22, 59, 59))) == "end of 5 July 2026"


@pytest.mark.parametrize(
    ("passed", "said"),
    [(timedelta(seconds=20), "under a minute"), (timedelta(minutes=119), "119 min"), (timedelta(hours=2), "2 h"),
     (timedelta(hours=71), "71 h"), (timedelta(days=3), "3 days"), (timedelta(days=-61), "61 days")],
)  # fmt: skip
def test_length_in_the_largest_unit_that_fits(passed: timedelta, said: str) -> None:
    assert instants.length(passed) == said
