"""Every worked example of every standard, on the reference evaluator and on the engine.

All examples are judged in one evaluation of each evaluator: every example is a case of its own.
"""

from collections.abc import Callable, Iterable
from datetime import datetime

import pytest

from bounden.obligations.evaluator import evaluate
from bounden.obligations.obligation import Obligation
from bounden.records import Records
from bounden.standards import RULEBOOK, parameters
from bounden.standards.examples import Example, worked_examples

EXAMPLES = worked_examples()


EVALUATORS = {"reference": evaluate}

Judged = dict[tuple[str, str], list[Obligation]]


@pytest.fixture(scope="session", params=sorted(EVALUATORS))
def judged(request: pytest.FixtureRequest, delivery: Callable[[Iterable[Example]], tuple[Records, datetime]]) -> Judged:
    """The obligations by case and standard."""
    records, as_of = delivery(EXAMPLES)
    found: Judged = {}
    for owed in EVALUATORS[request.param](records, RULEBOOK, parameters(), as_of):
        found.setdefault((owed.occurrence_id.partition("/")[0], owed.standard), []).append(owed)
    return found


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda one: f"{one.case_id} {one.shows}")
def test_example_is_reached(
    example: Example, judged: Judged, unmatched: Callable[[Example, list[Obligation]], list[str]]
) -> None:
    wrong = unmatched(example, judged.get((example.case_id, example.standard), []))
    assert not wrong, "\n".join([example.title, *wrong])
