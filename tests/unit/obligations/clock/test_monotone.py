"""A later trigger never gives an earlier limit, so an uncertain trigger moves both ends of it (record tests, 1.2)."""

from collections.abc import Callable
from datetime import date, datetime, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bounden.obligations.clock.bank_holidays import BankHolidays
from bounden.obligations.clock.periods import beginning_with, corresponding_date, elapsed, end_of_nth_day, same_day
from bounden.obligations.clock.rest_hours import waking_before, waking_elapsed
from bounden.obligations.clock.school import SchoolCalendar, next_school_day_start
from bounden.obligations.clock.working_days import end_of_working_day
from bounden.obligations.span import Span

HOLIDAYS = BankHolidays.packaged()
EVERY_THIRD_DAY = SchoolCalendar(
    frozenset(date(1995, 1, 1) + timedelta(days=3 * n) for n in range(4200)), date(1995, 1, 1), date(2029, 1, 1)
)

LIMITS: dict[str, Callable[[datetime, int], datetime]] = {
    "elapsed": lambda utc, n: elapsed(utc, timedelta(minutes=15 * n)),
    "days": end_of_nth_day,
    "beginning with": lambda utc, n: beginning_with(utc, n + 1),
    "working days": lambda utc, n: end_of_working_day(utc, n + 1, HOLIDAYS),
    "months": corresponding_date,
    "same day": lambda utc, n: same_day(utc, timedelta(hours=n)),
    "school day": lambda utc, n: next_school_day_start(utc, HOLIDAYS, lead=timedelta(hours=n)),
    "school calendar": lambda utc, n: next_school_day_start(utc, HOLIDAYS, calendar=EVERY_THIRD_DAY),
    "waking time": lambda utc, n: waking_elapsed(utc, timedelta(minutes=30 * n)),
    "waking time, other hours": lambda utc, n: waking_elapsed(utc, timedelta(hours=n), time(21, 30), time(5)),
}

EDGES = [datetime(2026, 3, 29, 1), datetime(2026, 10, 25, 1), datetime(2028, 2, 29), datetime(2026, 12, 25)]
instants = st.datetimes(datetime(1996, 1, 1), datetime(2028, 6, 30)).map(lambda at: at.replace(microsecond=0))
near_edges = st.builds(lambda edge, s: edge + timedelta(seconds=s), st.sampled_from(EDGES), st.integers(-90000, 90000))
gaps = (st.integers(0, 5) | st.integers(0, 7200) | st.integers(0, 40 * 86400)).map(lambda s: timedelta(seconds=s))


@pytest.mark.parametrize("word", LIMITS)
@given(earlier=instants | near_edges, gap=gaps, n=st.integers(0, 24))
def test_a_later_trigger_never_gives_an_earlier_limit(word, earlier, gap, n):
    limit = LIMITS[word]
    assert limit(earlier, n) <= limit(earlier + gap, n)


@pytest.mark.parametrize("word", LIMITS)
@given(earlier=instants | near_edges, gap=gaps, n=st.integers(0, 24))
def test_an_uncertain_trigger_gives_an_uncertain_limit_not_before_it(word, earlier, gap, n):
    limit = Span(earlier, earlier + gap).moved(lambda utc: LIMITS[word](utc, n))
    assert limit.earliest >= earlier
    assert limit.latest >= earlier + gap


@pytest.mark.parametrize("word", LIMITS)
@given(earlier=instants | near_edges, n=st.integers(0, 24))
def test_limits_are_whole_seconds_without_a_zone(word, earlier, n):
    due = LIMITS[word](earlier, n)
    assert due.microsecond == 0
    assert due.tzinfo is None


@given(instants | near_edges, gaps)
def test_waking_time_never_decreases(earlier, gap):
    assert waking_before(earlier) <= waking_before(earlier + gap)
