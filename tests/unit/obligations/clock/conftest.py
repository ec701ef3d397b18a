"""The slow clock: local time and limits told by the law's own words and by walking, sharing nothing with the product.

Summer time runs from 01:00 UTC on the last Sunday of March to 01:00 UTC on the last Sunday of October (Summer Time
Order 2002, the same days since 1996); the slow clock tells no earlier time.
"""

from collections.abc import Callable, Iterator
from datetime import date, datetime, time, timedelta
from functools import cache
from itertools import islice

import pytest

HOUR = timedelta(hours=1)
MINUTE = timedelta(minutes=1)
SECOND = timedelta(seconds=1)
DAY = timedelta(days=1)


@cache
def summer(year: int) -> tuple[datetime, datetime]:
    def last_sunday(month: int) -> datetime:
        day = datetime(year, month, 31, 1)
        while day.weekday() != 6:
            day -= DAY
        return day

    return last_sunday(3), last_sunday(10)


class SlowClock:
    """London time and the limits, by walking hour by hour or minute by minute."""

    def local(self, utc: datetime) -> datetime:
        begins, ends = summer(utc.year)
        return utc + HOUR if begins <= utc < ends else utc

    def readings(self, local: datetime) -> tuple[datetime, ...]:
        near = (local + minutes * MINUTE for minutes in range(-180, 181))
        return tuple(utc for utc in near if self.local(utc) == local)

    def hours_from(self, utc: datetime) -> Iterator[datetime]:
        """The whole hours after an instant; London days begin at one of them."""
        hour = utc.replace(minute=0, second=0) + HOUR
        while True:
            yield hour
            hour += HOUR

    def days_after(self, utc: datetime) -> Iterator[date]:
        """The local days after an instant's own, in order."""
        seen = self.local(utc).date()
        for hour in self.hours_from(utc):
            if self.local(hour).date() != seen:
                seen = self.local(hour).date()
                yield seen

    def end_of(self, day: date, after: datetime) -> datetime:
        """The last second of a day, found by walking from an instant in it or before it."""
        return next(hour - SECOND for hour in self.hours_from(after) if self.local(hour).date() > day)

    def end_of_counted_day(self, utc: datetime, n: int, counts: Callable[[date], bool]) -> datetime:
        if n == 0:
            return self.end_of(self.local(utc).date(), utc)
        counted = (day for day in self.days_after(utc) if counts(day))
        return self.end_of(next(islice(counted, n - 1, None)), utc)

    def corresponding_date(self, utc: datetime, months: int) -> datetime:
        start = self.local(utc).date()
        day = start
        while months:
            before, day = day, day + DAY
            months -= day.month != before.month
        if day == start:
            return self.end_of(day, utc)
        of_month = [day + n * DAY for n in range(31) if (day + n * DAY).month == day.month]
        fitting = [candidate for candidate in of_month if candidate.day <= start.day]
        return self.end_of(fitting[-1], datetime.combine(fitting[-1], time(12)))

    def next_start(self, utc: datetime, lead: timedelta, is_school_day: Callable[[date], bool]) -> datetime:
        hours = self.hours_from(utc - HOUR - SECOND)
        return next(
            hour
            for hour in hours
            if hour - lead >= utc and self.local(hour).time() == time(9) and is_school_day(self.local(hour).date())
        )

    def waking_elapsed(self, utc: datetime, minutes: int) -> datetime:
        """From a whole minute, counting the minutes that begin between 07:00 and 23:00."""
        now = utc
        while minutes:
            minutes -= 7 <= self.local(now).hour < 23
            now += MINUTE
        return now


@pytest.fixture(scope="session")
def slow() -> SlowClock:
    return SlowClock()
