"""The start of the next school day."""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from bounden.obligations.clock.bank_holidays import BankHolidays
from bounden.obligations.clock.local import at_clock_time, day_of, days_after

START = time(9)
LEAD = timedelta(hours=1)


class BeyondSchoolCalendar(ValueError):
    """A date that a school's calendar does not cover, so whether the school is open is not known."""


@dataclass(frozen=True, slots=True)
class SchoolCalendar:
    """The days on which a school is open, from `first` to `last`, both included."""

    open_days: frozenset[date]
    first: date
    last: date

    def is_school_day(self, day: date) -> bool:
        """Whether the school is open on a day. Raises BeyondSchoolCalendar outside the days covered."""
        if not self.first <= day <= self.last:
            raise BeyondSchoolCalendar(
                f"{day} is outside the school calendar, which covers {self.first} to {self.last}: "
                f"supply the calendar for that time"
            )
        return day in self.open_days


def next_school_day_start(
    utc: datetime,
    holidays: BankHolidays,
    *,
    start: time = START,
    lead: timedelta = LEAD,
    calendar: SchoolCalendar | None = None,
) -> datetime:
    """The first `start` (local) of a school day at least `lead` after an instant (record tests, 1.8).

    School days are those of the school's calendar; without one, Monday to Friday without bank holidays, and the
    caller has to say so beside the outcome. Raises BeyondBankHolidays or BeyondSchoolCalendar past the days covered.
    """
    is_school_day = holidays.is_working_day if calendar is None else calendar.is_school_day
    earliest = utc + lead
    day = day_of(earliest)
    if at_clock_time(day, start) < earliest:
        day = days_after(day, 1)
    while not is_school_day(day):
        day = days_after(day, 1)
    return at_clock_time(day, start)
