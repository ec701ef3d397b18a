"""Joins that would drop a column without a word are refused."""

import ibis
import pytest

from bounden.engine.joins import beside, within

LEFT = ibis.table({"file": "int64", "person": "int64"}, name="left")


@pytest.mark.parametrize("join", [beside, within])
def test_a_column_on_both_sides_is_refused(join) -> None:
    right = ibis.table({"file": "int64", "person": "int64"}, name="right")
    with pytest.raises(ValueError, match="both sides of a join have person"):
        join(LEFT, right, ["file"])


@pytest.mark.parametrize("join", [beside, within])
def test_keys_stand_once(join) -> None:
    right = ibis.table({"file": "int64", "kind": "string"}, name="right")
    assert join(LEFT, right, ["file"]).columns == ("file", "person", "kind")
