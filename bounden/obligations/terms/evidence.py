"""What discharges a duty (record tests, 1.3 to 1.5)."""

from dataclasses import dataclass

from bounden.obligations.terms.conditions import Condition
from bounden.obligations.terms.people import People
from bounden.obligations.terms.starts import Start


@dataclass(frozen=True, slots=True, kw_only=True)
class Doing:
    """A done action of a kind.

    values: it must have one of these; a row without value is possible evidence.
    or_no_value: a row without value counts, too (INV-10).
    by_role: it must be by one of these roles; a row without role is possible evidence.
    rank: it must be by this rank or above; a row with neither rank nor the role of a supervisor is possible evidence.
    since: it must not lie further before T than this limit ("0 h": not before T), or not before this other start, in
        whatever occurrence.
    not_before: it must not lie before the first action of this kind, where one is on record (MC-16).
    near: only within this limit of T, before or after it; it is then in time, even if after T (DM-03).
    signed: it must say by whom, id or role; a row that says neither is possible evidence (DM-07).
    naming_child: `!`: only a row naming that child; a row naming nobody counts if the set has one child there,
        else it is possible evidence.
    anywhere: `⋄`: in any occurrence of that person, not before T.
    elsewhere: `⋄` where the test is about nobody: in any occurrence of somebody of this set there, not before T.
    of_anyone: whomever the row names (INV-24, where the breach names the man and the assessment the child).
    by_another_than: by somebody other than who did the first action of this kind; no by_id: possible evidence.
    partner_after: done by a partner's role, it counts only if this kind was done by then (IC-19).
    on_the_day: in time if on T's local day, even if after T (AH-27).
    never_before_start: by its nature it cannot be earlier than T (a re-grade and the first grade).
    """

    kind: str
    values: frozenset[str] = frozenset()
    or_no_value: bool = False
    by_role: frozenset[str] = frozenset()
    rank: str | None = None
    since: str | Start | None = None
    not_before: str | None = None
    near: str | None = None
    signed: bool = False
    naming_child: bool = False
    anywhere: bool = False
    elsewhere: People | None = None
    of_anyone: bool = False
    by_another_than: str | None = None
    partner_after: str | None = None
    on_the_day: bool = False
    never_before_start: bool = False


@dataclass(frozen=True, slots=True)
class FlagHeld:
    """A flag of one of these kinds on the person at D; one that began after D is late (INV-17).

    begun_since: instead, one that began not before this start, whether or not it is still held; one without a beginning
        is possible evidence (MC-15).
    """

    kinds: frozenset[str]
    begun_since: Start | None = None


@dataclass(frozen=True, slots=True)
class ItsEntry:
    """The flag that gives T was entered (its recorded_at); where that is not on record, it cannot be told (AH-11)."""


@dataclass(frozen=True, slots=True)
class ItsNote:
    """The row that gives T carries a note: the reason stands with the act itself (DM-01)."""


@dataclass(frozen=True, slots=True)
class ItsRank:
    """The row that gives T is by this rank (a parameter or a rank) or above; without rank it may be (DM-01, DM-03)."""

    rank: str


Alternative = Doing | FlagHeld | ItsEntry | ItsNote | ItsRank


@dataclass(frozen=True, slots=True, kw_only=True)
class Member:
    """One thing that must be done, by any of its alternatives.

    when: needed only if the condition holds.
    denied_by: a denial of this kind denies every alternative (MC-20).
    """

    alternatives: tuple[Alternative, ...]
    when: Condition | None = None
    denied_by: str | None = None


@dataclass(frozen=True, slots=True)
class Evidence:
    """All members are needed; discharged at the last."""

    members: tuple[Member, ...]


def doing(
    kind: str,
    *values: str,
    or_no_value: bool = False,
    by_role: str | None = None,
    rank: str | None = None,
    since: str | Start | None = None,
    not_before: str | None = None,
    near: str | None = None,
    signed: bool = False,
    naming_child: bool = False,
    anywhere: bool = False,
    elsewhere: People | None = None,
    of_anyone: bool = False,
    by_another_than: str | None = None,
    partner_after: str | None = None,
    on_the_day: bool = False,
    never_before_start: bool = False,
) -> Doing:
    """A done action of a kind, with one of these values."""
    return Doing(
        kind=kind,
        values=frozenset(values),
        or_no_value=or_no_value,
        by_role=frozenset({by_role} if by_role else ()),
        rank=rank,
        since=since,
        not_before=not_before,
        near=near,
        signed=signed,
        naming_child=naming_child,
        anywhere=anywhere,
        elsewhere=elsewhere,
        of_anyone=of_anyone,
        by_another_than=by_another_than,
        partner_after=partner_after,
        on_the_day=on_the_day,
        never_before_start=never_before_start,
    )


def any_of(*alternatives: Alternative | str, when: Condition | None = None, denied_by: str | None = None) -> Member:
    """One of these; a plain kind is a done action of that kind."""
    each = tuple(Doing(kind=a) if isinstance(a, str) else a for a in alternatives)
    return Member(alternatives=each, when=when, denied_by=denied_by)


def all_of(*members: Member | Doing | str) -> Evidence:
    """Each of these."""
    return Evidence(tuple(m if isinstance(m, Member) else any_of(m) for m in members))
