"""Judging anew what a delivery touches, and taking the rest from the snapshot before.

The result is that of judging everything, byte for byte: who is not touched sees the rows that he saw before and is
settled, so that his obligations differ in nothing but the instant as of which they stand.
"""

from datetime import datetime
from pathlib import Path

import duckdb

from bounden.snapshots.neighbourhood import Ends, conditions
from bounden.snapshots.obligation_table import ORDER, ROWS_A_GROUP, SCHEMA, write_batches
from bounden.snapshots.rows import literal


def write_seen(connection: duckdb.DuckDBPyConnection, seen: Ends, into: Path) -> None:
    """Write the new records (`touched.compare`) that are about what is seen to a new directory."""
    into.mkdir()
    for table, condition in conditions(seen).items():
        query = f"SELECT * FROM after_{table} WHERE {condition}"
        connection.execute(f"COPY ({query}) TO {literal(into / f'{table}.parquet')} (FORMAT parquet)")


def merge(
    connection: duckdb.DuckDBPyConnection,
    anew: Path,
    before: Path,
    into: Path,
    *,
    owners: str,
    as_of_before: datetime,
    as_of: datetime,
) -> None:
    """Write the obligations of the touched as they were judged anew, and those of the rest as they stood before.

    anew, before, into: files of obligations. owners: the condition that one is of the touched. as_of_before, as_of:
    naive UTC. What was judged as of a case's own day stays so.
    """
    columns = ", ".join(f'"{name}"' for name in SCHEMA.names)
    found = connection.execute(
        f"""WITH merged AS (
            SELECT {columns} FROM read_parquet({literal(anew)}) WHERE {owners}
            UNION ALL
            SELECT {columns} FROM (
                SELECT * REPLACE (CASE WHEN as_of = $before THEN $now ELSE as_of END AS as_of)
                FROM read_parquet({literal(before)}) WHERE NOT {owners}))
        FROM merged ORDER BY {ORDER}""",
        {"before": as_of_before, "now": as_of},
    )
    write_batches(into, found.to_arrow_reader(ROWS_A_GROUP))
