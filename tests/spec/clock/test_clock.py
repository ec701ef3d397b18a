"""The spec of the clock: each table of this directory holds, and every word of the clock has its table."""

import re
from datetime import date, datetime, time, timedelta
from pathlib import Path
from typing import Any

import pytest
import yaml

from bounden.obligations.clock.bank_holidays import BankHolidays, BeyondBankHolidays
from bounden.obligations.clock.local import NoSuchLocalTime
from bounden.obligations.clock.periods import beginning_with, corresponding_date, elapsed, end_of_nth_day, same_day
from bounden.obligations.clock.reading import parse_instant
from bounden.obligations.clock.rest_hours import REST_FROM, REST_TO, waking_elapsed
from bounden.obligations.clock.school import LEAD, START, BeyondSchoolCalendar, SchoolCalendar, next_school_day_start
from bounden.obligations.clock.without_holidays import elapsed_without_holidays
from bounden.obligations.clock.working_days import end_of_working_day

HERE = Path(__file__).parent
HOLIDAYS = BankHolidays.packaged()
REFUSALS = {kind.__name__: kind for kind in (ValueError, NoSuchLocalTime, BeyondBankHolidays, BeyondSchoolCalendar)}
UNITS = {"h": timedelta(hours=1), "min": timedelta(minutes=1)}


def rows(table: str) -> list[Any]:
    content = yaml.load((HERE / f"{table}.yaml").read_text(encoding="utf-8"), Loader=yaml.BaseLoader)
    return [pytest.param(row, id=row.get("why", row.get("written"))) for row in content["rows"]]


def instant(written: str) -> datetime:
    """A time of the tables in UTC; told by its own words GMT and BST, and not by the clock under test."""
    weekday, stamp, zone = re.fullmatch(r"(\w{3}) (\S+ \S+) (GMT|BST)", written).groups()
    local = datetime.fromisoformat(stamp)
    assert f"{local:%a}" == weekday, f"{stamp} is no {weekday}"
    return local - timedelta(hours=1 if zone == "BST" else 0)


def number(limit: str, unit: str) -> int:
    """The number of a limit, which has to have this unit."""
    return int(re.fullmatch(rf"(-?\d+) {unit}", limit)[1])


def duration(limit: str) -> timedelta:
    count, unit = limit.split(" ")
    return int(count) * UNITS[unit]


def limit_of(row: dict[str, Any], table: str) -> datetime:
    start = instant(row["from"])
    limit = row.get("limit", "")
    match table:
        case "elapsed":
            return elapsed(start, duration(limit))
        case "days":
            return end_of_nth_day(start, number(limit, "d"))
        case "beginning_with":
            return beginning_with(start, number(limit, "d beginning with"))
        case "working_days":
            return end_of_working_day(start, number(limit, "wd"), HOLIDAYS)
        case "months":
            return corresponding_date(start, number(limit, "m"))
        case "same_day":
            return same_day(start, duration(limit.removeprefix("same day or ")))
        case "without_holidays":
            written = limit.removesuffix(" without Sundays and holidays")
            return elapsed_without_holidays(start, duration(written), HOLIDAYS)
        case "rest_hours":
            rest_from, rest_to = (time.fromisoformat(at) for at in row.get("rest", (str(REST_FROM), str(REST_TO))))
            return waking_elapsed(start, duration(limit.removesuffix(" awake")), rest_from, rest_to)
        case "school_day":
            return next_school_day_start(
                start,
                HOLIDAYS,
                start=time.fromisoformat(row["start"]) if "start" in row else START,
                lead=duration(row["lead"]) if "lead" in row else LEAD,
                calendar=school_calendar(row["calendar"]) if "calendar" in row else None,
            )
    raise AssertionError(f"no word of the clock for the table {table}")


def school_calendar(written: dict[str, Any]) -> SchoolCalendar:
    days = frozenset(date.fromisoformat(day) for day in written["open_days"])
    return SchoolCalendar(days, date.fromisoformat(written["first"]), date.fromisoformat(written["last"]))


WORDS = (
    "elapsed",
    "days",
    "beginning_with",
    "working_days",
    "months",
    "same_day",
    "without_holidays",
    "rest_hours",
    "school_day",
)
LIMITS = [pytest.param(table, *row.values, id=f"{table}: {row.id}") for table in WORDS for row in rows(table)]


@pytest.mark.parametrize(("table", "row"), LIMITS)
def test_limit(table: str, row: dict[str, Any]) -> None:
    if "due" in row:
        assert limit_of(row, table) == instant(row["due"])
    else:
        with pytest.raises(REFUSALS[row["refused"]]) as refusal:
            limit_of(row, table)
        assert type(refusal.value) is REFUSALS[row["refused"]]
        assert all(named in str(refusal.value) for named in row.get("naming", ()))


@pytest.mark.parametrize("row", rows("written_instants"))
def test_written_instant(row: dict[str, str]) -> None:
    if "refused" in row:
        with pytest.raises(REFUSALS[row["refused"]]) as refusal:
            parse_instant(row["written"])
        assert type(refusal.value) is REFUSALS[row["refused"]]
        assert not row["written"].strip() or row["written"] not in str(refusal.value)
    else:
        span = parse_instant(row["written"])
        assert (span.earliest, span.latest) == (instant(row["earliest"]), instant(row["latest"]))


def test_every_table_is_tested_and_says_what_it_means() -> None:
    tables = {path.stem for path in HERE.glob("*.yaml")}
    assert tables == {*WORDS, "written_instants"}
    for table in tables:
        content = yaml.load((HERE / f"{table}.yaml").read_text(encoding="utf-8"), Loader=yaml.BaseLoader)
        assert set(content) == {"title", "source", "meaning", "rows"}
        names = [row.get("why", row.get("written")) for row in content["rows"]]
        assert len(names) == len(set(names))
        for row in content["rows"]:
            assert len({"due", "refused", "earliest"} & set(row)) == 1
