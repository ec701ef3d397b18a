"""CSV that a spreadsheet opens as text, whatever stands in it."""

import csv
from collections.abc import Iterable, Sequence
from typing import TextIO

# What begins a formula for one spreadsheet or another, in its full-width forms too; the apostrophe itself so that
# guarding can be undone: one leading apostrophe is always the guard.
_GUARDED = tuple("=+-@\t\r\n＝＋－＠'")


def guarded(value: object) -> object:
    """Text that a spreadsheet could take for a formula gets a leading apostrophe."""
    return f"'{value}" if isinstance(value, str) and value.startswith(_GUARDED) else value


def write_csv(file: TextIO, columns: Sequence[str], rows: Iterable[Sequence[object]]) -> None:
    """Write rows as CSV (RFC 4180) with every text guarded, and truth as deliveries write it: true or false."""
    writer = csv.writer(file)
    writer.writerow(columns)
    writer.writerows([_cell(value) for value in row] for row in rows)


def _cell(value: object) -> object:
    return str(value).lower() if isinstance(value, bool) else guarded(value)
