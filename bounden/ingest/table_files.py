"""Canonical tables as Parquet files that are byte-identical whenever their rows are the same."""

from collections.abc import Iterable
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq

from bounden.records.columns import Type
from bounden.records.rows import Row
from bounden.records.tables import Table

_ARROW = {
    Type.TEXT: pa.string(),
    Type.INSTANT: pa.timestamp("us"),
    Type.DATE: pa.date32(),
    Type.TRUTH: pa.bool_(),
    Type.WHOLE: pa.int32(),
    Type.DECIMAL: pa.float64(),
}


def schema_of(table: Table) -> pa.Schema:
    """The columns of a table in declared order; instants are naive timestamps in UTC."""
    return pa.schema([pa.field(column.name, _ARROW[column.type]) for column in table.columns])


def arrow_of(table: Table, rows: Iterable[Row]) -> pa.Table:
    """Rows as an Arrow table."""
    held = list(rows)
    columns = {name: [getattr(row, name) for row in held] for name in table.names}
    return pa.Table.from_pydict(columns, schema=schema_of(table))


def write_table(table: Table, rows: pa.Table, directory: Path) -> None:
    """Write `<table>.parquet`: declared columns in order, rows sorted by force, key and then all columns."""
    order = ["force", *table.key, *(n for n in table.names if n not in ("force", *table.key))]
    ordered = rows.select(list(table.names)).sort_by([(name, "ascending") for name in order])
    pq.write_table(
        ordered,
        directory / f"{table.name}.parquet",
        version="2.6",
        compression="zstd",
        compression_level=3,
        row_group_size=100_000,
        store_schema=False,
    )
