"""Ages, also where only an age and the day on which it held are recorded."""

from datetime import date, datetime

import pytest

from bounden.obligations.judging.ages import Ages, aged_from, ages, known_under
from bounden.obligations.span import Span
from bounden.records import Person

NOON = datetime(2026, 3, 4, 12)


def person(**recorded: object) -> Person:
    return Person(**{"force": "F", "source": "records", "person_id": "p", **recorded})


def on(day: str) -> Span:
    return Span.exactly(datetime.fromisoformat(f"{day}T12:00"))


@pytest.mark.parametrize(
    ("born", "day", "age"),
    [
        ("2016-03-04", "2026-03-03", 9),
        ("2016-03-04", "2026-03-04", 10),
        ("2008-02-29", "2026-02-28", 17),
        ("2008-02-29", "2026-03-01", 18),
        ("2008-02-29", "2028-02-29", 20),
        ("2026-03-04", "2026-03-04", 0),
    ],
)
def test_from_a_date_of_birth(born: str, day: str, age: int) -> None:
    assert ages(person(date_of_birth=date.fromisoformat(born)), on(day)) == Ages(age, age)


def test_birthday_is_by_local_day() -> None:
    """Half past eleven in the evening UTC is the next day in summer."""
    born = person(date_of_birth=date(2008, 6, 11))
    assert ages(born, Span.exactly(datetime(2026, 6, 10, 23, 30))) == Ages(18, 18)
    assert ages(born, Span.exactly(datetime(2026, 6, 10, 22, 30))) == Ages(17, 17)


def test_birthday_within_an_uncertain_instant() -> None:
    born = person(date_of_birth=date(2016, 3, 4))
    assert ages(born, Span(datetime(2026, 3, 3, 12), NOON)) == Ages(9, 10)


@pytest.mark.parametrize(
    ("day", "possible"),
    [
        ("2026-03-04", Ages(9, 9)),
        ("2026-03-05", Ages(9, 10)),
        ("2027-03-03", Ages(9, 10)),
        ("2027-03-04", Ages(10, 10)),
        ("2026-03-03", Ages(8, 9)),
        ("2025-03-04", Ages(8, 8)),
    ],
)
def test_from_an_age_on_a_day_every_date_of_birth_that_fits(day: str, possible: Ages) -> None:
    assert ages(person(age_years=9, age_on=date(2026, 3, 4)), on(day)) == possible


@pytest.mark.parametrize("today", [date(2026, 3, 4), date(2028, 2, 29), date(2027, 3, 1), date(2026, 12, 31)])
@pytest.mark.parametrize("later", [date(2026, 3, 4), date(2028, 2, 29), date(2028, 3, 1), date(2030, 2, 28)])
def test_possible_ages_are_those_of_some_date_of_birth(today: date, later: date) -> None:
    """The slow way: try every date of birth that gives this age on that day."""

    def age(born: date, day: date) -> int:
        return ages(person(date_of_birth=born), on(day.isoformat())).lowest

    first = date(today.year - 11, 1, 1).toordinal()
    births = [date.fromordinal(first + n) for n in range(800)]
    found = [age(born, later) for born in births if age(born, today) == 9]
    assert ages(person(age_years=9, age_on=today), on(later.isoformat())) == Ages(min(found), max(found))


@pytest.mark.parametrize(
    "fixed", [{"age_years": 9}, {"age_years": 9, "age_on": date(2026, 3, 4), "source": "case-file"}]
)
def test_an_age_is_fixed_without_a_day_and_in_a_case_file(fixed: dict[str, object]) -> None:
    assert ages(person(**fixed), on("2029-01-01")) == Ages(9, 9)


def test_nothing_recorded() -> None:
    assert ages(person(), on("2026-03-04")) is None
    assert ages(None, on("2026-03-04")) is None
    assert aged_from(None, 18, on("2026-03-04")).reason == "people.date_of_birth"
    assert not known_under(None, 10, on("2026-03-04"))


def test_old_enough_cannot_be_told_within_the_possible_ages() -> None:
    recorded = person(age_years=17, age_on=date(2026, 3, 4))
    assert aged_from(recorded, 18, on("2026-03-04")).holds is False
    assert aged_from(recorded, 18, on("2026-06-01")).holds is None
    assert aged_from(recorded, 18, on("2027-03-04")).holds is True
