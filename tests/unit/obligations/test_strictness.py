"""Which of two values asks for more, against due instants counted for many starts."""

import dataclasses
from datetime import datetime, time, timedelta
from itertools import product

import pytest

from bounden.obligations.clock.bank_holidays import BankHolidays
from bounden.obligations.judging.limits import Clock
from bounden.obligations.parameters import Frequency, Limit, Parameter, Parameters
from bounden.obligations.span import Span
from bounden.obligations.strictness import Strictness, alike, directions, strictness
from bounden.standards import parameters
from bounden.standards.parameters import read_value

CLOCK = Clock(Parameters.of(()), BankHolidays.packaged())
# Round the clock over a winter and a summer, the changes of the clock, Christmas and Easter among them.
STARTS = [datetime(2025, 12, 20) + timedelta(hours=37 * n) for n in range(200)] + [datetime(2026, 2, 28, 23, 30)]
LIMITS = [
    "15 min", "60 min", "1 h", "23 h", "24 h", "25 h", "48 h", "72 h", "168 h", "24 h without Sundays and holidays",
    "1 d", "2 d", "7 d", "28 d", "30 d", "1 d beginning with", "3 d beginning with", "1 wd", "2 wd", "5 wd", "7 wd",
    "1 m", "3 m",
]  # fmt: skip


def number(value, stricter=""):
    return Parameter(name="n", value=value, meaning="", class_="local", reference="", stricter=stricter)


@pytest.mark.parametrize(("one", "other"), list(product(LIMITS, LIMITS)))
def test_what_is_said_of_two_limits_holds_for_every_start(one, other):
    if not alike(Limit.parse(one), Limit.parse(other)):
        with pytest.raises(ValueError, match="of another kind"):
            strictness(number(Limit.parse(one)), Limit.parse(other))
        return
    said = strictness(number(Limit.parse(one)), Limit.parse(other))
    dues = [tuple(CLOCK.after(Span.exactly(start), text).earliest for text in (one, other)) for start in STARTS]
    if said is Strictness.SAME:
        assert all(mine == theirs for mine, theirs in dues)
    elif said is Strictness.STRICTER:
        assert all(theirs <= mine for mine, theirs in dues)
        assert any(theirs < mine for mine, theirs in dues)
    else:
        assert said is Strictness.LAXER
        assert all(theirs >= mine for mine, theirs in dues)
        assert any(theirs > mine for mine, theirs in dues)


@pytest.mark.parametrize(
    ("national", "stricter", "value", "said"),
    [
        ("10 years", "lower", "9 years", Strictness.STRICTER),
        ("10 years", "lower", "11 years", Strictness.LAXER),
        ("13 years", "higher", "14 years", Strictness.STRICTER),
        ("13 years", "higher", "13 years", Strictness.SAME),
        ("23:00", "later", "23:30", Strictness.STRICTER),
        ("23:00", "later", "22:00", Strictness.LAXER),
        ("07:00", "earlier", "06:00", Strictness.STRICTER),
        ("07:00", "earlier", "08:00", Strictness.LAXER),
        ("50", "lower", "40", Strictness.STRICTER),
        ("50", "lower", "51", Strictness.LAXER),
        ("inspector", "", "chief_inspector", Strictness.STRICTER),
        ("inspector", "", "sergeant", Strictness.LAXER),
        ("3 in 90 d", "", "2 in 90 d", Strictness.STRICTER),
        ("3 in 90 d", "", "3 in 120 d", Strictness.STRICTER),
        ("3 in 90 d", "", "2 in 120 d", Strictness.STRICTER),
        ("3 in 90 d", "", "4 in 90 d", Strictness.LAXER),
        ("3 in 90 d", "", "3 in 30 d", Strictness.LAXER),
        ("3 in 90 d", "", "2 in 30 d", Strictness.UNCLEAR),
    ],
)
def test_each_kind_of_number_has_its_own_way_of_being_stricter(national, stricter, value, said):
    assert strictness(number(read_value(national), stricter), read_value(value)) is said


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("4 h", "10 years"),
        ("10 years", "4 h"),
        ("4 h", "09:00"),
        ("24 h", "1 d"),
        ("5 wd", "5 d"),
        ("3 in 90 d", "3 in 3 m"),
        ("inspector", "somebody"),
        ("5", "5 h"),
    ],
)
def test_values_of_two_kinds_cannot_be_compared(one, other):
    assert not alike(read_value(one), read_value(other))
    with pytest.raises(ValueError, match="of another kind"):
        strictness(number(read_value(one)), read_value(other))


def test_a_limit_of_some_length_is_found_stricter_and_laxer_than_every_number_of_the_rulebook():
    for one in parameters().by_name.values():
        assert strictness(one, one.value) is Strictness.SAME
        assert one.stricter in directions(one.value)
        if isinstance(one.value, Limit):
            twice = dataclasses.replace(one.value, amount=one.value.amount * 2)
            found = {strictness(one, twice), strictness(dataclasses.replace(one, value=twice), one.value)}
            assert found == {Strictness.LAXER, Strictness.STRICTER}, one.name


def test_directions_are_asked_for_where_the_kind_does_not_say_it():
    assert directions(time(9)) == ("earlier", "later")
    assert directions(50) == directions(Limit(10, "years")) == ("lower", "higher")
    assert directions(Limit(4, "h")) == directions(Frequency(3, Limit(90, "d"))) == directions("inspector") == ("",)
