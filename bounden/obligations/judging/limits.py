"""Limits applied to instants: which clock counts which unit (record tests, 1.8)."""

import re
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from bounden.obligations.clock.bank_holidays import BankHolidays
from bounden.obligations.clock.local import day_of, days_after, end_of_day, start_of_day
from bounden.obligations.clock.periods import beginning_with, corresponding_date, elapsed, end_of_nth_day, same_day
from bounden.obligations.clock.rest_hours import waking_elapsed
from bounden.obligations.clock.school import next_school_day_start
from bounden.obligations.clock.without_holidays import elapsed_without_holidays
from bounden.obligations.clock.working_days import end_of_working_day
from bounden.obligations.parameters import Limit, Parameters
from bounden.obligations.span import Span

_DATE = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")


def stated_day(text: str | None) -> datetime | None:
    """The end of the local day that a text such as "2023-12-31" names; None if it names none."""
    if not text or not _DATE.fullmatch(text):
        return None
    try:
        return end_of_day(date.fromisoformat(text))
    except (ValueError, OverflowError):
        return None


@dataclass(frozen=True, slots=True)
class Clock:
    """The parameters and the calendar that due instants are counted with."""

    parameters: Parameters
    holidays: BankHolidays

    def after(self, start: Span, *limits: str) -> Span:
        """The start moved by each limit in turn. Raises BeyondBankHolidays where working days leave the list."""
        for text in limits:
            limit = self.parameters.limit(text)
            start = start.moved(lambda instant, limit=limit: self._moved(instant, limit))  # type: ignore[misc]
        return start

    def _moved(self, instant: datetime, limit: Limit) -> datetime:
        match limit.unit:
            case "min":
                return elapsed(instant, timedelta(minutes=limit.amount))
            case "h":
                return elapsed(instant, timedelta(hours=limit.amount))
            case "h without Sundays and holidays":
                return elapsed_without_holidays(instant, timedelta(hours=limit.amount), self.holidays)
            case "d":
                return end_of_nth_day(instant, limit.amount)
            case "d beginning with":
                return beginning_with(instant, limit.amount)
            case "wd":
                return end_of_working_day(instant, limit.amount, self.holidays)
            case "m":
                return corresponding_date(instant, limit.amount)
            case _:
                raise ValueError(f"{limit.unit} is not a unit of time to wait")

    def before(self, start: Span, text: str) -> Span:
        """The start moved back by a limit: so many hours, or to the beginning of the n-th local day before.

        Raises ValueError for another unit.
        """
        limit = self.parameters.limit(text)
        match limit.unit:
            case "min":
                return start.moved(lambda instant: instant - timedelta(minutes=limit.amount))
            case "h":
                return start.moved(lambda instant: instant - timedelta(hours=limit.amount))
            case "d":
                return start.moved(lambda instant: start_of_day(days_after(day_of(instant), -limit.amount)))
            case _:
                raise ValueError(f"{limit.unit} is not a unit to count back in")

    def same_day(self, start: Span, limit: str) -> Span:
        """The end of the local day, or later by a limit in hours."""
        return start.moved(lambda instant: same_day(instant, self.hours(limit)))

    def next_school_day(self, start: Span) -> Span:
        """The start of the next school day."""
        opens = self.parameters.clock_time("school_start")
        lead = self.parameters.limit("school_lead").elapsed
        return start.moved(lambda instant: next_school_day_start(instant, self.holidays, start=opens, lead=lead))

    def waking(self, start: Span, limit: str) -> Span:
        """The start moved by a limit in hours that does not count the hours of rest."""
        hours = self.parameters.limit(limit).elapsed
        rest_from, rest_to = self.parameters.clock_time("rest_from"), self.parameters.clock_time("rest_to")
        return start.moved(lambda instant: waking_elapsed(instant, hours, rest_from, rest_to))

    def hours(self, name: str) -> timedelta:
        """A parameter in hours as a length of time."""
        return self.parameters.limit(name).elapsed
