"""Snapshots of the published cases: reproducible, whole at any moment, readable and explained."""

import os
import random
import signal
import subprocess
import sys
import threading
import time
from datetime import datetime
from pathlib import Path

import duckdb
import pytest

from bounden.obligations.evaluator import evaluate
from bounden.obligations.outcome import outcome
from bounden.snapshots.build import build
from bounden.snapshots.outcomes import outcomes_at
from bounden.snapshots.publish import StoreBusy, building
from bounden.snapshots.read import NothingPublished, Snapshot, UnknownKey, open_current
from bounden.snapshots.verify import NotVerified, verify
from bounden.standards import RULEBOOK, parameters

CASES = Path(__file__).parents[2] / "demonstration" / "published-cases"
AS_OF = datetime(2026, 11, 21, 12)


def silent(step, done, total):
    pass


def built(store, as_of=AS_OF, delivery=CASES):
    return build(delivery, store, as_of=as_of, engine="reference", progress=silent)


@pytest.fixture(scope="module")
def snapshot(tmp_path_factory):
    return built(tmp_path_factory.mktemp("store"))


def files(directory):
    return {p.relative_to(directory): p.read_bytes() for p in directory.rglob("*") if p.is_file()}


def test_two_builds_of_the_same_input_are_byte_identical(snapshot, tmp_path):
    """In another process, with another order of sets and another zone."""
    ran = subprocess.run(
        [sys.executable, "-m", "bounden", "build", CASES, "--out", tmp_path, "--as-of", "2026-11-21T12:00:00Z",
         "--engine", "reference"],
        env={**os.environ, "PYTHONHASHSEED": "7", "TZ": "Pacific/Auckland"},
        capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert ran.returncode == 0, ran.stderr
    again = open_current(tmp_path)
    assert again.id == snapshot.id
    assert files(again.directory) == files(snapshot.directory)


def test_another_instant_is_another_snapshot(snapshot, tmp_path):
    assert built(tmp_path, datetime(2026, 11, 21, 13)).id != snapshot.id


def test_the_manifest_says_from_what_and_by_what(snapshot):
    manifest = snapshot.manifest
    assert manifest["as_of"] == "2026-11-21T12:00:00Z"
    assert manifest["engine"] == "reference"
    assert set(manifest["delivery"]) == {path.name for path in CASES.glob("*.yaml")}
    assert manifest["rulebook"]["standards"] == len(RULEBOOK)
    assert all(each["accepted"] == each["rows_in"] == 1 for each in manifest["account"]["files"])
    assert sum(manifest["outcomes"].values()) == len(evaluate(snapshot.records(), RULEBOOK, parameters(), AS_OF))
    verify(snapshot.directory)


def test_a_force_without_coverage_is_named(snapshot):
    stated = {row.force for row in snapshot.records().coverage}
    assert set(snapshot.manifest["coverage_not_stated"]) == {o.force for o in snapshot.records().occurrences} - stated


def test_what_is_read_about_an_occurrence_is_enough_to_judge_it(snapshot):
    """The slow twin judges everything at once."""
    whole = {}
    for owed in evaluate(snapshot.records(), RULEBOOK, parameters(), AS_OF):
        if owed.occurrence_id:
            whole.setdefault((owed.force, owed.occurrence_id), []).append(owed)
    assert len(whole) > 50
    for (force, occurrence_id), owed in whole.items():
        near = snapshot.records_about(force, occurrence_id)
        alone = evaluate(near, RULEBOOK, parameters(), AS_OF)
        assert [each for each in alone if each.occurrence_id == occurrence_id] == owed


def test_every_obligation_can_be_explained(snapshot):
    stored = snapshot.connection().execute("SELECT obligation_key, outcome FROM obligations").fetchall()
    chosen = random.Random(1).sample(stored, 60)
    for key, result in chosen:
        explanation = snapshot.explain(key)
        assert explanation.outcome == result
        assert {"duty", "trigger"} <= {each.about for each in explanation.sentences}


def test_an_unknown_key_is_refused(snapshot):
    with pytest.raises(UnknownKey, match="no obligation"):
        snapshot.explain("0" * 32)


def test_what_case_files_said_is_kept(snapshot):
    case = snapshot.case("tvp-2023-missing-13")
    assert case["verdict"] == "criticised"
    assert case["source"]["url"].startswith("https://")
    assert snapshot.case("none") is None


def test_the_outcomes_at_another_instant_are_those_of_the_evaluator(snapshot):
    then = datetime(2017, 6, 5, 12)
    judged = evaluate(snapshot.records(), RULEBOOK, parameters(), then)
    table = outcomes_at(snapshot, then, progress=silent).to_pylist()
    assert {row["obligation_key"]: row["outcome"] for row in table} == {each.key: outcome(each) for each in judged}
    assert outcomes_at(snapshot, progress=silent).num_rows == outcomes_at(snapshot, AS_OF, progress=silent).num_rows
    assert len(table) < sum(snapshot.manifest["outcomes"].values())


class TestReading:
    @pytest.mark.parametrize(
        "query",
        [
            "COPY obligations TO '{elsewhere}/o.csv'",
            "SELECT * FROM read_csv('/etc/passwd')",
            "ATTACH '{elsewhere}/other.db' AS other",
            "SET enable_external_access = true",
            "INSTALL httpfs",
        ],
    )
    def test_a_connection_reads_the_snapshot_and_nothing_else(self, snapshot, tmp_path, query):
        with pytest.raises(duckdb.Error):
            snapshot.connection().execute(query.format(elsewhere=tmp_path))

    def test_threads_read_side_by_side(self, tmp_path, snapshot):
        fresh, counts = Snapshot(snapshot.directory), []

        def count():
            for _ in range(20):
                counts.append(fresh.connection().execute("SELECT count(*) FROM obligations").fetchone()[0])

        threads = [threading.Thread(target=count) for _ in range(4)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        assert counts == [sum(snapshot.manifest["outcomes"].values())] * 80

    def test_who_reads_a_snapshot_reads_on_while_the_next_is_published(self, tmp_path):
        first = built(tmp_path)
        reader = first.connection()
        second = built(tmp_path, datetime(2016, 1, 1))
        assert open_current(tmp_path).id == second.id != first.id
        assert reader.execute("SELECT count(*) FROM obligations").fetchone()[0] == sum(
            first.manifest["outcomes"].values()
        )

    def test_nothing_published_says_what_to_do(self, tmp_path):
        with pytest.raises(NothingPublished, match="bounden build EXTRACTS"):
            open_current(tmp_path)

    @pytest.mark.parametrize("named", ["", "none", "../elsewhere", "."])
    def test_current_that_names_no_snapshot_is_refused(self, tmp_path, named):
        (tmp_path / "CURRENT").write_text(named)
        with pytest.raises(NothingPublished):
            open_current(tmp_path)

    def test_a_snapshot_with_a_file_cut_short_is_refused(self, tmp_path):
        place = built(tmp_path).directory / "obligations.parquet"
        place.write_bytes(place.read_bytes()[:-1])
        with pytest.raises(NothingPublished, match=r"obligations\.parquet is missing or cut short"):
            open_current(tmp_path)


class TestPublishing:
    def test_what_does_not_verify_is_not_published(self, tmp_path, monkeypatch):
        first = built(tmp_path)
        monkeypatch.setattr("bounden.snapshots.build._outcomes", lambda obligations: {"met": 1})
        with pytest.raises(NotVerified, match="but the manifest says"):
            built(tmp_path, datetime(2016, 1, 1))
        assert open_current(tmp_path).id == first.id
        assert not list(tmp_path.glob(".building-*"))

    def test_one_build_at_a_time(self, tmp_path):
        with building(tmp_path), pytest.raises(StoreBusy):
            built(tmp_path)

    def test_killed_at_any_moment_the_published_snapshot_stands(self, tmp_path):
        first, moments, killed = built(tmp_path), random.Random(2), 0
        before = files(first.directory)
        for number in range(12):
            command = [
                sys.executable,
                "-m",
                "bounden",
                "build",
                CASES,
                "--out",
                tmp_path,
                "--as-of",
                f"20{number + 10}-01-01",
            ]
            run = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
            time.sleep(moments.uniform(0.3, 2.5))
            run.send_signal(signal.SIGKILL)
            killed += run.wait() == -signal.SIGKILL
            verify(open_current(tmp_path).directory)
            assert files(first.directory) == before
        assert killed
        built(tmp_path)
        assert open_current(tmp_path).id == first.id
        assert not list(tmp_path.glob(".building-*"))
