"""Tables as they go into the documentation, and the machine on which the figures were taken."""

import os
import platform
from collections.abc import Iterable, Sequence
from datetime import UTC, datetime
from importlib.metadata import version
from pathlib import Path

from benchmarks.measure import Measured

_LIBRARIES = ("duckdb", "ibis-framework", "pyarrow", "numpy", "pandas", "polars", "pm4py", "json-logic-qubit")


def table(heads: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """A table in Markdown."""
    lines = [heads, ["---"] * len(heads), *rows]
    return "\n".join(f"| {' | '.join(line)} |" for line in lines) + "\n"


def seconds(taken: float) -> str:
    """Seconds with as many digits as mean something."""
    return f"{taken:,.0f}" if taken >= 100 else f"{taken:.1f}" if taken >= 10 else f"{taken:.2f}"


def megabytes(held: float) -> str:
    """Bytes as whole MB."""
    return f"{held / 1e6:,.0f}"


def ratio(one: float, other: float) -> str:
    """How many times the other."""
    found = one / other
    return f"{found:,.0f}x" if found >= 100 else f"{found:.1f}x" if found >= 10 else f"{found:.2f}x"


def figures(one: Measured) -> list[str]:
    """Wall seconds, CPU seconds and memory, or why there are none."""
    return [one.failed, "-", "-"] if one.failed else [seconds(one.wall), seconds(one.cpu), megabytes(one.memory)]


def machine() -> str:
    """What the figures were taken on, in a sentence; it names no host."""
    cpu = next((line.split(":")[1].strip() for line in _lines("/proc/cpuinfo") if line.startswith("model name")), "")
    held = next(int(line.split()[1]) for line in _lines("/proc/meminfo") if line.startswith("MemTotal"))
    libraries = ", ".join(f"{name} {version(name)}" for name in _LIBRARIES)
    return (
        f"{datetime.now(UTC):%d %B %Y}; {os.cpu_count()} processors ({cpu or platform.machine()}), "
        f"{held / 2**20:.0f} GiB, load {os.getloadavg()[1]:.1f}; {platform.system()}, "
        f"Python {platform.python_version()}, {libraries}."
    )


def _lines(path: str) -> list[str]:
    return Path(path).read_text().splitlines()
