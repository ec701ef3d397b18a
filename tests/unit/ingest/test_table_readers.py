"""Canonical tables as CSV and Parquet files: what is refused, where, and that every record is counted."""

from datetime import date, datetime

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from bounden.ingest.csv_tables import stage_csv
from bounden.ingest.parquet_tables import stage_parquet
from bounden.records import TABLES

HEAD = "force,source,person_id,date_of_birth,age_years,adult\n"


def staged(path, table):
    reader = stage_csv if path.suffix == ".csv" else stage_parquet
    result = reader(path, TABLES[table], lambda length: None)
    assert result.rows_in == sum(b.num_rows for b in result.batches) + len(result.refused)
    return result


@pytest.fixture
def csv(tmp_path):
    def stage(content, table="people"):
        path = tmp_path / f"{table}.csv"
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
        return staged(path, table)

    return stage


@pytest.fixture
def parquet(tmp_path):
    def stage(columns, table="people"):
        path = tmp_path / f"{table}.parquet"
        pq.write_table(pa.table(columns), path)
        return staged(path, table)

    return stage


def test_rows_in_any_order_of_columns(csv):
    result = csv("person_id,source,force\np1,niche,F\n")
    assert result.arrow().select(["force", "person_id", "physical_line"]).to_pylist() == [
        {"force": "F", "person_id": "p1", "physical_line": 2}
    ]
    assert (result.rows_in, result.refusals) == (1, [])


@pytest.mark.parametrize("tail", ["", "\n", "\r\n"])
def test_the_last_line_may_lack_its_end(csv, tail):
    assert csv(f"{HEAD}F,s,p1,,,{tail}").rows_in == 1


@pytest.mark.parametrize(
    ("content", "where"),
    [
        (HEAD + "F,s,p1,,\n", (2, "", "5 fields where the header names 6")),
        (HEAD + "F,s,p1,,,,\n", (2, "", "7 fields")),
        (HEAD + "F,s,p1,,,\n\nF,s,p2,,,\n", (3, "", "an empty line")),
        (HEAD + "F,s,p1,,,\n" + HEAD, (3, "", "repeated")),
        (HEAD + 'F,s,"p1,,,\n', (2, "", "never closed")),
        (HEAD + "F,s,p1,2010-02-30,,\n", (2, "date_of_birth", "no calendar")),
        (HEAD + "F,s,p1,,121,\n", (2, "age_years", "between 0 and 120")),
        (HEAD + "F,s,p1,,-1,\n", (2, "age_years", "between 0 and 120")),
        (HEAD + "F,s,p1,2010-01-01,13,\n", (2, "age_years", "no date_of_birth")),
        (HEAD + "F,s,p1,,13,true\n", (2, "adult", "contradicts")),
        (HEAD.encode() + b"F,s,p\xe9,,,\n", (2, "", "not UTF-8")),
        (HEAD.encode() + b"F,s,p\0,,,\n", (2, "", "NUL")),
    ],
)
def test_a_record_is_refused_with_its_line(csv, content, where):
    result = csv(content)
    line, column, reason = where
    assert any((r.line, r.column) == (line, column) and reason in r.reason for r in result.refusals), result.refusals
    assert len(result.refused) == 1


def test_lines_are_physical_and_records_are_not(csv):
    content = 'force,source,occurrence_id,kind,narrative\nF,s,o1,incident,"a\r\n""b""\n"\nF,s,o2,x,\n'
    result = csv(content, "occurrences")
    assert [(r.line, r.column) for r in result.refusals] == [(5, "kind")]
    assert result.rows_in == 2
    assert result.arrow()["narrative"].to_pylist() == ['a\r\n"b"\n']


@pytest.mark.parametrize(
    ("content", "reason", "records"),
    [
        ("", "the file is empty", 0),
        ("\ufeff", "the file is empty", 0),
        ("F,s,p1\nF,s,p2\n", "is the line of column names missing", 1),
        (HEAD.replace(",", ";") + "F;s;p1;;;\n", "separate columns by commas", 1),
        ("force,source,surname,person_id\nF,s,x,p1\n", "unknown column surname", 1),
        ("force,source,Sarah Jane Smith,person_id\nF,s,x,p1\n", "unknown column text of 16 characters", 1),
        ("force,source,person_id,person_id\nF,s,p1,p1\n", "column person_id is given twice", 1),
        ("force,person_id\nF,p1\n", "source: this column is required and missing", 1),
        ("force,source,person_id\0\nF,s,p1\n", "NUL", 1),
        ((HEAD + "F,s,p1,,,\n").encode("utf-16"), "UTF-16", 1),
    ],
)
def test_a_file_is_refused_with_all_its_records(csv, content, reason, records):
    result = csv(content)
    assert any(reason in str(r) for r in result.refusals), result.refusals
    assert (result.rows_in, len(result.refused), result.batches) == (records, records, [])


def test_all_reasons_of_a_file_at_once(csv):
    result = csv(HEAD + "F,s,,2010-99-01,x,\n,s,p1,,,maybe\n")
    assert sorted((r.line, r.column) for r in result.refusals) == [
        (2, "age_years"),
        (2, "date_of_birth"),
        (2, "person_id"),
        (3, "adult"),
        (3, "force"),
    ]
    assert (result.rows_in, len(result.refused)) == (2, 2)


