"""The figures to reach, as multiples of what another contender needs in the same run."""

from collections.abc import Mapping
from dataclasses import dataclass

from benchmarks.measure import Measured
from benchmarks.tables import table

_M = 1_000_000


@dataclass(frozen=True, slots=True)
class Target:
    """At a size, the engine's time (or peak memory) as a multiple of a contender's is to be no more than this."""

    of: str
    actions: int
    most: float
    what: str = "wall"


TARGETS = (
    Target("pandas", _M, 0.6),
    Target("pandas", 10 * _M, 0.33),
    Target("pandas", 50 * _M, 0.2),
    Target("pandas", 10 * _M, 0.25, "memory"),
    Target("polars", 10 * _M, 1.4),
    Target("numpy", 10 * _M, 2.2),
    Target("slices", 10 * _M, 8),
    Target("scan", 10 * _M, 45),
    Target("declare", _M, 0.4),
    Target("temporal profile", _M, 0.06),
)
#: The plain shape rendered by Ibis, as a multiple of the same written by hand.
MOST_OF_HAND_WRITTEN = 1.15
#: Obligations a second, as a multiple of those of a rules engine that is asked one record after another.
LEAST_OF_RECORD_RULES = 30


def targets(measured: Mapping[str, Measured], obligations: Mapping[str, int], size: int) -> str:
    """What the engine, and the plain shape in SQL, reach of the targets set for a size; nothing where none is set."""
    ours = [measured["engine"], measured["duckdb"]]
    if any(one.failed for one in ours):
        return ""
    rows = []
    for target in TARGETS:
        other = measured.get(target.of)
        if target.actions == size and other and not other.failed:
            what = "peak memory" if target.what == "memory" else "time"
            reached = [getattr(one, target.what) / getattr(other, target.what) for one in ours]
            rows.append(
                [
                    f"{what} ÷ that of {target.of}",
                    *(f"{one:.2f}x" for one in reached),
                    f"≤ {target.most}x",
                    _yes(reached[0] <= target.most),
                ]
            )
    rendered = measured["ibis"]
    if not rendered.failed:
        reached = (rendered.wall - rendered.found["compiling"]) / ours[1].wall
        rows.append(
            [
                "Ibis-rendered ÷ hand-written SQL, execution only",
                "-",
                f"{reached:.2f}x",
                f"≤ {MOST_OF_HAND_WRITTEN}x",
                _yes(reached <= MOST_OF_HAND_WRITTEN),
            ]
        )
    rules = measured.get("record rules")
    if rules and not rules.failed:
        of_rules = rules.found["obligations"] / rules.wall
        reached = [obligations[one.name] / one.wall / of_rules for one in ours]
        rows.append(
            [
                "obligations a second ÷ those of record rules",
                *(f"{one:.0f}x" for one in reached),
                f"≥ {LEAST_OF_RECORD_RULES}x",
                _yes(reached[0] >= LEAST_OF_RECORD_RULES),
            ]
        )
    return table(["measure", "engine", "plain SQL", "target", "reached"], rows) if rows else ""


def _yes(reached: bool) -> str:
    return "yes" if reached else "no"
