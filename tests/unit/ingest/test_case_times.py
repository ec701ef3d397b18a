"""Times in case files."""

from datetime import datetime, timedelta

import pytest

from bounden.ingest.case_times import instant, offset
from bounden.obligations.span import Span

T0 = Span.exactly(datetime(2023, 3, 6, 18))


@pytest.mark.parametrize(
    ("text", "length"),
    [
        ("+0h", timedelta()),
        ("+3h", timedelta(hours=3)),
        ("+2d", timedelta(days=2)),
        ("+6w", timedelta(weeks=6)),
        ("+15min", timedelta(minutes=15)),
        ("+59s", timedelta(seconds=59)),
        ("+3h59m59s", timedelta(hours=3, minutes=59, seconds=59)),
        ("+3h59min", timedelta(hours=3, minutes=59)),
        ("+1d2h", timedelta(hours=26)),
        ("-30d", timedelta(days=-30)),
    ],
)
def test_an_offset_is_elapsed_time(text, length):
    assert offset(text) == length
    assert instant(text, T0) == Span.exactly(T0.earliest + length)


@pytest.mark.parametrize(
    "text", ["+", "+h", "+1.5h", "+3", "+3 h", "+2h1d", "+1h1h", "+3H", "+1y", "+99999999999d", "+6m"]
)
def test_what_is_no_offset_is_refused(text):
    with pytest.raises(ValueError):
        instant(text, T0)


def test_m_alone_could_be_months():
    with pytest.raises(ValueError, match="months"):
        offset("+6m")


def test_a_day_is_24_hours_across_a_clock_change():
    eve = instant("2023-03-25T12:00", None)
    assert instant("+1d", eve) == instant("2023-03-26T13:00", None)


def test_an_uncertain_start_makes_uncertain_instants():
    day = instant("2023-03-06", None)
    assert instant("+1h", day) == Span(datetime(2023, 3, 6, 1), datetime(2023, 3, 7, 0, 59, 59))


def test_an_offset_needs_its_start():
    with pytest.raises(ValueError, match="starts_at"):
        instant("+1h", None)


@pytest.mark.parametrize("text", ["2023-02-30", "2023-03-26T01:30", "2023-03-06T25:00", "yesterday", "2023-03"])
def test_an_impossible_time_is_refused(text):
    with pytest.raises(ValueError):
        instant(text, T0)
