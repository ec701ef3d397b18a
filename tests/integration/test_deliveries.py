"""Whole deliveries: taken in whole and the same each time, or refused whole."""

import csv
import hashlib
import json
from datetime import datetime
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from bounden.ingest import Refused, deliver
from bounden.records import TABLES

PUBLISHED = Path(__file__).parents[2] / "demonstration" / "published-cases"

TABLES_IN = {
    "people": "force,source,person_id,date_of_birth\nF,s,p1,2012-01-01\nF,s,p2,\nG,s,p1,\n",
    "places": "force,source,place_id,kind\nF,s,h1,home\n",
    "occurrences": "force,source,occurrence_id,kind,category,reported_at,place_id\n"
    "F,s,o2,incident,neglect,2023-07-06,h1\nF,s,o1,missing,,2023-03-06T18:00,\n",
    "involvements": "force,source,occurrence_id,person_id,role\nF,s,o1,p1,missing_person\nF,s,o2,p2,suspect\n",
    "actions": "force,source,action_id,occurrence_id,person_id,kind,happened_at\n"
    "F,s,a2,o1,,found,2023-03-06T22:00\nF,s,a1,o1,p1,child_seen,2023-03-06T23:00\n",
    "flags": "force,source,person_id,place_id,kind\nF,s,p1,,looked_after\nF,s,,h1,firearms\n",
    "relationships": "force,source,person_id,other_person_id,kind\nF,s,p2,p1,parent\n",
    "residences": "force,source,person_id,place_id\nF,s,p1,h1\n",
    "coverage": "force,source,table,kind,supplied,occurrence_id\nF,s,actions,*,true,\nF,s,actions,found,true,o1\n",
}


@pytest.fixture
def delivery(tmp_path):
    """Writes a delivery of the tables above, some of them replaced, and returns its directory."""

    def write(**replaced):
        directory = tmp_path / "delivery"
        directory.mkdir()
        for name, text in {**TABLES_IN, **replaced}.items():
            if text is not None:
                (directory / f"{name}.csv").write_text(text, newline="")
        return directory

    return write


def refused(directory, into):
    with pytest.raises(Refused) as error:
        deliver(directory, into)
    assert not into.exists() or not any(into.iterdir())
    return error.value


def test_all_nine_tables_in_declared_order_and_sorted(delivery, tmp_path):
    account = deliver(delivery(), tmp_path / "out")
    assert sorted(p.name for p in (tmp_path / "out").iterdir()) == sorted(f"{name}.parquet" for name in TABLES)
    for name, table in TABLES.items():
        assert tuple(pq.read_schema(tmp_path / "out" / f"{name}.parquet").names) == table.names
    occurrences = pq.read_table(tmp_path / "out" / "occurrences.parquet")
    assert occurrences.schema.field("reported_at").type == pa.timestamp("us")
    assert occurrences.select(["occurrence_id", "reported_at", "reported_at_latest"]).to_pylist() == [
        {"occurrence_id": "o1", "reported_at": datetime(2023, 3, 6, 18), "reported_at_latest": None},
        {
            "occurrence_id": "o2",
            "reported_at": datetime(2023, 7, 5, 23),
            "reported_at_latest": datetime(2023, 7, 6, 22, 59, 59),
        },
    ]
    people = pq.read_table(tmp_path / "out" / "people.parquet").select(["force", "person_id"]).to_pylist()
    assert people == [{"force": f, "person_id": p} for f, p in (("F", "p1"), ("F", "p2"), ("G", "p1"))]
    assert account.warnings == ()
    assert account.rows == {name: text.count("\n") - 1 for name, text in TABLES_IN.items()}
    assert account.adds_up


def hashes(directory):
    return {p.name: hashlib.sha256(p.read_bytes()).hexdigest() for p in directory.iterdir()}


def test_the_order_of_rows_and_columns_does_not_matter(delivery, tmp_path):
    directory = delivery()
    deliver(directory, tmp_path / "one")
    for path in directory.iterdir():
        with path.open(newline="") as file:
            header, *rows = list(csv.reader(file))
        with path.open("w", newline="") as file:
            csv.writer(file).writerows([reversed(row) for row in [header, *reversed(rows)]])
    deliver(directory, tmp_path / "two")
    assert hashes(tmp_path / "one") == hashes(tmp_path / "two")


def test_parquet_gives_the_same_bytes_as_csv(delivery, tmp_path):
    directory = delivery()
    deliver(directory, tmp_path / "one")
    (tmp_path / "again").mkdir()
    for name in TABLES:
        (tmp_path / "again" / f"{name}.parquet").write_bytes((tmp_path / "one" / f"{name}.parquet").read_bytes())
    deliver(tmp_path / "again", tmp_path / "two")
    assert hashes(tmp_path / "one") == hashes(tmp_path / "two")


