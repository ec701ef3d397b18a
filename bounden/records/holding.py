"""All the rows that one judgement may look at, table by table."""

from dataclasses import dataclass, fields

from bounden.records import rows


@dataclass(frozen=True, slots=True, kw_only=True)
class Records:
    """Nine tuples of rows, named after their tables."""

    people: tuple[rows.Person, ...] = ()
    places: tuple[rows.Place, ...] = ()
    occurrences: tuple[rows.Occurrence, ...] = ()
    involvements: tuple[rows.Involvement, ...] = ()
    actions: tuple[rows.Action, ...] = ()
    flags: tuple[rows.Flag, ...] = ()
    relationships: tuple[rows.Relationship, ...] = ()
    residences: tuple[rows.Residence, ...] = ()
    coverage: tuple[rows.Coverage, ...] = ()

    def __add__(self, other: "Records") -> "Records":
        """Both holdings together, in order."""
        return Records(**{f.name: getattr(self, f.name) + getattr(other, f.name) for f in fields(self)})
