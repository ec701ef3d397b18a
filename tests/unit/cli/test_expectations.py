"""Whether the standards concluded what a case file expects."""

from dataclasses import replace
from datetime import datetime
from pathlib import Path

import pytest

from bounden.cli.expectations import unmet
from bounden.ingest import case_files
from bounden.obligations.obligation import Obligation
from bounden.obligations.span import Span

CASE = """\
case: one
force: Wexshire Police
starts_at: 2023-03-06T18:00
people:
  - {id: girl, age: 13}
  - {id: boy, age: 12}
occurrences:
  - {id: episode, kind: missing, reported_at: +0h, involved: [{person: girl, role: missing_person}]}
expect:
  - {standard: MC-06, EXPECTED}
"""
MET = Obligation(
    key="0" * 32, standard="MC-06", stage="", force="Wexshire Police", source="case-file", unit=None,
    occurrence_id="one/episode", person_id="one/girl", trigger_id="one/episode", as_of=datetime(2023, 4, 1),
    trigger_known=True, triggered=Span.exactly(datetime(2023, 3, 6, 18)), due=Span.exactly(datetime(2023, 3, 6, 22)),
    at_act=False, known=True, discharged=Span.exactly(datetime(2023, 3, 6, 20)),
)  # fmt: skip
LATE = replace(MET, person_id="one/boy", discharged=Span.exactly(datetime(2023, 3, 7)))
WITHDRAWN = replace(MET, discharged=None, withdrawn=Span.exactly(datetime(2023, 3, 6, 20)))
OTHER = replace(LATE, standard="MC-07")


def listed(tmp_path: Path, expected, *obligations, known=("MC-06", "MC-07")):
    file = tmp_path / "one.yaml"
    file.write_text(CASE.replace("EXPECTED", expected))
    (case,) = case_files.read([file])
    return list(unmet(case, obligations, known))


@pytest.mark.parametrize(
    ("expected", "obligations"),
    [
        ("outcome: met", [MET, OTHER]),
        ("outcome: withdrawn", [WITHDRAWN]),
        ("outcome: late, person: boy", [MET, LATE]),
        ("outcome: met, occurrence: episode", [MET]),
    ],
)
def test_an_expectation_that_is_reached_is_not_listed(tmp_path, expected, obligations):
    assert listed(tmp_path, expected, *obligations) == []


def test_it_holds_for_every_obligation_that_it_concerns(tmp_path):
    assert listed(tmp_path, "outcome: met", MET, LATE) == ["one.yaml:10: expects MC-06 met; concluded late"]


def test_a_narrowed_one_says_to_what(tmp_path):
    assert listed(tmp_path, "outcome: met, person: boy", MET, LATE) == [
        "one.yaml:10: expects MC-06 (one/boy) met; concluded late"
    ]


def test_there_must_be_an_obligation(tmp_path):
    assert listed(tmp_path, "outcome: met", OTHER) == ["one.yaml:10: expects MC-06 met; there is no such obligation"]


def test_a_standard_that_the_rulebook_does_not_hold_is_said_to_be_so(tmp_path):
    assert listed(tmp_path, "outcome: met", MET, known=("MC-07",)) == [
        "one.yaml:10: expects MC-06 met; the rulebook holds no such standard"
    ]
