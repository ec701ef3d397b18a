"""What must not matter: how much memory there is, one hot case, and how many forces the records are of."""

import shutil
from dataclasses import replace
from pathlib import Path

from benchmarks.agreement import Agreement
from benchmarks.deliveries import count, delivery, warm
from benchmarks.hot_case import hot_case
from benchmarks.measure import interleaved, say
from benchmarks.tables import figures, ratio, table
from benchmarks.work import Work

_LIMITS = ("512MB", "1GB", "8GB")
_NATION = 43
#: The test that is given a hot case, the kinds of its triggers and of what discharges them, and how many of each.
_HOT, _STARTING, _DISCHARGING, _EACH = "AH-02", "referral_submitted", "referral_checked", 50_000
_SMALL = 20_000


def memory(room: Path, work: Work, sizes: list[int], rounds: int) -> str:
    """The engine under limits of memory at the largest size; whatever the limit, it must write the same."""
    records = delivery(room, sizes[-1])
    say("limits of memory")
    warm(room, work)
    runs = {limit: ("engine", replace(work, records=records, memory=limit)) for limit in _LIMITS}
    found = interleaved(runs, 1, Agreement(()).check)
    most = found[_LIMITS[-1]]
    rows = [
        [limit, *figures(one), "-" if one.failed or most.failed else ratio(one.wall, most.wall)]
        for limit, one in found.items()
    ]
    title = f"\n### Limits of memory, {count(records, 'actions'):,} actions\n\n"
    return title + table(["limit of DuckDB", "wall s", "CPU s", "peak MB", f"÷ {_LIMITS[-1]}"], rows)


def skew(room: Path, work: Work, sizes: list[int], rounds: int) -> str:
    """One test on records with and without a hot case: the engine beside the join without a guard."""
    records, hot = delivery(room, _SMALL), room / "hot"
    shutil.rmtree(hot, ignore_errors=True)
    hot_case(records, hot, _STARTING, _DISCHARGING, _EACH)
    say("one hot case")
    work = replace(work, only=(_HOT,))
    warm(room, work)
    rows = []
    for what, given in (("without", records), ("with", hot)):
        judged = replace(work, records=given)
        found = interleaved({name: (name, judged) for name in ("engine", "duckdb")}, 1)
        engine, plain = found["engine"], found["duckdb"]
        against = "-" if engine.failed or plain.failed else ratio(engine.wall, plain.wall)
        rows.append([what, *figures(engine), *figures(plain)[:1], against])
    title = f"\n### One case with {_EACH:,} triggers and {_EACH:,} actions of one kind ({_HOT})\n\n"
    return title + table(["hot case", "engine s", "CPU s", "peak MB", "join without guard s", "engine ÷ join"], rows)


def forces(room: Path, work: Work, sizes: list[int], rounds: int) -> str:
    """The same records as one force's and as forty-three forces', at the smallest size."""
    say("one force and forty-three")
    warm(room, work)
    each = {number: delivery(room, sizes[0], copies=_NATION, forces=number) for number in (1, _NATION)}
    runs = {str(number): ("engine", replace(work, records=records)) for number, records in each.items()}
    found = interleaved(runs, rounds)
    rows = [[number, *figures(measured)] for number, measured in found.items()]
    one, many = found.values()
    if not one.failed and not many.failed:
        times = (ratio(getattr(many, what), getattr(one, what)) for what in ("wall", "cpu", "memory"))
        rows.append([f"{_NATION} ÷ 1", *times])
    title = f"\n### One force and forty-three, {count(each[1], 'actions'):,} actions\n\n"
    return title + table(["forces", "wall s", "CPU s", "peak MB"], rows)
