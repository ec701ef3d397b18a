"""The limit of every evaluator: reading each column that the record tests look at, once."""

from collections.abc import Iterable

import duckdb

from benchmarks.work import Work

#: The columns of each table that the rulebook looks at.
NEEDED = {
    "actions": "occurrence_id person_id action_id kind happened_at happened_at_latest latest_unknown done value by_id "
    "by_role by_rank",
    "occurrences": "occurrence_id kind category reported_at reported_at_latest occurred_at closed_at unit narrative",
    "involvements": "occurrence_id person_id role vehicle",
    "people": "person_id date_of_birth age_years adult died_on",
    "flags": "person_id kind from_at to_at recorded_at",
    "relationships": "person_id other_person_id kind from_at to_at",
    "residences": "person_id place_id from_at to_at",
    "places": "place_id kind",
    "coverage": "table kind supplied from_at to_at occurrence_id person_id",
}


def run(work: Work) -> dict[str, float]:
    """Read them."""
    with duckdb.connect() as connection:
        for table, columns in NEEDED.items():
            read(connection, work.table(table), columns.split())
    return {}


def read(connection: duckdb.DuckDBPyConnection, source: str, columns: Iterable[str]) -> None:
    """Read these columns of a file or a view from end to end."""
    most = ", ".join(f'max("{name}")' for name in columns)
    connection.execute(f'SELECT {most} FROM "{source}"').fetchall()
