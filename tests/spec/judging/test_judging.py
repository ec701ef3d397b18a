"""The spec of judging: every row of the tables of this directory holds on both evaluators.

A table is a case file in short: what is `given`, what each row adds to it, and what the standard must conclude. Times
are written as in case files; `a .. b` is an interval. Each row is a force of its own, so that all rows can be judged as
one delivery.
"""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, fields
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest
import yaml

from bounden.engine.judging import judge
from bounden.ingest import case_files
from bounden.ingest.case_times import instant
from bounden.obligations.evaluator import evaluate
from bounden.obligations.obligation import Obligation
from bounden.obligations.outcome import outcome
from bounden.obligations.rules import LocalNumber
from bounden.obligations.span import Span
from bounden.records import Records
from bounden.standards import RULEBOOK, parameters
from bounden.standards.examples import as_if_in_force
from bounden.standards.local_numbers import read_local_numbers

HERE = Path(__file__).parent
STANDARDS = as_if_in_force(RULEBOOK)
LATER_THAN_EVERY_CASE = datetime(2028, 1, 1)  # each case is judged as of its own day
DEFAULTS = {"starts_at": "2026-03-04T10:00", "as_of": "+90d", "coverage": "complete"}  # a Wednesday in winter time
BODY = {
    "numbers",
    "source",
    "starts_at",
    "as_of",
    "coverage",
    "people",
    "places",
    "relationships",
    "residences",
    "occurrences",
}
SPANS = {"triggered", "due", "discharged", "withdrawn"}
TOLD = {*SPANS, "missing", "trigger"}
CHAPTER = {"title", "source", "meaning", "tables"}
TABLE = {"about", "standard", "given", "rows"}
ROW = {"why", "standard", "actions", "occurrence", "expect", *TOLD, *BODY}
EXPECTED = {"outcome", "person", "occurrence", "stage", *TOLD}


class Strict(yaml.BaseLoader):
    """Every scalar as text; a key given twice is refused."""

    def construct_mapping(self, node: Any, deep: bool = False) -> dict[Any, Any]:
        keys = [key.value for key, _ in node.value]
        assert len(keys) == len(set(keys)), f"a key is given twice{node.start_mark}"
        return super().construct_mapping(node, deep=deep)


@dataclass(frozen=True, eq=False)
class Row:
    """One row of a table as a case file, and what its standard must conclude of it."""

    case_id: str
    standard: str
    case: Mapping[str, Any]
    expected: tuple[Mapping[str, str], ...]
    numbers: Mapping[str, Any]

    def full(self, local: str) -> str | None:
        return None if local == "none" else f"{self.case_id}/{local}"

    def span(self, written: str) -> Span | None:
        if written == "none":
            return None
        starts_at = instant(str(self.case["starts_at"]), None)
        first, _, last = written.partition(" .. ")
        return Span(instant(first, starts_at).earliest, instant(last or first, starts_at).latest)


def known(found: Mapping[str, Any], keys: set[str], where: str) -> None:
    assert set(found) <= keys, f"{where}: {sorted(set(found) - keys)} not known here"


def chapters() -> list[tuple[str, dict[str, Any]]]:
    """The chapters, by name."""
    return [
        (path.stem, yaml.load(path.read_text(encoding="utf-8"), Loader=Strict)) for path in sorted(HERE.glob("*.yaml"))
    ]


def rows() -> list[tuple[str, Row]]:
    """Every row of every chapter, with its name."""
    found = []
    for name, chapter in chapters():
        known(chapter, CHAPTER, name)
        for place, table in enumerate(chapter["tables"], start=1):
            known(table, TABLE, f"{name}, table {place}")
            known(table.get("given", {}), BODY, f"{name}, table {place}")
            for number, row in enumerate(table["rows"], start=1):
                known(row, ROW, f"{name}, table {place}, row {number}")
                found.append((f"{name}: {row['why']}", read_row(f"{name}.{place}.{number}", table, row)))
    return found


def read_row(case_id: str, table: Mapping[str, Any], row: Mapping[str, Any]) -> Row:
    body = {**DEFAULTS, **table.get("given", {}), **{key: row[key] for key in row if key in BODY}}
    standard = row.get("standard") or table["standard"]
    told = {key: row[key] for key in row if key in TOLD}
    written = row["expect"]
    if isinstance(written, str):
        expected = [] if written == "none" else [{"outcome": written, **told}]
        assert written != "none" or not told, f"{case_id}: there is nothing to tell of no obligation"
    else:
        expected = written
        assert not told, f"{case_id}: what is told belongs to one of the expected obligations"
    for one in expected:
        known(one, EXPECTED, case_id)
    numbers = body.pop("numbers", {})
    case = {"case": case_id, "force": case_id, "summary": row["why"], **body, "occurrences": occurrences(body, row)}
    return Row(case_id, standard, case, tuple(expected), numbers)


def occurrences(body: Mapping[str, Any], row: Mapping[str, Any]) -> list[dict[str, Any]]:
    """Those of the table; `occurrence` changes the last one, actions go there or where `in` says."""
    found = [dict(one) for one in body["occurrences"]]
    found[-1].update(row.get("occurrence", {}))
    by_id = {one["id"]: one for one in found}
    for action in row.get("actions", []):
        target = by_id[action["in"]] if "in" in action else found[-1]
        target["actions"] = [*target.get("actions", []), {key: action[key] for key in action if key != "in"}]
    return found


