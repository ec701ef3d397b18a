"""The table of days: the clock as rows, so that a set-based engine can join what this package computes."""

from dataclasses import dataclass
from datetime import date, datetime, time

from bounden.obligations.clock.bank_holidays import BankHolidays
from bounden.obligations.clock.local import at_clock_time, days_after, end_of_day, start_of_day
from bounden.obligations.clock.rest_hours import EPOCH, REST_FROM, REST_TO
from bounden.obligations.clock.school import START
from bounden.obligations.clock.without_holidays import runs_on


@dataclass(frozen=True, slots=True)
class LocalDay:
    """One local day; instants are naive UTC.

    - n-th day after: `ends_at` of the row with `ordinal` + n. Beginning with: `ordinal` + n - 1.
    - n-th working day after: `ends_at` of the working row with `working_number` + n.
    - months: date arithmetic on `date`, no such date the last of the month, then `ends_at`.
    - next school day: the least `school_starts_at` of a school row that is at least the lead after the instant.
    - hours without Sundays and holidays before an instant: `running_number` days of 24 hours, less the rest of the
      day where it is `running`.
    - waking time before an instant: `ordinal` times the waking day plus the instant less `waking_starts_at`, at
      least nothing and at most `waking_ends_at` less `waking_starts_at`.

    `working`, `working_number`, `running`, `running_number` and `school` are None on days that the list of bank
    holidays does not cover: whoever needs them there raises BeyondBankHolidays.
    """

    date: date
    starts_at: datetime
    ends_at: datetime
    ordinal: int
    working: bool | None
    working_number: int | None
    running: bool | None
    running_number: int | None
    school: bool | None
    school_starts_at: datetime
    waking_starts_at: datetime
    waking_ends_at: datetime


def day_table(
    first: date,
    last: date,
    holidays: BankHolidays,
    *,
    school_start: time = START,
    rest_from: time = REST_FROM,
    rest_to: time = REST_TO,
) -> list[LocalDay]:
    """The days from `first` to `last`, both included, in order.

    `ordinal` counts days from 1970-01-01 = 0; `working_number` and `running_number` count the days from the first day
    of the list of bank holidays up to and including the day, so they do not depend on where the table starts. School
    days are those without a calendar: Monday to Friday without bank holidays. Raises ValueError if `last` is before
    `first`.
    """
    if last < first:
        raise ValueError(f"a table of days from {first} to {last} holds no day")
    working_number, running_number = _days_before(first, holidays)
    table = []
    for offset in range((last - first).days + 1):
        day = days_after(first, offset)
        working = holidays.is_working_day(day) if holidays.covers(day) else None
        running = runs_on(day, holidays) if holidays.covers(day) else None
        working_number += bool(working)
        running_number += bool(running)
        table.append(
            LocalDay(
                date=day,
                starts_at=start_of_day(day),
                ends_at=end_of_day(day),
                ordinal=(day - EPOCH).days,
                working=working,
                working_number=None if working is None else working_number,
                running=running,
                running_number=None if running is None else running_number,
                school=working,
                school_starts_at=at_clock_time(day, school_start),
                waking_starts_at=at_clock_time(day, rest_to),
                waking_ends_at=at_clock_time(day, rest_from),
            )
        )
    return table


def _days_before(first: date, holidays: BankHolidays) -> tuple[int, int]:
    """How many days before the first are working days, and on how many hours without Sundays and holidays run."""
    # Past the list no day is numbered, so nothing is counted there.
    covered = (min(first, holidays.last) - holidays.first).days
    days = [days_after(holidays.first, offset) for offset in range(covered)]
    return sum(holidays.is_working_day(day) for day in days), sum(runs_on(day, holidays) for day in days)
