"""Judging a delivery: only what it touches since the snapshot before where that comes to the same, otherwise all of it.

It comes to the same where the snapshot before has an outlook that still holds, and the same rules and the same
software judge. In any doubt everything is judged.
"""

import hashlib
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from functools import cache
from importlib.metadata import version
from pathlib import Path

import duckdb

from bounden.ingest.delivery import Progress
from bounden.snapshots import manifest as manifests
from bounden.snapshots.anew import merge, write_seen
from bounden.snapshots.coverage_ahead import SHORTLY, otherwise
from bounden.snapshots.evaluators import Judging
from bounden.snapshots.evaluators import Progress as Tests
from bounden.snapshots.kept_rulebook import FILE_NAME as KEPT_RULEBOOK
from bounden.snapshots.local import as_data as local_data
from bounden.snapshots.neighbourhood import seen_by
from bounden.snapshots.outlook import Outlook, kept, look_ahead
from bounden.snapshots.read import NothingPublished, open_current
from bounden.snapshots.rows import read_table, records_of
from bounden.snapshots.touched import compare, owned_by, touched
from bounden.snapshots.verify import OBLIGATIONS, RECORDS

_PACKAGE = Path(__file__).parents[1]
_JUDGES = ("records", "obligations", "standards", "engine", "snapshots")
_LIBRARIES = ("duckdb", "ibis-framework", "pyarrow", "sqlglot")
_MEMORY = "4GB"
#: Where a larger part of the occurrences has to be read again, judging all of them takes no longer.
MOST = 0.5


class Doubt(Exception):
    """Why everything is to be judged; empty where nobody looked ahead."""


@dataclass(frozen=True, slots=True)
class Before:
    """The snapshot before: directory of records, file of obligations and instant (naive UTC), and its outlook."""

    records: Path
    obligations: Path
    as_of: datetime
    outlook: Outlook


@dataclass(frozen=True, slots=True)
class Result:
    """What was judged, in a sentence (empty: everything, as always), and what is known of the days ahead."""

    said: str
    outlook: Outlook | None


def judge(task: Judging, store: Path, room: Path, *, ahead: timedelta, full: bool, progress: Progress) -> Result:
    """Write the obligations of a delivery.

    task: what to judge, in the place where its snapshot is being built. store: where the snapshot before is published.
    room: an empty directory to work in. ahead: how far to look ahead, zero for not at all. full: judge everything.
    """
    try:
        return renewed(task, _before(task, store, full), room, look=bool(ahead), progress=progress)
    except Doubt as doubt:
        said = f"Judged everything: {doubt}." if str(doubt) else ""
    task.run(_told(progress, "judging"))
    if not ahead:
        return Result(said, None)
    until, since, told = task.as_of + ahead, task.as_of - SHORTLY, _told(progress, "looking ahead")
    with _working(room) as connection:
        unsettled = look_ahead(connection, task, _new(room / "ahead"), until=until, since=since, progress=told)
    return Result(said, Outlook(until=until, since=since, software=_software(), unsettled=unsettled))


def renewed(task: Judging, before: Before, room: Path, *, look: bool, progress: Progress, most: float = MOST) -> Result:
    """Write the obligations of a delivery: of those whom it touches judged anew, of the rest as they stood before.

    Raises Doubt where more than that part of the occurrences has to be read.
    """
    progress("comparing with the snapshot before", 0, 0)
    outlook = before.outlook
    with _working(room) as connection:
        compare(connection, before.records, task.records)
        touched_now = touched(connection, outlook, before.as_of, _with_other_coverage(before, task))
        seen = seen_by(connection, touched_now)
        every = _count(connection, "after_occurrences")
        if _delivered(connection, seen.occurrences) > most * every:
            raise Doubt("the delivery touches more than half of the occurrences")
        part = replace(task, records=room / "touched", obligations=room / "touched.parquet")
        write_seen(connection, seen, part.records)
        part.run(_told(progress, "judging"))
        owners = owned_by(touched_now)
        merge(
            connection,
            part.obligations,
            before.obligations,
            task.obligations,
            owners=owners,
            as_of_before=before.as_of,
            as_of=task.as_of,
        )
        if look:
            unsettled = look_ahead(
                connection,
                part,
                _new(room / "ahead"),
                until=outlook.until,
                since=outlook.since,
                owners=owners,
                progress=_told(progress, "looking ahead"),
            )
        anew = _delivered(connection, touched_now.occurrences)
    said = (
        f"Judged {anew:,} of {every:,} occurrences anew; the rest stands since the snapshot of "
        f"{manifests.instant(before.as_of)} (good until {manifests.instant(outlook.until)})."
    )
    return Result(said, replace(outlook, unsettled=unsettled) if look else None)


