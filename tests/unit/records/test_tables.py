"""The nine tables as declarations."""

from datetime import datetime

import pytest

from bounden.records import TABLES, Action, Records, table_named


def test_a_row_knows_its_table_by_its_columns():
    assert TABLES["actions"].row is Action
    assert TABLES["actions"].names[0] == "action_id"
    assert TABLES["actions"].names[-5:] == ("force", "source", "source_ref", "recorded_at", "recorded_at_latest")


def test_an_unknown_table_is_refused_with_the_nine_names():
    with pytest.raises(KeyError, match="people, places, occurrences"):
        table_named("persons")


def test_an_unknown_column_is_refused():
    with pytest.raises(KeyError, match="actions has no column at"):
        TABLES["actions"].column("at")


def test_the_latest_reading_names_its_instant():
    assert TABLES["actions"].column("happened_at_latest").latest_of == "happened_at"
    for table in TABLES.values():
        for column in table.columns:
            if column.latest_of:
                assert column.latest_of in table.names


def test_holdings_add_up_in_order():
    one, other = (
        Action(force="f", source="s", action_id=i, occurrence_id="o", kind="reported", happened_at=datetime(2023, 3, 6))
        for i in ("a", "b")
    )
    assert (Records(actions=(one,)) + Records(actions=(other,))).actions == (one, other)
