"""Whether contenders found the same: counted and added up from what each wrote."""

import hashlib
from collections.abc import Container
from pathlib import Path
from typing import Any

import duckdb

from benchmarks.work import Work

#: For each test and outcome: how many obligations, and the sums of the instants (microseconds) and row numbers.
Sums = dict[tuple[str, str], tuple[Any, ...]]


class Disagreement(Exception):
    """Two contenders found different obligations."""


class Agreement:
    """Remembers what was found first and holds everything found later against it.

    plain: the contenders that judge the plain shape. `obligations` counts what each contender wrote.
    """

    def __init__(self, plain: Container[str]) -> None:
        self.obligations: dict[str, int] = {}
        self._plain = plain
        self._first: tuple[str, Sums] | None = None
        self._engine = ""

    def check(self, name: str, work: Work) -> None:
        """Count what a contender wrote. Raises Disagreement naming the first test on which two differ."""
        if name == "engine":
            self._check_engine(work.room / "obligations.parquet")
        if name not in self._plain:
            return
        found = sums(work)
        self.obligations[name] = sum(count for count, *_ in found.values())
        if self._first is None:
            self._first = (name, found)
        other, expected = self._first
        for which in sorted(expected.keys() | found.keys()):
            if expected.get(which) != found.get(which):
                test, outcome = which
                raise Disagreement(
                    f"{name} and {other} differ on {test}, {outcome}: {found.get(which)} and {expected.get(which)}"
                )

    def _check_engine(self, file: Path) -> None:
        self.obligations["engine"] = duckdb.sql(f"SELECT count(*) FROM '{file}'").fetchall()[0][0]
        with file.open("rb") as stream:
            digest = hashlib.file_digest(stream, "sha256").hexdigest()
        if self._engine and digest != self._engine:
            raise Disagreement("the engine wrote two different files from the same records")
        self._engine = digest


def sums(work: Work) -> Sums:
    """What was found, added up. Raises Disagreement where an obligation has no due instant."""
    found: Sums = {}
    for test, file in work.files_found():
        rows = duckdb.sql(
            f"""SELECT outcome, count(*), count(due_at), sum(epoch_us(triggered_at)), sum(epoch_us(due_at)),
                sum(epoch_us(met_at)), sum("trigger"), sum(evidence), sum("case")
            FROM '{file}' GROUP BY outcome"""
        ).fetchall()
        for outcome, count, due, *rest in rows:
            if due != count:
                raise Disagreement(f"{test.name} has obligations without a due instant")
            found[test.name, outcome] = (count, *rest)
    return found
