"""Splitting a CSV file into physical records, and counting them."""

import csv
import random

import pytest

from bounden.ingest import physical_records as module
from bounden.ingest.physical_records import LineTooLongError, count_by_csv_module, physical_records


@pytest.fixture
def split(tmp_path):
    def records(content):
        path = tmp_path / "table.csv"
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
        return list(physical_records(path, lambda length: None))

    return records


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        ("a,b\n1,2\n", [(1, ["a", "b"]), (2, ["1", "2"])]),
        ("a,b\r\n1,2", [(1, ["a", "b"]), (2, ["1", "2"])]),
        ("a,b\r1,2\r", [(1, ["a", "b"]), (2, ["1", "2"])]),
        ('a,"b,""c""\r\nd"\n1,2\n', [(1, ["a", 'b,"c"\r\nd']), (3, ["1", "2"])]),
        ("a\n\nb\n", [(1, ["a"]), (2, [""]), (3, ["b"])]),
        ('""\n', [(1, [""])]),
        ("\ufeffa,b\n", [(1, ["a", "b"])]),
        # Other characters that Python counts as line ends do not end a record.
        ("a\u2028b\x0bc\x1c,d\n", [(1, ["a\u2028b\x0bc\x1c", "d"])]),
        ("", []),
    ],
)
def test_records_with_the_line_on_which_they_begin(split, content, expected):
    assert [(r.line, r.fields) for r in split(content)] == expected


@pytest.mark.parametrize(
    ("content", "line", "fault_line", "reason"),
    [
        ('a\n"b\nc\n', 2, 2, "never closed"),
        ('a\nb"c\nd\n', 2, 2, "inside an unquoted field"),
        ('a\n"b"c\nd\n', 2, 2, "after a closing quote"),
        ('a\n"b\nb"c\nd\n', 2, 3, "after a closing quote"),
        (b"a\nb\0\nd\n", 2, 2, "NUL"),
        (b'a\n"b\nZo\xeb"\nd\n', 2, 3, "not UTF-8"),
        (b"a\nZo\xc3", 2, 2, "cut off"),
    ],
)
def test_a_fault_names_its_line_and_leaves_the_record_without_fields(split, content, line, fault_line, reason):
    (faulty,) = [r for r in split(content) if r.faults]
    assert (faulty.line, faulty.fields, faulty.faults[0].line) == (line, [], fault_line)
    assert reason in faulty.faults[0].reason


def test_records_after_a_fault_are_still_split(split):
    assert [r.fields for r in split('a,b\n1,x"y\n3,4\n')] == [["a", "b"], [], ["3", "4"]]


def test_utf_16_is_counted(split):
    assert len(split('a\n"b\nc"\nd\n'.encode("utf-16"))) == 3


def test_blocks_end_anywhere(split, monkeypatch):
    content = 'a,b\r\n"x\r\ny",Zoë\r\n\r1,2'.encode()
    whole = [(r.line, r.fields) for r in split(content)]
    for size in range(1, len(content)):
        monkeypatch.setattr(module, "_BLOCK", size)
        assert [(r.line, r.fields) for r in split(content)] == whole


def test_a_record_without_end_is_counted_once(split, monkeypatch):
    monkeypatch.setattr(module, "_LONGEST_RECORD", 20)
    records = split('a\n"' + "b\n" * 30 + '"\nc\n')
    assert [(r.line, bool(r.faults)) for r in records] == [(1, False), (2, True), (33, False)]


def test_a_line_without_end_stops_the_reading(split, monkeypatch):
    monkeypatch.setattr(module, "_BLOCK", 10)
    monkeypatch.setattr(module, "_LONGEST_LINE", 100)
    with pytest.raises(LineTooLongError):
        split("a" * 200)


def test_the_csv_module_counts_and_reads_the_same(split, tmp_path):
    random.seed(20261121)
    well_formed = 0
    for _ in range(3000):
        content = "".join(random.choice('ab,,""\n\r"é') for _ in range(random.randrange(1, 25)))
        records = split(content)
        assert len(records) == count_by_csv_module(tmp_path / "table.csv"), content
        if not any(r.faults for r in records):
            well_formed += 1
            lines = content.encode().splitlines(keepends=True)
            by_csv = list(csv.reader((line.decode() for line in lines), strict=True))
            assert [r.fields for r in records] == [fields or [""] for fields in by_csv]
    assert well_formed > 300
