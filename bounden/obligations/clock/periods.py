"""Limits in elapsed time, calendar days and calendar months (record tests, 1.8)."""

from calendar import monthrange
from datetime import date, datetime, timedelta

from bounden.obligations.clock.local import day_of, days_after, end_of_day

_MONTHS = 12


def elapsed(utc: datetime, limit: timedelta) -> datetime:
    """So much time after an instant, whatever the clocks on the wall do (`h`, `min`)."""
    return utc + limit


def end_of_nth_day(utc: datetime, n: int) -> datetime:
    """The end, 23:59:59 local, of the n-th day after an instant's local day (`d`); n = 0 is that day itself.

    Raises ValueError for n below 0.
    """
    if n < 0:
        raise ValueError(f"a limit in days is not negative; this one is {n}")
    return end_of_day(days_after(day_of(utc), n))


def beginning_with(utc: datetime, n: int) -> datetime:
    """The end of a period of n days beginning with an instant's local day, which is day 1 (`d beginning with`).

    Raises ValueError for n below 1.
    """
    if n < 1:
        raise ValueError(f"a period beginning with a day has at least 1 day, not {n}")
    return end_of_day(days_after(day_of(utc), n - 1))


def corresponding_date(utc: datetime, months: int) -> datetime:
    """The end of the corresponding local date so many months on (`m`); none such: of that month's last day.

    Raises ValueError for months below 0.
    """
    if months < 0:
        raise ValueError(f"a limit in months is not negative; this one is {months}")
    return end_of_day(months_after(day_of(utc), months))


def months_after(day: date, months: int) -> date:
    """The corresponding date so many months on; where that month has no such date, its last day."""
    years, month_index = divmod(day.month - 1 + months, _MONTHS)
    year, month = day.year + years, month_index + 1
    return date(year, month, min(day.day, monthrange(year, month)[1]))


def same_day(utc: datetime, at_least: timedelta) -> datetime:
    """The end of an instant's local day, or so much time after the instant if that is later (*same day*)."""
    return max(end_of_day(day_of(utc)), utc + at_least)
