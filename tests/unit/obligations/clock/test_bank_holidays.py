"""The packaged list of bank holidays, how it is extended, and what it refuses to guess."""

from datetime import date, timedelta
from importlib.resources import files

import pytest

from bounden.obligations.clock import bank_holidays
from bounden.obligations.clock.bank_holidays import LIST_NAME, BankHolidays, BeyondBankHolidays

PACKAGED = BankHolidays.packaged()


def test_the_header_dates_the_list_and_names_its_source():
    text = files(bank_holidays.__package__).joinpath(LIST_NAME).read_text(encoding="utf-8")
    header = [line for line in text.splitlines() if line.startswith("#")]
    assert any("Banking and Financial Dealings Act 1971" in line for line in header)
    assert any("https://www.gov.uk/bank-holidays" in line for line in header)
    assert (PACKAGED.first, PACKAGED.last) == (date(1995, 1, 1), date(2028, 12, 31))
    assert PACKAGED.issued == date(2026, 11, 21)


def test_the_packaged_list_is_what_the_holidays_package_says():
    holidays = pytest.importorskip("holidays")
    years = range(PACKAGED.first.year, PACKAGED.last.year + 1)
    for nation in ("ENG", "WLS"):
        theirs = {day for day in holidays.country_holidays("GB", subdiv=nation, years=years) if day.weekday() < 5}
        assert theirs == PACKAGED.days


def test_every_year_has_its_eight_holidays_and_the_proclaimed_ones():
    proclaimed = {1999: 1, 2002: 1, 2011: 1, 2012: 1, 2022: 2, 2023: 1}
    for year in range(1995, 2029):
        assert sum(day.year == year for day in PACKAGED.days) == 8 + proclaimed.get(year, 0), year


@pytest.mark.parametrize(
    "day",
    [
        date(1995, 5, 8),
        date(1999, 12, 31),
        date(2002, 6, 3),
        date(2002, 6, 4),
        date(2011, 4, 29),
        date(2012, 6, 4),
        date(2012, 6, 5),
        date(2020, 5, 8),
        date(2022, 6, 2),
        date(2022, 6, 3),
        date(2022, 9, 19),
        date(2023, 5, 8),
        date(2026, 12, 28),
        date(2027, 12, 27),
        date(2027, 12, 28),
    ],
)
def test_proclaimed_moved_and_substitute_days(day):
    assert not PACKAGED.is_working_day(day)


@pytest.mark.parametrize(
    "day", [date(1995, 5, 1), date(2002, 5, 27), date(2012, 5, 28), date(2020, 5, 4), date(2022, 5, 30)]
)
def test_days_from_which_a_holiday_was_moved_are_working_days(day):
    assert PACKAGED.is_working_day(day)


@pytest.mark.parametrize("day", [date(1994, 12, 31), date(2029, 1, 1), date(2029, 1, 6)])
def test_a_day_beyond_the_list_is_refused_by_name(day):
    with pytest.raises(BeyondBankHolidays, match=rf"{day} .* 1995-01-01 to 2028-12-31"):
        PACKAGED.is_working_day(day)


def test_a_force_extends_the_list():
    new_year = date(2029, 1, 1)
    extended = PACKAGED.extended([new_year], until=date(2029, 12, 31))
    assert not extended.is_working_day(new_year)
    assert extended.is_working_day(new_year + timedelta(days=1))
    assert extended.days - PACKAGED.days == {new_year}
    with pytest.raises(BeyondBankHolidays, match=r"2030-01-01 .* 2029-12-31"):
        extended.is_working_day(date(2030, 1, 1))


def test_a_force_adds_a_holiday_proclaimed_since_the_issue():
    day = date(2027, 6, 1)
    assert PACKAGED.is_working_day(day)
    assert not PACKAGED.extended([day], until=PACKAGED.last).is_working_day(day)


@pytest.mark.parametrize(
    ("dates", "until", "message"),
    [
        ([], date(2028, 12, 30), "cannot be shortened"),
        ([date(2029, 12, 25)], date(2029, 6, 30), "2029-12-25 lies outside"),
        ([date(1994, 12, 26)], date(2029, 12, 31), "1994-12-26 lies outside"),
        ([date(2033, 12, 25)], date(2033, 12, 31), "2033-12-25 is a weekend"),
    ],
)
def test_an_extension_that_makes_no_sense_is_refused(dates, until, message):
    with pytest.raises(ValueError, match=message):
        PACKAGED.extended(dates, until=until)


def test_a_list_that_covers_no_day_is_refused():
    with pytest.raises(ValueError, match="covers no day"):
        BankHolidays(frozenset(), date(2027, 1, 1), date(2026, 12, 31), date(2026, 1, 1))


def test_a_list_may_begin_and_end_with_a_holiday():
    day = date(2027, 1, 1)
    assert not BankHolidays(frozenset({day}), day, day, date(2026, 1, 1)).is_working_day(day)


def test_a_list_is_a_value():
    same = BankHolidays(PACKAGED.days, PACKAGED.first, PACKAGED.last, PACKAGED.issued)
    assert same == PACKAGED
    assert hash(same) == hash(PACKAGED)
    assert BankHolidays.packaged() is PACKAGED
    with pytest.raises(AttributeError):
        PACKAGED.last = date(2099, 1, 1)
