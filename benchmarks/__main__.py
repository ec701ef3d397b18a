"""`python -m benchmarks [ACTIONS…]`: measures, and prints tables in Markdown. Progress goes to standard error."""

import argparse
import shutil
from collections.abc import Callable
from pathlib import Path

from benchmarks import side_by_side
from benchmarks.bounds import forces, memory, skew
from benchmarks.plain_shape import plain_tests, write_days
from benchmarks.rule_costs import rule_costs
from benchmarks.tables import machine
from benchmarks.work import Work
from bounden.simulation.simulate import AS_OF
from bounden.standards import RULEBOOK, parameters

Part = Callable[[Path, Work, list[int], int], str]

#: What can be measured, in the order of the documentation. Each is given the room, the work without its records, the
#: sizes and the rounds, and returns its text.
PARTS: dict[str, Part] = {
    "peers": side_by_side.peers,
    "rules": rule_costs,
    "memory": memory,
    "skew": skew,
    "forces": forces,
}


def main() -> None:
    """Measure what was asked for."""
    asked = argparse.ArgumentParser(prog="python -m benchmarks", description=__doc__)
    asked.add_argument("actions", nargs="*", type=int, default=[1_000_000], help="how many actions, smallest first")
    asked.add_argument("--parts", nargs="+", choices=PARTS, default=list(PARTS), help="what to measure; otherwise all")
    asked.add_argument("--rounds", type=int, default=2, help="how often each contender runs; the best counts")
    asked.add_argument("--room", type=Path, default=Path("var/bench"), help="where deliveries are kept")
    given = asked.parse_args()
    room = given.room.resolve()
    room.mkdir(parents=True, exist_ok=True)
    days = room / "days.parquet"
    write_days(plain_tests(RULEBOOK, parameters(), AS_OF), parameters(), days)
    work = Work(records=room, days=days, room=room / "work", as_of=AS_OF)
    shutil.rmtree(work.room, ignore_errors=True)
    print(machine(), end="\n\n")
    for part in given.parts:
        print(PARTS[part](room, work, sorted(given.actions), given.rounds), flush=True)


if __name__ == "__main__":
    main()
