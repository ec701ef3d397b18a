"""The bank holidays of England and Wales: one packaged, dated list, which a force can extend."""

import csv
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from functools import cache
from importlib.resources import files
from typing import Self

LIST_NAME = "bank_holidays_england_wales.csv"
SATURDAY = 5

_FIRST, _LAST, _ISSUED = "First day covered", "Last day covered", "Date of issue"


class BeyondBankHolidays(ValueError):
    """A date that the list of bank holidays does not cover, so whether it is a working day is not known."""


@dataclass(frozen=True, slots=True)
class BankHolidays:
    """The bank holidays from `first` to `last`, both included, as issued on `issued`.

    Holidays are kept on the weekday on which they are taken (GOV.UK; Banking and Financial Dealings Act 1971).
    Raises ValueError for a holiday on a weekend or outside the days covered.
    """

    days: frozenset[date]
    first: date
    last: date
    issued: date

    def __post_init__(self) -> None:
        if self.last < self.first:
            raise ValueError(f"a list of bank holidays from {self.first} to {self.last} covers no day")
        for day in sorted(self.days):
            if not self.first <= day <= self.last:
                raise ValueError(f"the bank holiday {day} lies outside the days covered, {self.first} to {self.last}")
            if day.weekday() >= SATURDAY:
                raise ValueError(f"the bank holiday {day} is a weekend: give the substitute weekday instead")

    @classmethod
    def packaged(cls) -> "BankHolidays":
        """The list that comes with the product; its header says its source, the days it covers and its issue."""
        return _packaged()

    def extended(self, dates: Iterable[date], *, until: date) -> Self:
        """The same list with more holidays, covering the days up to and including `until`.

        For years after the packaged list, and for a holiday proclaimed since its issue. Raises ValueError if `until`
        is before the last day covered, or a holiday is a weekend or outside the days then covered.
        """
        if until < self.last:
            raise ValueError(f"the list reaches {self.last} already and cannot be shortened to {until}")
        return type(self)(self.days | frozenset(dates), self.first, until, self.issued)

    def covers(self, day: date) -> bool:
        """Whether the list says anything about a day."""
        return self.first <= day <= self.last

    def is_working_day(self, day: date) -> bool:
        """Whether a day is Monday to Friday and no bank holiday (record tests, 1.8).

        Raises BeyondBankHolidays outside the days covered, also for a weekend, so that no count runs off the list.
        """
        if not self.covers(day):
            raise BeyondBankHolidays(
                f"{day} is outside the list of bank holidays, which covers {self.first} to {self.last}: "
                f"extend the list with the bank holidays for that time"
            )
        return day.weekday() < SATURDAY and day not in self.days


@cache
def _packaged() -> BankHolidays:
    lines = files(__package__).joinpath(LIST_NAME).read_text(encoding="utf-8").splitlines()
    notes = dict(line.removeprefix("# ").split(": ", 1) for line in lines if line.startswith("# ") and ": " in line)
    rows = csv.DictReader(line for line in lines if not line.startswith("#"))
    days = frozenset(date.fromisoformat(row["date"]) for row in rows)
    first, last, issued = (date.fromisoformat(notes[name]) for name in (_FIRST, _LAST, _ISSUED))
    return BankHolidays(days, first, last, issued)
