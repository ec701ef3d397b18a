"""A time of night that the change of the clocks can take away or repeat is refused by both evaluators."""

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime, time
from typing import Any

import pytest

from bounden.engine.judging import judge
from bounden.obligations.evaluator import evaluate
from bounden.obligations.parameters import Parameters
from bounden.records import Action, Involvement, Occurrence, Person, Records
from bounden.standards import parameters, standard

HELD: dict[str, Any] = {"force": "F", "source": "custody"}
CELL = Records(
    people=(Person(person_id="boy", age_years=15, **HELD),),
    occurrences=(Occurrence(occurrence_id="o", kind="detention", reported_at=datetime(2026, 3, 4, 10), **HELD),),
    involvements=(Involvement(occurrence_id="o", person_id="boy", role="detained_person", **HELD),),
    actions=(
        Action(
            action_id="a", occurrence_id="o", kind="released", done=True, happened_at=datetime(2026, 3, 5, 12), **HELD
        ),
    ),
)


def at(clock: time) -> Parameters:
    given = dict(parameters().by_name)
    return Parameters.of(tuple({**given, "overnight_at": replace(given["overnight_at"], value=clock)}.values()))


@pytest.mark.parametrize("evaluator", [evaluate, judge])
def test_before_two_in_the_morning(evaluator: Callable[..., Any]) -> None:
    with pytest.raises(ValueError, match="overnight_at must be 02:00 or later"):
        evaluator(CELL, (standard("PD-09"),), at(time(1, 59)), datetime(2026, 3, 6))


@pytest.mark.parametrize("evaluator", [evaluate, judge])
def test_from_two_in_the_morning_on(evaluator: Callable[..., Any]) -> None:
    (owed,) = evaluator(CELL, (standard("PD-09"),), at(time(2)), datetime(2026, 3, 6))
    assert owed.due.earliest == datetime(2026, 3, 5, 2)
