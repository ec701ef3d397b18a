"""The two evaluators, behind one door: nine Parquet files in, `obligations.parquet` out."""

from collections.abc import Callable, Mapping
from datetime import datetime
from pathlib import Path

import duckdb

from bounden.obligations.evaluator import evaluate
from bounden.records import TABLES, Records
from bounden.snapshots import obligation_table
from bounden.snapshots.rows import read_records
from bounden.standards import RULEBOOK, parameters

Evaluator = Callable[[Path, Path, datetime], None]


def read_directory(directory: Path) -> Records:
    """The rows of `<table>.parquet` for all nine tables."""
    with duckdb.connect(":memory:") as connection:
        for table in TABLES:
            path = str(directory / f"{table}.parquet").replace("'", "''")
            connection.execute(f"CREATE VIEW {table} AS SELECT * FROM read_parquet('{path}')")
        return read_records(connection, str)


def by_reference(records: Path, into: Path, as_of: datetime) -> None:
    """Row by row, in plain Python: the definition of the meaning."""
    obligation_table.write(into, evaluate(read_directory(records), RULEBOOK, parameters(), as_of))


EVALUATORS: Mapping[str, Evaluator] = {"reference": by_reference}
