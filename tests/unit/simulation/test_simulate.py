"""A synthetic delivery: seeded, marked as synthetic, calibrated, and with the truth behind its records."""

import hashlib
import json
from collections import Counter

import pyarrow.parquet as pq
import pytest

from bounden.ingest import deliver
from bounden.records import TABLES
from bounden.simulation import simulate
from bounden.simulation.chance import Chance
from bounden.standards import RULEBOOK

SCALE = 0.05


def silent(*_):
    pass


def read(directory, name, *columns):
    return pq.read_table(directory / f"{name}.parquet", columns=list(columns) or None).to_pylist()


def hashes(directory):
    return {path.name: hashlib.sha256(path.read_bytes()).hexdigest() for path in sorted(directory.iterdir())}


@pytest.fixture(scope="module")
def force(tmp_path_factory):
    directory = tmp_path_factory.mktemp("force") / "delivery"
    simulate(directory, scale=SCALE, seed=2, progress=silent)
    return directory


def test_a_stream_of_chance_belongs_to_its_names():
    assert Chance(1, "missing", 17).random() == Chance(1, "missing", 17).random()
    assert len({Chance(*names).random() for names in ((1, "a", 1), (2, "a", 1), (1, "b", 1), (1, "a", 2))}) == 4


def test_the_same_seed_makes_the_same_bytes_and_another_seed_others(tmp_path):
    for name, seed in (("one", 5), ("again", 5), ("other", 6)):
        simulate(tmp_path / name, scale=0.0005, seed=seed, progress=silent)
    assert hashes(tmp_path / "one") == hashes(tmp_path / "again")
    assert hashes(tmp_path / "one") != hashes(tmp_path / "other")


def test_a_force_does_not_depend_on_how_many_others_there_are(tmp_path):
    simulate(tmp_path / "one", scale=0.0005, progress=silent)
    simulate(tmp_path / "three", scale=0.0005, forces=3, progress=silent)
    alone, together = read(tmp_path / "one", "answers"), read(tmp_path / "three", "answers")
    assert len({row["force"] for row in together}) == 3
    assert [row for row in together if row["force"] == "Wexshire Police"] == alone


def test_nothing_is_written_over_what_is_there(tmp_path):
    (tmp_path / "note.txt").write_text("mine")
    with pytest.raises(FileExistsError, match="not empty"):
        simulate(tmp_path, scale=0.0005, progress=silent)


def test_every_record_is_marked_as_synthetic(force):
    for name in TABLES:
        assert all(row["source"].startswith("synthetic-") for row in read(force, name, "source"))
    assert json.loads((force / "manifest.json").read_text())["synthetic"] is True


def test_every_standard_in_force_has_answers_and_no_answer_stands_twice(force):
    answers = read(force, "answers", "standard", "obligation_key")
    assert {row["standard"] for row in answers} == {one.id for one in RULEBOOK if not one.proposed}
    assert len({row["obligation_key"] for row in answers}) == len(answers)


def test_the_manifest_says_what_was_planted(force):
    manifest = json.loads((force / "manifest.json").read_text())
    assert manifest["rows"]["answers"] == len(read(force, "answers", "standard"))
    assert manifest["planted"].keys() == {one.id for one in RULEBOOK if not one.proposed}


def test_failings_come_as_often_as_they_were_planted(force):
    """A referral is checked late or never as the manifest says: nothing else ends or excuses that duty."""
    told = Counter(
        row["outcome"] for row in read(force, "answers", "standard", "outcome") if row["standard"] == "AH-02"
    )
    planted = json.loads((force / "manifest.json").read_text())["planted"]["AH-02"]
    assert told["late"] / told.total() == pytest.approx(planted["late"], abs=0.03)
    assert told["missed"] / told.total() == pytest.approx(planted["never"], abs=0.03)


def test_its_size_is_that_of_the_calibration(force):
    kinds = Counter(row["kind"] for row in read(force, "occurrences", "kind"))
    assert kinds["incident"] == pytest.approx(170_000 * SCALE, rel=0.05)
    assert kinds["registration"] == pytest.approx(2_200 * SCALE, abs=1)
    children = {row["person_id"] for row in read(force, "residences") if row["source"] == "synthetic-missing"}
    episodes = Counter(row["person_id"] for row in read(force, "involvements") if row["role"] == "missing_person")
    often = sorted((episodes[child] for child in children), reverse=True)
    assert 2.3 < sum(often) / len(often) < 4.2
    assert often[0] >= 15
    assert often[len(often) // 2] <= 2


def test_every_person_record_has_one_true_person_and_some_true_people_have_several(force):
    people = {row["person_id"] for row in read(force, "people", "person_id")}
    truth = read(force, "truth_people")
    assert sorted(row["person_id"] for row in truth) == sorted(people)
    systems = {}
    for row in truth:
        systems.setdefault(row["true_person_id"], set()).add(row["source"])
    assert sum(len(each) > 1 for each in systems.values()) > len(systems) / 20


def test_the_truth_of_a_narrative_stands_in_it(force):
    texts = {row["occurrence_id"]: row["narrative"] for row in read(force, "occurrences")}
    truth = read(force, "truth_narratives")
    assert all(texts[row["occurrence_id"]][row["start"] : row["end"]] == row["words"] for row in truth)
    involved = {(row["occurrence_id"], row["person_id"]) for row in read(force, "involvements")}
    nowhere = [row for row in truth if (row["occurrence_id"], row["person_id"]) not in involved]
    assert len(nowhere) > len(truth) / 20
    assert any(row["person_id"] is None for row in nowhere)


def test_the_answers_are_left_unread_and_that_is_said(force, tmp_path):
    account = deliver(force, tmp_path / "records")
    assert [each.file for each in account.files] == sorted(f"{name}.parquet" for name in TABLES)
    assert any("answers.parquet" in warning and "left unread" in warning for warning in account.warnings)
    assert sum(each.duplicates for each in account.files) > 0
