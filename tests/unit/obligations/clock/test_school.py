"""The start of the next school day against the slow clock."""

from datetime import date, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from bounden.obligations.clock.bank_holidays import BankHolidays
from bounden.obligations.clock.school import SchoolCalendar, next_school_day_start

HOLIDAYS = BankHolidays.packaged()
NOVEMBER = [date(2026, 11, day) for day in range(1, 31)]
instants = st.datetimes(datetime(1996, 1, 1), datetime(2028, 12, 20)).map(lambda at: at.replace(microsecond=0))


@given(instants, st.integers(0, 12 * 60).map(lambda minutes: timedelta(minutes=minutes)))
def test_without_a_calendar_school_opens_on_working_days(slow, utc, lead):
    expected = slow.next_start(utc, lead, lambda day: day.isoweekday() <= 5 and day not in HOLIDAYS.days)
    assert next_school_day_start(utc, HOLIDAYS, lead=lead) == expected


@given(
    st.datetimes(datetime(2026, 11, 1), datetime(2026, 11, 29)).map(lambda at: at.replace(microsecond=0)),
    st.sets(st.sampled_from(NOVEMBER)).map(lambda days: frozenset({*days, NOVEMBER[-1]})),
)
def test_with_a_calendar_school_opens_when_it_says(slow, utc, open_days):
    calendar = SchoolCalendar(open_days, NOVEMBER[0], NOVEMBER[-1])
    expected = slow.next_start(utc, timedelta(hours=1), open_days.__contains__)
    assert next_school_day_start(utc, HOLIDAYS, calendar=calendar) == expected
