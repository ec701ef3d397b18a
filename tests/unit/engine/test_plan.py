"""Steps: once each, milestones under one name only."""

import ibis
import pytest

from bounden.engine.plan import Plan

ROWS = ibis.table({"n": "int64"}, name="rows")


def test_the_same_step_is_kept_once() -> None:
    plan = Plan()
    one = plan.keep("more", ROWS.mutate(m=ROWS.n + 1))
    other = plan.keep("more", ROWS.mutate(m=ROWS.n + 1))
    assert one.get_name() == other.get_name()
    assert len(plan.steps) == 1


def test_different_steps_have_different_names() -> None:
    plan = Plan()
    one = plan.keep("more", ROWS.mutate(m=ROWS.n + 1))
    other = plan.keep("more", ROWS.mutate(m=ROWS.n + 2))
    assert one.get_name() != other.get_name()


def test_a_milestone_has_one_meaning_in_a_plan() -> None:
    plan = Plan()
    plan.keep("asked", ROWS, exactly=True)
    plan.keep("asked", ROWS, exactly=True)
    with pytest.raises(ValueError, match="two different steps called asked"):
        plan.keep("asked", ROWS.filter(ROWS.n > 1), exactly=True)
