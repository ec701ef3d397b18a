"""Every obligation of a snapshot with its outcome: at the build's `as_of`, or at another."""

import tempfile
from datetime import datetime
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq

from bounden.snapshots.evaluators import EVALUATORS, Progress
from bounden.snapshots.read import Snapshot
from bounden.snapshots.verify import OBLIGATIONS, RECORDS


def outcomes_at(snapshot: Snapshot, as_of: datetime | None = None, *, progress: Progress) -> pa.Table:
    """The table `obligations` as things stood at `as_of` (naive UTC; none: the build's).

    At another instant than the build's the records are judged again, with the evaluator of the build, the rulebook of
    today and the build's numbers of forces' own: the evidence that is known by then differs.
    """
    if as_of is None or as_of == snapshot.as_of:
        return pq.read_table(snapshot.directory / OBLIGATIONS)
    with tempfile.TemporaryDirectory() as scratch:
        judged = Path(scratch) / OBLIGATIONS
        EVALUATORS[snapshot.manifest["engine"]](snapshot.directory / RECORDS, judged, snapshot.rules, as_of, progress)
        return pq.read_table(judged, memory_map=False)
