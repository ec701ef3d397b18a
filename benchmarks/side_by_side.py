"""Every contender on the same records at each size, and how the engine grows from size to size."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from itertools import pairwise
from pathlib import Path

from benchmarks.agreement import Agreement
from benchmarks.deliveries import count, delivery, warm
from benchmarks.measure import Measured, interleaved, say
from benchmarks.tables import figures, ratio, table
from benchmarks.targets import targets
from benchmarks.work import Work


@dataclass(frozen=True, slots=True)
class Contender:
    """What is measured, in words; most: the most actions at which it is tried; plain: it judges the plain shape."""

    does: str
    most: float = float("inf")
    plain: bool = False


_PER_RECORD = 1_100_000

CONTENDERS: Mapping[str, Contender] = {
    "scan": Contender("reads every column that the rulebook looks at, once (the limit)"),
    "slices": Contender("reads each test's own rows, test by test, from actions laid out by kind"),
    "engine": Contender("**the engine: every record test of the rulebook, obligations written**"),
    "reference": Contender("the reference evaluator: the same, row by row", most=110_000),
    "duckdb": Contender("plain shape, hand-written SQL on DuckDB: one query a test", plain=True),
    "ibis": Contender("plain shape, the same in Ibis, rendered and run natively", plain=True),
    "polars": Contender("plain shape, Polars: one join_asof a test", plain=True),
    "pandas": Contender("plain shape, a careful pandas script: one merge_asof a test", plain=True),
    "numpy": Contender("plain shape, a sort-merge kernel in numpy", plain=True),
    "declare": Contender("process mining, pm4py Declare: order only, no limits", most=_PER_RECORD),
    "temporal profile": Contender("process mining, pm4py temporal profile: limits between pairs", most=_PER_RECORD),
    "record rules": Contender("a rules engine (json-logic) on 100,000 facts found for it", most=_PER_RECORD),
}


def peers(room: Path, work: Work, sizes: list[int], rounds: int) -> str:
    """The tables of every size, and the growth between them."""
    text = ""
    found: dict[int, tuple[Measured, Mapping[str, int]]] = {}
    for size in sizes:
        records = delivery(room, size)
        actions = count(records, "actions")
        say(f"{actions:,} actions, side by side")
        work = replace(work, records=records)
        runs = {name: (name, work) for name, one in CONTENDERS.items() if size <= one.most}
        agreement = Agreement({name for name, one in CONTENDERS.items() if one.plain})
        warm(room, work)
        measured = interleaved(runs, rounds, agreement.check)
        text += f"\n### {actions:,} actions\n\n" + _side_by_side(measured, agreement.obligations)
        text += "\n" + targets(measured, agreement.obligations, size)
        found[actions] = measured["engine"], agreement.obligations
    if len(found) > 1:
        text += "\n### From size to size\n\n" + _growth(found)
    return text


def _side_by_side(measured: Mapping[str, Measured], obligations: Mapping[str, int]) -> str:
    engine, plain = measured["engine"], measured["duckdb"]
    rows = []
    for name, one in measured.items():
        owed = obligations.get(name) or (one.found or {}).get("obligations")
        against = ["-" if one.failed or our.failed else ratio(our.wall, one.wall) for our in (engine, plain)]
        rows.append([CONTENDERS[name].does, f"{owed:,}" if owed else "-", *figures(one), *against])
    heads = ["contender", "obligations", "wall s", "CPU s", "peak MB", "engine ÷ it", "plain SQL ÷ it"]
    return table(heads, rows)


def _growth(engines: Mapping[int, tuple[Measured, Mapping[str, int]]]) -> str:
    """The engine at each size, beside the size before."""
    rows = []
    for (actions, (one, _)), (more, (other, obligations)) in pairwise(engines.items()):
        if not one.failed and not other.failed:
            rows.append(
                [
                    f"{actions:,} to {more:,}",
                    ratio(more, actions),
                    ratio(other.wall, one.wall),
                    ratio(other.memory, one.memory),
                    f"{obligations['engine'] / other.wall:,.0f}",
                ]
            )
    return table(["actions", "so many times the work", "time", "peak memory", "obligations a second"], rows)
