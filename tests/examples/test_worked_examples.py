"""Every worked example of every standard, on the reference evaluator and on the engine.

All examples are judged together, once by each evaluator: every example is a case of its own.
"""

from collections.abc import Callable, Iterable
from dataclasses import replace
from datetime import datetime

import pytest

from bounden.engine import judge
from bounden.ingest import case_files
from bounden.obligations.evaluator import evaluate
from bounden.obligations.obligation import Obligation
from bounden.records import Records
from bounden.standards import RULEBOOK, parameters, standard
from bounden.standards.examples import Example, Expected, as_if_in_force, examples_of, worked_examples

EVALUATORS = {"engine": judge, "reference": evaluate}
EXAMPLES = worked_examples()
STANDARDS = as_if_in_force(RULEBOOK)


@pytest.fixture(scope="session")
def judged(delivery: Callable[[Iterable[Example]], tuple[Records, datetime]]) -> Callable[[str], list[Obligation]]:
    """All obligations of all examples, by the evaluator named; each judges once."""
    records, as_of = delivery(EXAMPLES)
    done: dict[str, list[Obligation]] = {}

    def by(evaluator: str) -> list[Obligation]:
        if evaluator not in done:
            done[evaluator] = EVALUATORS[evaluator](records, STANDARDS, parameters(), as_of)
        return done[evaluator]

    return by


@pytest.fixture(scope="session")
def sorted_out(judged: Callable[[str], list[Obligation]]) -> Callable[[str], dict[tuple[str, str], list[Obligation]]]:
    """The obligations of an evaluator by example and standard."""
    done: dict[str, dict[tuple[str, str], list[Obligation]]] = {}

    def by(evaluator: str) -> dict[tuple[str, str], list[Obligation]]:
        if evaluator not in done:
            found = done.setdefault(evaluator, {})
            for owed in judged(evaluator):
                found.setdefault((case_files.case_of(owed), owed.standard), []).append(owed)
        return done[evaluator]

    return by


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda one: one.case_id)
def test_example_reads_as_if_written_out_as_a_case_file(
    example: Example, pages: dict[str, case_files.CaseFile]
) -> None:
    assert case_files.of_mapping(f"{example.name}.yaml", example.case) == pages[example.case_id]


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda one: f"{one.case_id} {one.shows}")
@pytest.mark.parametrize("evaluator", sorted(EVALUATORS))
def test_example_is_reached(
    evaluator: str,
    example: Example,
    sorted_out: Callable[[str], dict[tuple[str, str], list[Obligation]]],
    unmatched: Callable[[Example, list[Obligation]], list[str]],
) -> None:
    wrong = unmatched(example, sorted_out(evaluator).get((example.case_id, example.standard), []))
    assert not wrong, "\n".join([f"{example.name} ({example.title}):", *wrong])


def test_what_an_example_concludes_otherwise_is_told_in_its_own_words(
    delivery: Callable[[Iterable[Example]], tuple[Records, datetime]],
    unmatched: Callable[[Example, list[Obligation]], list[str]],
) -> None:
    (example,) = [one for one in EXAMPLES if one.case_id == "MC-06.3"]
    assert example.name == "MC-06, example 3"
    records, as_of = delivery([example])
    owed = evaluate(records, [standard("MC-06")], parameters(), as_of)
    reached = (
        "reached late in episode for girl: from 4 Mar 2026 10:00:00, due 4 Mar 2026 14:00:00, "
        "done 4 Mar 2026 14:00:01 (UTC)"
    )
    assert unmatched(example, owed) == []
    assert unmatched(replace(example, expects=(Expected(outcome="met"),)), owed) == [f"expected met, but {reached}"]
    two = (Expected(outcome="late", person="girl"), Expected(outcome="missed", person="friend"))
    assert unmatched(replace(example, expects=two, every=False), owed) == [
        "expected missed, person friend, but there is no such obligation"
    ]
    assert unmatched(replace(example, expects=(), every=False), owed) == [f"not expected, but {reached}"]
    assert unmatched(example, []) == ["expected late, but there is no obligation"]


def test_evaluators_agree_on_what_every_standard_makes_of_every_example(
    judged: Callable[[str], list[Obligation]],
) -> None:
    reference, engine = judged("reference"), judged("engine")
    assert [owed.key for owed in reference] == [owed.key for owed in engine]
    assert [(one, other) for one, other in zip(reference, engine, strict=True) if one != other] == []


@pytest.mark.parametrize("evaluator", sorted(EVALUATORS))
def test_a_standard_that_is_only_proposed_makes_no_obligations(
    evaluator: str, delivery: Callable[[Iterable[Example]], tuple[Records, datetime]]
) -> None:
    proposed = [one for one in RULEBOOK if one.proposed]
    assert proposed
    records, as_of = delivery([e for one in proposed for e in examples_of(one.id)])
    assert EVALUATORS[evaluator](records, proposed, parameters(), as_of) == []
