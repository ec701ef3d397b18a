"""Local time: naive instants in UTC on one side, the calendar and the clock of Europe/London on the other."""

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

ZONE_NAME = "Europe/London"

_MIDNIGHT = time(0)
_LAST_SECOND = time(23, 59, 59)


class TimeZoneDataMissing(RuntimeError):
    """The machine holds no rules for Europe/London, so no local time can be told."""


class NoSuchLocalTime(ValueError):
    """A local time that no clock showed: the clocks went forward over it."""


def london_zone() -> ZoneInfo:
    """The rules of Europe/London. Raises TimeZoneDataMissing where neither the machine nor a package holds them."""
    try:
        return ZoneInfo(ZONE_NAME)
    except ZoneInfoNotFoundError as error:
        raise TimeZoneDataMissing(
            f"no time zone data for {ZONE_NAME}: install the Python package tzdata, or the time zone data of the system"
        ) from error


LONDON = london_zone()


def to_local(utc: datetime) -> datetime:
    """The London time of an instant, aware. Raises ValueError if the instant, which is naive UTC, carries a zone."""
    if utc.tzinfo is not None:
        raise ValueError("an instant is naive and in UTC; this one carries a time zone")
    return utc.replace(tzinfo=UTC).astimezone(LONDON)


def readings(local: datetime) -> tuple[datetime, ...]:
    """The instants at which London clocks showed a naive local time, ascending.

    None where the clocks went forward over it, two in the hour that they repeat, otherwise one.
    """
    candidates = sorted({_instant(local, fold) for fold in (0, 1)})
    return tuple(utc for utc in candidates if to_local(utc).replace(tzinfo=None, fold=0) == local)


def day_of(utc: datetime) -> date:
    """The local day in which an instant falls."""
    return to_local(utc).date()


def at_clock_time(day: date, clock: time) -> datetime:
    """The instant at which London clocks show a time on a day; of two, the first.

    Raises NoSuchLocalTime where the clocks go forward over it.
    """
    instants = readings(datetime.combine(day, clock))
    if not instants:
        raise NoSuchLocalTime(f"{clock} does not exist on {day} in {ZONE_NAME}: the clocks go forward over it")
    return instants[0]


def start_of_day(day: date) -> datetime:
    """00:00:00 local, as an instant."""
    return at_clock_time(day, _MIDNIGHT)


def end_of_day(day: date) -> datetime:
    """23:59:59 local, the last whole second of the day, as an instant (record tests, 1.8)."""
    return at_clock_time(day, _LAST_SECOND)


def days_after(day: date, days: int) -> date:
    """The date so many days on."""
    return day + timedelta(days=days)


def _instant(local: datetime, fold: int) -> datetime:
    return local.replace(tzinfo=LONDON, fold=fold).astimezone(UTC).replace(tzinfo=None)
