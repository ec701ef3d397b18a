"""A plan in the words of a database: as few statements as possible, each of no more columns than somebody asks for.

A step that one other uses becomes part of that one; a step that several use is computed once, into a table; a step that
nobody uses is left out.
"""

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

import duckdb
import ibis

from bounden.engine.demands import narrowed
from bounden.engine.plan import Plan

DIALECT = "duckdb"
_NAMED = re.compile(r'(?:FROM|JOIN) "(\w+)"')


@dataclass(frozen=True, slots=True)
class Statement:
    """A table to make: its name and the SQL that gives its rows."""

    name: str
    sql: str


def statements(plan: Plan, results: Iterable[str]) -> list[Statement]:
    """What to run, in order, so that the steps named as results are there with all their columns."""
    wanted = {name: set(plan.steps[name].expression.columns) for name in results}
    kept = set(wanted)
    found = []
    for step in reversed(plan.steps.values()):
        if step.name not in wanted:
            continue
        expression, needed = _narrowed(step.expression, frozenset(wanted[step.name]))
        for name, columns in needed.items():
            if name in plan.steps:
                wanted.setdefault(name, set()).update(columns)
        found.append(Statement(step.name, _sql(expression)))
    return _joined(found[::-1], kept)


def _joined(steps: list[Statement], kept: set[str]) -> list[Statement]:
    """Every step that one other uses, within that one."""
    names = {step.name for step in steps}
    uses = Counter(name for step in steps for name in _NAMED.findall(step.sql) if name in names)
    inside: dict[str, list[Statement]] = {}
    found = []
    for step in steps:
        before = [part for name in _NAMED.findall(step.sql) for part in inside.pop(name, [])]
        if uses[step.name] == 1 and step.name not in kept:
            inside[step.name] = [*before, step]
            continue
        sql = step.sql
        if before:
            parts = ", ".join(f'"{part.name}" AS ({part.sql})' for part in before)
            sql = f"WITH {parts} SELECT * FROM ({sql})"
        found.append(Statement(step.name, sql))
    return found


_SQL: dict[Any, str] = {}
_NARROWED: dict[Any, tuple[Any, dict[str, set[str]]]] = {}


def _narrowed(expression: Any, columns: frozenset[str]) -> tuple[Any, dict[str, set[str]]]:
    """The same for the same step of another plan, so that its SQL is made once, too."""
    key = expression.op(), columns
    if key not in _NARROWED:
        _NARROWED[key] = narrowed(expression, columns)
    return _NARROWED[key]


def _sql(expression: Any) -> str:
    node = expression.op()
    if node not in _SQL:
        _SQL[node] = str(ibis.to_sql(expression, dialect=DIALECT, pretty=False))
    return _SQL[node]


def run(connection: duckdb.DuckDBPyConnection, made: Iterable[Statement], *, lasting: bool = False) -> None:
    """Compute each statement into a table of its name: a temporary one of this connection, or one that all see."""
    kind = "TABLE" if lasting else "TEMP TABLE"
    for one in made:
        connection.execute(f'CREATE {kind} "{one.name}" AS {one.sql}')


def discard(connection: duckdb.DuckDBPyConnection, made: Iterable[Statement]) -> None:
    """Free what the statements hold."""
    for one in made:
        connection.execute(f'DROP TABLE "{one.name}"')
