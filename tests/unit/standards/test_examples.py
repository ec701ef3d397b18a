from pathlib import Path

import pytest

from bounden.standards.examples import Example, Expected, read_examples

ONE = """
MC-06:
  given:
    people: [{id: girl, age: 13}]
    occurrences:
      - {id: episode, kind: missing, reported_at: +0h, involved: [{person: girl, role: missing_person}]}
  examples:
    - title: searched in time
      shows: just_before
      actions: [{kind: home_searched, at: +3h}]
      expect: met
"""


def _read(tmp_path: Path, text: str) -> tuple[list[Example], list[str]]:
    (tmp_path / "missing").mkdir()
    path = tmp_path / "missing" / "examples.yaml"
    path.write_text(text, encoding="utf-8")
    reasons: list[str] = []
    return read_examples(path, reasons), reasons


def test_an_example_becomes_a_case(tmp_path: Path) -> None:
    (one,), reasons = _read(tmp_path, ONE)
    assert reasons == []
    assert (one.case_id, one.standard, one.title, one.shows) == ("MC-06.1", "MC-06", "searched in time", "just_before")
    assert one.expects == (Expected(outcome="met"),)
    assert one.every
    assert one.case["case"] == "MC-06.1"
    assert one.case["force"] == "Wexshire Police"
    assert one.case["starts_at"] == "2026-03-04T10:00"
    assert one.case["coverage"] == "complete"
    assert one.case["occurrences"][0]["actions"] == [{"kind": "home_searched", "at": "+3h"}]


def test_every_scalar_stays_text(tmp_path: Path) -> None:
    (one,), _ = _read(tmp_path, ONE)
    assert one.case["people"] == [{"id": "girl", "age": "13"}]


def test_what_an_example_says_goes_before_what_is_given(tmp_path: Path) -> None:
    text = ONE.replace("      expect: met", "      people: [{id: girl, age: 9}]\n      as_of: +2h\n      expect: none")
    (one,), reasons = _read(tmp_path, text)
    assert reasons == []
    assert one.case["people"] == [{"id": "girl", "age": "9"}]
    assert one.case["as_of"] == "+2h"
    assert one.expects == ()
    assert not one.every


def test_an_action_goes_to_the_occurrence_it_names(tmp_path: Path) -> None:
    text = ONE.replace(
        "      - {id: episode", "      - {id: earlier, kind: missing, reported_at: -9d}\n      - {id: episode"
    )
    text = text.replace("at: +3h}", "at: +3h, in: earlier}, {kind: found, at: +9h}")
    (one,), reasons = _read(tmp_path, text)
    assert reasons == []
    earlier, episode = one.case["occurrences"]
    assert earlier["actions"] == [{"kind": "home_searched", "at": "+3h"}]
    assert episode["actions"] == [{"kind": "found", "at": "+9h"}]


def test_a_list_expects_one_obligation_an_entry(tmp_path: Path) -> None:
    text = ONE.replace("expect: met", 'expect: [{outcome: met, stage: "1"}, {outcome: missed, person: girl}]')
    (one,), _ = _read(tmp_path, text)
    assert one.expects == (Expected(outcome="met", stage="1"), Expected(outcome="missed", person="girl"))
    assert not one.every


@pytest.mark.parametrize(
    ("change", "reason"),
    [
        (("expect: met", "expect: fine"), "missing/examples.yaml: MC-06, example 1: an outcome is one of met"),
        (("expect: met", "expect: [met]"), "expect must be an outcome, none, or a list"),
        (("expect: met", "expect: [{outcome: met, child: girl}]"), "expect must be an outcome, none, or a list"),
        (("      expect: met\n", ""), "expect is missing"),
        (("shows: just_before", "shows: Just before"), "shows must be a word"),
        (("title:", "name:"), "name is not known here"),
        (("    people:", "    summary: girl\n    people:"), "summary is not known in given"),
        (("at: +3h}", "at: +3h, in: nowhere}"), "an action names an occurrence that is not there"),
        (("actions: [{kind: home_searched, at: +3h}]", "actions: home_searched"), "actions must be a list"),
        (("    occurrences:", "    places:"), "needs occurrences"),
        (("MC-06:", "MC6:"), "must be the id of a standard"),
        (("  examples:", "  cases:"), "must have examples, a list"),
        (("      shows: just_before", "      shows: just_before\n      shows: unknown"), "a key is given twice"),
        (("MC-06:", "MC-06: ["), "is no YAML in UTF-8"),
    ],
)
def test_refuses_with_the_reason(tmp_path: Path, change: tuple[str, str], reason: str) -> None:
    assert change[0] in ONE
    read, reasons = _read(tmp_path, ONE.replace(*change))
    assert read == []
    assert any(reason in one for one in reasons), reasons


def test_refuses_a_page_that_maps_nothing(tmp_path: Path) -> None:
    assert _read(tmp_path, "- met") == (
        [],
        ["missing/examples.yaml: must map the id of each standard to what is given and its examples"],
    )
