"""Records of one file on their way in: typed, checked row by row, and counted, before anything is written."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

import pyarrow as pa

from bounden.ingest.refusals import Refusal
from bounden.ingest.row_checks import check_rows
from bounden.ingest.table_files import schema_of
from bounden.ingest.values import read_values
from bounden.records.tables import Table

LINE = "physical_line"


@dataclass(slots=True)
class Staged:
    """What one file holds of one table.

    `batches` carry the declared columns and LINE, the physical line (Parquet: the number) of each record that is
    still accepted. `refused` are the lines of the others; `claimed` the ids that refused records carried, so that
    rows which refer to them are not refused for that as well. `ids_known` is false where some id could not be read.
    """

    table: Table
    file: str
    rows_in: int = 0
    refused: set[int] = field(default_factory=set)
    refusals: list[Refusal] = field(default_factory=list)
    batches: list[pa.RecordBatch] = field(default_factory=list)
    claimed: set[tuple[str, str]] = field(default_factory=set)
    ids_known: bool = True

    def refuse(self, line: int, column: str, reason: str) -> None:
        """Refuse the record that begins on a line."""
        self.refused.add(line)
        self.refusals.append(Refusal(self.file, line, column, reason))

    def refuse_file(self, reason: str, *, line: int = 0, column: str = "") -> None:
        """Refuse the file as a whole."""
        self.ids_known = False
        self.refusals.append(Refusal(self.file, line, column, reason))

    def refuse_unread(self, line: int, faults: Iterable[tuple[int, str]]) -> None:
        """Refuse a record that cannot be split into values, for faults on these lines."""
        self.ids_known = False
        self.refused.add(line)
        self.refusals += [Refusal(self.file, at, "", reason) for at, reason in faults]

    def take(self, written: Mapping[str, Sequence[Any]], lines: Sequence[int]) -> None:
        """Type and check a batch of records; those that pass are kept, the others refused."""
        before = len(self.refused)

        def refuse(place: int, column: str, reason: str) -> None:
            self.refuse(lines[place], column, reason)

        columns = read_values(self.table, written, len(lines), refuse)
        check_rows(self.table.name, columns, refuse)
        kept = list(lines)
        if len(self.refused) > before:
            keep = [line not in self.refused for line in lines]
            self._claim(columns, keep)
            columns = {n: [v for v, k in zip(vs, keep, strict=True) if k] for n, vs in columns.items()}
            kept = [line for line in lines if line not in self.refused]
        schema = schema_of(self.table).append(pa.field(LINE, pa.int64()))
        self.batches.append(pa.RecordBatch.from_pydict({**columns, LINE: kept}, schema=schema))

    def _claim(self, columns: Mapping[str, list[Any]], keep: list[bool]) -> None:
        if self.table.key:
            rows = zip(columns["force"], columns[self.table.key[0]], keep, strict=True)
            claimed = {(force, key) for force, key, kept in rows if not kept}
            self.ids_known = self.ids_known and all(force and key for force, key in claimed)
            self.claimed |= claimed

    def arrow(self) -> pa.Table:
        """The accepted records of all batches."""
        schema = schema_of(self.table).append(pa.field(LINE, pa.int64()))
        return pa.Table.from_batches(self.batches, schema=schema)
