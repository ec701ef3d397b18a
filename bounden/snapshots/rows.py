"""Rows of the nine tables, read back from Parquet into the classes that declare them."""

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import duckdb

from bounden.records import TABLES, Records

#: For a table to narrow: a condition in SQL, and the values for its question marks.
Filters = Mapping[str, tuple[str, Sequence[object]]]


def show(connection: duckdb.DuckDBPyConnection, view: str, file: Path) -> None:
    """Let a view of the connection stand for a Parquet file."""
    connection.execute(f"CREATE VIEW {view} AS SELECT * FROM read_parquet({literal(file)})")


def literal(value: object) -> str:
    """A value's text in quotes, where a statement takes no parameter."""
    return "'" + str(value).replace("'", "''") + "'"


@contextmanager
def records_of(directory: Path) -> Iterator[duckdb.DuckDBPyConnection]:
    """A database with a view over `<table>.parquet` for each of the nine tables."""
    with duckdb.connect(":memory:") as connection:
        for table in TABLES:
            show(connection, table, directory / f"{table}.parquet")
        yield connection


def read_records(connection: duckdb.DuckDBPyConnection, filters: Filters | None = None) -> Records:
    """The rows of the nine tables, in the order in which they are stored; `filters` narrows some of them."""
    narrowed = filters or {}
    return Records(**{name: read_table(connection, name, *narrowed.get(name, ())) for name in TABLES})


def read_table(
    connection: duckdb.DuckDBPyConnection, name: str, condition: str = "true", values: Sequence[object] = ()
) -> tuple[Any, ...]:
    """The rows of one table, each of its own class, in the order in which they are stored."""
    table = TABLES[name]
    columns = ", ".join(f'"{column}"' for column in table.names)
    found = connection.execute(f"SELECT {columns} FROM {name} WHERE {condition}", values).fetchall()
    return tuple(table.row(**dict(zip(table.names, row, strict=True))) for row in found)
