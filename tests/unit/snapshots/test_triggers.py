"""Feeds of triggers that a delivery does not supply."""

import pytest

from bounden.records import Coverage
from bounden.snapshots.triggers import not_supplied
from bounden.standards import RULEBOOK


def row(kind, supplied=False, table="actions", force="Wexshire", **more):
    return Coverage(force=force, source="rms", table=table, kind=kind, supplied=supplied, **more)


def named(*coverage):
    return {(each.force, each.kind): each.standards for each in not_supplied(RULEBOOK, coverage)}


def test_a_trigger_that_is_not_supplied_is_named_with_its_standards():
    lacking = named(row("officers_arrived"))
    assert list(lacking) == [("Wexshire", "officers_arrived")]
    assert "IC-10" in lacking["Wexshire", "officers_arrived"]


def test_it_is_named_once_for_each_force():
    lacking = named(row("found"), row("found"), row("found", force="Eastshire"))
    assert list(lacking) == [("Eastshire", "found"), ("Wexshire", "found")]


def test_nothing_supplied_names_every_trigger():
    lacking = named(row("*"))
    assert {"officers_arrived", "found", "bail_refused"} <= {kind for _, kind in lacking}
    assert all(lacking.values())


@pytest.mark.parametrize(
    "coverage",
    [
        row("officers_arrived", supplied=True),
        row("officers_arrived", table="flags"),
        row("officers_arrived", occurrence_id="one"),
        row("fed_and_watered"),
    ],
    ids=["supplied", "another table", "one occurrence only", "starts nothing"],
)
def test_other_rows_name_nothing(coverage):
    assert named(coverage) == {}


def test_a_first_response_clock_needs_no_attendance_feed():
    assert "IC-04" not in named(row("officers_arrived")).get(("Wexshire", "officers_arrived"), ())
