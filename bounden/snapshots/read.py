"""Reading what is published: one snapshot, never changed, read-only."""

import json
from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime
from functools import cached_property
from pathlib import Path
from threading import Lock
from typing import Any

import duckdb

from bounden.obligations.evaluator import evaluate
from bounden.obligations.explain import Explanation, explained
from bounden.obligations.outcome import outcome
from bounden.obligations.rules import Rules
from bounden.records import TABLES, Records
from bounden.snapshots import manifest as manifests
from bounden.snapshots.can_judge import FILE_NAME as CAN_JUDGE
from bounden.snapshots.can_judge import OfForce
from bounden.snapshots.can_judge import of_data as can_judge_of
from bounden.snapshots.kept_rulebook import FILE_NAME as KEPT_RULEBOOK
from bounden.snapshots.kept_rulebook import kept
from bounden.snapshots.local import of_data
from bounden.snapshots.neighbourhood import around, around_person
from bounden.snapshots.publish import CURRENT
from bounden.snapshots.rows import read_records, show
from bounden.snapshots.verify import OBLIGATIONS, RECORDS
from bounden.standards import RULEBOOK_VERSION, parameters, rules

CASES = "cases.json"


class NothingPublished(Exception):
    """The store holds no snapshot to read. The message says what to do."""


class UnknownKey(KeyError):
    """No obligation of the snapshot has this key."""

    def __str__(self) -> str:
        return str(self.args[0])


class Outdated(Exception):
    """The snapshot was judged by another rulebook, and this one judges the obligation otherwise."""


class Snapshot:
    """A published snapshot. May be shared between threads."""

    def __init__(self, directory: Path) -> None:
        """Raises manifest.ManifestUnreadable, and NothingPublished where a file that the manifest names is gone."""
        self.directory = directory
        self.manifest: Mapping[str, Any] = manifests.read(directory)
        for name, facts in self.manifest["files"].items():
            path = directory / name
            if not path.is_file() or path.stat().st_size != facts["bytes"]:
                raise NothingPublished(f"{path} is missing or cut short: build the snapshot again")
        self._opening = Lock()

    @property
    def id(self) -> str:
        return str(self.manifest["snapshot"])

    @property
    def as_of(self) -> datetime:
        """The instant at which the build judged, naive UTC."""
        return datetime.fromisoformat(str(self.manifest["as_of"]).removesuffix("Z"))

    def connection(self) -> duckdb.DuckDBPyConnection:
        """A cursor of an in-memory database with the views `obligations` and the nine tables over the files.

        It can read the snapshot's files and nothing else. `obligations.outcome` is that of the build's `as_of`, empty
        where the obligation is withdrawn.
        """
        with self._opening:
            return self._database.cursor()

    @cached_property
    def _database(self) -> duckdb.DuckDBPyConnection:
        directory = self.directory.resolve()
        database = duckdb.connect(
            ":memory:",
            config={"autoinstall_known_extensions": False, "autoload_known_extensions": False},
        )
        files = {"obligations": OBLIGATIONS, **{table: f"{RECORDS}/{table}.parquet" for table in TABLES}}
        for view, file in files.items():
            show(database, view, directory / file)
        database.execute("SET allowed_directories = [?]", [f"{directory}/"])
        database.execute("SET enable_external_access = false")
        database.execute("SET lock_configuration = true")
        return database

    def records(self) -> Records:
        """Every row of the snapshot."""
        return read_records(self.connection())

    def records_about(self, force: str, occurrence_id: str) -> Records:
        """Everything needed to judge or show one occurrence (see `neighbourhood`)."""
        return around(self.connection(), force, occurrence_id)

    def obligation(self, key: str) -> dict[str, Any]:
        """One obligation's columns. Raises UnknownKey."""
        found = self.connection().execute("SELECT * FROM obligations WHERE obligation_key = ?", [key])
        columns = [column[0] for column in found.description or ()]
        row = found.fetchone()
        if row is None:
            raise UnknownKey(f"no obligation of snapshot {self.id} has the key {key}")
        return dict(zip(columns, row, strict=True))

    def explain(self, key: str) -> Explanation:
        """Why one obligation has its outcome at the build's `as_of`, judged again from the rows that it rests on.

        Raises UnknownKey; Outdated where the rulebook of today does not make the obligation any more.
        """
        stored = self.obligation(key)
        if stored["occurrence_id"] is None:
            near = around_person(self.connection(), stored["force"], stored["person_id"])
        else:
            near = self.records_about(stored["force"], stored["occurrence_id"])
        rules = self.rules
        judged = evaluate(near, rules.standards, rules.parameters, self.as_of, local=rules.local)
        owed = next((each for each in judged if each.key == key), None)
        if owed is None or outcome(owed) != stored["outcome"]:
            raise Outdated(
                f"snapshot {self.id} was judged by rulebook {self.manifest['rulebook']['version']}, and by this one, "
                f"{RULEBOOK_VERSION}, obligation {key} is judged otherwise: build the snapshot again"
            )
        return explained(owed)

    @cached_property
    def rules(self) -> Rules:
        """The rulebook of today with the numbers of forces' own that the build was given.

        Raises Outdated where the rulebook does not know one of them any more.
        """
        try:
            return rules(of_data(self.manifest["local"], parameters()))
        except KeyError as error:
            raise Outdated(
                f"snapshot {self.id} was judged by a force's own number {error}, which the rulebook of today does not "
                "have: build the snapshot again with local numbers of today"
            ) from error

    @property
    def differences(self) -> Mapping[str, str]:
        """What forces' own numbers decided, in words, by the version of the standard that an obligation carries.

        As the build said it: a later edition of the rulebook names the versions otherwise.
        """
        said: Mapping[str, str] = self.manifest["differences"]
        return said

    @cached_property
    def judged_by(self) -> Rules:
        """The rules that the snapshot was judged by, as it keeps them. Raises kept_rulebook.RulebookUnreadable."""
        _, kept_rules = kept(self.directory / KEPT_RULEBOOK)
        return replace(kept_rules, local=of_data(self.manifest["local"], kept_rules.parameters))

    @cached_property
    def cases(self) -> Mapping[str, dict[str, Any]]:
        """What case files said beside their records, by case id; empty where the delivery held tables."""
        path = self.directory / CASES
        if not path.exists():
            return {}
        found: dict[str, dict[str, Any]] = json.loads(path.read_text(encoding="utf-8"))
        return found

    @cached_property
    def can_judge(self) -> tuple[OfForce, ...]:
        """What the records of each force can judge, as it was counted before anything was judged."""
        return can_judge_of(json.loads((self.directory / CAN_JUDGE).read_text(encoding="utf-8")))

    def case(self, case_id: str) -> dict[str, Any] | None:
        """What one case file said beside its records: summary, source, verdict, expectations."""
        return self.cases.get(case_id)


def open_current(store: Path) -> Snapshot:
    """The snapshot that the store publishes now. Raises NothingPublished and manifest.ManifestUnreadable."""
    try:
        snapshot_id = (store / CURRENT).read_text(encoding="ascii").strip()
    except (FileNotFoundError, NotADirectoryError) as error:
        raise NothingPublished(
            f"no snapshot is published in {store}: make one with bounden build EXTRACTS --out {store}"
        ) from error
    directory = store / snapshot_id
    if not snapshot_id or directory.parent != store or not directory.is_dir():
        raise NothingPublished(f"{store / CURRENT} names a snapshot that is not there: build it again")
    return Snapshot(directory)
