"""Three-valued answers: a doubt counts only where nothing settles the question."""

import itertools

import pytest

from bounden.obligations.judging.told import NO, YES, Told, both, either, untold

A, B = untold("a"), untold("b")
ALL = [YES, NO, A, B]


@pytest.mark.parametrize("parts", list(itertools.product(ALL, repeat=3)))
def test_either_holds_if_one_holds_whatever_the_order(parts: tuple[Told, ...]) -> None:
    found = either(parts)
    if YES in parts:
        assert found == YES
    elif A in parts:
        assert found == A
    else:
        assert found == (B if B in parts else NO)


@pytest.mark.parametrize("parts", list(itertools.product(ALL, repeat=3)))
def test_both_fails_if_one_fails_and_else_gives_the_first_doubt(parts: tuple[Told, ...]) -> None:
    found = both(parts)
    if NO in parts:
        assert found.holds is False
    else:
        assert found == next((p for p in parts if p.holds is None), YES)


def test_of_nothing() -> None:
    assert either([]).holds is False
    assert both([]).holds is True
