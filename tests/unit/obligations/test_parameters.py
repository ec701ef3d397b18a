"""The numbers that standards name."""

from datetime import time

import pytest

from bounden.obligations.parameters import Frequency, Limit, Parameter, Parameters


def named(name: str, value: Limit | Frequency | time | str) -> Parameter:
    return Parameter(name=name, value=value, meaning="for the test", class_="local", reference="none")


PARAMETERS = Parameters.of(
    (
        named("search", Limit(4, "h")),
        named("speaks_from", Limit(3, "years")),
        named("school_start", time(9)),
        named("lower_rank", "inspector"),
        named("repeat", Frequency(3, Limit(90, "d"))),
    )
)


@pytest.mark.parametrize(
    ("text", "limit"),
    [
        ("4 h", Limit(4, "h")),
        ("60 min", Limit(60, "min")),
        ("30 d", Limit(30, "d")),
        ("3 d beginning with", Limit(3, "d beginning with")),
        ("5 wd", Limit(5, "wd")),
        ("12 m", Limit(12, "m")),
        ("13 years", Limit(13, "years")),
        (" 4 h ", Limit(4, "h")),
    ],
)
def test_limits_read(text: str, limit: Limit) -> None:
    assert Limit.parse(text) == limit


@pytest.mark.parametrize("text", ["", "4", "h", "4h", "4 hours", "-4 h", "4.5 h", "4 h 30 min", "four h", "4 H"])
def test_anything_else_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match="a whole number and one of"):
        Limit.parse(text)


def test_limit_written_as_it_is_read() -> None:
    assert str(Limit(3, "d beginning with")) == "3 d beginning with"
    assert Limit.parse(str(Limit(5, "wd"))) == Limit(5, "wd")


def test_limit_by_name_or_by_number() -> None:
    assert PARAMETERS.limit("search") == Limit(4, "h")
    assert PARAMETERS.limit("72 h") == Limit(72, "h")


def test_years_by_name_or_by_number() -> None:
    assert PARAMETERS.years("speaks_from") == 3
    assert PARAMETERS.years("10") == 10


def test_clock_time_by_name() -> None:
    assert PARAMETERS.clock_time("school_start") == time(9)


def test_unknown_name_is_refused() -> None:
    with pytest.raises(KeyError):
        PARAMETERS.limit("no_such_limit")


@pytest.mark.parametrize("name", ["school_start", "lower_rank"])
def test_what_is_no_limit_is_refused_by_name(name: str) -> None:
    with pytest.raises(ValueError, match=name):
        PARAMETERS.limit(name)


def test_what_is_no_time_of_day_is_refused_by_name() -> None:
    with pytest.raises(ValueError, match="search"):
        PARAMETERS.clock_time("search")


def test_a_name_given_twice_is_refused() -> None:
    with pytest.raises(ValueError, match="named twice: search"):
        Parameters.of((named("search", Limit(4, "h")), named("search", Limit(5, "h"))))


def test_how_often_is_read_as_it_is_written() -> None:
    assert Frequency.parse("3 in 90 d") == Frequency(3, Limit(90, "d"))
    assert str(Frequency.parse(" 3 in 12 m ")) == "3 in 12 m"


@pytest.mark.parametrize("text", ["", "3", "in 90 d", "three in 90 d", "-3 in 90 d", "3 in 90", "3 within 90 d"])
def test_anything_else_is_not_how_often(text: str) -> None:
    with pytest.raises(ValueError, match="a whole number"):
        Frequency.parse(text)


def test_how_often_by_name() -> None:
    assert PARAMETERS.frequency("repeat").times == 3
    with pytest.raises(ValueError, match="is not a frequency"):
        PARAMETERS.frequency("search")
