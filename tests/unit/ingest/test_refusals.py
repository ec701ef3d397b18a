"""Reasons, their listing, and the shapes that stand for values."""

import csv

import pytest

from bounden.ingest.refusals import Refusal, Refused, named, not_a_word_of, shape

REFUSALS = [
    Refusal("b.csv", 2, "kind", "x"),
    *(Refusal("a.csv", n, "", "an empty line, again") for n in range(40, 0, -1)),
]


def test_reasons_stand_in_the_order_of_files_and_lines_once():
    refused = Refused([*REFUSALS, *REFUSALS])
    assert [r.line for r in refused.refusals] == [*range(1, 41), 2]
    assert str(refused.refusals[0]) == "a.csv:1: an empty line, again"
    assert str(refused.refusals[-1]) == "b.csv:2: kind: x"
    assert str(Refusal("a.csv", 0, "", "the file is empty")) == "a.csv: the file is empty"


def test_a_long_listing_is_cut_and_says_so():
    lines = str(Refused(REFUSALS)).splitlines()
    assert len(lines) == 26
    assert lines[-1] == "… and 16 more reasons"


def test_all_reasons_can_be_written(tmp_path):
    Refused(REFUSALS).write(tmp_path / "refusals.csv")
    with (tmp_path / "refusals.csv").open(newline="", encoding="utf-8") as file:
        rows = list(csv.DictReader(file))
    assert len(rows) == 41
    assert rows[0] == {"file": "a.csv", "line": "1", "column": "", "reason": "an empty line, again"}


@pytest.mark.parametrize(
    ("value", "drawn"),
    [
        ("", "empty text"),
        ("x", "text of 1 character"),
        ("Sarah Jane", "text of 10 characters"),
        ("0123", "digits of 4 characters"),
    ],
)
def test_a_shape_gives_no_value_away(value, drawn):
    assert shape(value) == drawn


def test_names_are_shown_only_if_they_look_like_names():
    assert named("family_name") == "family_name"
    assert named("Sarah Jane") == "text of 10 characters"


def test_an_unknown_word_gets_the_nearest_or_the_list():
    assert not_a_word_of("sean", frozenset({"seen", "not_seen"})) == (
        "text of 4 characters is not a known word; did you mean seen?"
    )
    assert not_a_word_of("zzz", frozenset({"b", "a"})).endswith("known are a, b")
    assert "contract lists" in not_a_word_of("zzz", frozenset(f"word_{n}" for n in range(30)))
