"""Rows of the nine tables, read back from Parquet into the classes that declare them."""

from collections.abc import Callable, Mapping, Sequence

import duckdb

from bounden.records import TABLES, Records, Row, Table

#: For a table to narrow: a condition in SQL, and the values for its question marks.
Filters = Mapping[str, tuple[str, Sequence[object]]]


def read_records(
    connection: duckdb.DuckDBPyConnection,
    relation: Callable[[str], str],
    filters: Filters | None = None,
) -> Records:
    """The rows of the nine tables, in the order in which they are stored.

    `relation` gives the name of what holds a table; `filters` narrows some of them.
    """
    read = {}
    for table in TABLES.values():
        condition, values = (filters or {}).get(table.name, ("true", []))
        read[table.name] = _rows(connection, table, relation(table.name), condition, values)
    return Records(**read)  # type: ignore[arg-type]  # each table by its own name


def _rows(
    connection: duckdb.DuckDBPyConnection, table: Table, relation: str, condition: str, values: Sequence[object]
) -> tuple[Row, ...]:
    columns = ", ".join(f'"{name}"' for name in table.names)
    found = connection.execute(f"SELECT {columns} FROM {relation} WHERE {condition}", values).fetchall()
    return tuple(table.row(**dict(zip(table.names, row, strict=True))) for row in found)
