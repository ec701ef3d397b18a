"""The limit of an evaluator that goes standard by standard: reading the rows of each test's own kinds, test by test.

Laid out beforehand as the engine would have them: occurrences numbered, actions by kind. Every test reads the
occurrences and its slices of the actions; the other tables are read once.
"""

from pathlib import Path

import duckdb

from benchmarks.contenders import scan
from benchmarks.contenders.duckdb_queries import BY_KIND, look_at
from benchmarks.work import Work
from bounden.obligations.needs import needs

_OF_AN_ACT = {"action", "case", "person_id", "happened_at", "happened_at_latest", "latest_unknown", "done"}


def prepare(work: Work) -> None:
    """Number the occurrences and lay the actions out by kind."""
    with duckdb.connect() as connection:
        connection.execute(
            f"""COPY (
                SELECT file_row_number AS "case", occurrence_id, kind, category, reported_at, reported_at_latest
                FROM read_parquet('{work.table("occurrences")}', file_row_number = true)
            ) TO '{_cases(work)}' (FORMAT parquet)"""
        )
        connection.execute(
            f"""COPY (
                SELECT acts.* EXCLUDE (file_row_number), acts.file_row_number AS action, "case"
                FROM read_parquet('{work.table("actions")}', file_row_number = true) acts
                JOIN '{_cases(work)}' USING (occurrence_id)
            ) TO '{work.room / BY_KIND}' (FORMAT parquet, PARTITION_BY (kind))"""
        )


def run(work: Work) -> dict[str, float]:
    """Read what the tests rest on."""
    with duckdb.connect() as connection:
        for table in scan.NEEDED.keys() - {"actions", "occurrences"}:
            scan.read(connection, work.table(table), scan.NEEDED[table].split())
        for standard in work.standards:
            for test in standard.tests:
                scan.read(connection, str(_cases(work)), ["case", "kind", "category", "reported_at"])
                asked = [need for need in needs(standard, test) if need.table == "actions" and need.kind]
                if asked:
                    look_at(connection, {need.kind for need in asked}, work.room / BY_KIND)
                    columns = _OF_AN_ACT | {need.column for need in asked if need.column}
                    scan.read(connection, "acts", sorted(columns))
    return {}


def _cases(work: Work) -> Path:
    return work.room / "cases.parquet"