def test_the_published_cases_are_delivered_alike_twice(tmp_path):
    account = deliver(PUBLISHED, tmp_path / "one")
    deliver(PUBLISHED, tmp_path / "two")
    assert hashes(tmp_path / "one") == hashes(tmp_path / "two")
    assert (account.rows_in, account.accepted, account.warnings) == (54, 54, ())
    said = json.loads((tmp_path / "one" / "cases.json").read_text("utf-8"))
    assert len(said) == 54
    case = said["met-2025-missing-14"]
    assert (case["verdict"], case["as_of"]) == ("criticised", "2024-10-02T21:00:00Z")
    assert case["source"]["url"].startswith("https://")
    assert {entry["standard"] for entry in case["expect"]} == {"MC-06", "MC-07", "MC-20"}
    for name, table in TABLES.items():
        assert pq.read_table(tmp_path / "one" / f"{name}.parquet").num_rows == account.rows[name], table


def test_rows_identical_in_all_columns_are_duplicates(delivery, tmp_path):
    # The second is written differently and means the same.
    actions = TABLES_IN["actions"] + "F,s,a1,o1,p1,child_seen,2023-03-06T23:00:00\n"
    flags = TABLES_IN["flags"] + "F,s,p1,,looked_after\nF,s,p1,,looked_after\n"
    account = deliver(delivery(actions=actions, flags=flags), tmp_path / "out")
    by_table = {file.table: (file.rows_in, file.accepted, file.duplicates) for file in account.files}
    assert by_table["actions"] == (3, 2, 1)
    assert by_table["flags"] == (4, 2, 2)
    assert pq.read_table(tmp_path / "out" / "flags.parquet").num_rows == 2


def test_an_id_with_other_content_refuses_all_rows_that_carry_it(delivery, tmp_path):
    row = "F,s,a1,o1,p1,child_seen,2023-03-06T23:00\n"
    actions = TABLES_IN["actions"] + row + row.replace("23:00", "23:30")
    error = refused(delivery(actions=actions), tmp_path / "out")
    assert [(r.file, r.line, r.column) for r in error.refusals] == [("actions.csv", n, "action_id") for n in (3, 4, 5)]
    account = {file.table: file for file in error.account.files}["actions"]
    assert (account.rows_in, account.accepted, account.refused, account.duplicates) == (4, 1, 3, 0)


def test_the_same_id_in_another_force_is_another_row(delivery, tmp_path):
    deliver(delivery(), tmp_path / "out")
    assert pq.read_table(tmp_path / "out" / "people.parquet").num_rows == 3


@pytest.mark.parametrize(
    ("table", "row", "column"),
    [
        ("occurrences", "F,s,o3,incident,,,nowhere\n", "place_id"),
        ("involvements", "F,s,o9,p1,witness\n", "occurrence_id"),
        ("involvements", "F,s,o1,p9,witness\n", "person_id"),
        ("involvements", "G,s,o1,p1,witness\n", "occurrence_id"),
        ("actions", "F,s,a9,o9,,found,\n", "occurrence_id"),
        ("actions", "F,s,a9,o1,p9,found,\n", "person_id"),
        ("flags", "F,s,p9,,firearms\n", "person_id"),
        ("flags", "F,s,,h9,firearms\n", "place_id"),
        ("relationships", "F,s,p9,p1,parent\n", "person_id"),
        ("relationships", "F,s,p1,p9,parent\n", "other_person_id"),
        ("residences", "F,s,p9,h1\n", "person_id"),
        ("residences", "F,s,p1,h9\n", "place_id"),
        ("coverage", "F,s,actions,*,true,o9\n", "occurrence_id"),
    ],
)
def test_a_reference_to_nothing_is_refused(delivery, tmp_path, table, row, column):
    text = TABLES_IN[table] + row
    error = refused(delivery(**{table: text}), tmp_path / "out")
    (refusal,) = error.refusals
    assert (refusal.file, refusal.line, refusal.column) == (f"{table}.csv", text.count("\n"), column)
    assert error.account.adds_up


def test_rows_that_refer_to_a_refused_row_are_not_blamed_for_it(delivery, tmp_path):
    error = refused(delivery(people=TABLES_IN["people"].replace("2012-01-01", "2012-01-32")), tmp_path / "out")
    assert [(r.file, r.column) for r in error.refusals] == [("people.csv", "date_of_birth")]


def test_rows_that_refer_to_an_id_with_two_contents_are_not_blamed_for_it(delivery, tmp_path):
    error = refused(delivery(people=TABLES_IN["people"] + "F,s,p1,2013-01-01\n"), tmp_path / "out")
    assert [(r.file, r.line) for r in error.refusals] == [("people.csv", 2), ("people.csv", 5)]


def test_two_counts_that_differ_refuse_the_file(delivery, tmp_path, monkeypatch):
    monkeypatch.setattr("bounden.ingest.csv_tables.count_by_csv_module", lambda path: 4)
    error = refused(delivery(flags=None, places=None, residences=None, coverage=None), tmp_path / "out")
    reasons = {r.file: r.reason for r in error.refusals}
    assert reasons["involvements.csv"] == "2 records by our count, 3 by the csv module's, 2 taken in"
    assert "people.csv" not in reasons


