"""A plan as SQL: nothing that nobody asks for, steps within one another where one other uses them."""

from collections.abc import Iterator
from typing import Any

import duckdb
import ibis
import pytest

from bounden.engine.plan import Plan
from bounden.engine.statements import Statement, discard, run, statements

ROWS = ibis.table({"n": "int64", "word": "string", "long": "string"}, name="rows")


@pytest.fixture
def connection() -> Iterator[duckdb.DuckDBPyConnection]:
    with duckdb.connect(":memory:") as held:
        held.execute("CREATE TABLE rows AS SELECT range AS n, 'w' || range AS word, 'unused' AS long FROM range(4)")
        yield held


def made(connection: duckdb.DuckDBPyConnection, plan: Plan, *results: str) -> list[Statement]:
    found = statements(plan, results)
    run(connection, found)
    return found


def columns(connection: duckdb.DuckDBPyConnection, table: str) -> list[str]:
    return [name for (name,) in connection.execute(f'SELECT column_name FROM (DESCRIBE "{table}")').fetchall()]


def test_a_step_that_one_other_uses_is_part_of_that_one(connection: duckdb.DuckDBPyConnection) -> None:
    plan = Plan()
    more = plan.keep("more", ROWS.mutate(m=ROWS.n + 1))
    most = plan.keep("most", more.filter(more.m > 2))
    plan.keep("last", most.select("n", "m"), exactly=True)
    assert [one.name for one in made(connection, plan, "last")] == ["last"]
    assert connection.execute("SELECT n, m FROM last ORDER BY n").fetchall() == [(2, 3), (3, 4)]


def test_a_step_that_several_use_is_made_once_without_what_they_do_not_ask_for(
    connection: duckdb.DuckDBPyConnection,
) -> None:
    plan = Plan()
    more = plan.keep("more", ROWS.mutate(m=ROWS.n + 1))
    plan.keep("last", more.filter(more.m > 2).select("n").union(more.select("n")), exactly=True)
    found = made(connection, plan, "last")
    assert [one.name for one in found] == [more.get_name(), "last"]
    assert columns(connection, more.get_name()) == ["n", "m"]
    assert connection.execute("SELECT n FROM last ORDER BY n").fetchall() == [(0,), (1,), (2,), (2,), (3,), (3,)]


def test_a_step_that_nobody_uses_is_left_out(connection: duckdb.DuckDBPyConnection) -> None:
    plan = Plan()
    plan.keep("idle", ROWS.mutate(m=ROWS.n + 1))
    plan.keep("last", ROWS.select("n"), exactly=True)
    assert [one.name for one in made(connection, plan, "last")] == ["last"]


def test_a_result_keeps_all_its_columns_though_another_step_uses_it(connection: duckdb.DuckDBPyConnection) -> None:
    plan = Plan()
    more = plan.keep("more", ROWS.mutate(m=ROWS.n + 1), exactly=True)
    plan.keep("last", more.select("m"), exactly=True)
    made(connection, plan, "more", "last")
    assert columns(connection, "more") == ["n", "word", "long", "m"]


def test_statements_are_freed(connection: duckdb.DuckDBPyConnection) -> None:
    plan = Plan()
    plan.keep("last", ROWS.select("n"), exactly=True)
    discard(connection, made(connection, plan, "last"))
    assert connection.execute("SHOW TABLES").fetchall() == [("rows",)]


OTHER = ibis.table({"n": "int64", "other": "int64", "more": "string"}, name="others")


@pytest.mark.parametrize(
    ("give", "asked"),
    [
        (lambda: ROWS.mutate(m=ROWS.n * 2, k=ROWS.word.upper()), ["m"]),
        (lambda: ROWS.filter(ROWS.word != "w1").drop("long"), ["n"]),
        (lambda: ROWS.left_join(OTHER, "n").select(ROWS.n, ROWS.word, OTHER.other), ["other"]),
        (lambda: ROWS.inner_join(OTHER, "n").select(ROWS.n, ROWS.word, OTHER.other), ["word"]),
        (lambda: ROWS.anti_join(OTHER.filter(OTHER.other > 1), "n"), ["word"]),
        (lambda: ROWS.group_by("word").aggregate(m=ROWS.n.max(), k=ROWS.long.min()), ["m"]),
        (lambda: ROWS.select("n", "word").union(ROWS.select("word", "n")), ["word"]),
        (lambda: ROWS.select("n", "word").union(ROWS.select("n", "word"), distinct=True), ["word"]),
        (lambda: ROWS.select("word", "long").distinct(), ["long"]),
        (lambda: ROWS.mutate(r=ROWS.n.max().over(ibis.window(group_by="long"))).filter(ibis._.r > 1), ["word"]),
        (lambda: ROWS.order_by("word").mutate(s=ibis.struct({"n": ROWS.n, "w": ROWS.word})), ["s"]),
        (lambda: ROWS.group_by("long").aggregate(many=ROWS.count()), ["many"]),
    ],
)
def test_narrow_steps_give_the_same_rows(connection: duckdb.DuckDBPyConnection, give: Any, asked: list[str]) -> None:
    connection.execute("CREATE TABLE others AS SELECT range + 1 AS n, range AS other, 'm' AS more FROM range(3)")
    plan = Plan()
    # Used twice, so that it is made as a step of its own.
    wide = plan.keep("wide", give())
    narrow = wide.select(*asked)
    plan.keep("last", narrow.union(narrow), exactly=True)
    found = made(connection, plan, "last")
    assert columns(connection, found[0].name) == [name for name in wide.columns if name in asked]
    whole = connection.execute(str(ibis.to_sql(give(), dialect="duckdb"))).df()[asked]
    rows = sorted(map(repr, [*whole.to_dict("records")] * 2))
    assert sorted(map(repr, connection.execute("SELECT * FROM last").df().to_dict("records"))) == rows
