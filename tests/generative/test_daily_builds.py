"""What a build judges anew and takes from the snapshot before comes to what judging everything comes to, byte for byte.

BOUNDEN_DAILY_BUILDS says how many pairs of days; BOUNDEN_GENERATED_SEED chooses others.
"""

import os
from collections import Counter
from dataclasses import replace
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

import duckdb
import pytest
from changing_deliveries import TwoDays, of_invented_cases, of_worked_examples

from bounden.ingest.table_files import arrow_of, write_table
from bounden.records import TABLES, Records
from bounden.snapshots.coverage_ahead import SHORTLY
from bounden.snapshots.evaluators import Judging
from bounden.snapshots.outlook import Outlook, look_ahead
from bounden.snapshots.renewal import Before, renewed
from bounden.standards import rules

PAIRS = int(os.environ.get("BOUNDEN_DAILY_BUILDS", "6"))
SEED = int(os.environ.get("BOUNDEN_GENERATED_SEED", "1"))


def silent(*_):
    pass


def written(records: Records, directory: Path) -> Path:
    directory.mkdir()
    for name, table in TABLES.items():
        write_table(table, arrow_of(table, getattr(records, name)), directory)
    return directory


def judged(records: Path, into: Path, as_of) -> Judging:
    task = Judging("reference", rules(()), records, into, as_of)
    task.run(silent)
    return task


def builds(days: TwoDays, room: Path) -> tuple[Path, Path, Path]:
    """Obligations of the first day; of the second as a build of everything makes them; and as a daily build does."""
    before = judged(written(days.before, room / "before"), room / "before.parquet", days.as_of)
    full = judged(written(days.after, room / "after"), room / "full.parquet", days.later)
    span = {"until": days.until, "since": days.as_of - SHORTLY}
    for name in ("ahead", "work"):
        (room / name).mkdir()
    with duckdb.connect(":memory:") as connection:
        unsettled = look_ahead(connection, before, room / "ahead", **span, progress=silent)
    task = replace(full, obligations=room / "renewed.parquet")
    held = Before(before.records, before.obligations, days.as_of, Outlook(**span, software="", unsettled=unsettled))
    renewed(task, held, room / "work", look=True, progress=silent, most=1.0)
    return before.obligations, full.obligations, task.obligations


@cache
def compared(draw, number: int) -> tuple[str, Counter]:
    """What differs between the builds, in words, and how many rows are of which sort."""
    days = draw(SEED, number)
    with TemporaryDirectory() as place, duckdb.connect(":memory:") as connection:
        files = builds(days, Path(place))
        same = files[1].read_bytes() == files[2].read_bytes()
        for name, file in zip(("before", "everything", "renewed"), files, strict=True):
            connection.execute(f"CREATE TABLE {name} AS SELECT * FROM read_parquet('{file}')")
        only = "SELECT * FROM ((FROM {} EXCEPT FROM {}) ORDER BY obligation_key LIMIT 3)"
        differing = [
            f"{name}: {row}"
            for name, other in (("everything", "renewed"), ("renewed", "everything"))
            for row in connection.execute(only.format(name, other)).fetchall()
        ]
        sorts = connection.execute(
            """SELECT CASE WHEN e.obligation_key IS NULL THEN 'gone' WHEN b.obligation_key IS NULL THEN 'new'
                WHEN e.outcome IS DISTINCT FROM b.outcome THEN 'other outcome' ELSE 'same outcome' END, count(*)
            FROM everything e FULL JOIN before b USING (obligation_key) GROUP BY 1"""
        ).fetchall()
        words = (
            "" if same else "\n".join([f"{draw.__name__}({SEED}, {number}), {days.as_of} to {days.later}", *differing])
        )
        return words, Counter(dict(sorts))


@pytest.mark.parametrize("number", range(PAIRS))
@pytest.mark.parametrize("draw", [of_invented_cases, of_worked_examples])
def test_a_daily_build_comes_to_what_judging_everything_comes_to(draw, number):
    assert compared(draw, number)[0] == ""


@pytest.mark.parametrize("draw", [of_invented_cases, of_worked_examples])
def test_the_days_differ_in_every_way(draw):
    """A comparison of days that are alike proves nothing."""
    sorts = sum((compared(draw, number)[1] for number in range(PAIRS)), Counter())
    assert sorts.keys() == {"gone", "new", "other outcome", "same outcome"}
    assert min(sorts.values()) >= 2 * PAIRS, sorts
