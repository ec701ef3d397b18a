"""For which forces and days a test is judged: rows beside the records, so that one query serves every force."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

import duckdb
import ibis
import pyarrow as pa

from bounden.engine.days import day_code
from bounden.obligations.rules import Rule
from bounden.obligations.terms import Extent

BOUND_FORCES = ibis.table({"force": "string"}, name="bound_forces")
BOUND_DAYS = ibis.table({"first_code": "int64", "last_code": "int64"}, name="bound_days")


@dataclass(frozen=True, slots=True)
class Bound:
    """How a rule is bound: to some forces, to some days of T, or of the report."""

    some_forces: bool
    some_days: bool
    by_report: bool


def bound_of(rule: Rule) -> Bound:
    """How a rule is bound."""
    return Bound(
        some_forces=bool(rule.force or rule.besides) or rule.standard.extent is Extent.ENGLAND,
        some_days=bool(rule.begins or rule.ends),
        by_report=rule.by_report and bool(rule.begins or rule.ends),
    )


def load_bounds(connection: duckdb.DuckDBPyConnection, rule: Rule, forces: Iterable[str]) -> None:
    """Write those of the tables `bound_forces` and `bound_days` that a rule asks for.

    `forces` are those of the records.
    """
    bound = bound_of(rule)
    if bound.some_forces:
        _load_forces(connection, [force for force in forces if rule.of(force)])
    if bound.some_days:
        connection.execute(
            "CREATE OR REPLACE TEMP TABLE bound_days AS SELECT $1::BIGINT AS first_code, $2::BIGINT AS last_code",
            [day_code(rule.begins or date.min), day_code(rule.ends or date.max)],
        )


def _load_forces(connection: duckdb.DuckDBPyConnection, forces: list[str]) -> None:
    held = pa.table({"force": pa.array(forces, type=pa.string())})
    connection.register("bound_forces_held", held)
    connection.execute("CREATE OR REPLACE TEMP TABLE bound_forces AS SELECT * FROM bound_forces_held")
    connection.unregister("bound_forces_held")
