"""What would change: a snapshot's records judged once more by other rules, beside what the snapshot holds."""

import tempfile
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path

import duckdb
import pyarrow as pa

from bounden.obligations.parameters import Value
from bounden.obligations.rules import LocalNumber, Rules
from bounden.snapshots.evaluators import EVALUATORS, Progress
from bounden.snapshots.kept_rulebook import RulebookUnreadable
from bounden.snapshots.read import Snapshot
from bounden.snapshots.rows import show
from bounden.snapshots.verify import OBLIGATIONS, RECORDS

_COMPARED = ("obligation_key", "outcome", "due_at", "due_at_latest")
#: As an outcome: there is no such obligation; its cause ended before the limit.
NONE, WITHDRAWN = "none", "withdrawn"


@dataclass(frozen=True, slots=True)
class Replay:
    """What the other rules make of the records, beside what the snapshot holds.

    before, after: the number of obligations. changes: a row for every obligation that comes, goes, or has another
    outcome or limit, in the order of standard, force and occurrence; with `<column>_before` and `<column>_after`.
    """

    before: int
    after: int
    changes: pa.Table


def with_local(rules: Rules, local: Iterable[LocalNumber]) -> Rules:
    """The rules with these numbers of forces' own, which go before all that a force of them had.

    Raises RulebookUnreadable where the rules have no such number.
    """
    given = tuple(local)
    forces = {number.force.lower() for number in given}
    unknown = sorted({number.name for number in given} - set(rules.parameters.by_name))
    if unknown:
        raise RulebookUnreadable(f"that rulebook has no number {', '.join(unknown)}, which a force of these has set")
    held = tuple(number for number in rules.local if number.force.lower() not in forces)
    return replace(rules, local=held + given)


def with_value(rules: Rules, name: str, value: Value, force: str = "") -> Rules:
    """The rules as if a number had another value at all times: for one force, or for every one."""
    others = tuple(
        number for number in rules.local if number.name != name or (force and number.force.lower() != force.lower())
    )
    if force:
        own = LocalNumber(force=force, name=name, value=value, reference="what if")
        return replace(rules, local=(*others, own))
    changed = replace(rules.parameters.by_name[name], value=value)
    return replace(rules, parameters=rules.parameters.having(changed), local=others)


def replay(snapshot: Snapshot, rules: Rules, as_of: datetime | None = None, *, progress: Progress) -> Replay:
    """Judge the records of a snapshot by other rules, as of its own instant or another (naive UTC), and compare."""
    evaluate = EVALUATORS[snapshot.manifest["engine"]]
    records = snapshot.directory / RECORDS
    moment = as_of or snapshot.as_of
    with tempfile.TemporaryDirectory(prefix="bounden-") as room, duckdb.connect(":memory:") as connection:
        before, after = snapshot.directory / OBLIGATIONS, Path(room) / "after.parquet"
        if moment != snapshot.as_of:
            before = Path(room) / "before.parquet"
            evaluate(records, before, snapshot.judged_by, moment, progress)
        evaluate(records, after, rules, moment, progress)
        show(connection, "before", before)
        show(connection, "after", after)
        return Replay(
            before=_count(connection, "before"),
            after=_count(connection, "after"),
            changes=connection.execute(_CHANGES).to_arrow_table(),
        )


def _count(connection: duckdb.DuckDBPyConnection, name: str) -> int:
    row = connection.execute(f"SELECT count(*) FROM {name}").fetchone()
    return int(row[0]) if row else 0


def _outcome(side: str) -> str:
    return f"CASE WHEN {side}.obligation_key IS NULL THEN '{NONE}' ELSE coalesce({side}.outcome, '{WITHDRAWN}') END"


_CHANGES = f"""
    SELECT obligation_key, coalesce(after.standard, before.standard) AS standard,
           coalesce(after.stage, before.stage) AS stage, coalesce(after."force", before."force") AS "force",
           coalesce(after.occurrence_id, before.occurrence_id) AS occurrence_id,
           coalesce(after.person_id, before.person_id) AS person_id,
           {_outcome("before")} AS outcome_before, {_outcome("after")} AS outcome_after,
           before.due_at AS due_at_before, after.due_at AS due_at_after,
           before.due_at_latest AS due_at_latest_before, after.due_at_latest AS due_at_latest_after
    FROM before FULL JOIN after USING (obligation_key)
    WHERE {" OR ".join(f"before.{name} IS DISTINCT FROM after.{name}" for name in _COMPARED)}
    ORDER BY standard, stage, "force", occurrence_id, person_id, obligation_key"""
