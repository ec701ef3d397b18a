"""How long the evaluators take on the published cases, repeated until they are a force's size.

`make bench` runs this. Each run is a process of its own, so that its peak memory is its own. Figures are absolute; read
them beside one another, on the machine that made them.
"""

import argparse
import json
import resource
import subprocess
import sys
import tempfile
import time
from dataclasses import replace
from datetime import datetime
from pathlib import Path

import pyarrow.parquet as pq

from bounden.ingest import case_files
from bounden.ingest.table_files import arrow_of, write_table
from bounden.records import TABLES, Records
from bounden.snapshots.evaluators import EVALUATORS

CASES = Path(__file__).parents[1] / "demonstration" / "published-cases"
AS_OF = datetime(2026, 11, 21)
REFERENCE_UP_TO = 50  # repetitions; the reference evaluator is made to be read, not to be fast


def repeated(times: int) -> Records:
    """The published cases so many times over, each time for a force of its own."""
    held = case_files.together(case_files.read(sorted(CASES.glob("*.yaml"))))
    return Records(
        **{
            name: tuple(
                replace(row, force=f"{row.force} {number}") for number in range(times) for row in getattr(held, name)
            )
            for name in TABLES
        }
    )


def measure(engine: str, directory: Path) -> None:
    """Judge one directory of records and print seconds, obligations and peak memory."""
    judged = directory / "obligations.parquet"
    begun = time.perf_counter()
    EVALUATORS[engine](directory, judged, AS_OF, lambda done, total, standard: None)
    seconds = time.perf_counter() - begun
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    sys.stdout.write(json.dumps([seconds, pq.read_metadata(judged).num_rows, peak]))


def main() -> None:
    """Time each evaluator at each size."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--times", type=int, nargs="+", default=[1, 10, 50, 200], help="repetitions of the 54 cases")
    parser.add_argument("--measure", nargs=2, metavar=("ENGINE", "DIRECTORY"), help=argparse.SUPPRESS)
    given = parser.parse_args()
    if given.measure:
        measure(given.measure[0], Path(given.measure[1]))
        return
    sys.stdout.write(
        f"{'engine':<10} {'actions':>9} {'obligations':>12} {'seconds':>8} {'per second':>11} {'peak MB':>8}\n"
    )
    for times in given.times:
        records = repeated(times)
        with tempfile.TemporaryDirectory() as scratch:
            for name, table in TABLES.items():
                write_table(table, arrow_of(table, getattr(records, name)), Path(scratch))
            for engine in EVALUATORS:
                if engine == "reference" and times > REFERENCE_UP_TO:
                    continue
                command = [sys.executable, __file__, "--measure", engine, scratch]
                seconds, owed, peak = json.loads(subprocess.run(command, check=True, capture_output=True).stdout)
                counts = f"{len(records.actions):>9,} {owed:>12,} {seconds:>8.2f} {owed / seconds:>11,.0f} {peak:>8,}"
                sys.stdout.write(f"{engine:<10} {counts}\n")
                sys.stdout.flush()


if __name__ == "__main__":
    main()
