"""Streaming Parquet: rows go to disk in batches of fixed size, so that memory does not grow with the force."""

import json
from collections.abc import Mapping
from pathlib import Path
from types import TracebackType
from typing import Any, Self

import pyarrow as pa
import pyarrow.parquet as pq

from bounden.records import TABLES
from bounden.records.columns import Type

ANSWERS, TRUE_PEOPLE, TRUE_NARRATIVES = "answers", "truth_people", "truth_narratives"
MANIFEST = "manifest.json"

_BATCH = 20_000
_TEXT, _INSTANT = pa.string(), pa.timestamp("us")
_ARROW = {
    Type.TEXT: _TEXT,
    Type.INSTANT: _INSTANT,
    Type.DATE: pa.date32(),
    Type.TRUTH: pa.bool_(),
    Type.WHOLE: pa.int32(),
    Type.DECIMAL: pa.float64(),
}

_GIVEN = """
people: force source person_id family_name given_names date_of_birth adult sex ethnicity died_on recorded_at
places: force source place_id kind address postcode uprn latitude longitude
occurrences: force source occurrence_id kind category reported_at occurred_at closed_at grade unit place_id
    narrative source_ref recorded_at
involvements: force source occurrence_id person_id role vehicle
actions: force source action_id occurrence_id person_id kind happened_at happened_at_latest latest_unknown done value
    by_id by_role by_rank note recorded_at
flags: force source person_id kind from_at to_at recorded_at
relationships: force source person_id other_person_id kind from_at to_at
residences: force source person_id place_id from_at to_at
coverage: force source table kind supplied from_at to_at
"""
#: The columns that a simulation fills, in the order in which it gives them; all others are empty or the default.
GIVEN: Mapping[str, tuple[str, ...]] = {
    name: tuple(columns.split())
    for name, _, columns in (entry.partition(":") for entry in _GIVEN.strip().replace("\n    ", " ").splitlines())
}

_EXTRA: Mapping[str, pa.Schema] = {
    ANSWERS: pa.schema(
        [
            (name, _TEXT)
            for name in "obligation_key standard stage force source occurrence_id person_id trigger_id outcome".split()
        ]
    ),
    TRUE_PEOPLE: pa.schema([(name, _TEXT) for name in "force source person_id true_person_id".split()]),
    TRUE_NARRATIVES: pa.schema(
        [(name, _TEXT) for name in "force occurrence_id person_id true_person_id mention words".split()]
        + [("start", pa.int32()), ("end", pa.int32())]
    ),
}


class _Stream:
    """One file: rows given as tuples, written a batch at a time."""

    def __init__(self, path: Path, schema: pa.Schema, given: tuple[str, ...], defaults: Mapping[str, Any]) -> None:
        self.rows: list[tuple[Any, ...]] = []
        self.count = 0
        self._given = {name: place for place, name in enumerate(given)}
        self._schema, self._defaults = schema, defaults
        self._file = pq.ParquetWriter(
            path, schema, version="2.6", compression="zstd", compression_level=3, store_schema=False
        )

    def flush(self) -> None:
        number = len(self.rows)
        if not number:
            return
        columns = list(zip(*self.rows, strict=True))
        self._file.write_batch(pa.record_batch([self._column(f, columns, number) for f in self._schema], self._schema))
        self.count += number
        self.rows.clear()

    def _column(self, field: pa.Field, columns: list[tuple[Any, ...]], number: int) -> pa.Array:
        if field.name in self._given:
            return pa.array(columns[self._given[field.name]], field.type)
        default = self._defaults.get(field.name)
        return pa.nulls(number, field.type) if default is None else pa.array([default] * number, field.type)

    def close(self) -> None:
        self.flush()
        self._file.close()


class Delivery:
    """A delivery being written into a directory: nine tables, the answers and the truth behind them."""

    def __init__(self, directory: Path) -> None:
        self._directory = directory
        self._streams: dict[str, _Stream] = {}
        for name, table in TABLES.items():
            schema = pa.schema([(column.name, _ARROW[column.type]) for column in table.columns])
            defaults = {column.name: column.default for column in table.columns}
            path = directory / f"{name}.parquet"
            self._streams[name] = _Stream(path, schema, tuple(GIVEN[name]), defaults)
        for name, schema in _EXTRA.items():
            self._streams[name] = _Stream(directory / f"{name}.parquet", schema, tuple(schema.names), {})

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        for stream in self._streams.values():
            stream.close()

    def add(self, table: str, row: tuple[Any, ...]) -> None:
        """One row, its values in the order of GIVEN or of the table's own columns."""
        stream = self._streams[table]
        stream.rows.append(row)
        if len(stream.rows) >= _BATCH:
            stream.flush()

    def rows(self) -> dict[str, int]:
        """How many rows each file holds by now."""
        return {name: stream.count + len(stream.rows) for name, stream in self._streams.items()}

    def state(self, facts: Mapping[str, Any]) -> None:
        """Write what the delivery is beside its tables."""
        text = json.dumps({**facts, "rows": self.rows()}, indent=1, ensure_ascii=False)
        (self._directory / MANIFEST).write_text(text + "\n", encoding="utf-8")
