"""Contenders measured side by side: each in its own process, one after the other, round after round, the best kept."""

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Mapping
from dataclasses import asdict, dataclass, replace
from typing import Any

from benchmarks.work import Work


@dataclass(frozen=True, slots=True)
class Measured:
    """One contender's best round: wall and CPU seconds, most memory in bytes, and what it found.

    failed: why there is no figure ("killed"); empty: there is one.
    """

    name: str
    wall: float = 0.0
    cpu: float = 0.0
    memory: int = 0
    found: Any = None
    failed: str = ""


#: Called after each run, while its files are still there.
Check = Callable[[str, Work], None]


def interleaved(
    runs: Mapping[str, tuple[str, Work]], rounds: int, check: Check = lambda _name, _work: None
) -> dict[str, Measured]:
    """Under each name the best of so many rounds of a contender at a work. What fails is not tried again."""
    best: dict[str, Measured] = {}
    for _ in range(rounds):
        for label, (name, work) in runs.items():
            if label in best and best[label].failed:
                continue
            found = once(name, work, check)
            if label not in best or found.failed or found.wall < best[label].wall:
                best[label] = found
    return best


def once(name: str, work: Work, check: Check = lambda _name, _work: None) -> Measured:
    """One contender once, in an empty directory of its own, which is thrown away."""
    room = work.room / name.replace(" ", "-")
    shutil.rmtree(room, ignore_errors=True)
    room.mkdir(parents=True)
    own = replace(work, room=room)
    try:
        done = subprocess.run(
            [sys.executable, "-m", "benchmarks.contend", name, _as_json(own)],
            stdout=subprocess.PIPE,
            text=True,
            env=os.environ | {"TMPDIR": str(room)},
        )
        if done.returncode:
            say(f"  {name}: no figure, exit code {done.returncode}")
            return Measured(name, failed="killed" if done.returncode < 0 else "failed")
        measured = Measured(name, **json.loads(done.stdout.splitlines()[-1]))
        check(name, own)
    finally:
        shutil.rmtree(room)
    say(f"  {name}: {measured.wall:.2f} s, {measured.cpu:.2f} s CPU, {measured.memory / 1e6:,.0f} MB")
    return measured


def say(text: str) -> None:
    """Tell whoever waits; the tables go to standard output."""
    print(text, file=sys.stderr, flush=True)


def _as_json(work: Work) -> str:
    facts = asdict(work)
    return json.dumps(facts | {"as_of": work.as_of.isoformat()}, default=str)
