"""Ages and childhood at an instant (contract, section 1; record tests, 1.10)."""

from datetime import date, timedelta
from typing import NamedTuple

from bounden.obligations.clock.local import day_of
from bounden.obligations.judging.casefile import CaseFile
from bounden.obligations.judging.states import flagged
from bounden.obligations.judging.told import NO, YES, Told, untold
from bounden.obligations.span import Span
from bounden.records import Person

BORN_UNKNOWN = "people.date_of_birth"

_CHILDS_ROLES = frozenset(
    ["child_subject", "child_present", "child_of_household", "child_of_suspect", "protected_child"]
)
_IN_CARE_OR_NEED = frozenset({"child_protection_plan", "child_in_need", "looked_after"})
_ADULT_FROM = 18


class Ages(NamedTuple):
    """The lowest and the highest age, whole years, that the records allow."""

    lowest: int
    highest: int


def ages(person: Person | None, when: Span) -> Ages | None:
    """The possible ages at an instant; None where nothing is recorded."""
    if person is None:
        return None
    first, last = day_of(when.earliest), day_of(when.latest)
    if person.date_of_birth:
        return Ages(_age(person.date_of_birth, first), _age(person.date_of_birth, last))
    if person.age_years is None:
        return None
    # Within a case file an age is fixed (contract, section 2); without a day there is nothing to count from.
    if person.age_on is None or person.source == "case-file":
        return Ages(person.age_years, person.age_years)
    youngest = _years_before(person.age_on, person.age_years)
    oldest = _years_before(person.age_on, person.age_years + 1) + timedelta(days=1)
    return Ages(_age(youngest, first), _age(oldest, last))


def aged_from(person: Person | None, years: int, when: Span) -> Told:
    """Whether somebody is so many years old or older."""
    possible = ages(person, when)
    if possible is None:
        return untold(BORN_UNKNOWN)
    if possible.lowest >= years:
        return YES
    return NO if possible.highest < years else untold(BORN_UNKNOWN)


def known_under(person: Person | None, years: int, when: Span) -> bool:
    """Whether the records show that somebody is younger than that."""
    possible = ages(person, when)
    return possible is not None and possible.highest < years


def child(file: CaseFile, person_id: str, when: Span) -> Told:
    """Whether a person of this occurrence counts as a child at an instant."""
    person = file.book.people.get((file.force, person_id))
    if person and person.adult:
        return NO
    grown = aged_from(person, _ADULT_FROM, when)
    if grown.holds is not None:
        return NO if grown.holds else YES
    if person and person.date_of_birth:
        return grown
    roles = file.roles(person_id)
    if roles & _CHILDS_ROLES:
        return YES
    if file.kind == "missing" and "missing_person" in roles:
        if file.category == "concern_for_child":
            return YES
        if flagged(file, person_id, _IN_CARE_OR_NEED, when).holds:
            return YES
    return untold(BORN_UNKNOWN)


def _age(born: date, on: date) -> int:
    years = on.year - born.year
    return years - 1 if on < _birthday(born, on.year) else years


def _birthday(born: date, year: int) -> date:
    """Somebody born on 29 February has the birthday on 1 March of other years."""
    if (born.month, born.day) == (2, 29) and not _leap(year):
        return date(year, 3, 1)
    return born.replace(year=year)


def _years_before(day: date, years: int) -> date:
    year = day.year - years
    if (day.month, day.day) == (2, 29) and not _leap(year):
        return date(year, 2, 28)
    return day.replace(year=year)


def _leap(year: int) -> bool:
    return year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)
