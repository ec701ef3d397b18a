"""What stands of people and extracts: births, flags, homes, ties and coverage, with numbers for ids."""

from typing import Any

import ibis

from bounden.engine.joins import beside, within
from bounden.engine.nobody import nobody
from bounden.engine.tables import declared

_STATE = ("from_at", "from_at_latest", "to_at", "to_at_latest")
_ADULT_FIRST = ("parent", "grandparent", "carer")
_EITHER_ORDER = ("household", "sibling", "other_relative")


def numbered(table: Any, number: str, *order: str) -> Any:
    """Rows numbered from 1 in an order."""
    return table.mutate(**{number: ibis.row_number().over(order_by=[table[c] for c in order]) + 1})


def people_with_births() -> Any:
    """Everybody whom a table names, with the dates of birth that fit."""
    named = [
        declared("people").select("force", "person_id"),
        declared("involvements").select("force", "person_id"),
        declared("actions").select("force", "person_id"),
        declared("flags").select("force", "person_id"),
        declared("relationships").select("force", "person_id"),
        declared("relationships").select("force", person_id="other_person_id"),
        declared("residences").select("force", "person_id"),
        declared("coverage").select("force", "person_id"),
    ]
    everybody = ibis.union(*named, distinct=True)
    everybody = everybody.filter(everybody.person_id.notnull())
    rows = declared("people")
    born, on, years = rows.date_of_birth, rows.age_on, rows.age_years
    counted = born.isnull() & years.notnull() & on.notnull() & (rows.source != "case-file")
    known = rows.select(
        "force",
        "person_id",
        "died_on",
        adult=rows.adult.fill_null(False),
        dated=born.notnull(),
        born_earliest=born.notnull().ifelse(
            _code(born), counted.ifelse(_day_after(_code(on) - (years + 1) * 10000), None)
        ),
        born_latest=born.notnull().ifelse(_code(born), counted.ifelse(_real(_code(on) - years * 10000), None)),
        age=(born.isnull() & ~counted).ifelse(years, None),
    )
    return numbered(beside(everybody, known, ["force", "person_id"]), "person", "force", "person_id")


def _code(day: Any) -> Any:
    """A date as the whole number yyyymmdd: ages are differences of these, and 29 February falls on 1 March."""
    return day.year().cast("int64") * 10000 + day.month().cast("int64") * 100 + day.day().cast("int64")


def _real(code: Any) -> Any:
    """29 February of a year that has none becomes the 28th."""
    year = code // 10000
    leap = (year % 4 == 0) & ((year % 100 != 0) | (year % 400 == 0))
    return ((code % 10000 == 229) & ~leap).ifelse(code - 1, code)


def _day_after(code: Any) -> Any:
    """A number between the code of a day and that of the next but one: enough to compare with."""
    real = _real(code)
    year = real // 10000
    leap = (year % 4 == 0) & ((year % 100 != 0) | (year % 400 == 0))
    return ((real % 10000 == 228) & ~leap).ifelse(year * 10000 + 301, real + 1)


def person_numbers(people: Any, name: str = "person", id_: str = "person_id") -> Any:
    """Force and id to the number of a person."""
    return people.select("force", **{id_: people.person_id, name: people.person})


def occurrence_numbers(occurrences: Any) -> Any:
    """Force and id to the number of an occurrence."""
    return occurrences.select("force", "occurrence_id", "occurrence")


def report_mates(occurrences: Any) -> Any:
    """The other recommendations of each recommendation's report: occurrence, mate."""
    rows = occurrences.filter((occurrences.kind == "recommendation") & (occurrences.source_ref.nullif("").notnull()))
    rows = rows.select("occurrence", "force", "source", "source_ref")
    pairs = within(rows, rows.rename(mate="occurrence"), ["force", "source", "source_ref"])
    return pairs.filter(pairs.mate != pairs.occurrence).select("occurrence", "mate")


def flags_held(people: Any) -> Any:
    """Flags on people."""
    rows = within(declared("flags"), person_numbers(people), ["force", "person_id"])
    return rows.select("person", "kind", *_STATE)


def care_homes_lived_in(people: Any) -> Any:
    """Residences in care homes."""
    places = declared("places")
    care_homes = places.filter(places.kind == "care_home").select("force", "place_id")
    rows = within(declared("residences"), care_homes, ["force", "place_id"])
    return within(rows, person_numbers(people), ["force", "person_id"]).select("person", *_STATE)


def residences_held(people: Any) -> Any:
    """Residences of whatever sort."""
    rows = within(declared("residences"), person_numbers(people), ["force", "person_id"])
    return rows.select("person", "place_id", *_STATE)


def ties_to_children(people: Any) -> Any:
    """Who stands at the child's end of a relationship with whom (record tests, 1.10)."""
    rows = within(declared("relationships"), person_numbers(people, "first"), ["force", "person_id"])
    rows = within(rows, person_numbers(people, "second", "other_person_id"), ["force", "other_person_id"])
    rows = rows.filter(rows["first"] != rows.second)
    forward = rows.filter(rows.kind.isin(_ADULT_FIRST + _EITHER_ORDER))
    backward = rows.filter(rows.kind.isin(_EITHER_ORDER))
    return ibis.union(
        forward.select(*_STATE, other=forward["first"], person=forward.second),
        backward.select(*_STATE, other=backward.second, person=backward["first"]),
    )


def coverage_rows(occurrences: Any, people: Any) -> Any:
    """Coverage with numbers; a row about an occurrence or a person that nothing else names applies to none."""
    rows = beside(declared("coverage"), occurrence_numbers(occurrences), ["force", "occurrence_id"])
    rows = beside(rows, person_numbers(people), ["force", "person_id"])
    known = (rows.occurrence_id.isnull() | rows.occurrence.notnull()) & (
        rows.person_id.isnull() | rows.person.notnull()
    )
    rows = rows.filter(known)
    return rows.select(
        "force",
        "table",
        "kind",
        "supplied",
        "from_at",
        "to_at",
        occurrence=rows.occurrence.fill_null(nobody()),
        person=rows.person.fill_null(nobody()),
    )
