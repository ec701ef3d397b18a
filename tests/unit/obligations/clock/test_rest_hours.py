"""Waking time against the slow clock, minute by minute, and its closed form."""

from datetime import date, datetime, time, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bounden.obligations.clock.local import start_of_day
from bounden.obligations.clock.rest_hours import waking_before, waking_day, waking_elapsed

MINUTE = timedelta(minutes=1)
minutes = st.datetimes(datetime(1996, 1, 1), datetime(2040, 12, 31)).map(lambda at: at.replace(second=0, microsecond=0))
changes = st.sampled_from([datetime(2026, 3, 29, 1), datetime(2026, 10, 25, 1)])
near_changes = st.builds(lambda change, m: change + m * MINUTE, changes, st.integers(-1500, 1500))


@settings(max_examples=60)
@given(minutes | near_changes, st.integers(0, 40 * 60))
def test_waking_time_is_counted_minute_by_minute(slow, utc, limit):
    assert waking_elapsed(utc, limit * MINUTE) == slow.waking_elapsed(utc, limit)


@given(minutes | near_changes, st.timedeltas(timedelta(seconds=1), timedelta(days=5)))
def test_the_due_instant_is_the_first_that_has_so_much_waking_time_before_it(utc, limit):
    limit = timedelta(seconds=int(limit.total_seconds()))
    due = waking_elapsed(utc, limit)
    assert waking_before(due) - waking_before(utc) == limit
    assert waking_before(due - timedelta(seconds=1)) < waking_before(due)


@given(minutes | near_changes, st.integers(0, 3 * 86400), st.sampled_from([(23, 7), (22, 6), (21, 2), (20, 9)]))
def test_waking_time_never_decreases_nor_outruns_the_clock(utc, seconds, rest):
    rest_from, rest_to = (time(hour) for hour in rest)
    gained = waking_before(utc + timedelta(seconds=seconds), rest_from, rest_to) - waking_before(
        utc, rest_from, rest_to
    )
    assert timedelta(0) <= gained <= timedelta(seconds=seconds)


@given(st.dates(date(1972, 1, 1), date(2040, 12, 31)) | st.sampled_from([date(2026, 3, 29), date(2026, 10, 25)]))
def test_every_day_is_awake_as_long(day):
    following = start_of_day(day + timedelta(days=1))
    assert waking_before(following) - waking_before(start_of_day(day)) == waking_day() == timedelta(hours=16)


def test_waking_time_is_counted_from_1970():
    # London kept summer time all through 1970, so that its first day began an hour before the day in UTC.
    assert waking_before(datetime(1969, 12, 31, 23)) == timedelta(0)
    assert waking_before(datetime(1970, 1, 1, 7)) == timedelta(hours=1)
    assert waking_before(datetime(1970, 1, 2, 0)) == timedelta(hours=16)


@pytest.mark.parametrize(
    "rest", [(time(1), time(9)), (time(22), time(1, 59, 59)), (time(7), time(7)), (time(0), time(7))]
)
def test_rest_that_breaks_the_closed_form_is_refused(rest):
    with pytest.raises(ValueError, match="hours of rest"):
        waking_before(datetime(2026, 1, 1), *rest)
