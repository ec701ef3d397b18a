"""The two evaluators behind one door."""

from datetime import datetime
from pathlib import Path

import pyarrow.parquet as pq
import pytest

from bounden.ingest.delivery import deliver
from bounden.snapshots.evaluators import ACTIONS_WORTH_QUERIES, EVALUATORS, JUDGES, suited
from bounden.snapshots.obligation_table import SCHEMA
from bounden.standards import rules

CASES = Path(__file__).parents[3] / "demonstration" / "published-cases"
AS_OF = datetime(2026, 11, 21)


@pytest.mark.parametrize(
    ("actions", "name"), [(0, "reference"), (ACTIONS_WORTH_QUERIES - 1, "reference"), (ACTIONS_WORTH_QUERIES, "duckdb")]
)
def test_what_is_faster_is_chosen(actions, name):
    assert suited(actions) == name
    assert name in EVALUATORS
    assert name in JUDGES


def test_both_write_the_same_table(tmp_path):
    deliver(CASES, tmp_path / "records")
    steps = []
    for name, judge in EVALUATORS.items():
        judge(
            tmp_path / "records",
            tmp_path / name,
            rules(),
            AS_OF,
            lambda done, total, standard: steps.append((done, total)),
        )
    reference, duckdb = (pq.read_table(tmp_path / name) for name in ("reference", "duckdb"))
    assert reference.schema.equals(duckdb.schema)
    assert reference.schema.equals(SCHEMA)
    assert reference.num_rows > 500
    assert reference.to_pylist() == duckdb.to_pylist()
    assert all(done < total for done, total in steps)
