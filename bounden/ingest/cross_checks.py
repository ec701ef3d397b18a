"""What must hold across rows: no id twice with different content, no reference to nothing."""

from collections.abc import Mapping
from dataclasses import dataclass

import pyarrow as pa
import pyarrow.compute as pc

from bounden.ingest.staging import LINE, Staged

Ids = set[tuple[str, str]]

#: Columns that hold the id of a row in another table: table, column, the table referred to.
REFERENCES = (
    ("occurrences", "place_id", "places"),
    ("involvements", "occurrence_id", "occurrences"),
    ("involvements", "person_id", "people"),
    ("actions", "occurrence_id", "occurrences"),
    ("actions", "person_id", "people"),
    ("flags", "person_id", "people"),
    ("flags", "place_id", "places"),
    ("relationships", "person_id", "people"),
    ("relationships", "other_person_id", "people"),
    ("residences", "person_id", "people"),
    ("residences", "place_id", "places"),
    ("coverage", "occurrence_id", "occurrences"),
    ("coverage", "person_id", "people"),
)


@dataclass(frozen=True, slots=True)
class Distinct:
    """The accepted rows of a table, each once, and how many duplicates were left out."""

    rows: pa.Table
    duplicates: int


def distinct(staged: Staged) -> Distinct:
    """The rows of a table without the duplicates: rows identical in all columns, of which the first is kept.

    Refuses, in `staged`, every row whose id another row carries with different content.
    """
    rows = staged.arrow()
    if staged.table.key:
        rows = _without_conflicts(rows, staged)
    names = list(staged.table.names)
    grouped = rows.group_by(names).aggregate([(LINE, "min")])
    unique = grouped.rename_columns([*names, LINE])
    return Distinct(unique, rows.num_rows - unique.num_rows)


def _without_conflicts(rows: pa.Table, staged: Staged) -> pa.Table:
    id_column = staged.table.key[0]
    once = rows.group_by(list(staged.table.names)).aggregate([])
    carried = once.group_by(["force", id_column]).aggregate([([], "count_all")])
    several = carried.filter(pc.greater(carried["count_all"], 1))
    if several.num_rows == 0:
        return rows
    conflicting = set(zip(several["force"].to_pylist(), several[id_column].to_pylist(), strict=True))
    keep = []
    for force, key, line in zip(*(rows[n].to_pylist() for n in ("force", id_column, LINE)), strict=True):
        keep.append((force, key) not in conflicting)
        if not keep[-1]:
            staged.refuse(line, id_column, "another row has the same id and other content; all of them are refused")
    staged.claimed |= conflicting
    return rows.filter(pa.array(keep))


def check_references(staged: Mapping[str, Staged], rows: Mapping[str, Distinct]) -> dict[str, int]:
    """Refuse every row that refers to what its force has not delivered.

    References to a table are not checked where some of its ids could not be read: the row may be there.

    Returns, by table, how many of the distinct rows were refused.
    """
    ids: dict[str, Ids] = {}
    lost: dict[str, set[int]] = {}
    for name, column, target in REFERENCES:
        if name not in staged or (target in staged and not staged[target].ids_known):
            continue
        if target not in ids:
            ids[target] = _ids(staged.get(target), rows.get(target))
        known = ids[target]
        held = rows[name].rows
        for force, key, line in zip(*(held[n].to_pylist() for n in ("force", column, LINE)), strict=True):
            if key is not None and (force, key) not in known:
                staged[name].refuse(line, column, f"the force has delivered no row of {target} with this id")
                lost.setdefault(name, set()).add(line)
    return {name: len(lines) for name, lines in lost.items()}


def _ids(staged: Staged | None, rows: Distinct | None) -> Ids:
    if staged is None or rows is None:
        return set()
    pairs = zip(rows.rows["force"].to_pylist(), rows.rows[staged.table.key[0]].to_pylist(), strict=True)
    return set(pairs) | staged.claimed
