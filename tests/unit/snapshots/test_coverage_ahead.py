"""What a force's coverage may say on a later day without anything else changing."""

from dataclasses import replace
from datetime import datetime, timedelta

import duckdb
import pytest

from bounden.ingest.table_files import arrow_of, write_table
from bounden.records import TABLES, Coverage
from bounden.snapshots.coverage_ahead import SHORTLY, otherwise, run_on
from bounden.snapshots.rows import read_table

BEFORE, NOW, UNTIL = (datetime(2026, 3, day, 10) for day in (1, 2, 15))
SINCE = BEFORE - SHORTLY
HOUR = timedelta(hours=1)


def row(to_at=None, **more):
    return Coverage(
        **{"force": "W", "source": "s", "table": "actions", "kind": "*", "supplied": True} | more, to_at=to_at
    )


def unexpected(before, after):
    return otherwise(before, after, as_of_before=BEFORE, as_of=NOW, until=UNTIL, since=SINCE)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (row(), row()),
        (row(BEFORE), row(NOW)),
        (row(BEFORE + HOUR), row(NOW + 3 * HOUR)),
        (row(BEFORE - HOUR), row(NOW - 5 * HOUR)),
        (row(BEFORE - HOUR), row(BEFORE - HOUR)),
        (row(NOW), row(NOW)),
        (row(SINCE - HOUR), row(SINCE - HOUR)),
        (row(UNTIL + HOUR), row(UNTIL + HOUR)),
        (row(BEFORE - HOUR, supplied=False), row(BEFORE - HOUR, supplied=False)),
        (row(source="s"), row(source="t", source_ref="r", recorded_at=NOW)),
    ],
)
def test_the_same_up_to_a_later_end_is_expected(before, after):
    assert unexpected([before], [after]) == set()
    assert unexpected([before, before], [after, after]) == set()


@pytest.mark.parametrize(
    ("before", "after", "why"),
    [
        ([row(NOW)], [row(BEFORE)], "an earlier end"),
        ([row(BEFORE)], [row(NOW - HOUR)], "it reached the build, and does not any more"),
        ([row(BEFORE)], [row(BEFORE)], "nor where it stands still"),
        ([row(BEFORE - HOUR)], [row(NOW)], "it did not reach the build, and now does"),
        ([row(BEFORE)], [row(UNTIL + HOUR)], "farther than was looked"),
        ([row(BEFORE)], [row()], "an end that is gone"),
        ([row()], [row(NOW)], "an end that was not there"),
        ([row(SINCE - HOUR)], [row(NOW - HOUR)], "what had ended goes on"),
        ([row(BEFORE - HOUR, supplied=False)], [row(NOW - HOUR, supplied=False)], "more is not supplied"),
        ([row(from_at=BEFORE)], [row(from_at=BEFORE)], "it begins only after the build before"),
        ([row()], [row(kind="found")], "another kind"),
        ([row()], [row(supplied=False)], "not supplied any more"),
        ([row()], [], "a row that is gone"),
        ([row()], [row(), row()], "a row more"),
        ([row()], [row(from_at=SINCE)], "another beginning"),
    ],
)
def test_anything_else_is_not(before, after, why):
    others = [replace(row(), force="X")]
    assert unexpected(before + others, after + others) == {"W"}, why


def test_feeds_that_reach_the_build_or_nearly_run_on(tmp_path):
    ends = {
        "reaches": (BEFORE, UNTIL),
        "beyond": (BEFORE + HOUR, UNTIL),
        "nearly": (BEFORE - HOUR, UNTIL - timedelta(seconds=1)),
        "ended": (SINCE - HOUR, SINCE - HOUR),
        "farther": (UNTIL + HOUR, UNTIL + HOUR),
        "open": (None, None),
    }
    rows = [row(end, kind=kind) for kind, (end, _) in ends.items()]
    fixed = [row(BEFORE, occurrence_id="o"), row(BEFORE, supplied=False, kind="not supplied")]
    (tmp_path / "later").mkdir()
    write_table(TABLES["coverage"], arrow_of(TABLES["coverage"], rows + fixed), tmp_path)
    with duckdb.connect(":memory:") as connection:
        run_on(connection, tmp_path, tmp_path / "later", as_of=BEFORE, until=UNTIL, since=SINCE)
        connection.execute(f"CREATE VIEW coverage AS FROM read_parquet('{tmp_path / 'later' / 'coverage.parquet'}')")
        found = set(read_table(connection, "coverage"))
    assert found == {row(end, kind=kind) for kind, (_, end) in ends.items()} | set(fixed)
