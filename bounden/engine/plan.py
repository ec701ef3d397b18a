"""A plan: steps, each one Ibis expression, compiled to SQL once and run natively.

The milestones of a test have the same names in every plan; a step between them is named after its content. Standards
that ask the same thing of a milestone therefore share the step's SQL, which is compiled once.
"""

import hashlib
from collections.abc import Iterable, Sequence
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
    # Every step that was asked for, also those that were there already.
    asked_for: list[Step] = field(default_factory=list)

    def keep(self, name: str, expression: Any, *, exactly: bool = False) -> Any:
        """Make the expression a relation of its own, computed once, and return the table that stands for it.

        exactly: a milestone, under this very name. Raises ValueError if the plan has another step of that name.
        """
        sql = _sql(expression)
        full = name if exactly else f"{name}_{hashlib.sha256(sql.encode()).hexdigest()[:16]}"
        self.take([Step(full, sql)])
        return ibis.table(expression.schema(), name=full)

    def take(self, steps: Iterable[Step]) -> None:
        """Have these steps, each once."""
        for step in steps:
            self.asked_for.append(step)
            if step in self.steps:
                continue
            if any(step.name == other.name for other in self.steps):
                raise ValueError(f"a plan has two different steps called {step.name}")
            self.steps.append(step)


_SQL: dict[Any, str] = {}


def _sql(expression: Any) -> str:
    node = expression.op()
    if node not in _SQL:
        _SQL[node] = str(ibis.to_sql(expression, dialect=DIALECT, pretty=False))
    return _SQL[node]


def run(connection: duckdb.DuckDBPyConnection, steps: Sequence[Step]) -> None:
    """Compute each step into a temporary table of its name."""
    for step in steps:
        connection.execute(f'CREATE TEMP TABLE "{step.name}" AS {step.sql}')


def discard(connection: duckdb.DuckDBPyConnection, steps: Sequence[Step]) -> None:
    """Free what the steps hold."""
    for step in steps:
        connection.execute(f'DROP TABLE "{step.name}"')
