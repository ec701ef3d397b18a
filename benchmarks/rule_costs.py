"""What each rule of the record tests costs over the plain shape: the same tests, one rule after another added."""

from dataclasses import replace
from itertools import pairwise
from pathlib import Path

from benchmarks.deliveries import count, delivery, warm
from benchmarks.measure import interleaved, say
from benchmarks.stripped import RULES
from benchmarks.tables import figures, ratio, table
from benchmarks.work import Work

_BARE = "the engine: uncertain times, denials, coverage, the facts that are missing, every column of an obligation"


def rule_costs(room: Path, work: Work, sizes: list[int], rounds: int) -> str:
    """The table, at the smallest size."""
    records = delivery(room, sizes[0])
    say("the cost of each rule")
    names = list(RULES)
    judged = {_BARE: replace(work, rules=())}
    for place, name in enumerate(names, 1):
        judged[f"and {RULES[name]}"] = replace(work, rules=tuple(names[:place]))
    judged["and every other test of the rulebook"] = work
    for given in judged.values():
        warm(room, given)
    runs = {"the plain shape in SQL": ("duckdb", replace(work, records=records))}
    runs |= {what: ("engine", replace(given, records=records)) for what, given in judged.items()}
    found = interleaved(runs, rounds)
    plain, *_ = found.values()
    rows = []
    for (_, before), (what, one) in pairwise([("", plain), *found.items()]):
        usable = not (plain.failed or before.failed or one.failed)
        times = [ratio(one.wall, other.wall) if usable else "-" for other in (plain, before)]
        rows.append([what, *figures(one), *times])
    heads = ["what is judged", "wall s", "CPU s", "peak MB", "÷ plain", "÷ the line above"]
    return f"\n### What each rule costs, {count(records, 'actions'):,} actions\n\n" + table(heads, rows)
