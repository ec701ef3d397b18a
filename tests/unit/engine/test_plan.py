"""Steps: named after their content, once each, milestones under one name only."""

import duckdb
import ibis
import pytest

from bounden.engine.plan import Plan, discard, run

ROWS = ibis.table({"n": "int64"}, name="rows")


def test_the_same_step_is_kept_once() -> None:
    plan = Plan()
    one = plan.keep("more", ROWS.mutate(m=ROWS.n + 1))
    other = plan.keep("more", ROWS.mutate(m=ROWS.n + 1))
    assert one.get_name() == other.get_name()
    assert len(plan.steps) == 1


def test_a_milestone_has_one_meaning_in_a_plan() -> None:
    plan = Plan()
    plan.keep("asked", ROWS, exactly=True)
    with pytest.raises(ValueError, match="two different steps called asked"):
        plan.keep("asked", ROWS.filter(ROWS.n > 1), exactly=True)


def test_steps_run_in_order_and_are_freed() -> None:
    plan = Plan()
    more = plan.keep("more", ROWS.mutate(m=ROWS.n + 1))
    plan.keep("most", more.filter(more.m > 2), exactly=True)
    with duckdb.connect(":memory:") as connection:
        connection.execute("CREATE TABLE rows AS SELECT range AS n FROM range(4)")
        run(connection, plan.steps)
        assert connection.execute("SELECT n, m FROM most ORDER BY n").fetchall() == [(2, 3), (3, 4)]
        discard(connection, plan.steps)
        assert connection.execute("SHOW TABLES").fetchall() == [("rows",)]
