"""The two ways in: a directory of Parquet files to `obligations.parquet`, and rows in memory to obligations."""

import os
import tempfile
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime
from pathlib import Path
from typing import Any

import duckdb
import pyarrow as pa
import pyarrow.parquet as pq

from bounden.engine.evaluation import CROWD, Progress, fill_owed
from bounden.engine.stored import COLUMNS
from bounden.engine.tables import attach, hold
from bounden.obligations.clock.bank_holidays import BankHolidays
from bounden.obligations.obligation import Obligation
from bounden.obligations.parameters import Parameters
from bounden.obligations.rules import LocalNumber, Rule, rules_of
from bounden.obligations.span import Span
from bounden.obligations.terms import Standard
from bounden.records import Records
from bounden.standards.version import standard_version

_ROWS_A_GROUP = 122_880
_ARROW = {"string": pa.string(), "timestamp": pa.timestamp("us"), "boolean": pa.bool_()}
SCHEMA = pa.schema([(name, _ARROW[type_]) for name, type_ in COLUMNS.items()])
_STORED = ", ".join(f'"{name}"' for name in COLUMNS)
# Numbers of people and files stand in the order of their ids; what is about no occurrence comes before them.
_ORDER = """stage, "force", CASE WHEN occurrence_id IS NULL THEN 0 ELSE file END, person, coalesce(trigger_id, ''),
    obligation_key"""


def evaluate(
    records: Path,
    standards: Iterable[Standard],
    parameters: Parameters,
    as_of: datetime,
    out: Path,
    *,
    holidays: BankHolidays | None = None,
    progress: Progress | None = None,
    local: Sequence[LocalNumber] = (),
    memory: str = "4GB",
    workers: int | None = None,
) -> None:
    """Judge the nine tables in `records` (`<table>.parquet`) and write every obligation to `out`.

    Rows stand in the order of standard, stage, force, occurrence, person and trigger; the same records give the same
    bytes. `local`: the numbers of forces' own. `memory`: how much the tables may take ("1GB"); the rest goes to a
    temporary directory beside `out`. `workers`: how many standards are judged at a time; none: as many as there are
    cores.
    """
    with (
        tempfile.TemporaryDirectory(prefix=".judging-", dir=out.parent) as room,
        duckdb.connect(":memory:") as connection,
    ):
        connection.execute(f"SET memory_limit = '{memory}'")
        connection.execute(f"SET temp_directory = '{room}'")
        # Every result is put in order at the end.
        connection.execute("SET preserve_insertion_order = false")
        attach(connection, records)
        days = holidays or BankHolidays.packaged()
        rules = rules_of(standards, parameters, local)
        fill_owed(connection, rules, parameters, as_of, days, progress, workers or len(os.sched_getaffinity(0)))
        _write(connection, out)


def judge(
    records: Records,
    standards: Iterable[Standard],
    parameters: Parameters,
    as_of: datetime,
    holidays: BankHolidays | None = None,
    *,
    local: Sequence[LocalNumber] = (),
    crowd: int = CROWD,
) -> list[Obligation]:
    """Every obligation that the standards make of the rows, in the order in which they are stored.

    crowd: see `fill_owed`; it makes no difference to what is found.
    """
    rules = rules_of(standards, parameters, local)
    of_standard: dict[str, list[Rule]] = defaultdict(list)
    for rule in rules:
        of_standard[rule.standard.id].append(rule)
    with duckdb.connect(":memory:") as connection:
        # A few rows: here planning costs more than any plan can save.
        connection.execute("PRAGMA disable_optimizer")
        connection.execute("SET threads = 1")
        hold(connection, records)
        fill_owed(connection, rules, parameters, as_of, holidays or BankHolidays.packaged(), crowd=crowd)
        found = connection.execute(f"SELECT {_STORED} FROM owed ORDER BY standard, {_ORDER}")
        names = list(COLUMNS)
        rows = (dict(zip(names, row, strict=True)) for row in found.fetchall())
        return [_obligation(row, _judged_by(of_standard[row["standard"]], row)) for row in rows]


def _judged_by(rules: Sequence[Rule], row: dict[str, Any]) -> Rule:
    """Of the rules of one standard the one by which a row was judged."""
    found = [rule for rule in rules if rule.of(row["force"])]
    if len(found) == 1:
        return found[0]
    version = row["standard_version"]
    return next(rule for rule in found if standard_version(rule.standard, rule.parameters) == version)


def _write(connection: duckdb.DuckDBPyConnection, out: Path) -> None:
    with pq.ParquetWriter(out, SCHEMA, compression="zstd", version="2.6", store_schema=False) as writer:
        for group in _groups(_sorted(connection)):
            # In one piece, so that the bytes do not depend on how the database handed the rows out.
            writer.write_table(group.cast(SCHEMA).combine_chunks(), row_group_size=_ROWS_A_GROUP)


def _sorted(connection: duckdb.DuckDBPyConnection) -> Iterator[pa.RecordBatch]:
    """Every obligation in order, sorted one standard after the other."""
    standards = connection.execute("SELECT DISTINCT standard FROM owed ORDER BY standard").fetchall()
    for (standard,) in standards:
        rows = connection.execute(f"SELECT {_STORED} FROM owed WHERE standard = $1 ORDER BY {_ORDER}", [standard])
        yield from rows.to_arrow_reader(_ROWS_A_GROUP)


def _groups(batches: Iterable[pa.RecordBatch]) -> Iterator[pa.Table]:
    """Tables of the same length, whatever the length of the batches that the database hands out."""
    waiting: list[pa.RecordBatch] = []
    rows = 0
    for batch in batches:
        waiting.append(batch)
        rows += batch.num_rows
        while rows >= _ROWS_A_GROUP:
            table = pa.Table.from_batches(waiting)
            yield table.slice(0, _ROWS_A_GROUP)
            waiting = table.slice(_ROWS_A_GROUP).to_batches()
            rows -= _ROWS_A_GROUP
    if waiting:
        yield pa.Table.from_batches(waiting)


def _obligation(row: dict[str, Any], rule: Rule) -> Obligation:
    return Obligation(
        key=row["obligation_key"],
        due=_span(row, "due_at"),
        triggered=_span(row, "triggered_at"),
        discharged=_span(row, "discharged_at"),
        withdrawn=_span(row, "withdrawn_at"),
        occurrence_id=row["occurrence_id"] or "",
        rule=rule,
        **{name: row[name] for name in _PLAIN},
    )


_PLAIN = (
    "standard",
    "stage",
    "force",
    "source",
    "unit",
    "person_id",
    "trigger_id",
    "as_of",
    "trigger_known",
    "at_act",
    "evidence_id",
    "excused_at",
    "excused_by",
    "denied_until",
    "known",
    "missing",
)


def _span(row: dict[str, Any], name: str) -> Span | None:
    earliest, latest = row[name], row[f"{name}_latest"]
    return Span(earliest, latest) if isinstance(earliest, datetime) and isinstance(latest, datetime) else None
