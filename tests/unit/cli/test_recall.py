"""What is reached of what a case expects, what contradicts it, and what goes beyond it."""

from pathlib import Path

import pytest

from bounden.cli.recall import argued, read_arguments, recall
from bounden.cli.recall_page import recall_page
from bounden.ingest import case_files
from bounden.ingest.refusals import Refused

CASE = """\
case: one
force: Wexshire Police
starts_at: 2023-03-06T18:00
as_of: +2d
coverage: partial
people:
  - {id: girl, age: 11}
occurrences:
  - id: episode
    kind: missing
    reported_at: +0h
    involved: [{person: girl, role: missing_person}]
    actions:
      - {kind: home_searched, at: SEARCHED}
      - {kind: phone_called, done: false}
verdict: VERDICT
expect: EXPECT
uncovered: ["weak supervision: nobody asked a|b"]
unencoded: ["earlier_episodes: no dates"]
"""
LATE = "[{standard: MC-06, outcome: late, basis: published}]"


def judged(tmp_path: Path, *, searched="+15h", verdict="criticised", expect=LATE):
    file = tmp_path / "one.yaml"
    file.write_text(CASE.replace("SEARCHED", searched).replace("VERDICT", verdict).replace("EXPECT", expect))
    return recall(case_files.read([file]))


def named(conclusions):
    return {(one.owed.standard, one.outcome) for one in conclusions}


def test_an_expectation_is_reached_where_every_obligation_that_it_concerns_has_the_outcome(tmp_path):
    (one,) = judged(tmp_path).reaches
    assert one.reached
    assert one.found == ("late",)


def test_a_standard_that_concludes_otherwise_is_no_reach(tmp_path):
    (one,) = judged(tmp_path, searched="+5min").reaches
    assert not one.reached
    assert one.found == ("met",)


def test_a_standard_that_makes_no_obligation_is_no_reach(tmp_path):
    (one,) = judged(tmp_path, expect="[{standard: PD-01, outcome: missed, basis: published}]").reaches
    assert not one.reached
    assert one.found == ()


def test_done_in_time_where_inspectors_criticised_exactly_that_is_a_contradiction(tmp_path):
    assert named(judged(tmp_path, searched="+5min").contradictions) == {("MC-06", "met")}
    assert named(judged(tmp_path).contradictions) == set()


def test_late_where_they_say_missed_is_no_contradiction(tmp_path):
    expect = "[{standard: MC-06, outcome: missed, basis: published}]"
    assert named(judged(tmp_path, expect=expect).contradictions) == set()


def test_what_the_tests_force_without_inspectors_is_not_contradicted(tmp_path):
    expect = "[{standard: MC-06, outcome: late, basis: mechanical}]"
    assert named(judged(tmp_path, searched="+5min", expect=expect).contradictions) == set()


def test_not_done_in_time_in_a_case_that_inspectors_praised_is_a_contradiction(tmp_path):
    assert ("MC-06", "late") in named(judged(tmp_path, verdict="praised", expect="[]").contradictions)
    assert named(judged(tmp_path, expect="[]").contradictions) == set()


def test_definite_outcomes_that_no_expectation_names_go_beyond(tmp_path):
    found = judged(tmp_path)
    assert ("MC-07", "missed") in named(found.beyond)
    assert "MC-06" not in {standard for standard, _ in named(found.beyond)}
    assert {outcome for _, outcome in named(found.beyond)} <= {"met", "late", "missed", "excused"}


def test_a_case_without_its_own_day_is_refused(tmp_path):
    (tmp_path / "one.yaml").write_text(
        CASE.replace("as_of: +2d\n", "").replace("EXPECT", "[]").replace("VERDICT", "good").replace("SEARCHED", "+1h")
    )
    with pytest.raises(ValueError, match="as_of"):
        recall(case_files.read([tmp_path / "one.yaml"]))


ARGUED = """\
against:
  - {case: one, standard: MC-06, outcome: late, why: the bedroom was searched at once}
beyond:
  - {case: one, standard: MC-07, outcome: missed, why: nobody rang}
"""


def test_the_page_shows_each_argument_where_it_belongs(tmp_path):
    (tmp_path / "arguments.yaml").write_text(ARGUED)
    arguments = read_arguments(tmp_path / "arguments.yaml")
    assert argued(arguments.against, "one", "MC-06", "late") == "the bedroom was searched at once"
    assert argued(arguments.against, "one", "MC-06", "missed") == ""
    page = recall_page(judged(tmp_path, searched="+5min"), arguments)
    assert "| `one` | MC-06 late | met | the bedroom was searched at once |" in page
    assert "| `one` | MC-07 | missed | 1 | nobody rang |" in page
    assert "| `one` | MC-06 | met | criticised |" in page
    assert "| weak supervision | nobody asked a\\|b | `one` |" in page
    assert "| earlier episodes | no dates | `one` |" in page
    assert "**0 of 1** expectations" in page


def test_an_argument_without_a_reason_is_refused_by_line(tmp_path):
    (tmp_path / "arguments.yaml").write_text("beyond:\n  - {case: one, standard: MC-07, outcome: missed}\n")
    with pytest.raises(Refused, match=r"arguments\.yaml:2: why: is missing"):
        read_arguments(tmp_path / "arguments.yaml")
