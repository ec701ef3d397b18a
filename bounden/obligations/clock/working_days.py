"""Limits in working days: Monday to Friday without the bank holidays of England and Wales."""

from datetime import datetime

from bounden.obligations.clock.bank_holidays import BankHolidays
from bounden.obligations.clock.local import day_of, days_after, end_of_day


def end_of_working_day(utc: datetime, n: int, holidays: BankHolidays) -> datetime:
    """The end, 23:59:59 local, of the n-th working day after an instant's local day (record tests, 1.8 `wd`).

    The day of the instant never counts, working or not. Raises ValueError for n below 1, and BeyondBankHolidays
    where the count leaves the list.
    """
    if n < 1:
        raise ValueError(f"a limit in working days is at least 1, not {n}")
    day = day_of(utc)
    left = n
    while left:
        day = days_after(day, 1)
        if holidays.is_working_day(day):
            left -= 1
    return end_of_day(day)
