"""A table of rows as text: CSV that a spreadsheet opens, or one JSON object a line. Instants are UTC with Z."""

import json
from datetime import datetime
from typing import TextIO

import pyarrow as pa

from bounden.cli.spreadsheet import write_csv
from bounden.snapshots.manifest import instant


def write_rows(file: TextIO, table: pa.Table, *, as_csv: bool) -> None:
    """Write every row of a table, in its order."""
    rows = ([_written(value) for value in row.values()] for batch in table.to_batches() for row in batch.to_pylist())
    if as_csv:
        write_csv(file, table.column_names, rows)
        return
    for row in rows:
        file.write(f"{json.dumps(dict(zip(table.column_names, row, strict=True)), ensure_ascii=False)}\n")


def _written(value: object) -> object:
    return instant(value) if isinstance(value, datetime) else value
