"""Why an obligation has its outcome, at length and shortly."""

from datetime import datetime

import pytest

from bounden.cli.reasons import because, shortly
from bounden.ingest import case_files
from bounden.obligations.evaluator import evaluate
from bounden.obligations.outcome import outcome
from bounden.standards import RULEBOOK, parameters

CASE = """\
case: one
force: Wexshire Police
starts_at: 2023-03-06T18:00
coverage: partial
people: [{id: girl, age: 13}]
occurrences:
  - id: episode
    kind: missing
    reported_at: +0h
    involved: [{person: girl, role: missing_person}]
    actions:
      - {ACTION}
"""


def judged(tmp_path, action, as_of=datetime(2023, 4, 1)):
    file = tmp_path / "one.yaml"
    file.write_text(CASE.replace("ACTION", action))
    (case,) = case_files.read([file])
    return next(each for each in evaluate(case.records(), RULEBOOK, parameters(), as_of) if each.standard == "MC-06")


@pytest.mark.parametrize(
    ("action", "result", "said"),
    [
        ("kind: home_searched, at: +1h", "met", {"because": "the home searched at Mon 6 Mar 2023 19:00: in time"}),
        (
            "kind: home_searched, at: +15h",
            "late",
            {"because": "after the limit", "note": "exceeds the local threshold"},
        ),
        (
            "kind: home_searched, done: false",
            "missed",
            {"because": "not done by then: the home searched", "note": "exceeds the local threshold"},
        ),
        ("kind: reported, at: +0h", "cannot_tell", {"missing": "actions/home_searched"}),
        ("kind: home_searched, at: +3h, at_latest: +5h", "cannot_tell", {"missing": "when exactly it happened"}),
        ("kind: found, at: +1h", None, {"because": "its cause ended before the limit"}),
    ],
)
def test_each_outcome_has_its_reason(tmp_path, action, result, said):
    owed = judged(tmp_path, action)
    assert outcome(owed) == result
    reasons = shortly(owed)
    assert set(reasons) == set(said)
    for kind, words in said.items():
        assert words in reasons[kind]
    assert because(owed).endswith(".")


def test_what_is_pending_says_what_is_needed(tmp_path):
    owed = judged(tmp_path, "kind: reported, at: +0h", datetime(2023, 3, 6, 20))
    assert shortly(owed) == {"needed": "the home searched"}