def _before(task: Judging, store: Path, full: bool) -> Before:
    """The published snapshot. Raises Doubt where it cannot be gone on from."""
    try:
        before = open_current(store)
    except (NothingPublished, manifests.ManifestUnreadable):
        raise Doubt from None
    outlook = kept(store, before.id)
    if outlook is None:
        raise Doubt
    if full:
        raise Doubt("as asked")
    if task.as_of < before.as_of:
        raise Doubt(f"the snapshot before is of a later instant, {manifests.instant(before.as_of)}")
    if task.as_of > outlook.until:
        raise Doubt(f"the snapshot before looked ahead to {manifests.instant(outlook.until)}")
    held = before.manifest
    same = {
        "evaluator": held["engine"] == task.engine,
        "rulebook": held["files"][KEPT_RULEBOOK]["sha256"] == manifests.sha256(task.records.parent / KEPT_RULEBOOK),
        "local number": held["local"] == local_data(task.rules.local, task.rules.parameters),
        "version of the software": outlook.software == _software(),
    }
    if others := [name for name, is_same in same.items() if not is_same]:
        raise Doubt(f"the snapshot before was judged by another {' and another '.join(others)}")
    if manifests.hashes(before.directory) != held["files"]:
        raise Doubt("the snapshot before was changed after it was built")
    return Before(before.directory / RECORDS, before.directory / OBLIGATIONS, before.as_of, outlook)


def _with_other_coverage(before: Before, task: Judging) -> set[str]:
    with records_of(before.records) as old, records_of(task.records) as new:
        return otherwise(
            *(read_table(each, "coverage", "occurrence_id IS NULL") for each in (old, new)),
            as_of_before=before.as_of,
            as_of=task.as_of,
            until=before.outlook.until,
            since=before.outlook.since,
        )


@cache
def _software() -> str:
    """A hash of the code that judges, the list of bank holidays with it, and the libraries it runs on."""
    files = sorted(
        path
        for package in _JUDGES
        for path in (_PACKAGE / package).rglob("*")
        if path.is_file() and "__pycache__" not in path.parts
    )
    parts = [f"{path.relative_to(_PACKAGE).as_posix()} {manifests.sha256(path)}" for path in files]
    parts += [f"{name} {version(name)}" for name in _LIBRARIES]
    return hashlib.sha256("\n".join(parts).encode()).hexdigest()


@contextmanager
def _working(room: Path) -> Iterator[duckdb.DuckDBPyConnection]:
    """A database that spills to `room` what does not fit in memory."""
    with duckdb.connect(str(room / "work.duckdb")) as connection:
        connection.execute(f"SET memory_limit = '{_MEMORY}'")
        connection.execute("SET temp_directory = $1", [str(room)])
        yield connection


def _new(directory: Path) -> Path:
    directory.mkdir()
    return directory


def _told(progress: Progress, doing: str) -> Tests:
    return lambda done, total, standard: progress(f"{doing}: {standard}", done, total)


def _delivered(connection: duckdb.DuckDBPyConnection, occurrences: str) -> int:
    """How many of a set of occurrences the delivery holds."""
    return _count(connection, f"""after_occurrences WHERE ("force", occurrence_id) IN (FROM {occurrences})""")


def _count(connection: duckdb.DuckDBPyConnection, relation: str) -> int:
    row = connection.execute(f"SELECT count(*) FROM {relation}").fetchone()
    return int(row[0]) if row else 0
