"""What must hold within one row, beyond the type of each value."""

from collections.abc import Callable, Mapping
from typing import Any

from bounden.ingest.coverage_kinds import kinds_of
from bounden.ingest.refusals import not_a_word_of
from bounden.ingest.values import Refuse
from bounden.records import TABLES, vocabulary

Columns = Mapping[str, list[Any]]

OLDEST = 120

_RANGES = {"age_years": (0, OLDEST), "latitude": (-90, 90), "longitude": (-180, 180)}
_ANY_TABLE = frozenset(TABLES)


def check_rows(table: str, columns: Columns, refuse: Refuse) -> None:
    """Tell `refuse` of every row of a typed batch that contradicts itself or the contract."""
    for name, (low, high) in _RANGES.items():
        for place, value in enumerate(columns.get(name, ())):
            if value is not None and not low <= value <= high:
                refuse(place, name, f"must lie between {low} and {high}")
    for check in _CHECKS.get(table, ()):
        check(columns, refuse)


def _people(columns: Columns, refuse: Refuse) -> None:
    rows = zip(columns["age_years"], columns["date_of_birth"], columns["adult"], strict=True)
    for place, (age, born, adult) in enumerate(rows):
        if age is not None and born is not None:
            refuse(place, "age_years", "is given only where there is no date_of_birth")
        if adult and age is not None and age < 18:
            refuse(place, "adult", "contradicts age_years")


def _actions(columns: Columns, refuse: Refuse) -> None:
    for place, (kind, value) in enumerate(zip(columns["kind"], columns["value"], strict=True)):
        words = vocabulary.ACTION_VALUES.get(kind)
        if value is not None and words is not None and value not in words:
            refuse(place, "value", not_a_word_of(value, words))


def _flags(columns: Columns, refuse: Refuse) -> None:
    for place, (person, spot) in enumerate(zip(columns["person_id"], columns["place_id"], strict=True)):
        if (person is None) == (spot is None):
            refuse(place, "person_id", "exactly one of person_id and place_id must be given")


def _periods(columns: Columns, refuse: Refuse) -> None:
    ends = columns.get("to_at_latest", columns["to_at"])
    for place, (start, end, latest) in enumerate(zip(columns["from_at"], columns["to_at"], ends, strict=True)):
        if start is not None and end is not None and (latest or end) < start:
            refuse(place, "to_at", "lies before from_at")


def _coverage(columns: Columns, refuse: Refuse) -> None:
    for place, (table, kind) in enumerate(zip(columns["table"], columns["kind"], strict=True)):
        if table is None or kind is None:
            continue
        if table not in _ANY_TABLE:
            refuse(place, "table", not_a_word_of(table, _ANY_TABLE))
        elif kind not in kinds_of(table):
            refuse(place, "kind", not_a_word_of(kind, kinds_of(table)))


_CHECKS: dict[str, tuple[Callable[[Columns, Refuse], None], ...]] = {
    "people": (_people,),
    "actions": (_actions,),
    "flags": (_flags, _periods),
    "relationships": (_periods,),
    "residences": (_periods,),
    "coverage": (_coverage, _periods),
}
