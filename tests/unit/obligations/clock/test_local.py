"""Local time against the slow clock, and what the clock says where it cannot tell the time."""

import sys
import zoneinfo
from datetime import UTC, date, datetime, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bounden.obligations.clock import local
from bounden.obligations.clock.local import (
    NoSuchLocalTime,
    TimeZoneDataMissing,
    at_clock_time,
    day_of,
    end_of_day,
    readings,
    start_of_day,
    to_local,
)

instants = st.datetimes(datetime(1996, 1, 1), datetime(2045, 12, 31)).map(lambda at: at.replace(microsecond=0))
days = st.dates(date(1996, 1, 1), date(2045, 12, 31))
changes = st.sampled_from([datetime(2026, 3, 29, 1), datetime(2026, 10, 25, 1), datetime(2027, 3, 28, 1)])
near_changes = st.builds(lambda change, s: change + timedelta(seconds=s), changes, st.integers(-9000, 9000))


@given(instants | near_changes)
def test_local_time_is_that_of_the_law(slow, utc):
    told = to_local(utc)
    assert told.replace(tzinfo=None, fold=0) == slow.local(utc)
    assert told.astimezone(UTC).replace(tzinfo=None) == utc
    assert day_of(utc) == slow.local(utc).date()


@given((instants | near_changes).map(lambda at: at.replace(second=0)))
def test_readings_are_the_instants_at_which_the_clocks_showed_it(slow, wall):
    assert readings(wall) == slow.readings(wall)


@pytest.mark.parametrize(
    ("wall", "expected"),
    [
        (datetime(2026, 3, 29, 0, 59, 59), (datetime(2026, 3, 29, 0, 59, 59),)),
        (datetime(2026, 3, 29, 1), ()),
        (datetime(2026, 3, 29, 1, 59, 59), ()),
        (datetime(2026, 3, 29, 2), (datetime(2026, 3, 29, 1),)),
        (datetime(2026, 10, 25, 0, 59, 59), (datetime(2026, 10, 24, 23, 59, 59),)),
        (datetime(2026, 10, 25, 1), (datetime(2026, 10, 25, 0), datetime(2026, 10, 25, 1))),
        (datetime(2026, 10, 25, 1, 59, 59), (datetime(2026, 10, 25, 0, 59, 59), datetime(2026, 10, 25, 1, 59, 59))),
        (datetime(2026, 10, 25, 2), (datetime(2026, 10, 25, 2),)),
        # The fold of a naive local time is no information that a record gives.
        (datetime(2026, 10, 25, 1, fold=1), (datetime(2026, 10, 25, 0), datetime(2026, 10, 25, 1))),
    ],
)
def test_readings_at_the_changes(wall, expected):
    assert readings(wall) == expected


@given(days)
def test_days_meet_without_gap_or_overlap(day):
    assert end_of_day(day) + timedelta(seconds=1) == start_of_day(day + timedelta(days=1))
    assert day_of(start_of_day(day)) == day_of(end_of_day(day)) == day


@given(days, st.times().map(lambda at: at.replace(microsecond=0, second=0)))
def test_clock_time_is_the_first_reading(slow, day, clock):
    expected = slow.readings(datetime.combine(day, clock))
    if expected:
        assert at_clock_time(day, clock) == expected[0]
    else:
        with pytest.raises(NoSuchLocalTime, match=str(day)):
            at_clock_time(day, clock)


def test_lengths_of_the_days_of_the_changes():
    lengths = {
        day: (end_of_day(day) - start_of_day(day) + timedelta(seconds=1)) / timedelta(hours=1)
        for day in (date(2026, 3, 29), date(2026, 10, 25), date(2026, 11, 21))
    }
    assert list(lengths.values()) == [23, 25, 24]


def test_skipped_clock_time_is_refused():
    with pytest.raises(NoSuchLocalTime, match="01:30:00 does not exist on 2026-03-29"):
        at_clock_time(date(2026, 3, 29), time(1, 30))


def test_repeated_clock_time_is_the_first_reading():
    assert at_clock_time(date(2026, 10, 25), time(1, 30)) == datetime(2026, 10, 25, 0, 30)


def test_instants_with_a_zone_are_refused():
    with pytest.raises(ValueError, match="naive"):
        to_local(datetime(2026, 1, 1, tzinfo=UTC))


def test_missing_zone_data_says_what_to_install(monkeypatch):
    monkeypatch.setitem(sys.modules, "tzdata", None)
    zoneinfo.reset_tzpath(to=[])
    zoneinfo.ZoneInfo.clear_cache(only_keys=[local.ZONE_NAME])
    try:
        with pytest.raises(TimeZoneDataMissing, match=r"Europe/London.*tzdata"):
            local.london_zone()
    finally:
        zoneinfo.reset_tzpath()
        zoneinfo.ZoneInfo.clear_cache(only_keys=[local.ZONE_NAME])
