"""The table of days: its closed forms give what the functions give, for whoever joins instead of walking."""

from datetime import date, datetime, time, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bounden.obligations.clock.bank_holidays import BankHolidays
from bounden.obligations.clock.days import LocalDay, day_table
from bounden.obligations.clock.periods import beginning_with, corresponding_date, end_of_nth_day, months_after
from bounden.obligations.clock.rest_hours import waking_before, waking_elapsed
from bounden.obligations.clock.school import next_school_day_start
from bounden.obligations.clock.without_holidays import elapsed_without_holidays
from bounden.obligations.clock.working_days import end_of_working_day

HOLIDAYS = BankHolidays.packaged()
TABLE = day_table(date(2019, 12, 1), date(2029, 1, 31), HOLIDAYS)
BY_ORDINAL = {day.ordinal: day for day in TABLE}
BY_DATE = {day.date: day for day in TABLE}
BY_WORKING_NUMBER = {day.working_number: day for day in TABLE if day.working}
BY_RUNNING_NUMBER = {day.running_number: day for day in TABLE if day.running}
SCHOOL = [day.school_starts_at for day in TABLE if day.school]
BY_WAKING_NUMBER = {day.ordinal: day.waking_starts_at for day in TABLE}

instants = st.datetimes(datetime(2020, 1, 1), datetime(2028, 9, 30)).map(lambda at: at.replace(microsecond=0))


def row_of(utc: datetime) -> LocalDay:
    (row,) = (day for day in TABLE if day.starts_at <= utc <= day.ends_at)
    return row


@given(instants, st.integers(0, 60))
def test_days_by_ordinal(utc, n):
    assert BY_ORDINAL[row_of(utc).ordinal + n].ends_at == end_of_nth_day(utc, n) == beginning_with(utc, n + 1)


@given(instants, st.integers(1, 45))
def test_working_days_by_number(utc, n):
    assert BY_WORKING_NUMBER[row_of(utc).working_number + n].ends_at == end_of_working_day(utc, n, HOLIDAYS)


@given(instants, st.integers(1, 20 * 86400))
def test_hours_without_holidays_by_arithmetic(utc, seconds):
    day, second = timedelta(days=1), timedelta(seconds=1)
    row = row_of(utc)
    before = row.running_number * day - (row.starts_at + day - utc if row.running else timedelta(0))
    number, rest = divmod(before + seconds * second - second, day)
    reached = BY_RUNNING_NUMBER[number + 1].starts_at + rest + second
    assert reached == elapsed_without_holidays(utc, seconds * second, HOLIDAYS)


@given(instants.filter(lambda at: at.year < 2028), st.integers(0, 12))
def test_months_by_date(utc, months):
    assert BY_DATE[months_after(row_of(utc).date, months)].ends_at == corresponding_date(utc, months)


@given(instants)
def test_school_by_the_least_start(utc):
    assert min(at for at in SCHOOL if at >= utc + timedelta(hours=1)) == next_school_day_start(utc, HOLIDAYS)


@given(instants, st.integers(1, 5 * 86400))
def test_waking_time_by_arithmetic(utc, seconds):
    row = row_of(utc)
    length = row.waking_ends_at - row.waking_starts_at
    into_day = min(max(utc - row.waking_starts_at, timedelta(0)), length)
    before = row.ordinal * length + into_day
    assert before == waking_before(utc)
    second = timedelta(seconds=1)
    ordinal, rest = divmod(before + seconds * second - second, length)
    assert BY_WAKING_NUMBER[ordinal] + rest + second == waking_elapsed(utc, seconds * second)


def test_the_days_follow_one_another():
    for day, following in pairwise(TABLE):
        assert following.starts_at - day.ends_at == timedelta(seconds=1)
        assert following.date - day.date == timedelta(days=1)
        assert following.ordinal == day.ordinal + 1
        assert day.waking_ends_at - day.waking_starts_at == timedelta(hours=16)


def test_a_row():
    assert day_table(date(2026, 3, 29), date(2026, 3, 29), HOLIDAYS) == [
        LocalDay(
            date=date(2026, 3, 29),
            starts_at=datetime(2026, 3, 29, 0),
            ends_at=datetime(2026, 3, 29, 22, 59, 59),
            ordinal=20541,
            working=False,
            working_number=BY_DATE[date(2026, 3, 27)].working_number,
            running=False,
            running_number=BY_DATE[date(2026, 3, 28)].running_number,
            school=False,
            school_starts_at=datetime(2026, 3, 29, 8),
            waking_starts_at=datetime(2026, 3, 29, 6),
            waking_ends_at=datetime(2026, 3, 29, 22),
        )
    ]


def test_a_force_has_its_own_hours():
    (day,) = day_table(
        date(2026, 11, 23), date(2026, 11, 23), HOLIDAYS, school_start=time(8, 45), rest_from=time(22), rest_to=time(6)
    )
    assert day.school_starts_at == datetime(2026, 11, 23, 8, 45)
    assert (day.waking_starts_at, day.waking_ends_at) == (datetime(2026, 11, 23, 6), datetime(2026, 11, 23, 22))


def test_working_numbers_count_from_the_first_day_of_the_list_wherever_the_table_starts():
    whole = {day.date: day.working_number for day in day_table(date(1994, 12, 25), date(2026, 11, 23), HOLIDAYS)}
    assert whole[date(1995, 1, 2)] == 0
    assert whole[date(1995, 1, 3)] == 1
    for first in (date(1995, 1, 1), date(1995, 1, 4), date(2026, 11, 21), date(2026, 11, 23)):
        for day in day_table(first, date(2026, 11, 23), HOLIDAYS):
            assert day.working_number == whole[day.date]


@pytest.mark.parametrize(
    ("first", "last"), [(date(1994, 12, 1), date(1994, 12, 31)), (date(2029, 1, 1), date(2029, 2, 1))]
)
def test_beyond_the_list_working_and_school_are_not_known(first, last):
    for day in day_table(first, last, HOLIDAYS):
        assert (day.working, day.working_number, day.school) == (None, None, None)
        assert (day.running, day.running_number) == (None, None)


def test_a_table_that_ends_before_it_starts_is_refused():
    with pytest.raises(ValueError, match="holds no day"):
        day_table(date(2026, 1, 2), date(2026, 1, 1), HOLIDAYS)
