"""The nine canonical tables as the engine sees them: declared for Ibis, filled from Parquet files or from rows."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import duckdb
import ibis
import pyarrow as pa

from bounden.records import TABLES, Records, Table
from bounden.records.columns import Type

_IBIS: Mapping[Type, str] = {
    Type.TEXT: "string",
    Type.INSTANT: "timestamp",
    Type.DATE: "date",
    Type.TRUTH: "boolean",
    Type.WHOLE: "int64",
    Type.DECIMAL: "float64",
}
_DUCKDB: Mapping[Type, str] = {
    Type.TEXT: "VARCHAR",
    Type.INSTANT: "TIMESTAMP",
    Type.DATE: "DATE",
    Type.TRUTH: "BOOLEAN",
    Type.WHOLE: "BIGINT",
    Type.DECIMAL: "DOUBLE",
}
_ARROW: Mapping[Type, pa.DataType] = {
    Type.TEXT: pa.string(),
    Type.INSTANT: pa.timestamp("us"),
    Type.DATE: pa.date32(),
    Type.TRUTH: pa.bool_(),
    Type.WHOLE: pa.int64(),
    Type.DECIMAL: pa.float64(),
}


def declared(name: str) -> Any:
    """The unbound Ibis table of one canonical table."""
    return ibis.table({c.name: _IBIS[c.type] for c in TABLES[name].columns}, name=name)


def attach(connection: duckdb.DuckDBPyConnection, directory: Path) -> None:
    """Let the nine tables stand for `<table>.parquet` in a directory; their columns take the declared types."""
    for table in TABLES.values():
        columns = ", ".join(f'CAST("{c.name}" AS {_DUCKDB[c.type]}) AS "{c.name}"' for c in table.columns)
        path = str(directory / f"{table.name}.parquet").replace("'", "''")
        connection.execute(f"CREATE OR REPLACE VIEW \"{table.name}\" AS SELECT {columns} FROM read_parquet('{path}')")


def hold(connection: duckdb.DuckDBPyConnection, records: Records) -> None:
    """Let the nine tables stand for rows that are held in memory."""
    for table in TABLES.values():
        connection.register("rows_held", _arrow(table, getattr(records, table.name)))
        connection.execute(f'CREATE OR REPLACE TABLE "{table.name}" AS SELECT * FROM rows_held')
        connection.unregister("rows_held")


def _arrow(table: Table, rows: tuple[Any, ...]) -> pa.Table:
    columns = {c.name: pa.array([getattr(r, c.name) for r in rows], type=_ARROW[c.type]) for c in table.columns}
    return pa.table(columns)
