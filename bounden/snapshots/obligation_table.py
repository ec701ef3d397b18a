"""The table `obligations`: columns of the contract (section 4), from obligations and to Parquet.

`<instant>_at` and `<instant>_at_latest` are both given, equal where the instant is exact. Added to the contract's
columns: `source`, `trigger_known`, `at_act`, `as_of` (the instant at which it was judged) and `outcome` at that
instant, empty where the obligation is withdrawn.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import datetime
from functools import lru_cache
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq

from bounden.obligations.obligation import Obligation
from bounden.obligations.outcome import outcome
from bounden.obligations.rules import Rule
from bounden.obligations.span import Span
from bounden.standards import parameters, standard
from bounden.standards.version import standard_version

_INSTANT = pa.timestamp("us")
_TEXT = pa.string()
_TRUTH = pa.bool_()


def _earliest(span: Span | None) -> datetime | None:
    return span.earliest if span else None


def _latest(span: Span | None) -> datetime | None:
    return span.latest if span else None


def _version(owed: Obligation) -> str:
    return _version_by(owed.rule) if owed.rule else standard_version(standard(owed.standard), parameters())


@lru_cache(maxsize=1024)
def _version_by(rule: Rule) -> str:
    return standard_version(rule.standard, rule.parameters)


_COLUMNS: Mapping[str, tuple[pa.DataType, Callable[[Obligation], object]]] = {
    "obligation_key": (_TEXT, lambda o: o.key),
    "standard": (_TEXT, lambda o: o.standard),
    "stage": (_TEXT, lambda o: o.stage),
    "standard_version": (_TEXT, _version),
    "force": (_TEXT, lambda o: o.force),
    "source": (_TEXT, lambda o: o.source),
    "unit": (_TEXT, lambda o: o.unit),
    "occurrence_id": (_TEXT, lambda o: o.occurrence_id or None),
    "person_id": (_TEXT, lambda o: o.person_id),
    "trigger_id": (_TEXT, lambda o: o.trigger_id),
    "as_of": (_INSTANT, lambda o: o.as_of),
    "trigger_known": (_TRUTH, lambda o: o.trigger_known),
    "triggered_at": (_INSTANT, lambda o: _earliest(o.triggered)),
    "triggered_at_latest": (_INSTANT, lambda o: _latest(o.triggered)),
    "due_at": (_INSTANT, lambda o: _earliest(o.due)),
    "due_at_latest": (_INSTANT, lambda o: _latest(o.due)),
    "at_act": (_TRUTH, lambda o: o.at_act),
    "discharged_at": (_INSTANT, lambda o: _earliest(o.discharged)),
    "discharged_at_latest": (_INSTANT, lambda o: _latest(o.discharged)),
    "evidence_id": (_TEXT, lambda o: o.evidence_id),
    "withdrawn_at": (_INSTANT, lambda o: _earliest(o.withdrawn)),
    "withdrawn_at_latest": (_INSTANT, lambda o: _latest(o.withdrawn)),
    "excused_at": (_INSTANT, lambda o: o.excused_at),
    "excused_by": (_TEXT, lambda o: o.excused_by),
    "denied_until": (_INSTANT, lambda o: o.denied_until),
    "known": (_TRUTH, lambda o: o.known),
    "missing": (_TEXT, lambda o: o.missing),
    "outcome": (_TEXT, outcome),
}

SCHEMA = pa.schema([(name, type_) for name, (type_, _) in _COLUMNS.items()])
ROWS_A_GROUP = 122_880
#: The order of rows (obligations.evaluator.order), in SQL.
ORDER = """standard, stage, "force", coalesce(occurrence_id, ''), coalesce(person_id, ''), coalesce(trigger_id, ''),
    obligation_key"""


def write(path: Path, obligations: Iterable[Obligation]) -> None:
    """Write obligations to Parquet in the order given; the same obligations in the same order give the same bytes."""
    held = list(obligations)
    columns = {name: pa.array([value(o) for o in held], type_) for name, (type_, value) in _COLUMNS.items()}
    write_batches(path, pa.table(columns, schema=SCHEMA).to_batches())


def write_batches(path: Path, batches: Iterable[pa.RecordBatch]) -> None:
    """The same, from rows of the table: however they come in batches, the same rows give the same bytes."""
    with pq.ParquetWriter(path, SCHEMA, compression="zstd", version="2.6", store_schema=False) as writer:
        for group in _groups(batches):
            writer.write_table(group.cast(SCHEMA).combine_chunks(), row_group_size=ROWS_A_GROUP)


def _groups(batches: Iterable[pa.RecordBatch]) -> Iterator[pa.Table]:
    waiting, rows = [], 0
    for batch in batches:
        waiting.append(batch)
        rows += batch.num_rows
        while rows >= ROWS_A_GROUP:
            table = pa.Table.from_batches(waiting)
            yield table.slice(0, ROWS_A_GROUP)
            waiting = table.slice(ROWS_A_GROUP).to_batches()
            rows -= ROWS_A_GROUP
    if waiting:
        yield pa.Table.from_batches(waiting)


def as_row(obligation: Obligation) -> dict[str, object]:
    """One obligation as the columns of the table."""
    return {name: value(obligation) for name, (_, value) in _COLUMNS.items()}
