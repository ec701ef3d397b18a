"""Ranks as they are written, and their order."""

import pytest

from bounden.obligations.judging.ranks import rank_of


@pytest.mark.parametrize(
    ("junior", "senior"),
    [
        ("constable", "sergeant"),
        ("sergeant", "inspector"),
        ("inspector", "chief_inspector"),
        ("chief_inspector", "superintendent"),
        ("superintendent", "chief_superintendent"),
        ("chief_superintendent", "assistant_chief_constable"),
        ("deputy_chief_constable", "chief_constable"),
    ],
)
def test_order(junior: str, senior: str) -> None:
    assert rank_of(junior, None) < rank_of(senior, None)


@pytest.mark.parametrize(
    "written",
    ["inspector", "Inspector", "detective_inspector", "Temporary Detective Inspector", " detective-inspector "],
)
def test_detective_and_temporary_are_ignored(written: str) -> None:
    assert rank_of(written, None) == rank_of("inspector", None)


@pytest.mark.parametrize("written", ["bronze commander", "DI", "acting", "detective", "inspectors"])
def test_a_word_that_is_no_rank_is_unknown(written: str) -> None:
    assert rank_of(written, "supervisor") is None


def test_a_supervisor_counts_as_a_sergeant() -> None:
    assert rank_of(None, "supervisor") == rank_of("sergeant", None)


@pytest.mark.parametrize("role", [None, "officer", "crime_registrar"])
def test_another_role_says_nothing_of_the_rank(role: str | None) -> None:
    assert rank_of(None, role) is None


def test_a_rank_outweighs_the_role() -> None:
    assert rank_of("constable", "supervisor") == rank_of("constable", None)
