"""The nine tables, read off the row classes: name, key and columns in order."""

import dataclasses
from collections.abc import Mapping
from dataclasses import dataclass

from bounden.records import rows
from bounden.records.columns import Sensitivity, Type


@dataclass(frozen=True, slots=True)
class Column:
    """One column: its name, type, constraint, meaning and sensitivity class."""

    name: str
    type: Type
    meaning: str
    sensitivity: Sensitivity
    required: bool
    one_of: frozenset[str] | None
    latest_of: str | None
    default: object


@dataclass(frozen=True, slots=True)
class Table:
    """One canonical table. `key` are the columns unique within a force; empty: no id of its own."""

    name: str
    row: type[rows.Row]
    key: tuple[str, ...]
    columns: tuple[Column, ...]

    @property
    def meaning(self) -> str:
        """The first sentence of the row class."""
        return (self.row.__doc__ or "").strip().split("\n")[0]

    def column(self, name: str) -> Column:
        """The column of that name; KeyError if the table has none."""
        for candidate in self.columns:
            if candidate.name == name:
                return candidate
        raise KeyError(f"table {self.name} has no column {name}")

    @property
    def names(self) -> tuple[str, ...]:
        return tuple(c.name for c in self.columns)


def _columns(row: type[rows.Row]) -> tuple[Column, ...]:
    common = {f.name for f in dataclasses.fields(rows.Row)}
    own = [f for f in dataclasses.fields(row) if f.name not in common]
    shared = [f for f in dataclasses.fields(row) if f.name in common]
    return tuple(
        Column(
            name=f.name,
            default=None if f.default is dataclasses.MISSING else f.default,
            **{str(k): v for k, v in f.metadata.items()},
        )
        for f in own + shared
    )


def _table(name: str, row: type[rows.Row], *key: str) -> Table:
    return Table(name, row, key, _columns(row))


TABLES: Mapping[str, Table] = {
    t.name: t
    for t in (
        _table("people", rows.Person, "person_id"),
        _table("places", rows.Place, "place_id"),
        _table("occurrences", rows.Occurrence, "occurrence_id"),
        _table("involvements", rows.Involvement),
        _table("actions", rows.Action, "action_id"),
        _table("flags", rows.Flag),
        _table("relationships", rows.Relationship),
        _table("residences", rows.Residence),
        _table("coverage", rows.Coverage),
    )
}


def table_named(name: str) -> Table:
    """The table of that name; KeyError with the nine names if there is none."""
    if name not in TABLES:
        raise KeyError(f"no table is called {name}; the nine are {', '.join(TABLES)}")
    return TABLES[name]
