"""The reference evaluator: the record tests in plain Python, row by row."""

from benchmarks.work import Work
from bounden.obligations.evaluator import evaluate
from bounden.snapshots.rows import read_records, records_of
from bounden.standards import parameters


def run(work: Work) -> dict[str, float]:
    """Judge every test; `obligations`: how many there are."""
    with records_of(work.records) as connection:
        held = read_records(connection)
    return {"obligations": len(evaluate(held, work.standards, parameters(), work.as_of))}
