"""The few forms of join that the engine is written in, so that no column is ever named twice."""

from collections.abc import Sequence
from typing import Any


def beside(left: Any, right: Any, keys: Sequence[str]) -> Any:
    """Every row of `left` with the further columns of `right`, which has at most one row for each key."""
    return _without_second_keys(left.left_join(right, list(keys)), left, right, keys)


def within(left: Any, right: Any, keys: Sequence[str]) -> Any:
    """The pairs of rows that agree on the keys, with the columns of both."""
    return _without_second_keys(left.inner_join(right, list(keys)), left, right, keys)


def _without_second_keys(joined: Any, left: Any, right: Any, keys: Sequence[str]) -> Any:
    """All columns of both sides, the keys once. Raises ValueError where another name stands on both sides."""
    new = [c for c in right.columns if c not in keys]
    twice = sorted(set(new) & set(left.columns))
    if twice:
        raise ValueError(f"both sides of a join have {', '.join(twice)}")
    return joined.select(*left.columns, *new)
