"""The numbers of forces' own beside the national ones, as a section of a standard's entry."""

from collections.abc import Iterable

from bounden.obligations.naming import parameters_of
from bounden.obligations.rules import LocalNumber
from bounden.obligations.strictness import strictness
from bounden.obligations.wording.instants import say_days, say_value
from bounden.reports.handbook.sections import Cell, Section, Table
from bounden.standards import CATALOGUE, parameters


def own_numbers(id: str, local: Iterable[LocalNumber]) -> Section | None:
    """Where forces have set numbers of their own that this standard or audit question rests on; None: nowhere."""
    named = parameters_of(CATALOGUE[id])
    rows = tuple(_row(number) for number in local if number.name in named)
    if not rows:
        return None
    columns = ("Force", "Number", "Its own value", "National value", "Source and reason")
    return Section("own", "Numbers of forces’ own", (Table(columns, rows),))


def _row(own: LocalNumber) -> tuple[Cell, ...]:
    national = parameters().by_name[own.name]
    found = strictness(national, own.value)
    reason = f"Reason: {own.why} Decided by {own.authorised_by}." if found.needs_reason else ""
    return (
        Cell(own.force, under=say_days(own.begins, own.ends) or "at any date"),
        Cell(national.meaning, codes=(own.name,)),
        Cell(say_value(own.value), caution=found.value if found.needs_reason else ""),
        Cell(say_value(national.value), under=national.class_),
        Cell(own.reference, under=reason),
    )
