"""The plain shape of the rulebook: what a script of queries would make of it, derived from the standards themselves.

A plain test has triggers (the reports of the occurrences that it looks at, or rows of given kinds in them), a limit and
the kinds of action that discharge it. Every contender judges these same tests in the same way:

- A row is used if it was done, at an exact instant, not later than the day of judgement. An occurrence's own rows count
  only; whom they name is not asked.
- What must be done only where a condition holds is not asked for.
- BY: discharged at the first row of a kind named, with a value named, at or after the trigger. Where several things
  must be done, at the last of them. Rows of one instant: the first in the file counts.
- REC: the trigger and every later row of the kinds named begin an interval, which the next such row discharges.
- Due: trigger + minutes or hours, or the end of a local day, looked up for the trigger's day in a table of days.

What is left out (uncertain times, denials, coverage, who belongs to a set of people, conditions, excuses, causes that
end, explanations) is what the record tests add to it.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq

from bounden.obligations.clock.bank_holidays import BankHolidays
from bounden.obligations.judging.limits import Clock
from bounden.obligations.parameters import Limit, Parameters
from bounden.obligations.span import Span
from bounden.obligations.terms import (
    Doing,
    EachRow,
    First,
    Member,
    Report,
    Standard,
    Start,
    Test,
    Type,
    Within,
)

#: The first and last day of the table of days.
DAYS = (date(2019, 1, 1), date(2027, 1, 1))
_IN_DAYS = {"d", "d beginning with", "wd", "m"}

#: Kinds of action, each with the values that count; none named: any.
Rows = tuple[tuple[str, tuple[str, ...]], ...]


@dataclass(frozen=True, slots=True)
class PlainTest:
    """One test in its plain shape.

    ways: pairs of kinds and categories of the occurrences looked at; none named: any. An empty category is `other`.
    starts: "report", "first" (the first of the starting rows) or "each". else_report: the report where there is none.
    members: the things that must be done, each by any of its rows. limit: an amount of minutes, hours or days.
    """

    name: str
    standard: str
    recurring: bool
    ways: tuple[tuple[tuple[str, ...], tuple[str, ...]], ...]
    starts: str
    starting: Rows
    else_report: bool
    members: tuple[Rows, ...]
    limit: str

    @property
    def elapsed(self) -> timedelta | None:
        """The limit as a length of time; None if it is counted in days."""
        limit = Limit.parse(self.limit)
        return None if limit.unit in _IN_DAYS else limit.elapsed

    @property
    def kinds(self) -> tuple[str, ...]:
        """The kinds of action that the test reads."""
        return tuple(sorted({kind for rows in (self.starting, *self.members) for kind, _ in rows}))


def plain_tests(standards: Iterable[Standard], parameters: Parameters, as_of: datetime) -> tuple[PlainTest, ...]:
    """The tests that have a plain shape, of those in force on the day of judgement."""
    found = (plain_test(standard, test, parameters, as_of) for standard in standards for test in standard.tests)
    return tuple(test for test in found if test is not None)


def plain_test(standard: Standard, test: Test, parameters: Parameters, as_of: datetime) -> PlainTest | None:
    """A test in its plain shape; None if it has none or is not in force."""
    type_ = standard.type_of(test)
    if standard.proposed or not standard.in_force(test, as_of.date()):
        return None
    if type_ not in (Type.BY, Type.REC) or not isinstance(test.due, Within) or test.discharged_by is None:
        return None
    limit = parameters.limit(test.due.limit)
    starts = _starts(test.starts)
    members = [_rows_of(member) for member in test.discharged_by.members if member.when is None]
    recurring = type_ is Type.REC
    if starts is None or not members or None in members or test.after or test.paused_by:
        return None
    if limit.unit not in _IN_DAYS | {"min", "h"} or (recurring and (starts[0] == "each" or len(members) > 1)):
        return None
    return PlainTest(
        name=f"{standard.id}-{test.stage}" if test.stage else standard.id,
        standard=standard.id,
        recurring=recurring,
        ways=tuple((tuple(sorted(way.kinds)), tuple(sorted(way.categories))) for way in standard.scope_of(test).ways),
        starts=starts[0],
        starting=starts[1],
        else_report=starts[2],
        members=tuple(rows for rows in members if rows),
        limit=str(limit),
    )


def _rows_of(member: Member) -> Rows | None:
    """The rows that discharge a member; None where something else than a row would."""
    if not all(isinstance(one, Doing) for one in member.alternatives):
        return None
    return tuple((one.kind, tuple(sorted(one.values))) for one in member.alternatives if isinstance(one, Doing))


def _starts(start: Start) -> tuple[str, Rows, bool] | None:
    match start:
        case Report():
            return "report", (), True
        case First(kinds=kinds, values=values, else_report=else_report, otherwise=()):
            return "first", tuple((kind, tuple(sorted(values))) for kind in kinds), else_report
        case EachRow(kinds=kinds, values=values, denied_too=denied, else_report=False) if not denied:
            return "each", tuple((kind, tuple(sorted(values.get(kind, ())))) for kind in kinds), False
        case _:
            return None


def write_days(tests: Iterable[PlainTest], parameters: Parameters, to: Path) -> None:
    """Write the table of days: period, day (of the trigger) and due_at, by the product's own clock."""
    clock = Clock(parameters, BankHolidays.packaged())
    limits = sorted({test.limit for test in tests if test.elapsed is None})
    days = [DAYS[0] + timedelta(days=n) for n in range((DAYS[1] - DAYS[0]).days)]
    noons = [Span.exactly(datetime.combine(day, time(12))) for day in days]
    table = pa.table(
        {
            "period": pa.array([limit for limit in limits for _ in days], pa.string()),
            "day": pa.array(days * len(limits), pa.date32()),
            "due_at": pa.array(
                [clock.after(noon, limit).latest for limit in limits for noon in noons], pa.timestamp("us")
            ),
        }
    )
    pq.write_table(table, to)
