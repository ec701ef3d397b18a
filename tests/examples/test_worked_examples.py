"""Every worked example of every standard, on the reference evaluator and on the engine.

All examples are judged in one evaluation of each evaluator: every example is a case of its own.
"""

from collections.abc import Callable
from datetime import datetime
from pathlib import Path

import pytest

from bounden.ingest import case_files
from bounden.obligations.evaluator import evaluate
from bounden.obligations.obligation import Obligation
from bounden.obligations.outcome import outcome
from bounden.records import Records
from bounden.standards import RULEBOOK, parameters
from bounden.standards.examples import Example, Expected, case_text, worked_examples

EXAMPLES = worked_examples()

Judged = dict[tuple[str, str], list[Obligation]]


def _reference(records: Records, as_of: datetime, _: Path) -> list[Obligation]:
    return evaluate(records, RULEBOOK, parameters(), as_of)


EVALUATORS: dict[str, Callable[[Records, datetime, Path], list[Obligation]]] = {"reference": _reference}


@pytest.fixture(scope="session")
def examples(tmp_path_factory: pytest.TempPathFactory) -> tuple[Records, datetime]:
    """All examples as one delivery, and an instant after the last of them."""
    pages = tmp_path_factory.mktemp("examples")
    paths = []
    for example in EXAMPLES:
        paths.append(pages / f"{example.case_id}.yaml")
        paths[-1].write_text(case_text(example), encoding="utf-8")
    cases = case_files.read(paths)
    return case_files.together(cases), max(case.as_of for case in cases)


@pytest.fixture(scope="session", params=sorted(EVALUATORS))
def judged(
    request: pytest.FixtureRequest, examples: tuple[Records, datetime], tmp_path_factory: pytest.TempPathFactory
) -> Judged:
    """The obligations by case and standard."""
    records, as_of = examples
    found: Judged = {}
    for owed in EVALUATORS[request.param](records, as_of, tmp_path_factory.mktemp("judged")):
        found.setdefault((owed.occurrence_id.partition("/")[0], owed.standard), []).append(owed)
    return found


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda one: f"{one.case_id} {one.shows}")
def test_example_is_reached(example: Example, judged: Judged) -> None:
    owed = judged.get((example.case_id, example.standard), [])
    unmatched = _unmatched(example, owed)
    assert not unmatched, "\n".join([example.title, *unmatched, *(_line(one) for one in owed)])


def _unmatched(example: Example, owed: list[Obligation]) -> list[str]:
    """What was expected and is not there, and what is there and was not expected."""
    if example.every:
        (expected,) = example.expects
        wrong = [f"reached: {_line(one)}" for one in owed if not _fits(expected, one)]
        return wrong or ([] if owed else [f"expected {expected.outcome}, but there is no obligation"])
    left = list(owed)
    missing = []
    for expected in example.expects:
        found = next((one for one in left if _fits(expected, one)), None)
        if found is None:
            missing.append(f"expected: {expected}")
        else:
            left.remove(found)
    return missing + [f"not expected: {_line(one)}" for one in left]


def _fits(expected: Expected, owed: Obligation) -> bool:
    reached = outcome(owed)
    return (
        expected.outcome == (reached.value if reached else "withdrawn")
        and expected.stage in (None, owed.stage)
        and expected.person in (None, _local(owed.person_id))
        and expected.occurrence in (None, _local(owed.occurrence_id))
    )


def _local(full_id: str | None) -> str | None:
    return full_id and full_id.partition("/")[2]


def _line(owed: Obligation) -> str:
    reached = outcome(owed)
    return (
        f"{reached.value if reached else 'withdrawn'}: {owed.standard} {owed.stage} {owed.occurrence_id} {owed.person_id}"
        f" from {owed.triggered} due {owed.due} done {owed.discharged} known {owed.known} missing {owed.missing!r}"
    )
