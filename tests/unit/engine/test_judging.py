"""The two ways into the engine: files and rows give the same obligations, and the same files the same bytes."""

from datetime import datetime, timedelta
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from bounden.engine import evaluate, judge
from bounden.obligations.evaluator import evaluate as by_reference
from bounden.obligations.outcome import outcome
from bounden.records import TABLES, Action, Coverage, Involvement, Occurrence, Person, Records
from bounden.records.columns import Type
from bounden.standards import parameters, standard

REPORT = datetime(2024, 5, 1, 10)
AS_OF = REPORT + timedelta(days=30)
COMMON = {"force": "Force", "source": "test"}
STANDARDS = (standard("MC-06"), standard("MC-20"))
_ARROW = {
    Type.TEXT: pa.string(),
    Type.INSTANT: pa.timestamp("s"),
    Type.DATE: pa.date32(),
    Type.TRUTH: pa.bool_(),
    Type.WHOLE: pa.int64(),
    Type.DECIMAL: pa.float64(),
}


@pytest.fixture
def records() -> Records:
    episodes = [f"episode-{n:02}" for n in range(30)]
    return Records(
        people=(Person(person_id="child", age_years=13, **COMMON),),
        occurrences=tuple(
            Occurrence(occurrence_id=e, kind="missing", reported_at=REPORT, unit="East", **COMMON) for e in episodes
        ),
        involvements=tuple(
            Involvement(occurrence_id=e, person_id="child", role="missing_person", **COMMON) for e in episodes
        ),
        actions=tuple(
            Action(
                action_id=f"search-{n:02}",
                occurrence_id=e,
                kind="home_searched",
                happened_at=REPORT + timedelta(minutes=15 * n),
                **COMMON,
            )
            for n, e in enumerate(episodes)
        ),
        coverage=(Coverage(table="actions", kind="*", supplied=True, **COMMON),),
    )


@pytest.fixture
def directory(records: Records, tmp_path: Path) -> Path:
    for table in TABLES.values():
        rows = getattr(records, table.name)
        columns = {c.name: pa.array([getattr(r, c.name) for r in rows], _ARROW[c.type]) for c in table.columns}
        pq.write_table(pa.table(columns), tmp_path / f"{table.name}.parquet")
    return tmp_path


def test_rows_in_memory_are_judged_as_the_reference_does(records: Records) -> None:
    owed = judge(records, STANDARDS, parameters(), AS_OF)
    assert owed == by_reference(records, STANDARDS, parameters(), AS_OF)
    met = [outcome(o) for o in owed if o.standard == "MC-06"]
    assert met.count("met") == 17  # every 15 minutes up to 4 hours, the limit itself included
    assert met.count("late") == 13


def test_files_give_the_same_obligations_as_rows(records: Records, directory: Path, tmp_path: Path) -> None:
    evaluate(directory, STANDARDS, parameters(), AS_OF, tmp_path / "out.parquet")
    stored = pq.read_table(tmp_path / "out.parquet").to_pylist()
    owed = judge(records, STANDARDS, parameters(), AS_OF)
    assert [row["obligation_key"] for row in stored] == [o.key for o in owed]
    assert [row["outcome"] for row in stored] == [outcome(o) for o in owed]
    assert [row["due_at_latest"] for row in stored] == [o.due.latest for o in owed]


def test_the_same_files_give_the_same_bytes(directory: Path, tmp_path: Path) -> None:
    for name in ("one", "other"):
        evaluate(directory, STANDARDS, parameters(), AS_OF, tmp_path / name)
    assert (tmp_path / "one").read_bytes() == (tmp_path / "other").read_bytes()


def test_an_occurrence_of_tomorrow_owes_nothing_today(records: Records) -> None:
    assert judge(records, STANDARDS, parameters(), REPORT - timedelta(seconds=1)) == []


def test_progress_names_each_standard(directory: Path, tmp_path: Path) -> None:
    said: list[tuple[int, int, str]] = []
    evaluate(
        directory, STANDARDS, parameters(), AS_OF, tmp_path / "out.parquet", progress=lambda *told: said.append(told)
    )
    assert said == [(0, 2, "MC-06"), (1, 2, "MC-20")]


def test_a_limit_beyond_the_bank_holidays_has_no_due_instant() -> None:
    reported = datetime(2028, 12, 28, 9)
    late_year = Records(
        people=(Person(person_id="child", age_years=13, **COMMON),),
        occurrences=(
            Occurrence(occurrence_id="o", kind="incident", category="physical_abuse", reported_at=reported, **COMMON),
        ),
        involvements=(Involvement(occurrence_id="o", person_id="child", role="victim", **COMMON),),
    )
    (owed,) = judge(late_year, (standard("INV-06"),), parameters(), reported + timedelta(days=60))
    assert owed.due is None
    assert owed.missing == "feed bank holidays: not supplied"
