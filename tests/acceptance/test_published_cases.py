"""The published cases: what inspectors concluded, the standards conclude from the same facts."""

from pathlib import Path

import pytest

from bounden.cli.recall import argued, read_arguments, recall
from bounden.cli.recall_page import recall_page
from bounden.ingest import case_files
from bounden.standards import RULEBOOK

DEMONSTRATION = Path(__file__).parents[2] / "demonstration"
CASES = case_files.read(sorted((DEMONSTRATION / "published-cases").glob("*.yaml")))
WRITTEN = {standard.id for standard in RULEBOOK}


@pytest.fixture(scope="module")
def found():
    return recall(CASES)


@pytest.fixture(scope="module")
def arguments():
    return read_arguments(DEMONSTRATION / "arguments.yaml")


def test_there_are_54_cases_with_99_expectations(found):
    assert len(found.cases) == 54
    assert len(found.reaches) == 99


def test_every_expectation_of_a_written_standard_is_reached_or_argued_against(found, arguments):
    open_ones = [
        (one.case.case, one.expected.standard, one.expected.outcome, one.found)
        for one in found.reaches
        if one.expected.standard in WRITTEN
        and not one.reached
        and not argued(arguments.against, one.case.case, one.expected.standard, one.expected.outcome)
    ]
    assert open_ones == []


def test_nothing_is_concluded_that_the_facts_do_not_force(found, arguments):
    surplus = [
        (one.case.case, one.owed.standard, one.owed.stage, one.outcome)
        for one in found.beyond
        if not argued(arguments.beyond, one.case.case, one.owed.standard, one.outcome)
    ]
    assert surplus == [], "argue for it in demonstration/arguments.yaml, or conclude less"


def test_no_conclusion_contradicts_the_inspectors(found):
    assert [(one.case.case, one.owed.standard, one.outcome) for one in found.contradictions] == []


def test_no_argument_has_outlived_its_conclusion(found, arguments):
    unreached = {(o.case.case, o.expected.standard, o.expected.outcome) for o in found.reaches if not o.reached}
    surplus = {(one.case.case, one.owed.standard, one.outcome) for one in found.beyond}
    assert {(a.case, a.standard, a.outcome) for a in arguments.against} <= unreached
    assert {(a.case, a.standard, a.outcome) for a in arguments.beyond} <= surplus


def test_the_page_names_every_failing_that_no_standard_covers(found, arguments):
    page = recall_page(found, arguments)
    for case in CASES:
        for said in (*case.uncovered, *case.unencoded):
            assert said.partition(": ")[2].replace("|", "\\|") in page
