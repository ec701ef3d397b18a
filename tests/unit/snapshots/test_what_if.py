"""What would change under other numbers, against a build that was given them from the start."""

import json
from datetime import datetime
from pathlib import Path

import pyarrow.parquet as pq
import pytest

from bounden.obligations.parameters import Limit, Parameters
from bounden.obligations.rules import LocalNumber
from bounden.snapshots.build import build
from bounden.snapshots.kept_rulebook import FILE_NAME, RulebookUnreadable, kept
from bounden.snapshots.outcomes import outcomes_at
from bounden.snapshots.read import Snapshot
from bounden.snapshots.what_if import NONE, replay, with_local, with_value
from bounden.standards import RULEBOOK, parameters, rules
from bounden.standards.version import canonical_text

CASES = Path(__file__).parents[3] / "demonstration" / "published-cases"
AS_OF = datetime(2026, 11, 21, 12)
FORCE = "Metropolitan Police Service"
OWN = (LocalNumber(force=FORCE, name="mc_search", value=Limit(30, "min"), reference="policy"),)


def silent(*_):
    pass


@pytest.fixture(scope="module")
def snapshot(tmp_path_factory):
    return build(CASES, tmp_path_factory.mktemp("store"), as_of=AS_OF, engine="reference", progress=silent)


@pytest.fixture(scope="module")
def with_own(tmp_path_factory):
    return build(CASES, tmp_path_factory.mktemp("own"), as_of=AS_OF, engine="reference", local=OWN, progress=silent)


def table(snapshot):
    rows = pq.read_table(snapshot.directory / "obligations.parquet").to_pylist()
    return {row["obligation_key"]: row for row in rows}


def test_nothing_changes_under_the_rules_that_the_snapshot_keeps(snapshot, with_own):
    for one in (snapshot, with_own):
        found = replay(one, one.judged_by, progress=silent)
        assert (found.changes.num_rows, found.before) == (0, found.after)
        assert found.before > 500


def test_a_snapshot_keeps_the_rulebook_that_judged_it(snapshot):
    _, held = kept(snapshot.directory / FILE_NAME)
    assert canonical_text(held.standards) == canonical_text(RULEBOOK)
    assert canonical_text(dict(held.parameters.by_name)) == canonical_text(dict(parameters().by_name))


def test_what_would_change_is_what_a_build_with_that_number_has(snapshot, with_own):
    found = replay(snapshot, with_value(snapshot.judged_by, "mc_search", Limit(30, "min"), FORCE), progress=silent)
    before, after = table(snapshot), table(with_own)
    differing = {key for key in before if before[key]["due_at"] != after[key]["due_at"]}
    assert differing
    assert {row["obligation_key"] for row in found.changes.to_pylist()} == differing
    assert {row["force"] for row in found.changes.to_pylist()} == {FORCE}
    undone = replay(with_own, with_value(with_own.judged_by, "mc_search", Limit(4, "h")), progress=silent)
    assert {row["obligation_key"] for row in undone.changes.to_pylist()} == differing


def test_a_number_for_every_force_goes_before_one_of_its_own(with_own):
    found = replay(with_own, with_value(with_own.judged_by, "mc_search", Limit(1, "h")), progress=silent)
    forces = {row["force"] for row in found.changes.to_pylist()}
    assert FORCE in forces
    assert len(forces) > 1


def test_a_duty_that_comes_or_goes_is_said(snapshot):
    """At 18 nobody under 13 has a telephone: the duties of MC-07 go, and come back the other way round."""
    older = with_value(snapshot.judged_by, "mc_phone_age", Limit(18, "years"))
    rows = replay(snapshot, older, progress=silent).changes.to_pylist()
    assert rows
    assert {(row["standard"], row["outcome_after"]) for row in rows} == {("MC-07", NONE)}


def test_another_instant_is_compared_with_the_same_rules_at_that_instant(snapshot):
    then = datetime(2018, 1, 1)
    assert replay(snapshot, snapshot.judged_by, then, progress=silent).changes.num_rows == 0


def test_numbers_of_their_own_are_used_whenever_records_are_judged_again(with_own):
    key = next(
        row["obligation_key"] for row in table(with_own).values() if (row["standard"], row["force"]) == ("MC-06", FORCE)
    )
    again = {
        row["obligation_key"]: row for row in outcomes_at(with_own, datetime(2026, 11, 20), progress=silent).to_pylist()
    }
    assert again[key]["due_at"] == table(with_own)[key]["due_at"]
    told = with_own.explain(key)
    (own,) = [each.text for each in told.sentences if each.about == "local"]
    assert "30 minutes, where the national one is 4 hours. Source: policy." in own
    assert with_own.differences[table(with_own)[key]["standard_version"]] == "mc_search 30 min (national 4 h)"


def test_the_difference_is_told_by_a_later_version_too(with_own, monkeypatch):
    """A later edition names each standard's version otherwise, and may lack terms of the kept rulebook, or a number."""
    searches = [row for row in table(with_own).values() if row["standard"] == "MC-06" and row["force"] == FORCE]
    for name in ("standard_version", "parameters"):
        later = Snapshot(with_own.directory)
        with monkeypatch.context() as edition:
            if name == "standard_version":
                edition.setattr("bounden.snapshots.local.standard_version", lambda *_: "2030-01-01+0123456789ab")
            else:
                edition.setattr("bounden.snapshots.read.parameters", lambda: Parameters.of(()))
            assert {later.differences[row["standard_version"]] for row in searches} == {
                "mc_search 30 min (national 4 h)"
            }


def test_builds_with_numbers_of_their_own_are_reproducible_and_other_snapshots(snapshot, with_own, tmp_path):
    again = build(CASES, tmp_path, as_of=AS_OF, engine="reference", local=OWN, progress=silent)
    assert again.id == with_own.id != snapshot.id
    assert with_own.manifest["local"] == [
        {
            "force": FORCE, "name": "mc_search", "value": "30 min", "national": "4 h", "strictness": "stricter",
            "reference": "policy",
        }
    ]  # fmt: skip


def test_a_rulebook_without_the_number_is_refused_by_name():
    with pytest.raises(RulebookUnreadable, match="no number mc_walk"):
        with_local(rules(), [LocalNumber(force="W", name="mc_walk", value=Limit(1, "h"), reference="")])


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("", "is damaged"),
        ("{}", "is damaged"),
        ('{"rulebook": "1", "standards": [1], "parameters": []}', "is damaged"),
        ('{"rulebook": "1", "standards": [{"is": "Norm"}], "parameters": []}', "this version has no term Norm"),
    ],
)
def test_a_kept_rulebook_that_cannot_be_read_is_refused(tmp_path, text, reason):
    (tmp_path / FILE_NAME).write_text(text)
    with pytest.raises(RulebookUnreadable, match=reason):
        kept(tmp_path / FILE_NAME)
    with pytest.raises(RulebookUnreadable, match="is not there"):
        kept(tmp_path / "none.json")


def test_a_kept_rulebook_names_its_version(snapshot):
    data = json.loads((snapshot.directory / FILE_NAME).read_text())
    assert data["rulebook"] == snapshot.manifest["rulebook"]["version"]
