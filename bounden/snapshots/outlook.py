"""What time alone will change: kept beside a snapshot, so that the next build need not judge everything again.

As the days pass limits pass, nights come, visits fall due, and an uncertain time may reach farther. Nobody needs to
know which standard does what: the records are judged once more as of a later instant, as if nothing were added but
what the force's coverage says of that time. An owner – an occurrence, or a person with a duty about a flag – whose
stored rows are the same at both instants is *settled*: until then time alone does not change them. The others are
listed here. A row's outcome passes from pending to what it comes to and never back, and coverage only grows, so that
what is the same at both ends was not otherwise between them.

The outlook stands outside the snapshot: it says nothing of what the snapshot holds, and a snapshot with it is the same
as one without.
"""

import hashlib
import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass, replace
from datetime import datetime
from pathlib import Path
from typing import Any

import duckdb

from bounden.records import TABLES
from bounden.snapshots import manifest as manifests
from bounden.snapshots.coverage_ahead import run_on
from bounden.snapshots.evaluators import Judging, Progress
from bounden.snapshots.rows import literal

_ROOM = "outlook"
_OWNER = """"force", occurrence_id, CASE WHEN occurrence_id IS NULL THEN person_id END AS person_id"""


@dataclass(frozen=True, slots=True)
class Outlook:
    """Until when the settled obligations of a snapshot stand if nothing but time touches them.

    until: naive UTC, inclusive. since: coverage that ended no earlier was taken to run on. software: a hash of
    the code that judged. unsettled: the file of owners (force, occurrence_id, person_id).
    """

    until: datetime
    since: datetime
    software: str
    unsettled: Path


def look_ahead(
    connection: duckdb.DuckDBPyConnection,
    now: Judging,
    room: Path,
    *,
    until: datetime,
    since: datetime,
    owners: str = "true",
    progress: Progress,
) -> Path:
    """Judge records once more as of `until`, and write the owners for whom that makes a difference to a file.

    room: an empty directory. owners: a condition on obligations, in SQL, that narrows whom it is asked about.
    """
    later = replace(now, records=room / "records", obligations=room / "later.parquet", as_of=until)
    later.records.mkdir()
    for table in TABLES:
        if table != "coverage":
            (later.records / f"{table}.parquet").symlink_to((now.records / f"{table}.parquet").resolve())
    run_on(connection, now.records, later.records, as_of=now.as_of, until=until, since=since)
    later.run(progress)
    rows = [
        f"(SELECT * EXCLUDE (as_of) FROM read_parquet({literal(one.obligations)}) WHERE {owners})"
        for one in (now, later)
    ]
    differing = f"({rows[0]} EXCEPT {rows[1]}) UNION ALL ({rows[1]} EXCEPT {rows[0]})"
    into = room / "unsettled.parquet"
    query = f"SELECT DISTINCT {_OWNER} FROM ({differing}) ORDER BY ALL"
    connection.execute(f"COPY ({query}) TO {literal(into)} (FORMAT parquet)")
    return into


def keep(outlook: Outlook, store: Path, snapshot_id: str) -> None:
    """Keep the outlook of a snapshot in the store, and no other."""
    room = store / _ROOM
    room.mkdir(mode=0o700, exist_ok=True)
    for left in room.iterdir():
        left.unlink()
    unsettled = room / f"{snapshot_id}.parquet"
    outlook.unsettled.rename(unsettled)
    said = {**asdict(outlook), "unsettled": manifests.sha256(unsettled)}
    said |= {name: manifests.instant(said[name]) for name in ("until", "since")}
    text = json.dumps({**said, "sha256": _digest(said)}, indent=1) + "\n"
    (room / f"{snapshot_id}.json").write_text(text, encoding="utf-8")


def kept(store: Path, snapshot_id: str) -> Outlook | None:
    """The outlook of a snapshot; None where none is kept, or what is kept is damaged."""
    unsettled = store / _ROOM / f"{snapshot_id}.parquet"
    try:
        said = json.loads(unsettled.with_suffix(".json").read_text(encoding="utf-8"))
        whole = isinstance(said, dict) and said.pop("sha256", "") == _digest(said)
        if not whole or said["unsettled"] != manifests.sha256(unsettled):
            return None
    except (OSError, ValueError):
        return None
    moments = {name: _moment(said[name]) for name in ("until", "since")}
    return Outlook(**moments, software=said["software"], unsettled=unsettled)


def _moment(text: str) -> datetime:
    return datetime.fromisoformat(text.removesuffix("Z"))


def _digest(said: Mapping[str, Any]) -> str:
    return hashlib.sha256(json.dumps(said, sort_keys=True).encode()).hexdigest()
