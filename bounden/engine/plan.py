"""A plan: steps, each one Ibis expression, compiled to SQL once and run natively.

A step is named after its content. Standards that ask the same thing therefore share the step: it is compiled once and, in
one evaluation, computed once.
"""

import hashlib
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

import duckdb
import ibis

DIALECT = "duckdb"


@dataclass(frozen=True, slots=True)
class Step:
    """One relation: its name and the SQL that makes it."""

    name: str
    sql: str


@dataclass(slots=True)
class Plan:
    """Steps in order. A later step refers to an earlier one by the unbound table that `keep` returns."""

    steps: list[Step] = field(default_factory=list)

    def keep(self, name: str, expression: Any, *, exactly: bool = False) -> Any:
        """Make the expression a relation of its own, computed once, and return the table that stands for it.

        exactly: under this very name, not one that tells its content.
        """
        sql = _sql(expression)
        full = name if exactly else f"{name}_{hashlib.sha256(sql.encode()).hexdigest()[:16]}"
        step = Step(full, sql)
        if step not in self.steps:
            self.steps.append(step)
        return ibis.table(expression.schema(), name=full)


_SQL: dict[Any, str] = {}


def _sql(expression: Any) -> str:
    node = expression.op()
    if node not in _SQL:
        _SQL[node] = str(ibis.to_sql(expression, dialect=DIALECT, pretty=False))
    return _SQL[node]


class Workroom:
    """Computes steps into temporary tables: each once, and freed when the last plan that needs it is done."""

    def __init__(self, connection: duckdb.DuckDBPyConnection, plans: Sequence[Sequence[Step]]) -> None:
        self._connection = connection
        self._needed = Counter(step.name for steps in plans for step in steps)
        self._held: set[str] = set()

    def run(self, steps: Sequence[Step]) -> str:
        """Compute one plan's steps and return the name of the last; `done_with` frees what no other plan needs."""
        for step in steps:
            if step.name not in self._held:
                self._connection.execute(f'CREATE TEMP TABLE "{step.name}" AS {step.sql}')
                self._held.add(step.name)
        return steps[-1].name

    def done_with(self, steps: Sequence[Step]) -> None:
        """Free what none of the plans to come needs."""
        for step in steps:
            self._needed[step.name] -= 1
            if not self._needed[step.name]:
                self._connection.execute(f'DROP TABLE "{step.name}"')
                self._held.discard(step.name)
