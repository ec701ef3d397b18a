"""Every column of the canonical tables says what it means and how it must be handled."""

import pytest

from bounden.records import TABLES
from bounden.records.columns import Sensitivity, Type

COLUMNS = [pytest.param(c, id=f"{t.name}.{c.name}") for t in TABLES.values() for c in t.columns]
CONTRACT = {
    "people": "person_id family_name given_names date_of_birth age_years age_on adult sex ethnicity died_on",
    "places": "place_id kind address postcode uprn latitude longitude",
    "occurrences": "occurrence_id kind category reported_at occurred_at closed_at grade unit place_id narrative "
    "judged_at",
    "involvements": "occurrence_id person_id role vehicle",
    "actions": "action_id occurrence_id person_id kind happened_at happened_at_latest latest_unknown done value by_id "
    "by_role by_rank unit note",
    "flags": "person_id place_id kind from_at to_at",
    "relationships": "person_id other_person_id kind from_at to_at",
    "residences": "person_id place_id from_at to_at",
    "coverage": "table kind supplied from_at to_at occurrence_id person_id",
}
COMMON = "force source source_ref recorded_at"


@pytest.mark.parametrize("column", COLUMNS)
def test_a_column_has_a_meaning_and_a_sensitivity_class(column):
    assert len(column.meaning) > 4
    assert column.meaning.endswith(".")
    assert isinstance(column.sensitivity, Sensitivity)
    assert isinstance(column.type, Type)


def test_the_tables_are_those_of_the_contract():
    assert set(TABLES) == set(CONTRACT)


@pytest.mark.parametrize("name", CONTRACT)
def test_a_table_has_the_columns_of_the_contract(name):
    held = set(TABLES[name].names)
    stated = set(f"{CONTRACT[name]} {COMMON}".split())
    assert stated <= held
    assert {extra.removesuffix("_latest") for extra in held - stated} <= stated


@pytest.mark.parametrize("table", TABLES.values(), ids=TABLES)
def test_a_table_says_what_it_is_and_its_key_is_required(table):
    assert table.meaning.endswith(".")
    assert all(table.column(name).required for name in table.key)
