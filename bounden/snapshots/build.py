"""Building a snapshot: read a delivery, judge it, verify what came out, publish it.

A build is a pure function of the delivery, the rulebook, the evaluator and `as_of`: run twice, the same bytes. What
the store published before can make it faster and makes no difference to it.
"""

import dataclasses
import hashlib
import json
from collections.abc import Callable
from datetime import datetime, timedelta
from importlib.metadata import version
from pathlib import Path
from typing import Any

import duckdb

from bounden.ingest.account import Account
from bounden.ingest.delivery import Progress, deliver
from bounden.obligations.rules import LocalNumber, Rules
from bounden.snapshots import manifest as manifests
from bounden.snapshots.can_judge import FILE_NAME as CAN_JUDGE
from bounden.snapshots.can_judge import as_data as can_judge_data
from bounden.snapshots.can_judge import can_judge
from bounden.snapshots.evaluators import Judging, suited
from bounden.snapshots.kept_rulebook import FILE_NAME as KEPT_RULEBOOK
from bounden.snapshots.kept_rulebook import written
from bounden.snapshots.local import as_data as local_data
from bounden.snapshots.local import differences
from bounden.snapshots.outlook import keep
from bounden.snapshots.publish import building, publish
from bounden.snapshots.read import CASES, Snapshot
from bounden.snapshots.renewal import judge
from bounden.snapshots.rows import read_table, records_of, show
from bounden.snapshots.triggers import not_supplied
from bounden.snapshots.verify import OBLIGATIONS, RECORDS, outcome_counts, verify
from bounden.standards import RULEBOOK, RULEBOOK_VERSION, parameters, rules
from bounden.standards.version import canonical_text

_LIBRARIES = ("bounden", "duckdb", "ibis-framework", "pyarrow")


def build(
    delivery: Path,
    store: Path,
    *,
    as_of: datetime,
    engine: str | None = None,
    local: tuple[LocalNumber, ...] = (),
    ahead: timedelta = timedelta(0),
    full: bool = False,
    progress: Progress,
    tell: Callable[[str], None] = lambda said: None,
) -> Snapshot:
    """Build, verify and publish a snapshot of a delivery.

    `as_of` is naive UTC; `engine` is one of `EVALUATORS`, or none: the one that suits the size of the delivery; `local`
    holds the numbers of forces' own. Where the snapshot before looked ahead, only what the delivery touches is judged,
    unless `full`; `ahead` is how far this one is to look ahead. `tell` is told in a sentence what was judged, where
    that was not simply everything.
    Raises ingest.Refused with every reason, NotVerified, or StoreBusy; the store then publishes what it did before.
    """
    judged_by = rules(local)
    with building(store) as content:
        records = content / RECORDS
        records.mkdir()
        account = deliver(delivery, records, progress=progress)
        if (records / CASES).exists():
            (records / CASES).rename(content / CASES)
        progress("counting what it can show", 0, 0)
        _write_can_judge(content, judged_by, as_of)
        (content / KEPT_RULEBOOK).write_text(written(judged_by), encoding="utf-8")
        task = Judging(
            engine=engine or suited(account.rows["actions"]),
            rules=judged_by,
            records=records,
            obligations=content / OBLIGATIONS,
            as_of=as_of,
        )
        room = content.parent / "work"
        room.mkdir()
        judged = judge(task, store, room, ahead=ahead, full=full, progress=progress)
        progress("verifying", 0, 0)
        facts = _facts(content, delivery, account, as_of, task.engine, judged_by)
        snapshot_id = manifests.write(content, facts)["snapshot"]
        verify(content)
        progress("publishing", 0, 0)
        snapshot = Snapshot(publish(content, store, snapshot_id))
        if judged.outlook:
            keep(judged.outlook, store, snapshot_id)
        if judged.said:
            tell(judged.said)
        return snapshot


def _write_can_judge(content: Path, judged_by: Rules, as_of: datetime) -> None:
    with records_of(content / RECORDS) as connection:
        found = can_judge(connection, judged_by, as_of)
    text = json.dumps(can_judge_data(found), indent=1, ensure_ascii=False) + "\n"
    (content / CAN_JUDGE).write_text(text, encoding="utf-8")


def _facts(
    content: Path, delivery: Path, account: Account, as_of: datetime, engine: str, judged_by: Rules
) -> dict[str, Any]:
    with records_of(content / RECORDS) as connection:
        coverage = read_table(connection, "coverage")
        forces = {row[0] for row in connection.execute('SELECT DISTINCT "force" FROM occurrences').fetchall()}
    return {
        "as_of": manifests.instant(as_of),
        "engine": engine,
        "versions": {name: version(name) for name in _LIBRARIES},
        "rulebook": {"version": RULEBOOK_VERSION, "standards": len(RULEBOOK), "parameters_sha256": _parameters()},
        "local": local_data(judged_by.local, judged_by.parameters),
        "differences": differences(judged_by),
        "delivery": {each.file: manifests.sha256(delivery / each.file) for each in account.files},
        "account": dataclasses.asdict(account),
        "coverage_not_stated": sorted(forces - {row.force for row in coverage}),
        "triggers_not_supplied": [dataclasses.asdict(each) for each in not_supplied(RULEBOOK, coverage)],
        "outcomes": _outcomes(content / OBLIGATIONS),
    }


def _parameters() -> str:
    return hashlib.sha256(canonical_text(dict(parameters().by_name)).encode()).hexdigest()


def _outcomes(obligations: Path) -> dict[str, int]:
    with duckdb.connect(":memory:") as connection:
        show(connection, "held", obligations)
        return outcome_counts(connection, "held")
