"""Whom a new delivery touches: the occurrences, and the people with duties about flags, to judge anew.

Touched is who sees a row that came, went or changed since the snapshot before; who sees a row of which an instant lay
ahead of that snapshot and comes before its outlook ends, so that there may be more than one change on the way; who is
not settled (see `outlook`); and everybody of a force whose coverage says anything else than was expected.
"""

from collections.abc import Iterable
from datetime import datetime, timedelta
from pathlib import Path

import duckdb

from bounden.records import TABLES
from bounden.records.columns import Type
from bounden.snapshots.manifest import sha256
from bounden.snapshots.neighbourhood import Ends, who_see
from bounden.snapshots.outlook import Outlook
from bounden.snapshots.rows import literal

_DAY = timedelta(days=1)
#: Whom a row is about where its occurrence does not say it already.
_ABOUT = {
    "people": ["person_id"],
    "flags": ["person_id", "place_id"],
    "residences": ["person_id"],
    "relationships": ["person_id", "other_person_id"],
    "places": ["place_id"],
}


def compare(connection: duckdb.DuckDBPyConnection, before: Path, after: Path) -> None:
    """Hold two directories of records against one another.

    `after_<table>` are the new rows, `changed_<table>` those that stand in one directory alone, and `<table>` all of
    both.
    """
    for table in TABLES:
        files = [place / f"{table}.parquet" for place in (before, after)]
        old, new = (f"SELECT * FROM read_parquet({literal(file)})" for file in files)
        connection.execute(f"CREATE VIEW after_{table} AS {new}")
        if sha256(files[0]) == sha256(files[1]):
            both, changed = new, f"{new} LIMIT 0"
        else:
            both, changed = f"{old} UNION ALL {new}", f"({old} EXCEPT {new}) UNION ALL ({new} EXCEPT {old})"
        connection.execute(f"CREATE VIEW {table} AS {both}")
        connection.execute(f"CREATE TEMP TABLE changed_{table} AS {changed}")


def touched(connection: duckdb.DuckDBPyConnection, outlook: Outlook, as_of: datetime, forces: Iterable[str]) -> Ends:
    """Whom to judge anew, from what `compare` holds.

    as_of: the instant of the snapshot before, naive UTC; outlook: its own. forces: those of which everybody is touched.
    """
    connection.execute('CREATE TEMP TABLE whole_forces AS SELECT unnest($1::VARCHAR[]) AS "force"', [sorted(forces)])
    connection.execute(f"CREATE VIEW unsettled AS SELECT * FROM read_parquet({literal(outlook.unsettled)})")
    for table in TABLES:
        connection.execute(f"CREATE VIEW noticed_{table} AS {_noticed(table, as_of, outlook.until)}")
    seers = who_see(connection, _noticed_ends(connection))
    connection.execute(
        f"""CREATE TEMP TABLE touched_occurrences AS SELECT * FROM {seers.occurrences}
        UNION SELECT "force", occurrence_id FROM unsettled WHERE occurrence_id IS NOT NULL
        UNION SELECT "force", occurrence_id FROM occurrences SEMI JOIN whole_forces USING ("force")"""
    )
    connection.execute(
        f"""CREATE TEMP TABLE touched_people AS SELECT DISTINCT "force", person_id AS id FROM flags
        WHERE ("force", person_id) IN (FROM {seers.people}) OR "force" IN (FROM whole_forces)
        OR ("force", person_id) IN (SELECT "force", person_id FROM unsettled WHERE occurrence_id IS NULL)"""
    )
    return Ends("touched_occurrences", "touched_people")


def owned_by(touched: Ends) -> str:
    """The condition, in SQL, that an obligation belongs to one of them."""
    return f"""CASE WHEN occurrence_id IS NULL THEN ("force", person_id) IN (FROM {touched.people})
        ELSE ("force", occurrence_id) IN (FROM {touched.occurrences}) END"""


def _noticed(table: str, as_of: datetime, until: datetime) -> str:
    """Rows that changed, and rows of which an instant lies ahead."""
    instants = f"BETWEEN TIMESTAMP {literal(as_of)} AND TIMESTAMP {literal(until)}"
    days = f"BETWEEN DATE {literal((as_of - _DAY).date())} AND DATE {literal((until + _DAY).date())}"
    within = {Type.INSTANT: instants, Type.DATE: days}
    ahead = [f'"{column.name}" {within[column.type]}' for column in TABLES[table].columns if column.type in within]
    return f"SELECT * FROM changed_{table} UNION ALL SELECT * FROM after_{table} WHERE {' OR '.join(ahead)}"


def _noticed_ends(connection: duckdb.DuckDBPyConnection) -> Ends:
    """The occurrences and people that the noticed rows are about, also by way of a place."""
    found: dict[str, list[str]] = {"occurrence_id": [], "person_id": [], "place_id": []}
    for table, columns in _ABOUT.items():
        for column in columns:
            kind = "place_id" if column == "place_id" else "person_id"
            found[kind].append(f'SELECT "force", {column} AS id FROM noticed_{table} WHERE {column} IS NOT NULL')
    for table in ("occurrences", "involvements", "actions", "coverage"):
        found["occurrence_id"].append(
            f'SELECT "force", occurrence_id AS id FROM noticed_{table} WHERE occurrence_id IS NOT NULL'
        )
    connection.execute(f"CREATE TEMP TABLE noticed_places_held AS {' UNION '.join(found['place_id'])}")
    for ids, table in (("occurrence_id", "occurrences"), ("person_id", "residences")):
        found[ids].append(f'SELECT "force", {ids} FROM {table} WHERE ("force", place_id) IN (FROM noticed_places_held)')
    connection.execute(f"CREATE TEMP TABLE noticed_occurrence_ids AS {' UNION '.join(found['occurrence_id'])}")
    connection.execute(f"CREATE TEMP TABLE noticed_person_ids AS {' UNION '.join(found['person_id'])}")
    return Ends("noticed_occurrence_ids", "noticed_person_ids")
