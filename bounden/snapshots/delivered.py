"""What a delivery holds, counted: rows by kind, fields left empty, and what it says of its own completeness."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

import duckdb

from bounden.obligations.judging.feeds import Feed, feed
from bounden.obligations.span import Span
from bounden.obligations.terms.scope import FLAG
from bounden.records import Coverage
from bounden.snapshots.rows import read_table

#: Kind and category of an occurrence; of a flag, FLAG and its kind.
Sort = tuple[str, str]

_OCCURRENCES = """
    SELECT "force", kind, coalesce(category, 'other'), count(*), count(*) FILTER (reported_at IS NULL),
        min(reported_at) FROM occurrences GROUP BY ALL"""
# A flag that somebody looks at is reported when it begins, so that it stands among the occurrences.
_FLAGS = f"""
    SELECT "force", '{FLAG}', kind, count(*), 0, min(from_at) FROM flags
    WHERE person_id IS NOT NULL AND from_at IS NOT NULL GROUP BY ALL"""
# A supervisor's role stands for a rank (record tests, 1.7).
_ACTIONS = """
    SELECT "force", kind, count(*) FILTER (done), count(*) FILTER (done AND value IS NULL),
        count(*) FILTER (done AND by_role IS NULL), count(*) FILTER (done AND by_id IS NULL),
        count(*) FILTER (done AND by_rank IS NULL AND by_role IS DISTINCT FROM 'supervisor'),
        count(*) FILTER (done AND person_id IS NULL) FROM actions GROUP BY ALL"""
_ACTION_FIELDS = ("value", "by_role", "by_id", "by_rank", "person_id")
_AGES = """
    SELECT "force", count(*),
        count(*) FILTER (date_of_birth IS NULL AND age_years IS NULL AND adult IS DISTINCT FROM true)
    FROM people GROUP BY ALL"""
_VEHICLES = """
    SELECT i."force", count(*), count(*) FILTER (i.vehicle IS NULL)
    FROM involvements i JOIN occurrences o USING ("force", occurrence_id)
    WHERE o.category = 'drink_drug_drive' GROUP BY ALL"""
# An occurrence that vouches for every kind is not counted again for single ones.
_OWN_COVERAGE = """
    WITH said AS (SELECT DISTINCT "force", occurrence_id, kind FROM coverage
        WHERE "table" = 'actions' AND supplied AND occurrence_id IS NOT NULL AND person_id IS NULL),
    everything AS (SELECT "force", occurrence_id FROM said WHERE kind = '*')
    SELECT o."force", s.kind, o.kind, coalesce(o.category, 'other'), count(*)
    FROM said s JOIN occurrences o USING ("force", occurrence_id)
    LEFT JOIN everything e USING ("force", occurrence_id)
    WHERE s.kind = '*' OR e.occurrence_id IS NULL GROUP BY ALL"""


@dataclass(frozen=True, slots=True)
class Filled:
    """Of so many rows, so many leave a field empty."""

    rows: int
    empty: int


@dataclass(slots=True)
class Delivered:
    """What one force delivered.

    occurrences, unreported: how many by sort, and without a report; done: done actions by kind; fields: by table, kind
    (empty: any) and column; stated: occurrences that vouch for a kind themselves, by kind and sort.
    """

    force: str
    first_report: datetime | None = None
    occurrences: dict[Sort, int] = field(default_factory=dict)
    unreported: dict[Sort, int] = field(default_factory=dict)
    done: dict[str, int] = field(default_factory=dict)
    fields: dict[tuple[str, str, str], Filled] = field(default_factory=dict)
    stated: dict[tuple[str, Sort], int] = field(default_factory=dict)
    coverage: list[Coverage] = field(default_factory=list)

    def feed(self, table: str, kind: str, sorts: Iterable[Sort], as_of: datetime) -> Feed:
        """Whether silence of a kind in these sorts of occurrence is omission, from the first report to `as_of`.

        Tables other than actions are read as complete unless they are said not to be supplied (contract, section 1).
        """
        rows = [row for row in self.coverage if row.table == table and (not kind or row.kind in ("*", kind))]
        begins = min(self.first_report or as_of, as_of)
        said = feed(rows, Span(begins, as_of))
        if table != "actions":
            return Feed.NOT_SUPPLIED if said is Feed.NOT_SUPPLIED else Feed.COMPLETE
        held = [sort for sort in sorts if sort in self.occurrences]
        vouched = sum(self.stated.get((each, sort), 0) for each in ("*", kind) for sort in held)
        everywhere = bool(held) and vouched == sum(self.occurrences[sort] for sort in held)
        return Feed.COMPLETE if everywhere and said is Feed.NOT_STATED else said


def delivered(connection: duckdb.DuckDBPyConnection) -> list[Delivered]:
    """What each force of a delivery holds, by name. `connection` holds the nine tables."""
    found: dict[str, Delivered] = {}

    def of(force: str) -> Delivered:
        return found.setdefault(force, Delivered(force))

    reports: dict[str, list[datetime]] = defaultdict(list)
    for force, kind, category, number, unreported, first in _rows(connection, f"{_OCCURRENCES} UNION ALL {_FLAGS}"):
        of(force).occurrences[kind, category] = number
        of(force).unreported[kind, category] = unreported
        reports[force] += [first] if first and kind != FLAG else []
    for force, kind, done, *empty in _rows(connection, _ACTIONS):
        of(force).done[kind] = done
        for column, number in zip(_ACTION_FIELDS, empty, strict=True):
            of(force).fields["actions", kind, column] = Filled(done, number)
    for force, rows, empty in _rows(connection, _AGES):
        of(force).fields["people", "", "date_of_birth"] = Filled(rows, empty)
    for force, rows, empty in _rows(connection, _VEHICLES):
        of(force).fields["involvements", "", "vehicle"] = Filled(rows, empty)
    for force, said, kind, category, number in _rows(connection, _OWN_COVERAGE):
        of(force).stated[said, (kind, category)] = number
    for row in read_table(connection, "coverage", "occurrence_id IS NULL AND person_id IS NULL"):
        of(row.force).coverage.append(row)
    for force, instants in reports.items():
        found[force].first_report = min(instants, default=None)
    return [found[force] for force in sorted(found)]


def _rows(connection: duckdb.DuckDBPyConnection, query: str) -> list[tuple[Any, ...]]:
    return connection.execute(query).fetchall()
