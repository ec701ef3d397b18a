"""Which of two values of a number asks for more of a force: what its own number may be.

A limit of time is stricter the shorter it is; two can be compared if they are counted alike. How often is stricter the
fewer times, and the longer the time in which they are counted, make the duty arise. A rank is stricter the more senior
it is. Ages, times of day and numbers of persons say themselves which way is stricter.
"""

import enum
from datetime import time, timedelta

from bounden.obligations.parameters import Frequency, Limit, Parameter, Value
from bounden.records.vocabulary import RANKS


class Strictness(enum.StrEnum):
    """A value beside the national one."""

    SAME = "the same"
    STRICTER = "stricter"
    LAXER = "laxer"
    UNCLEAR = "stricter in one part and laxer in the other"

    @property
    def needs_reason(self) -> bool:
        """Whether it asks for less than the national value, at least in part, so that somebody must answer for it."""
        return self in (Strictness.LAXER, Strictness.UNCLEAR)


_ELAPSED = ("min", "h")


def directions(value: Value) -> tuple[str, ...]:
    """What a parameter of this kind must say of which way is stricter; only "" where its kind says it."""
    if isinstance(value, time):
        return ("earlier", "later")
    if isinstance(value, int) or (isinstance(value, Limit) and value.unit == "years"):
        return ("lower", "higher")
    return ("",)


def alike(one: Value, other: Value) -> bool:
    """Whether two values are of one kind, so that the one may stand where the other does: limits counted alike."""
    if isinstance(one, Limit) and isinstance(other, Limit):
        return one.unit == other.unit or (one.unit in _ELAPSED and other.unit in _ELAPSED)
    if isinstance(one, Frequency) and isinstance(other, Frequency):
        return alike(one.within, other.within)
    if isinstance(one, str) and isinstance(other, str):
        return one in RANKS and other in RANKS
    return type(one) is type(other)


def strictness(national: Parameter, value: Value) -> Strictness:
    """A value beside that of the parameter. Raises ValueError if they are not alike."""
    mine = national.value
    if not alike(mine, value):
        raise ValueError(f"{national.name} is of another kind")
    if mine == value:
        return Strictness.SAME
    match mine, value:
        case Limit(unit="years"), Limit():
            return _said((value.amount - mine.amount) * (1 if national.stricter == "higher" else -1))
        case Limit(), Limit():
            return _of_limits(mine, value)
        case Frequency(), Frequency():
            return _both(_said(mine.times - value.times), _longer(mine.within, value.within))
        case time(), time():
            return _said(1 if (value > mine) == (national.stricter == "later") else -1)
        case int(), int():
            return _said((value - mine) * (1 if national.stricter == "higher" else -1))
        case _:
            return _said(RANKS.index(str(value)) - RANKS.index(str(mine)))


def _said(more: int) -> Strictness:
    return Strictness.STRICTER if more > 0 else Strictness.LAXER if more < 0 else Strictness.SAME


def _both(one: Strictness, other: Strictness) -> Strictness:
    found = {one, other} - {Strictness.SAME}
    return Strictness.UNCLEAR if len(found) > 1 else found.pop() if found else Strictness.SAME


def _longer(national: Limit, value: Limit) -> Strictness:
    """Of the time in which something is counted: the longer, the more is found."""
    opposite = {Strictness.STRICTER: Strictness.LAXER, Strictness.LAXER: Strictness.STRICTER}
    found = Strictness.SAME if national == value else _of_limits(national, value)
    return opposite.get(found, found)


def _of_limits(national: Limit, value: Limit) -> Strictness:
    if national.unit == value.unit:
        return _said(national.amount - value.amount)
    return _said((national.elapsed - value.elapsed) // timedelta(minutes=1))
