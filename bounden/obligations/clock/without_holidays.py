"""Limits in hours that run on no Sunday, Christmas Day, Good Friday or bank holiday (a protection notice)."""

from datetime import date, datetime, timedelta

from bounden.obligations.clock.bank_holidays import BankHolidays
from bounden.obligations.clock.local import day_of, days_after, start_of_day

_SUNDAY = 6
# Christmas Day by name, and 26 December as a bank holiday by law: also on a Saturday, where the list has a substitute.
_CHRISTMAS = ((12, 25), (12, 26))


def runs_on(day: date, holidays: BankHolidays) -> bool:
    """Whether such a limit runs on a local day. Good Friday stands on the list of bank holidays.

    Raises BeyondBankHolidays outside the days that the list covers.
    """
    working = holidays.is_working_day(day)
    return working or (day.weekday() < _SUNDAY and day not in holidays.days and (day.month, day.day) not in _CHRISTMAS)


def elapsed_without_holidays(utc: datetime, limit: timedelta, holidays: BankHolidays) -> datetime:
    """The first instant, not before `utc`, at which so much time has passed since it on days that count.

    What starts on a day that does not count runs from the next midnight that begins one that does. The clocks change
    on Sundays, so every day that counts has 24 hours. Raises ValueError for a negative limit, and BeyondBankHolidays
    where the count leaves the list.
    """
    if limit < timedelta(0):
        raise ValueError("a limit in hours is not negative")
    left = limit
    while left:
        day = day_of(utc)
        midnight = start_of_day(days_after(day, 1))
        if runs_on(day, holidays):
            if utc + left <= midnight:
                return utc + left
            left -= midnight - utc
        utc = midnight
    return utc
