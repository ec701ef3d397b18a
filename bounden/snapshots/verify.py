"""Whether a snapshot is whole and consistent, checked before it is published."""

from pathlib import Path
from typing import Any

import duckdb

from bounden.obligations.outcome import Outcome
from bounden.records import TABLES
from bounden.snapshots import manifest as manifests
from bounden.snapshots.rows import show

OBLIGATIONS = "obligations.parquet"
RECORDS = "records"


class NotVerified(Exception):
    """A snapshot is not what its manifest says, or contradicts itself. Carries every fault; nothing was published."""

    def __init__(self, faults: list[str]) -> None:
        self.faults = tuple(faults)
        super().__init__("\n".join(faults))


def verify(directory: Path) -> None:
    """Raises NotVerified with every fault of a snapshot."""
    if found := faults(directory):
        raise NotVerified(found)


def faults(directory: Path) -> list[str]:
    """Everything wrong with a snapshot, in words; nothing if it is whole."""
    try:
        manifest = manifests.read(directory)
    except manifests.ManifestUnreadable as error:
        return [str(error)]
    found = _changed_files(directory, manifest)
    if found:
        return found  # what the files say is not worth asking
    with duckdb.connect(":memory:") as connection:
        return [
            *_wrong_row_counts(connection, directory, manifest),
            *_wrong_obligations(connection, directory, manifest),
        ]


def _changed_files(directory: Path, manifest: dict[str, Any]) -> list[str]:
    stated, present = manifest["files"], manifests.hashes(directory)
    found = [f"{name} is missing" for name in stated if name not in present]
    found += [f"{name} is not in the manifest" for name in present if name not in stated]
    found += [
        f"{name} was changed after it was built" for name in stated if present.get(name, stated[name]) != stated[name]
    ]
    if manifests.snapshot_id(manifest) != manifest["snapshot"]:
        found.append(f"{manifests.FILE_NAME} was changed after it was built")
    return found


def _count(connection: duckdb.DuckDBPyConnection, query: str, *values: object) -> int:
    row = connection.execute(query, values).fetchone()
    return int(row[0]) if row else 0


def _wrong_row_counts(connection: duckdb.DuckDBPyConnection, directory: Path, manifest: dict[str, Any]) -> list[str]:
    found = []
    for table in TABLES:
        file = directory / RECORDS / f"{table}.parquet"
        stated = manifest["account"]["rows"].get(table, 0)
        if not file.exists():
            found.append(f"{RECORDS}/{table}.parquet is missing")
            continue
        held = _count(connection, "SELECT count(*) FROM read_parquet(?)", str(file))
        if held != stated:
            found.append(f"{RECORDS}/{table}.parquet holds {held} rows, but {stated} were accepted")
    return found


def _wrong_obligations(connection: duckdb.DuckDBPyConnection, directory: Path, manifest: dict[str, Any]) -> list[str]:
    file = directory / OBLIGATIONS
    if not file.exists():
        return [f"{OBLIGATIONS} is missing"]
    show(connection, "held", file)
    occurrences = str(directory / RECORDS / "occurrences.parquet")
    words = [outcome.value for outcome in Outcome]
    checks = [
        ("keys that stand more than once", "SELECT count(*) - count(DISTINCT obligation_key) FROM held", ()),
        ("rows without a key of 32 hex digits",
         "SELECT count(*) FROM held WHERE NOT coalesce(regexp_full_match(obligation_key, '[0-9a-f]{32}'), false)", ()),
        ("outcomes that are no outcome",
         "SELECT count(*) FROM held WHERE NOT list_contains(?::VARCHAR[], outcome)", (words,)),
        ("rows with neither an outcome nor a withdrawal",
         "SELECT count(*) FROM held WHERE outcome IS NULL AND withdrawn_at IS NULL", ()),
        ("limits whose latest instant lies before the earliest",
         "SELECT count(*) FROM held WHERE due_at_latest < due_at OR triggered_at_latest < triggered_at", ()),
        ("rows about an occurrence that is not in the records",
         "SELECT count(*) FROM held ANTI JOIN read_parquet(?) USING (force, occurrence_id) "
         "WHERE occurrence_id IS NOT NULL", (occurrences,)),
        ("rows about neither an occurrence nor a person",
         "SELECT count(*) FROM held WHERE occurrence_id IS NULL AND person_id IS NULL", ()),
    ]  # fmt: skip
    found = [
        f"{OBLIGATIONS}: {number} {what}"
        for what, query, values in checks
        if (number := _count(connection, query, *values))
    ]
    counted = outcome_counts(connection, "held")
    if counted != manifest["outcomes"]:
        found.append(f"{OBLIGATIONS} holds {counted}, but the manifest says {manifest['outcomes']}")
    return found


def outcome_counts(connection: duckdb.DuckDBPyConnection, relation: str) -> dict[str, int]:
    """Obligations by outcome, each outcome named even where it has none; `withdrawn` are those without."""
    rows = connection.execute(f"SELECT coalesce(outcome, 'withdrawn'), count(*) FROM {relation} GROUP BY 1").fetchall()
    held = dict(rows)
    return {word: held.get(word, 0) for word in [*(o.value for o in Outcome), "withdrawn"]}
