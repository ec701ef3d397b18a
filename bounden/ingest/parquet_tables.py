"""A canonical table as a Parquet file: typed columns, or text read as in CSV."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq

from bounden.ingest.physical_records import Read
from bounden.ingest.refusals import named
from bounden.ingest.staging import Staged
from bounden.records.columns import Type
from bounden.records.tables import Table

_BATCH = 20_000

_TYPED: dict[Type, Callable[[pa.DataType], bool]] = {
    Type.TEXT: lambda t: False,
    Type.INSTANT: lambda t: pa.types.is_timestamp(t) or pa.types.is_date(t),
    Type.DATE: pa.types.is_date,
    Type.TRUTH: pa.types.is_boolean,
    Type.WHOLE: pa.types.is_integer,
    Type.DECIMAL: lambda t: pa.types.is_floating(t) or pa.types.is_integer(t) or pa.types.is_decimal(t),
}


def stage_parquet(path: Path, table: Table, read: Read) -> Staged:
    """Read a Parquet file, telling `read` of its size; naive timestamps are UTC.

    Records are named by their number, 1 being the first.

    Whatever is wrong with the file stands in the result, nothing is raised for its content.
    """
    staged = Staged(table, path.name)
    try:
        with pq.ParquetFile(path) as file:
            staged.rows_in = file.metadata.num_rows
            _check_columns(file.schema_arrow, staged)
            if not staged.refusals:
                _read(file, staged)
    except (pa.ArrowException, OSError, ValueError, OverflowError) as error:
        staged.refuse_file(f"cannot be read as Parquet; it is cut off or damaged ({type(error).__name__})")
    read(path.stat().st_size)
    taken = sum(batch.num_rows for batch in staged.batches) + len(staged.refused)
    if taken != staged.rows_in:
        if not staged.refusals:
            staged.refuse_file(f"the file announces {staged.rows_in} records and holds {taken}")
        staged.batches.clear()
        staged.refused = set(range(1, staged.rows_in + 1))
    return staged


def _read(file: pq.ParquetFile, staged: Staged) -> None:
    first = 1
    for batch in file.iter_batches(batch_size=_BATCH):
        written = {name: _plain(batch.column(name), name, staged) for name in batch.schema.names}
        staged.take(written, range(first, first + batch.num_rows))
        first += batch.num_rows


def _plain(column: pa.Array, name: str, staged: Staged) -> list[Any]:
    """The values of a column; an instant is one of Python's, which end at microseconds."""
    if pa.types.is_timestamp(column.type):
        try:
            column = column.cast(pa.timestamp("us", tz=column.type.tz))
        except pa.ArrowInvalid:
            staged.refuse_file("holds fractions of a second, or instants outside the calendar", column=name)
            return [None] * len(column)
    try:
        values: list[Any] = column.to_pylist()
    except (ValueError, OverflowError):
        staged.refuse_file("holds values outside the calendar, or text that is not UTF-8", column=name)
        return [None] * len(column)
    return values


def _check_columns(schema: pa.Schema, staged: Staged) -> None:
    known = {column.name: column for column in staged.table.columns}
    for name in schema.names:
        if name not in known:
            staged.refuse_file(f"unknown column {named(name)}")
        elif schema.names.count(name) > 1:
            staged.refuse_file("this column is given twice", column=name)
        elif not _accepted(schema.field(name).type, known[name].type):
            staged.refuse_file(
                f"holds {schema.field(name).type} where {known[name].type} or text is expected", column=name
            )
    for column in staged.table.columns:
        if column.required and column.name not in schema.names:
            staged.refuse_file("this column is required and missing", column=column.name)


def _accepted(held: pa.DataType, declared: Type) -> bool:
    if pa.types.is_dictionary(held):
        held = held.value_type
    text = pa.types.is_string(held) or pa.types.is_large_string(held)
    return text or pa.types.is_null(held) or _TYPED[declared](held)
