"""The two evaluators, behind one door: nine Parquet files in, `obligations.parquet` out."""

from collections.abc import Callable, Mapping
from datetime import datetime
from pathlib import Path

import duckdb

from bounden.obligations.evaluator import evaluate
from bounden.obligations.obligation import Obligation
from bounden.records import TABLES, Records
from bounden.snapshots import obligation_table
from bounden.snapshots.rows import read_records
from bounden.standards import RULEBOOK, parameters

Evaluator = Callable[[Path, Path, datetime], None]
Judge = Callable[[Records, datetime], list[Obligation]]


def read_directory(directory: Path) -> Records:
    """The rows of `<table>.parquet` for all nine tables."""
    with duckdb.connect(":memory:") as connection:
        for table in TABLES:
            path = str(directory / f"{table}.parquet").replace("'", "''")
            connection.execute(f"CREATE VIEW {table} AS SELECT * FROM read_parquet('{path}')")
        return read_records(connection, str)


def judge_by_reference(records: Records, as_of: datetime) -> list[Obligation]:
    """Row by row, in plain Python: the definition of the meaning."""
    return evaluate(records, RULEBOOK, parameters(), as_of)


def by_reference(records: Path, into: Path, as_of: datetime) -> None:
    """As `judge_by_reference`, from files to a file."""
    obligation_table.write(into, judge_by_reference(read_directory(records), as_of))


#: What judges whole deliveries, by name.
EVALUATORS: Mapping[str, Evaluator] = {"reference": by_reference}
#: What judges rows in memory, by name.
JUDGES: Mapping[str, Judge] = {"reference": judge_by_reference}
