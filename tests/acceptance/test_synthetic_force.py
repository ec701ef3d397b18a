"""A synthetic force comes to what was planted: every obligation of every standard, no more and no fewer."""

import json
from collections import Counter
from datetime import datetime

import pyarrow.parquet as pq
import pytest

from bounden.simulation import simulate
from bounden.snapshots.build import build
from bounden.snapshots.outcomes import outcomes_at
from bounden.standards import RULEBOOK

SCALE = 0.002
SEED = 3


def silent(*_):
    pass


@pytest.fixture(scope="module")
def force(tmp_path_factory):
    directory = tmp_path_factory.mktemp("force") / "delivery"
    simulate(directory, scale=SCALE, seed=SEED, progress=silent)
    return directory


@pytest.fixture(scope="module")
def answers(force):
    return pq.read_table(force / "answers.parquet").to_pylist()


def as_of(force):
    return datetime.fromisoformat(json.loads((force / "manifest.json").read_text())["as_of"].removesuffix("Z"))


def compare(force, engine, store):
    """Every obligation with the outcome that was planted, every planted one an obligation, none twice."""
    snapshot = build(force, store, as_of=as_of(force), engine=engine, progress=silent)
    found = {row["obligation_key"]: row for row in outcomes_at(snapshot, progress=silent).to_pylist()}
    answers = pq.read_table(force / "answers.parquet").to_pylist()
    planted = {row["obligation_key"]: row for row in answers}
    assert len(planted) == len(answers)
    differing = [
        (row["standard"], row["stage"], row["occurrence_id"], planted.get(key, {}).get("outcome"), row["outcome"])
        for key, row in found.items()
        if key not in planted or planted[key]["outcome"] != row["outcome"]
    ]
    assert differing == []
    assert planted.keys() - found.keys() == set()
    return len(answers)


@pytest.mark.parametrize("engine", ["reference", "duckdb"])
def test_every_obligation_comes_to_what_was_planted(force, engine, tmp_path):
    assert compare(force, engine, tmp_path / "store") > 2500


def test_so_it_does_in_several_forces_over_many_years(tmp_path):
    """Back to years in which other limits were in force (AH-23, INV-11)."""
    directory = tmp_path / "delivery"
    simulate(directory, scale=0.0003, years=8, forces=2, seed=4, progress=silent)
    assert compare(directory, "reference", tmp_path / "store") > 5000


def test_every_outcome_is_planted(answers):
    counts = Counter(row["outcome"] for row in answers)
    assert counts.keys() == {"met", "late", "missed", "pending", "excused", "cannot_tell", None}
    assert min(counts.values()) >= 5, counts


def test_nearly_every_standard_is_planted_even_in_a_small_force(answers):
    """At ten times the size it is every one in force; here the rarest may be absent."""
    in_force = {one.id for one in RULEBOOK if not one.proposed}
    assert len(in_force - {row["standard"] for row in answers}) <= 15
