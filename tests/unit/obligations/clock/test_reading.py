"""Reading written instants: against the slow clock, and that nothing but the shape of a value is ever said."""

from datetime import date, datetime, timedelta, timezone

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from bounden.obligations.clock.local import NoSuchLocalTime, end_of_day, start_of_day
from bounden.obligations.clock.reading import parse_instant, shape
from bounden.obligations.span import Span

instants = st.datetimes(datetime(1996, 1, 1), datetime(2045, 12, 31)).map(lambda at: at.replace(microsecond=0))
changes = st.sampled_from([datetime(2026, 3, 29, 1), datetime(2026, 10, 25, 1), datetime(2027, 3, 28, 1)])
near_changes = st.builds(lambda change, m: change + timedelta(minutes=m), changes, st.integers(-150, 150))
between = st.sampled_from("T ")
offsets = st.integers(-14 * 60, 14 * 60).map(lambda minutes: timezone(timedelta(minutes=minutes)))


@given(instants, offsets, between)
def test_an_offset_makes_an_instant_exact(utc, zone, separator):
    written = (utc.replace(tzinfo=timezone.utc)).astimezone(zone).isoformat(separator)  # noqa: UP017
    assert parse_instant(written) == Span.exactly(utc)


@given(instants, between)
def test_z_is_utc(utc, separator):
    assert parse_instant(f"{utc.isoformat(separator)}Z") == Span.exactly(utc)


@given(near_changes | instants.map(lambda at: at.replace(second=0)), between, st.sampled_from(["seconds", "minutes"]))
def test_without_an_offset_it_is_every_reading(slow, wall, separator, precision):
    written = wall.isoformat(separator, precision)
    expected = slow.readings(wall)
    if expected:
        assert parse_instant(written) == Span(expected[0], expected[-1])
    else:
        with pytest.raises(NoSuchLocalTime):
            parse_instant(written)


@given(st.dates(date(1850, 1, 1), date(9998, 12, 31)))
def test_a_date_is_its_whole_local_day(day):
    assert parse_instant(day.isoformat()) == Span(start_of_day(day), end_of_day(day))


@given(st.text() | st.text(alphabet="0123456789-:TZ+. /", max_size=30) | st.from_regex(r"[0-9]{4}-[0-9]{2}-[0-9]{2}.*"))
def test_any_text_is_an_instant_or_refused_by_its_shape(text):
    try:
        span = parse_instant(text)
    except ValueError as error:
        refusal = str(error)
    else:
        refusal = None
        assert text[:4].isdigit()
        assert span.earliest <= span.latest
    assert refusal is None or shape(text) in refusal


@given(st.text(alphabet="0123456789abcxyz ABC-é٣", min_size=1))
def test_a_shape_holds_no_letter_and_no_digit_of_the_value(text):
    assume(len(text) <= 40)
    drawn = shape(text)[1:-1]
    assert len(drawn) == len(text)
    assert set(drawn) <= set("9aA- ")


def test_a_long_value_is_cut():
    assert shape("x" * 41) == "“" + "a" * 40 + "…”"
    assert shape("x" * 40) == "“" + "a" * 40 + "”"


@pytest.mark.parametrize(
    ("written", "message"),
    [
        ("2026-11-20T12:00:00.5Z", "fractions"),
        ("2026-02-30", "no calendar or clock shows it"),
        ("2026-03-29T01:30", "the clocks go forward over it"),
        ("21/11/2026", "99/99/9999"),
        ("see John Smith\n", "aaa Aaaa Aaaaa?"),
    ],
)
def test_messages_say_what_is_wrong(written, message):
    with pytest.raises(ValueError, match=message.replace("?", r"\?")) as refusal:
        parse_instant(written)
    assert written not in str(refusal.value)
