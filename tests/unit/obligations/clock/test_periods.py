"""Elapsed time, days and months against the slow clock."""

from datetime import date, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from bounden.obligations.clock.periods import (
    beginning_with,
    corresponding_date,
    elapsed,
    end_of_nth_day,
    months_after,
    same_day,
)

instants = st.datetimes(datetime(1996, 1, 1), datetime(2040, 12, 31)).map(lambda at: at.replace(microsecond=0))


@given(instants, st.integers(0, 60))
def test_days_are_counted_one_by_one(slow, utc, n):
    due = end_of_nth_day(utc, n)
    assert due == slow.end_of_counted_day(utc, n, lambda day: True)
    assert beginning_with(utc, n + 1) == due


@given(instants, st.integers(0, 40))
def test_months_are_walked_day_by_day(slow, utc, months):
    assert corresponding_date(utc, months) == slow.corresponding_date(utc, months)


@given(instants, st.integers(0, 12))
def test_the_same_day_ends_with_the_day_or_later(slow, utc, hours):
    limit = timedelta(hours=hours)
    due = same_day(utc, limit)
    end = slow.end_of(slow.local(utc).date(), utc)
    assert due >= end
    assert due >= elapsed(utc, limit)
    assert due in (end, elapsed(utc, limit))


def test_elapsed_time_knows_no_clocks():
    assert elapsed(datetime(2026, 3, 28, 12), timedelta(hours=24)) == datetime(2026, 3, 29, 12)


def test_months_of_a_date():
    assert months_after(date(2026, 1, 31), 1) == date(2026, 2, 28)
    assert months_after(date(2026, 12, 31), 2) == date(2027, 2, 28)
    assert months_after(date(2026, 11, 30), 1) == date(2026, 12, 30)
