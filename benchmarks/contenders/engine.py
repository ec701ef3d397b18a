"""The engine: every record test of the rulebook, set by set on DuckDB, written as obligations."""

from benchmarks.work import Work
from bounden import engine
from bounden.standards import parameters


def run(work: Work) -> dict[str, float]:
    """Judge every test."""
    out = work.room / "obligations.parquet"
    engine.evaluate(work.records, work.standards, parameters(), work.as_of, out, memory=work.memory)
    return {}
