"""The records that are judged: a synthetic force, validated, in order of time, and repeated to a size."""

import shutil
from dataclasses import replace
from functools import cache
from pathlib import Path

import duckdb

from benchmarks.measure import once, say
from benchmarks.work import Work
from bounden.ingest.delivery import deliver
from bounden.records import TABLES
from bounden.simulation.simulate import simulate

#: How many actions a simulation of scale 1 holds, about.
_AT_SCALE_1 = 1_900_000
#: The most that is simulated; larger deliveries repeat it.
MOST_SIMULATED = 500_000
#: Enough for every query to run.
_FEW = 5_000
#: Whatever tells two occurrences, people, places, actions or reports apart.
_IDS = {"occurrence_id", "person_id", "other_person_id", "place_id", "action_id", "source_ref"}
_ENTERED = "coalesce(recorded_at, happened_at), action_id"


def delivery(room: Path, actions: int, *, copies: int = 0, forces: int = 1) -> Path:
    """About so many actions, of one force or shared by several; made once, then found in the room again.

    copies: how often what is simulated is repeated; otherwise as often as its size needs.
    """
    simulated = _simulated(room, min(MOST_SIMULATED, actions // (copies or 1)))
    times = copies or max(1, round(actions / count(simulated, "actions")))
    made = room / f"{simulated.name}-{times}-times-{forces}-forces"
    if not made.exists():
        say(f"repeating {times} times, {forces} forces")
        unfinished = room / "unfinished"
        shutil.rmtree(unfinished, ignore_errors=True)
        unfinished.mkdir()
        repeat(simulated, unfinished, times, forces)
        unfinished.rename(made)
    return made


def _simulated(room: Path, actions: int) -> Path:
    made = room / f"{actions}-simulated"
    if not made.exists():
        say(f"simulating {actions:,} actions")
        raw, unfinished = room / "raw", room / "unfinished"
        for path in (raw, unfinished):
            shutil.rmtree(path, ignore_errors=True)
        simulate(raw, scale=actions / _AT_SCALE_1, progress=lambda _what, _done, _total: None)
        deliver(raw, unfinished)
        shutil.rmtree(raw)
        _put_in_order(unfinished / "actions.parquet")
        unfinished.rename(made)
    return made


def _put_in_order(file: Path) -> None:
    """As an extract would have them: in the order in which they were entered."""
    ordered = file.with_suffix(".ordered")
    duckdb.sql(f"COPY (FROM '{file}' ORDER BY {_ENTERED}) TO '{ordered}' (FORMAT parquet, COMPRESSION zstd)")
    ordered.rename(file)


def repeat(records: Path, into: Path, times: int, forces: int = 1) -> None:
    """The same records so often, each time under other ids, in turn for each of so many forces.

    Every row is followed by its copies, so that what was in order stays in order, whatever the size, without sorting.
    """
    with duckdb.connect() as connection:
        connection.execute("SET memory_limit = '2GB'")
        for table in TABLES.values():
            columns = ", ".join(_copied(name, forces) for name in table.names)
            rows = f"SELECT *, unnest(range({times})) AS copy FROM '{records}/{table.name}.parquet'"
            if table.name == "coverage":
                # What a force says of all its records, it says once.
                rows = f"FROM ({rows}) WHERE copy < {forces} OR occurrence_id NOT NULL OR person_id NOT NULL"
            connection.execute(
                f"COPY (SELECT {columns} FROM ({rows})) TO '{into}/{table.name}.parquet' "
                "(FORMAT parquet, COMPRESSION zstd)"
            )


def _copied(name: str, forces: int) -> str:
    if name in _IDS:
        return f'"{name}" || \'/\' || copy AS "{name}"'
    if name == "force" and forces > 1:
        return f'"force" || \' \' || (copy % {forces} + 1) AS "force"'
    return f'"{name}"'


@cache
def warm(room: Path, work: Work) -> None:
    """Have the engine's SQL compiled, which is done once a rulebook and kept."""
    say("compiling")
    once("engine", replace(work, records=delivery(room, _FEW)))


def count(records: Path, table: str) -> int:
    """How many rows a table has."""
    return int(duckdb.sql(f"SELECT count(*) FROM '{records}/{table}.parquet'").fetchall()[0][0])
