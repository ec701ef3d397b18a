"""A plan: named steps, each one Ibis expression, compiled to SQL once and run natively."""

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

    prefix: str = ""
    steps: list[Step] = field(default_factory=list)

    def keep(self, name: str, expression: Any) -> Any:
        """Make the expression a relation of its own, computed once, and return the table that stands for it."""
        full = f"{self.prefix}{name}"
        self.steps.append(Step(full, str(ibis.to_sql(expression, dialect=DIALECT, pretty=False))))
        return ibis.table(expression.schema(), name=full)


def run(connection: duckdb.DuckDBPyConnection, steps: Sequence[Step]) -> None:
    """Compute each step into a temporary table of its name, replacing what stood there."""
    for step in steps:
        connection.execute(f'CREATE OR REPLACE TEMP TABLE "{step.name}" AS {step.sql}')


def discard(connection: duckdb.DuckDBPyConnection, steps: Sequence[Step]) -> None:
    """Free what the steps hold."""
    for step in steps:
        connection.execute(f'DROP TABLE IF EXISTS "{step.name}"')
