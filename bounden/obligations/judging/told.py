"""What the records tell of a condition: it holds, it does not, or they cannot tell and why."""

from collections.abc import Iterable
from typing import NamedTuple


class Told(NamedTuple):
    """holds: None where the records cannot tell; reason: the field or feed that is missing then, or why it does not."""

    holds: bool | None
    reason: str = ""


YES = Told(True)
NO = Told(False)


def refused(reason: str) -> Told:
    """It does not hold, and in words why not."""
    return Told(False, reason)


def untold(reason: str) -> Told:
    """The records cannot tell, for want of this field or feed."""
    return Told(None, reason)


def either(told: Iterable[Told]) -> Told:
    """Holds if one holds; else cannot be told if one cannot, for the first reason by name: rows have no order."""
    doubts = []
    for one in told:
        if one.holds:
            return YES
        if one.holds is None:
            doubts.append(one)
    return min(doubts, key=lambda one: one.reason, default=NO)


def both(told: Iterable[Told]) -> Told:
    """Does not hold if one does not; else cannot be told if one cannot, for the first reason in order."""
    doubt = YES
    for one in told:
        if one.holds is False:
            return one
        if one.holds is None and doubt.holds:
            doubt = one
    return doubt
