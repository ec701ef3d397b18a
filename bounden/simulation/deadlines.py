"""By when: the limits of the rulebook, counted with the clock of the rulebook, which is the law of time."""

from datetime import date, datetime, timedelta
from functools import cache

from bounden.obligations.clock.bank_holidays import BankHolidays
from bounden.obligations.clock.local import at_clock_time, day_of, days_after, end_of_day, start_of_day
from bounden.obligations.clock.periods import months_after
from bounden.obligations.clock.rest_hours import waking_elapsed
from bounden.obligations.clock.school import next_school_day_start
from bounden.obligations.clock.without_holidays import elapsed_without_holidays
from bounden.obligations.clock.working_days import end_of_working_day
from bounden.obligations.parameters import Limit
from bounden.standards import parameters

HOLIDAYS = BankHolidays.packaged()

_end_of = cache(end_of_day)
_start_of = cache(start_of_day)


@cache
def _limit(text: str) -> Limit:
    return parameters().limit(text)


@cache
def _end_of_working_day(day: date, number: int) -> datetime:
    return end_of_working_day(_end_of(day), number, HOLIDAYS)


def after(at: datetime, *limits: str) -> datetime:
    """An instant moved by limits, each the name of a parameter or a number with its unit.

    Raises KeyError for an unknown name and BeyondBankHolidays where working days leave the list.
    """
    for text in limits:
        at = _moved(at, _limit(text))
    return at


def _moved(at: datetime, limit: Limit) -> datetime:
    number, unit = limit.amount, limit.unit
    if unit == "h":
        return at + timedelta(hours=number)
    if unit == "min":
        return at + timedelta(minutes=number)
    day = day_of(at)
    if unit == "d":
        return _end_of(days_after(day, number))
    if unit == "d beginning with":
        return _end_of(days_after(day, number - 1))
    if unit == "wd":
        return _end_of_working_day(day, number)
    if unit == "m":
        return _end_of(months_after(day, number))
    if unit == "h without Sundays and holidays":
        return elapsed_without_holidays(at, timedelta(hours=number), HOLIDAYS)
    raise ValueError(f"{unit} is not a unit of time to wait")


def days_before(at: datetime, number: int) -> datetime:
    """The beginning of the n-th local day before an instant's own."""
    return _start_of(days_after(day_of(at), -number))


def same_day(at: datetime) -> datetime:
    """The end of an instant's local day, or later by the parameter `same_day`."""
    return max(_end_of(day_of(at)), after(at, "same_day"))


def next_school_day(at: datetime) -> datetime:
    """When school starts next."""
    opens, lead = parameters().clock_time("school_start"), timedelta(hours=_limit("school_lead").amount)
    return next_school_day_start(at, HOLIDAYS, start=opens, lead=lead)


def waking(at: datetime, limit: str) -> datetime:
    """An instant moved by a limit in hours, the hours of rest not counted."""
    rest_from, rest_to = parameters().clock_time("rest_from"), parameters().clock_time("rest_to")
    return waking_elapsed(at, timedelta(hours=_limit(limit).amount), rest_from, rest_to)


def nights(first: datetime, last: datetime) -> list[tuple[date, datetime]]:
    """The local days, and the instants, at which the clock shows `overnight_at` from the first up to the last."""
    shown = parameters().clock_time("overnight_at")
    day, found = day_of(first), []
    while (at := at_clock_time(day, shown)) <= last:
        if at >= first:
            found.append((day, at))
        day = days_after(day, 1)
    return found


def years(name: str) -> int:
    """A parameter that is an age."""
    return _limit(name).amount
