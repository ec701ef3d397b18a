"""The published cases: what inspectors concluded, the standards conclude from the same facts."""

from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

import pytest

from bounden.cli.expectations import concerns, unmet
from bounden.ingest import case_files
from bounden.obligations.evaluator import evaluate
from bounden.obligations.outcome import Outcome, outcome
from bounden.standards import RULEBOOK, parameters

PUBLISHED = Path(__file__).parents[2] / "demonstration" / "published-cases"
CASES = case_files.read(sorted(PUBLISHED.glob("*.yaml")))
WRITTEN = {standard.id for standard in RULEBOOK}
AFTER_ALL_CASES = datetime(2026, 1, 1)

#: Definite outcomes that no file lists but that the written facts force; each with the reasoning.
FORCED = {
    ("gwent-2019-rso-2-5", "RO-07"): "the offender is visited and seen at the very start of the record",
    ("notts-2015-s136-16", "PD-17"): "whenever food was first given, more than six waking hours passed after it",
}


@pytest.fixture(scope="module", params=CASES, ids=lambda case: case.case)
def judged(request):
    case = request.param
    return case, evaluate(case.records(), RULEBOOK, parameters(), AFTER_ALL_CASES)


def test_every_expectation_of_a_written_standard_is_reached(judged):
    case, owed = judged
    said = [line for line in unmet(case, owed, WRITTEN) if "no such standard" not in line]
    assert said == []


def test_nothing_is_concluded_that_the_facts_do_not_force(judged):
    case, owed = judged
    expected = [o for o in owed if any(concerns(e, o) for e in case.expects)]
    definite = {Outcome.MET, Outcome.LATE, Outcome.MISSED, Outcome.EXCUSED}
    surplus = {(case.case, o.standard) for o in owed if o not in expected and outcome(o) in definite}
    assert surplus <= set(FORCED)


def test_there_are_54_cases_with_99_expectations_of_which_96_are_of_written_standards():
    expectations = list(_expectations())
    assert len(CASES) == 54
    assert len(expectations) == 99
    assert [e.standard for e in expectations if e.standard not in WRITTEN] == ["DM-04"] * 3


def _expectations() -> Iterator[case_files.Expectation]:
    for case in CASES:
        yield from case.expects