def records_of(row: Row, directory: Path) -> Records:
    path = directory / "case.yaml"
    path.write_text(yaml.safe_dump(dict(row.case), sort_keys=False), encoding="utf-8")
    return case_files.read([path])[0].records()


def numbers_of(row: Row, directory: Path) -> tuple[LocalNumber, ...]:
    """The numbers of the row's own force, read from a file as a force writes it."""
    if not row.numbers:
        return ()
    always = {"reference": "policy", "why": "a reason.", "authorised_by": "an officer"}
    numbers = {name: [{**always, **entry} for entry in entries] for name, entries in row.numbers.items()}
    path = directory / "numbers.yaml"
    path.write_text(yaml.safe_dump({"force": row.case_id, "numbers": numbers}), encoding="utf-8")
    return read_local_numbers([path], parameters())


def summary(owed: Obligation) -> str:
    return f"{outcome(owed) or 'withdrawn'} {owed}"


def fits(row: Row, expected: Mapping[str, str], owed: Obligation) -> bool:
    """Whether an obligation is what was expected, in all that is told of it."""
    if (outcome(owed) or "withdrawn") != expected["outcome"]:
        return False
    if "missing" in expected and owed.missing != expected["missing"]:
        return False
    if "stage" in expected and owed.stage != expected["stage"]:
        return False
    ids = {"person": owed.person_id, "occurrence": owed.occurrence_id, "trigger": owed.trigger_id}
    if any(key in expected and row.full(expected[key]) != ids[key] for key in ids):
        return False
    return all(getattr(owed, key) == row.span(expected[key]) for key in SPANS if key in expected)


def hold(row: Row, found: list[Obligation]) -> None:
    """Each obligation of the row's standard is one expected, and each expected is there once."""
    left = [one for one in found if one.standard == row.standard]
    everything = "\n".join(map(summary, left)) or "no obligation"
    for expected in row.expected:
        match = next((one for one in left if fits(row, expected, one)), None)
        assert match is not None, f"{row.case_id}: expected {expected}, found\n{everything}"
        left.remove(match)
    assert not left, f"{row.case_id}: found, but not expected\n" + "\n".join(map(summary, left))


ROWS = rows()
each_row = pytest.mark.parametrize("row", [pytest.param(row, id=name) for name, row in ROWS])


@pytest.fixture(scope="session")
def records(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Records]:
    """The records of each row, by its case."""
    directory = tmp_path_factory.mktemp("judging")
    return {row.case_id: records_of(row, directory) for _, row in ROWS}


@pytest.fixture(scope="session")
def local(tmp_path_factory: pytest.TempPathFactory) -> dict[str, tuple[LocalNumber, ...]]:
    """The numbers of each row's own force, by its case."""
    directory = tmp_path_factory.mktemp("numbers")
    return {row.case_id: numbers_of(row, directory) for _, row in ROWS}


@pytest.fixture(scope="session")
def by_reference(records: dict[str, Records], local: dict[str, tuple[LocalNumber, ...]]) -> dict[str, list[Obligation]]:
    """What the reference evaluator finds, case by case."""
    return {
        case_id: evaluate(one, STANDARDS, parameters(), LATER_THAN_EVERY_CASE, local=local[case_id])
        for case_id, one in records.items()
    }


@pytest.fixture(scope="session")
def by_engine(records: dict[str, Records], local: dict[str, tuple[LocalNumber, ...]]) -> dict[str, list[Obligation]]:
    """What the engine finds in all cases as one delivery, by case."""
    together = Records(
        **{f.name: tuple(x for one in records.values() for x in getattr(one, f.name)) for f in fields(Records)}
    )
    found = defaultdict(list)
    own = tuple(number for numbers in local.values() for number in numbers)
    for owed in judge(together, STANDARDS, parameters(), LATER_THAN_EVERY_CASE, local=own):
        found[owed.force].append(owed)
    return found


@each_row
def test_row_holds_on_the_reference_evaluator(row: Row, by_reference: dict[str, list[Obligation]]) -> None:
    hold(row, by_reference[row.case_id])


@each_row
def test_row_holds_on_the_engine(row: Row, by_engine: dict[str, list[Obligation]]) -> None:
    hold(row, by_engine[row.case_id])


@each_row
def test_both_evaluators_store_the_same_of_every_standard(
    row: Row, by_reference: dict[str, list[Obligation]], by_engine: dict[str, list[Obligation]]
) -> None:
    assert by_engine[row.case_id] == by_reference[row.case_id]


@pytest.mark.parametrize(("name", "chapter"), chapters(), ids=[name for name, _ in chapters()])
def test_chapter_can_be_read(name: str, chapter: dict[str, Any]) -> None:
    assert chapter["title"]
    assert chapter["source"].startswith("record tests, ")
    assert chapter["meaning"].strip()
    whys = [row["why"] for table in chapter["tables"] for row in table["rows"]]
    assert all(whys)
    assert len(whys) == len(set(whys)), "two rows of a chapter say the same"
