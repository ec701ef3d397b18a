"""Time both evaluators and a plain scan on the published cases, repeated until they hold so many actions.

    python benchmarks/evaluators.py [ACTIONS…]

All three run one after the other on the same files, so their ratio means something on a busy machine, too. The
reference is left out above 100,000 actions. SQL is compiled before the clock starts: it is compiled once a rulebook.
"""

import resource
import sys
import tempfile
import time
from collections.abc import Callable
from datetime import datetime
from pathlib import Path

import duckdb

from bounden import engine
from bounden.ingest.delivery import deliver
from bounden.obligations.evaluator import evaluate
from bounden.records import TABLES
from bounden.snapshots.rows import read_records, records_of
from bounden.standards import RULEBOOK, parameters

CASES = Path(__file__).parent.parent / "demonstration" / "published-cases"
AS_OF = datetime(2026, 11, 21, 12)
MOST_FOR_THE_REFERENCE = 100_000
_IDS = {"occurrence_id", "person_id", "other_person_id", "place_id", "action_id"}


def repeated(cases: Path, into: Path, actions: int) -> int:
    """The cases so often, each time under other ids, that there are at least so many actions; their number."""
    with duckdb.connect() as connection:
        held = connection.execute(f"SELECT count(*) FROM '{cases}/actions.parquet'").fetchone()
        times = -(-actions // held[0])
        for table in TABLES.values():
            columns = ", ".join(
                f'"{name}" || \'/\' || n AS "{name}"' if name in _IDS else f'"{name}"' for name in table.names
            )
            once = table.name == "coverage"
            source = f"SELECT {columns} FROM '{cases}/{table.name}.parquet', range({times}) AS t(n)"
            if once:
                source += " WHERE n = 0 OR occurrence_id IS NOT NULL OR person_id IS NOT NULL"
            connection.execute(f"COPY ({source}) TO '{into}/{table.name}.parquet' (FORMAT parquet)")
        return int(held[0] * times)


def scan(records: Path) -> None:
    """Read every column of every table once."""
    with duckdb.connect() as connection:
        for table in TABLES.values():
            columns = ", ".join(f'max(hash("{name}"))' for name in table.names)
            connection.execute(f"SELECT {columns} FROM '{records}/{table.name}.parquet'").fetchall()


def seconds(work: Callable[..., object], *arguments: object) -> float:
    """How long one call takes."""
    begun = time.perf_counter()
    work(*arguments)
    return time.perf_counter() - begun


def main(sizes: list[int]) -> None:
    """Print one line for each size."""
    with tempfile.TemporaryDirectory() as room:
        cases = Path(room) / "cases"
        cases.mkdir()
        deliver(CASES, cases)
        out = Path(room) / "obligations.parquet"
        engine.evaluate(cases, RULEBOOK, parameters(), AS_OF, out)
        print(  # noqa: T201
            f"{'actions':>10} {'obligations':>12} {'scan s':>8} {'engine s':>9} {'reference s':>12} {'peak MB':>8}"
        )
        for size in sizes:
            records = Path(room) / str(size)
            records.mkdir()
            actions = repeated(cases, records, size)
            scanned = min(seconds(scan, records) for _ in range(2))
            judged = seconds(engine.evaluate, records, RULEBOOK, parameters(), AS_OF, out)
            owed = duckdb.sql(f"SELECT count(*) FROM '{out}'").fetchone()[0]
            peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
            plain = "-"
            if actions <= MOST_FOR_THE_REFERENCE * 1.01:
                with records_of(records) as connection:
                    held = read_records(connection)
                plain = f"{seconds(evaluate, held, RULEBOOK, parameters(), AS_OF):.1f}"
            print(  # noqa: T201
                f"{actions:>10,} {owed:>12,} {scanned:>8.2f} {judged:>9.1f} {plain:>12} {peak:>8,}",
                flush=True,
            )


if __name__ == "__main__":
    main([int(size) for size in sys.argv[1:]] or [10_000, 100_000, 1_000_000])