@pytest.mark.parametrize(
    ("table", "content", "column", "reason"),
    [
        ("flags", "force,source,kind,person_id,place_id\nF,s,firearms,p,h\n", "person_id", "exactly one"),
        ("flags", "force,source,kind,person_id\nF,s,firearms,\n", "person_id", "exactly one"),
        (
            "flags",
            "force,source,kind,person_id,from_at,to_at\nF,s,warning,p,2023-01-02,2023-01-01\n",
            "to_at",
            "before",
        ),
        (
            "actions",
            "force,source,action_id,occurrence_id,kind,value\nF,s,a,o,visited,met\n",
            "value",
            "not_seen, seen",
        ),
        ("coverage", "force,source,table,kind,supplied\nF,s,acts,*,true\n", "table", "not a known word"),
        ("coverage", "force,source,table,kind,supplied\nF,s,flags,child_seen,true\n", "kind", "not a known word"),
        ("coverage", "force,source,table,kind,supplied\nF,s,flags,*,\n", "supplied", "is empty"),
        ("places", "force,source,place_id,latitude\nF,s,h,91\n", "latitude", "between -90 and 90"),
    ],
)
def test_what_must_hold_within_a_row(csv, table, content, column, reason):
    (refusal,) = csv(content, table).refusals
    assert (refusal.line, refusal.column) == (2, column)
    assert reason in refusal.reason


def test_a_value_that_a_kind_may_carry(csv):
    content = (
        "force,source,action_id,occurrence_id,kind,value\nF,s,a,o,visited,seen\nF,s,b,o,rationale_recorded,IC-12\n"
    )
    assert csv(content, "actions").refusals == []


PEOPLE = {"force": ["F", "F"], "source": ["s", "s"], "person_id": ["p1", "p2"]}


def test_parquet_with_types_and_with_text(parquet):
    result = parquet(
        {**PEOPLE, "date_of_birth": [date(2010, 1, 2), None], "age_years": ["", "13"], "adult": [None, False]}
    )
    assert result.refusals == []
    assert result.arrow().select(["date_of_birth", "age_years", "adult"]).to_pylist() == [
        {"date_of_birth": date(2010, 1, 2), "age_years": None, "adult": None},
        {"date_of_birth": None, "age_years": 13, "adult": False},
    ]


@pytest.mark.parametrize("unit", ["s", "ms", "us", "ns"])
@pytest.mark.parametrize(("zone", "hour"), [(None, 12), ("Europe/London", 11)])
def test_parquet_instants(parquet, unit, zone, hour):
    moment = pa.array([datetime(2023, 7, 6, hour)] * 2, pa.timestamp(unit, tz=zone))
    result = parquet({**PEOPLE, "recorded_at": moment})
    assert result.arrow()["recorded_at"].to_pylist() == [datetime(2023, 7, 6, hour)] * 2


@pytest.mark.parametrize(
    ("columns", "reason"),
    [
        ({"age_years": [1.5, 2.0]}, "age_years: holds double where whole number or text is expected"),
        ({"person_id": [1, 2]}, "person_id: holds int64 where text"),
        ({"recorded_at": [1, 2]}, "recorded_at: holds int64 where instant"),
        ({"adult": [1, 0]}, "adult: holds int64 where truth"),
        ({"surname": ["a", "b"]}, "unknown column surname"),
        ({"date_of_birth": [datetime(2010, 1, 1)] * 2}, "date_of_birth: holds timestamp"),
        ({"recorded_at": pa.array([1, 10**9], pa.timestamp("ns"))}, "recorded_at: holds fractions of a second"),
        ({"recorded_at": pa.array([10**15, 0], pa.timestamp("s"))}, "recorded_at: holds"),
        ({"person_id": [["p1"], ["p2"]]}, "person_id: holds list"),
    ],
)
def test_parquet_columns_that_are_refused(parquet, columns, reason):
    result = parquet({**PEOPLE, **columns})
    assert any(reason in str(r) for r in result.refusals), result.refusals


def test_a_parquet_record_is_named_by_its_number(parquet):
    (refusal,) = parquet({**PEOPLE, "age_years": [3, 300]}).refusals
    assert (refusal.line, refusal.column) == (2, "age_years")


def test_parquet_needs_its_required_columns(parquet):
    (refusal,) = parquet({"force": ["F"], "person_id": ["p"]}).refusals
    assert "source: this column is required and missing" in str(refusal)


def test_a_cut_parquet_file(tmp_path):
    path = tmp_path / "people.parquet"
    pq.write_table(pa.table({name: values * 5000 for name, values in PEOPLE.items()}), path)
    whole = path.read_bytes()
    for size in (0, 3, len(whole) // 2, len(whole) - 1):
        path.write_bytes(whole[:size])
        assert "cut off or damaged" in str(staged(path, "people").refusals[0])
    path.write_bytes(whole[:40] + bytes(60) + whole[100:])
    assert staged(path, "people").refusals
