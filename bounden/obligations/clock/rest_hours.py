"""Time that passes only while people are awake: the hours of rest, 23:00 to 07:00 local, do not count."""

from datetime import date, datetime, time, timedelta

from bounden.obligations.clock.local import at_clock_time, day_of

REST_FROM = time(23)
REST_TO = time(7)

EPOCH = date(1970, 1, 1)

# The clocks change between 01:00 and 02:00 local. Rest that spans midnight and this hour leaves every waking day
# equally long, and only then do the closed forms below hold.
_CLOCKS_CHANGED_BY = time(2)


def waking_day(rest_from: time = REST_FROM, rest_to: time = REST_TO) -> timedelta:
    """How long every waking day is, from `rest_to` to `rest_from`.

    Raises ValueError unless rest begins in the evening and ends, at 02:00 or later, the next morning.
    """
    if not _CLOCKS_CHANGED_BY <= rest_to < rest_from:
        raise ValueError(
            f"hours of rest begin before midnight and end at {_CLOCKS_CHANGED_BY} or later, "
            f"but these run from {rest_from} to {rest_to}"
        )
    return datetime.combine(EPOCH, rest_from) - datetime.combine(EPOCH, rest_to)


def waking_before(utc: datetime, rest_from: time = REST_FROM, rest_to: time = REST_TO) -> timedelta:
    """The waking time between the start of 1970-01-01 (local) and an instant; it never decreases.

    Days since 1970-01-01 times the waking day, plus how far the instant lies into its own day's waking hours
    (at least nothing, at most all of them). Raises ValueError as `waking_day` does.
    """
    length = waking_day(rest_from, rest_to)
    day = day_of(utc)
    into_day = utc - at_clock_time(day, rest_to)
    return (day - EPOCH).days * length + min(max(into_day, timedelta(0)), length)


def waking_elapsed(utc: datetime, hours: timedelta, rest_from: time = REST_FROM, rest_to: time = REST_TO) -> datetime:
    """The first instant, not before `utc`, at which so much waking time has passed since it.

    17:00 and 6 hours give 23:00 of the same day; from within the hours of rest, the count starts at their end.
    Raises ValueError for a negative limit, and as `waking_day` does.
    """
    if hours < timedelta(0):
        raise ValueError("a limit in waking hours is not negative")
    if not hours:
        return utc
    length = waking_day(rest_from, rest_to)
    reached = waking_before(utc, rest_from, rest_to) + hours
    # A whole number of waking days is reached in the evening of the last, not the morning after.
    ordinal, into_day = divmod(reached - timedelta.resolution, length)
    day = date.fromordinal(EPOCH.toordinal() + ordinal)
    return at_clock_time(day, rest_to) + into_day + timedelta.resolution