@pytest.mark.parametrize("people", ["", "force,source,person_id\nF,s\n", "force,source,person_id\nF,s,\n"])
def test_references_are_not_blamed_on_ids_that_could_not_be_read(delivery, tmp_path, people):
    error = refused(delivery(people=people), tmp_path / "out")
    assert {r.file for r in error.refusals} == {"people.csv"}


def test_all_reasons_of_all_files_at_once(delivery, tmp_path):
    directory = delivery(
        people=TABLES_IN["people"].replace("2012-01-01", "soon"),
        actions=TABLES_IN["actions"].replace("found", "fond"),
        flags=TABLES_IN["flags"].replace("kind", "sort"),
    )
    files = {r.file for r in refused(directory, tmp_path / "out").refusals}
    assert files == {"people.csv", "actions.csv", "flags.csv"}


def test_absent_tables_are_said_aloud(delivery, tmp_path):
    account = deliver(delivery(coverage=None, flags=None), tmp_path / "out")
    assert account.warnings[0].startswith("NO COVERAGE")
    assert "flags" in account.warnings[1]
    assert pq.read_table(tmp_path / "out" / "coverage.parquet").num_rows == 0


def test_what_a_directory_may_hold(delivery, tmp_path):
    directory = delivery()
    (directory / "README.md").write_text("remarks")
    deliver(directory, tmp_path / "one")
    (directory / "crimes.csv").write_text("a,b\n")
    (directory / "notes.txt").write_text("x")
    (directory / "people.parquet").write_text("x")
    (directory / "inner").mkdir()
    (directory / "places.yaml").symlink_to(directory / "places.csv")
    reasons = {r.file: r.reason for r in refused(directory, tmp_path / "two").refusals}
    assert "named after no table" in reasons["crimes.csv"]
    assert "neither" in reasons["notes.txt"]
    assert "twice" in reasons["people.parquet"]
    assert "no plain file" in reasons["inner"]
    assert "no plain file" in reasons["places.yaml"]


def test_case_files_and_tables_are_never_mixed(delivery, tmp_path):
    directory = delivery()
    (directory / "case.yaml").write_bytes((PUBLISHED / "met-2025-missing-14.yaml").read_bytes())
    (refusal,) = refused(directory, tmp_path / "out").refusals
    assert "deliver them separately" in refusal.reason


def test_one_refused_case_file_refuses_the_delivery(tmp_path):
    directory = tmp_path / "cases"
    directory.mkdir()
    good = (PUBLISHED / "met-2025-missing-14.yaml").read_text("utf-8")
    (directory / "good.yaml").write_text(good)
    (directory / "bad.yaml").write_text(good.replace("kind: missing", "kind: lost").replace("case: met", "case: other"))
    error = refused(directory, tmp_path / "out")
    assert [(r.file, r.column) for r in error.refusals] == [("bad.yaml", "kind")]
    assert (error.account.rows_in, error.account.accepted, error.account.refused) == (2, 1, 1)


def test_an_empty_directory_and_no_directory(tmp_path):
    (tmp_path / "empty").mkdir()
    refused(tmp_path / "empty", tmp_path / "out")
    with pytest.raises(NotADirectoryError):
        deliver(tmp_path / "absent", tmp_path / "out")


def test_records_are_not_written_over_others(delivery, tmp_path):
    (tmp_path / "out").mkdir()
    (tmp_path / "out" / "kept.txt").write_text("x")
    with pytest.raises(FileExistsError):
        deliver(delivery(), tmp_path / "out")
    assert (tmp_path / "out" / "kept.txt").read_text() == "x"


def test_a_write_that_fails_leaves_nothing(delivery, tmp_path, monkeypatch):
    def fail_late(table, rows, directory):
        (directory / f"{table.name}.parquet").write_bytes(b"x")
        if table.name == "flags":
            raise OSError("no space left")

    monkeypatch.setattr("bounden.ingest.delivery.write_table", fail_late)
    (tmp_path / "out").mkdir()
    with pytest.raises(OSError, match="no space"):
        deliver(delivery(), tmp_path / "out")
    assert list((tmp_path / "out").iterdir()) == []


def test_progress_counts_the_bytes_that_are_read(delivery, tmp_path):
    heard = []
    directory = delivery()
    deliver(directory, tmp_path / "out", progress=lambda *told: heard.append(told))
    reading = [(done, total) for stage, done, total in heard if stage.startswith("reading")]
    assert reading[-1] == (reading[-1][1],) * 2
    assert reading[-1][1] == sum(p.stat().st_size for p in directory.iterdir())
    assert heard[-1] == ("written", 9, 9)


def test_a_refusal_shows_no_value(delivery, tmp_path):
    secret = "Featherstonehaugh"
    directory = delivery(
        people=f"force,source,person_id,date_of_birth\n{secret} ,s,p1,{secret}\nF,s,p2,,{secret}\n",
        actions=TABLES_IN["actions"].replace("found", secret),
        flags=f"{secret} x,{secret}\n",
    )
    error = refused(directory, tmp_path / "out")
    assert len(error.refusals) >= 5
    assert secret not in "\n".join(map(str, error.refusals))
