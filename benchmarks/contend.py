"""One contender, once, in a process of its own: `python -m benchmarks.contend CONTENDER WORK` with the work as JSON.

It prints one line of JSON: wall and CPU seconds of the work itself (not of starting Python, importing and preparing),
the most memory that the process held, and what the contender says it found.
"""

import json
import resource
import shutil
import sys
import tempfile
import time
from datetime import datetime
from importlib import import_module
from pathlib import Path

from benchmarks.work import Work

#: Each contender: its module, and the function that does the work.
CONTENDERS = {
    "scan": ("scan", "run"),
    "slices": ("slices", "run"),
    "engine": ("engine", "run"),
    "reference": ("reference", "run"),
    "duckdb": ("duckdb_queries", "run"),
    "ibis": ("ibis_queries", "run"),
    "polars": ("polars_asof", "run"),
    "pandas": ("pandas_asof", "run"),
    "numpy": ("numpy_kernel", "run"),
    "declare": ("process_mining", "declare"),
    "temporal profile": ("process_mining", "temporal_profile"),
    "record rules": ("record_rules", "run"),
}


def main(name: str, given: str) -> None:
    """Do the work and say how it went."""
    _fail_alone()
    facts = json.loads(given)
    work = Work(
        Path(facts["records"]),
        Path(facts["days"]),
        Path(facts["room"]),
        datetime.fromisoformat(facts["as_of"]),
        tuple(facts["only"]),
        facts["memory"],
        None if facts["rules"] is None else tuple(facts["rules"]),
    )
    module, function = CONTENDERS[name]
    contender = import_module(f"benchmarks.contenders.{module}")
    work.tests  # noqa: B018 - read before the clock starts
    if hasattr(contender, "prepare"):
        contender.prepare(work)
    wall, cpu = time.perf_counter(), time.process_time()
    found = getattr(contender, function)(work)
    wall, cpu = time.perf_counter() - wall, time.process_time() - cpu
    sys.stdout.write(json.dumps({"wall": wall, "cpu": cpu, "memory": _most_memory(), "found": found}) + "\n")


def _fail_alone() -> None:
    """Where memory or disk do not suffice, this process is to end, and no other."""
    Path("/proc/self/oom_score_adj").write_text("1000")
    most = shutil.disk_usage(tempfile.gettempdir()).free // 2
    resource.setrlimit(resource.RLIMIT_FSIZE, (most, most))


def _most_memory() -> int:
    """The most memory that this process held, in bytes. What the parent reads of a child counts its own, too."""
    status = Path("/proc/self/status").read_text()
    return int(status.split("VmHWM:")[1].split()[0]) * 1024


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2])
