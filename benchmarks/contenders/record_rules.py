"""A rules engine that is asked one record after another (json-logic-qubit), on facts that SQL gathered for it.

It decides the outcome of obligations whose trigger and first discharge were found already, which is most of the work.
"""

from datetime import UTC
from functools import cache
from typing import Any

import duckdb
from json_logic import jsonLogic

from benchmarks.contenders import duckdb_queries
from benchmarks.work import Work

_MOST = 100_000
_RULE = {
    "if": [
        {"==": [{"var": "met"}, None]},
        {"if": [{"<": [{"+": [{"var": "triggered"}, {"var": "limit"}]}, {"var": "as_of"}]}, "missed", "pending"]},
        {"if": [{"<=": [{"var": "met"}, {"+": [{"var": "triggered"}, {"var": "limit"}]}]}, "met", "late"]},
    ]
}


def prepare(work: Work) -> None:
    """Find triggers and discharges with the queries of the plain shape, and gather them as facts."""
    duckdb_queries.run(work)
    _facts(work)


def run(work: Work) -> dict[str, float]:
    """Decide so many of them. Raises ValueError where an outcome is another than that of the queries."""
    facts, expected = _facts(work)
    found = [jsonLogic(_RULE, fact) for fact in facts]
    if found != expected:
        raise ValueError("the rules and the queries reach different outcomes; mend the rule")
    return {"obligations": len(found)}


@cache
def _facts(work: Work) -> tuple[list[dict[str, Any]], list[str]]:
    rows = duckdb.sql(
        f"""SELECT epoch(triggered_at), epoch(due_at) - epoch(triggered_at), epoch(met_at), outcome
        FROM '{work.room}/*.parquet' USING SAMPLE {_MOST} ROWS (reservoir, 1)"""
    ).fetchall()
    as_of = work.as_of.replace(tzinfo=UTC).timestamp()
    facts = [{"triggered": t, "limit": limit, "met": met, "as_of": as_of} for t, limit, met, _ in rows]
    return facts, [row[-1] for row in rows]
