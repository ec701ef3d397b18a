"""The two evaluators, each behind the same two doors: files in and a file out, or rows in and obligations out."""

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

#: Told how far it is: tests judged, tests in all, the standard that is judged now.
Progress = Callable[[int, int, str], None]
Evaluator = Callable[[Path, Path, datetime, Progress], None]
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


def by_reference(records: Path, into: Path, as_of: datetime, progress: Progress) -> None:
    """As `judge_by_reference`, from a directory of records to a file of obligations."""
    progress(0, 1, "every standard")
    obligation_table.write(into, judge_by_reference(read_directory(records), as_of))


# The engine is imported where it is used: loading it takes longer than judging a case.


def judge_by_queries(records: Records, as_of: datetime) -> list[Obligation]:
    """The same standards as queries, on DuckDB."""
    from bounden.engine.judging import judge

    return judge(records, RULEBOOK, parameters(), as_of)


def by_queries(records: Path, into: Path, as_of: datetime, progress: Progress) -> None:
    """As `judge_by_queries`, from a directory of records to a file of obligations, whatever their number."""
    from bounden.engine.judging import evaluate as evaluate_files

    evaluate_files(records, RULEBOOK, parameters(), as_of, into, progress=progress)


#: What judges whole deliveries, by name.
EVALUATORS: Mapping[str, Evaluator] = {"reference": by_reference, "duckdb": by_queries}
#: What judges rows in memory, by name.
JUDGES: Mapping[str, Judge] = {"reference": judge_by_reference, "duckdb": judge_by_queries}
