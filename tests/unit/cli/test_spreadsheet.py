"""CSV that no spreadsheet takes for formulas."""

import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bounden.cli.spreadsheet import guarded, write_csv


@pytest.mark.parametrize("first", ["=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠", "'"])
def test_text_that_begins_a_formula_is_guarded(first):
    assert guarded(f"{first}1+1") == f"'{first}1+1"


@pytest.mark.parametrize("value", ["MC-06", "", "a=b", None, -1, True])
def test_other_values_are_left_as_they_are(value):
    assert guarded(value) is value


def test_truth_is_written_as_deliveries_write_it():
    file = io.StringIO(newline="")
    write_csv(file, ["known", "missing", "rows"], [[True, None, 1], [False, "", 0]])
    assert file.getvalue() == "known,missing,rows\r\ntrue,,1\r\nfalse,,0\r\n"


@given(st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\x00")))
def test_the_guard_can_be_undone(text):
    file = io.StringIO(newline="")
    write_csv(file, ["note"], [[text]])
    file.seek(0)
    read = list(csv.reader(file))
    cell = read[1][0] if len(read) > 1 and read[1] else ""
    assert cell.removeprefix("'") == text
