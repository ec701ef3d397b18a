"""By when a duty is due, counted from T (record tests, 1.8 and 1.9).

A limit is written as the name of a parameter ("mc_search") or, where law or guidance fixes it, as a number with its
unit ("72 h", "5 wd", "1 d", "12 m"). Several limits in a tuple are added up one after the other.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field

from bounden.obligations.terms.conditions import Condition
from bounden.obligations.terms.endings import Ending
from bounden.obligations.terms.excuses import Excuse


@dataclass(frozen=True, slots=True)
class Within:
    """T + a limit."""

    limit: str


@dataclass(frozen=True, slots=True)
class WithinIf:
    """T + one limit if a condition holds at T, else T + another; where it cannot be told, from the one to the other."""

    condition: Condition
    limit: str
    otherwise: str


@dataclass(frozen=True, slots=True)
class SoonerAfter:
    """T + a limit or, if that is earlier, the first of these actions after T + another limit (RO-12)."""

    limit: str
    kinds: tuple[str, ...]
    after: str


@dataclass(frozen=True, slots=True)
class AtOnce:
    """At T itself: the limit counts as passed once the act is on record."""


@dataclass(frozen=True, slots=True)
class NextSchoolDay:
    """The start of the next school day, at least `school_lead` after T."""


@dataclass(frozen=True, slots=True)
class SameDay:
    """The end of T's local day, or T + a limit in hours if that is later."""

    limit: str


@dataclass(frozen=True, slots=True)
class WakingHours:
    """T + a limit in hours, `rest_hours` not counted."""

    limit: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ByFirstGrade:
    """By the first grade on record; re-grades are ignored (IC-19).

    limits: the limits to add up for a grade. otherwise: for any other grade, and where it is known that there is none.
    unknown: the shortest and the longest limit where the grade cannot be told.
    """

    kind: str
    limits: Mapping[str, tuple[str, ...]] = field(hash=False)
    otherwise: tuple[str, ...]
    unknown: tuple[tuple[str, ...], tuple[str, ...]]


@dataclass(frozen=True, slots=True, kw_only=True)
class ByCurrentGrade:
    """By the grade, moved when it changes: raised at X, D is the earlier of D and X + its limit (IC-03).

    first: the kind of the first grade; changed: the kinds that change it, from then on.
    limits: grade to limit, strictest first. A grade without a limit (telephone) withdraws the obligation if the
        lowering to it was authorised, and makes none if no other grade is recorded.
    lowered_by: who must approve, by D, a lowering for D to move later; None: no approval is needed (RO-07).
    ungraded: the shortest and the longest limit where no grade is on record; None: the standard makes no test then.
    at_start: the grade that counts is the last at or before T, not the first (RO-07).
    """

    first: str
    changed: tuple[str, ...]
    limits: Mapping[str, str] = field(hash=False)
    lowered_by: Excuse | None = None
    ungraded: tuple[str, str] | None = None
    at_start: bool = False


@dataclass(frozen=True, slots=True)
class FirstThen:
    """A recurring duty: the start of the state + one limit, then the last evidence + another (PD-03)."""

    at_first: str
    then: str


@dataclass(frozen=True, slots=True, kw_only=True)
class BeforeTheEnd:
    """The first end at or after T, or T + a limit if that is earlier (PD-06)."""

    end: Ending
    limit: str


@dataclass(frozen=True, slots=True)
class ByTimeLimit:
    """By the time limit that a recommendation carries as its grade (GOV-01): T + its limit, or the end of a date.

    limits: the words that it may be and their limits. Any other text but a date, or none: by when cannot be told.
    """

    limits: Mapping[str, str] = field(hash=False)


Due = (
    Within
    | WithinIf
    | SoonerAfter
    | AtOnce
    | SameDay
    | NextSchoolDay
    | WakingHours
    | ByFirstGrade
    | ByCurrentGrade
    | FirstThen
    | BeforeTheEnd
    | ByTimeLimit
)
