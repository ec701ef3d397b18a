"""Working days against the slow clock."""

from datetime import datetime

from hypothesis import given
from hypothesis import strategies as st

from bounden.obligations.clock.bank_holidays import BankHolidays
from bounden.obligations.clock.working_days import end_of_working_day

HOLIDAYS = BankHolidays.packaged()
instants = st.datetimes(datetime(1996, 1, 1), datetime(2028, 9, 30)).map(lambda at: at.replace(microsecond=0))


@given(instants, st.integers(1, 45))
def test_working_days_are_counted_one_by_one(slow, utc, n):
    due = end_of_working_day(utc, n, HOLIDAYS)
    assert due == slow.end_of_counted_day(utc, n, lambda day: day.isoweekday() <= 5 and day not in HOLIDAYS.days)
    assert HOLIDAYS.is_working_day(slow.local(due).date())
