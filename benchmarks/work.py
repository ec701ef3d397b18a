"""What a contender is given to do."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property
from pathlib import Path

from benchmarks.plain_shape import PlainTest, plain_tests
from benchmarks.stripped import with_rules
from bounden.obligations.terms import Standard
from bounden.standards import RULEBOOK, parameters


@dataclass(frozen=True)
class Work:
    """The records, what to judge of them, and an empty directory for what is found.

    records: the nine tables. days: the table of days of the plain shape. only: the ids of the standards to judge by;
    none: all. memory: how much DuckDB may take, where a contender uses it. rules: of the standards only the tests with
    a plain shape, and with these of `RULES`; None: everything.
    """

    records: Path
    days: Path
    room: Path
    as_of: datetime
    only: tuple[str, ...] = ()
    memory: str = "4GB"
    rules: tuple[str, ...] | None = None

    @cached_property
    def standards(self) -> tuple[Standard, ...]:
        """The standards to judge by."""
        chosen = tuple(one for one in RULEBOOK if not one.proposed and (not self.only or one.id in self.only))
        return chosen if self.rules is None else with_rules(chosen, parameters(), self.as_of, self.rules)

    @cached_property
    def tests(self) -> tuple[PlainTest, ...]:
        """Their tests in the plain shape."""
        return plain_tests(self.standards, parameters(), self.as_of)

    @property
    def kinds(self) -> tuple[str, ...]:
        """The kinds of action that these tests read."""
        return tuple(sorted({kind for test in self.tests for kind in test.kinds}))

    def table(self, name: str) -> str:
        """The file of one of the nine tables."""
        return str(self.records / f"{name}.parquet")

    def found(self, test: PlainTest) -> str:
        """Where the obligations of a plain test are to be written."""
        return str(self.room / f"{test.name}.parquet")

    def files_found(self) -> Iterator[tuple[PlainTest, str]]:
        """Each plain test with the file of its obligations."""
        return ((test, self.found(test)) for test in self.tests)
