"""What a force's coverage may say on a later day without anything else changing: the same, up to a later end.

Each delivery says how far its feeds reach. A feed that reached the instant of the build is expected to reach that of
the next one; a feed that ended shortly before it, to end before the next one too. Rows about one occurrence are
records like any other and are not spoken of here.
"""

from collections import defaultdict
from collections.abc import Iterable
from datetime import datetime, timedelta
from pathlib import Path

import duckdb

from bounden.records import Coverage
from bounden.snapshots.rows import literal

#: A feed that ended longer ago than this has ended; a later end is news.
SHORTLY = timedelta(days=7)
_SECOND = timedelta(seconds=1)


def run_on(
    connection: duckdb.DuckDBPyConnection,
    records: Path,
    into: Path,
    *,
    as_of: datetime,
    until: datetime,
    since: datetime,
) -> None:
    """Write the coverage of `records` to the directory `into` as it is expected to stand at `until`.

    What ended before `since` has ended.
    """
    connection.execute(
        f"""COPY (SELECT * REPLACE (
            CASE WHEN occurrence_id IS NULL AND supplied AND to_at BETWEEN $since AND $until
            THEN CASE WHEN to_at >= $as_of THEN $until ELSE $before END ELSE to_at END AS to_at)
        FROM read_parquet({literal(records / "coverage.parquet")}))
        TO {literal(into / "coverage.parquet")} (FORMAT parquet)""",
        {"since": since, "until": until, "as_of": as_of, "before": until - _SECOND},
    )


def otherwise(
    before: Iterable[Coverage],
    after: Iterable[Coverage],
    *,
    as_of_before: datetime,
    as_of: datetime,
    until: datetime,
    since: datetime,
) -> set[str]:
    """The forces whose coverage says anything else than was expected.

    `before` and `after` are rows about whole forces, of a snapshot and of a later delivery.
    """
    ends_before, ends_after = _ends(before), _ends(after)

    def expected(one: datetime | None, other: datetime | None, supplied: bool) -> bool:
        if one is None or other is None:
            return one is other
        if one == other and (not supplied or one < since or one > until):
            return True
        return supplied and since <= one <= other <= until and (one >= as_of_before) == (other >= as_of)

    found = set()
    for row in ends_before.keys() | ends_after.keys():
        force, _, _, supplied, from_at, _ = row
        ends = ends_before.get(row, []), ends_after.get(row, [])
        new = from_at is not None and from_at >= as_of_before
        if new or len(ends[0]) != len(ends[1]) or not all(map(expected, *ends, [supplied] * len(ends[0]))):
            found.add(force)
    return found


_Row = tuple[str, str, str, bool, datetime | None, str | None]


def _ends(rows: Iterable[Coverage]) -> dict[_Row, list[datetime | None]]:
    """The ends of rows that are otherwise alike, in order."""
    found: dict[_Row, list[datetime | None]] = defaultdict(list)
    for row in rows:
        found[row.force, row.table, row.kind, row.supplied, row.from_at, row.person_id].append(row.to_at)
    return {row: sorted(ends, key=lambda end: end or datetime.max) for row, ends in found.items()}
