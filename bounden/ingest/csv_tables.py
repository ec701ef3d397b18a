"""A canonical table as a CSV file (contract, section 1), read record by record."""

import re
from collections.abc import Iterator
from pathlib import Path

from bounden.ingest.encoding import other_encoding
from bounden.ingest.physical_records import (
    LineTooLongError,
    PhysicalRecord,
    Read,
    count_by_csv_module,
    physical_records,
)
from bounden.ingest.refusals import named
from bounden.ingest.staging import Staged
from bounden.records.tables import Table

_BATCH = 20_000


def stage_csv(path: Path, table: Table, read: Read) -> Staged:
    """Read a CSV file, telling `read` of the bytes read.

    Whatever is wrong with the file stands in the result, nothing is raised for its content.
    """
    staged = Staged(table, path.name)
    records = physical_records(path, read)
    try:
        header = next(records, None)
        if header is None:
            staged.refuse_file("the file is empty; it needs at least a line of column names")
            return staged
        with path.open("rb") as file:
            other = other_encoding(file.read(200))
        if other is not None:
            staged.refuse_file(f"the file is in {other[:6].upper()}; save it as UTF-8")
        names = [] if other is not None else _header(header, staged)
        if staged.refusals:
            _count_only(records, staged)
            return staged
        _read(records, names, staged)
    except LineTooLongError as error:
        staged.refuse_file(str(error))
        return staged
    if not staged.refusals:
        _cross_check(path, staged)
    return staged


def _header(record: PhysicalRecord, staged: Staged) -> list[str]:
    for fault in record.faults:
        staged.refuse_file(fault.reason, line=fault.line)
    if record.faults:
        return []
    names, known = record.fields, frozenset(staged.table.names)
    if not known.intersection(names):
        separated = len(names) == 1 and re.search(r"[;\t|]", names[0])
        hint = "separate columns by commas" if separated else "is the line of column names missing?"
        staged.refuse_file(f"no column of table {staged.table.name} is named here; {hint}", line=record.line)
        return []
    for place, name in enumerate(names, start=1):
        if name not in known:
            staged.refuse_file(f"unknown column {named(name)} (number {place})", line=record.line)
        elif names.index(name) != place - 1:
            staged.refuse_file(f"column {name} is given twice", line=record.line)
    for column in staged.table.columns:
        if column.required and column.name not in names:
            staged.refuse_file("this column is required and missing", line=record.line, column=column.name)
    return names


def _read(records: Iterator[PhysicalRecord], names: list[str], staged: Staged) -> None:
    rows: list[list[str]] = []
    lines: list[int] = []
    for record in records:
        staged.rows_in += 1
        if _refused(record, names, staged):
            continue
        rows.append(record.fields)
        lines.append(record.line)
        if len(rows) == _BATCH:
            _take(rows, lines, names, staged)
            rows, lines = [], []
    if rows:
        _take(rows, lines, names, staged)


def _take(rows: list[list[str]], lines: list[int], names: list[str], staged: Staged) -> None:
    staged.take(dict(zip(names, zip(*rows, strict=True), strict=True)), lines)


def _refused(record: PhysicalRecord, names: list[str], staged: Staged) -> bool:
    """Refuse a record that is not the fields of a row."""
    if record.faults:
        staged.refuse_unread(record.line, [(fault.line, fault.reason) for fault in record.faults])
        return True
    if len(record.fields) != len(names):
        empty = record.fields in ([""], [])
        reason = "an empty line" if empty else f"{len(record.fields)} fields where the header names {len(names)}"
        staged.refuse_unread(record.line, [(record.line, reason)])
        return True
    if record.fields == names:
        staged.refuse_unread(record.line, [(record.line, "the line of column names is repeated")])
        return True
    return False


def _count_only(records: Iterator[PhysicalRecord], staged: Staged) -> None:
    """Count the records of a file that is refused as a whole, and refuse each."""
    for record in records:
        staged.rows_in += 1
        staged.refused.add(record.line)


def _cross_check(path: Path, staged: Staged) -> None:
    """Refuse a file whose records another counter counts differently: neither may then be trusted."""
    counted = count_by_csv_module(path) - 1
    taken = sum(batch.num_rows for batch in staged.batches)
    if not counted == taken == staged.rows_in:
        staged.refuse_file(f"{staged.rows_in} records by our count, {counted} by the csv module's, {taken} taken in")
