"""Recorded excuses: who may excuse, and what on record does (record tests, 1.7)."""

from dataclasses import dataclass
from datetime import timedelta

from bounden.obligations.judging.casefile import CaseFile
from bounden.obligations.judging.deeds import Deed
from bounden.obligations.judging.limits import Clock
from bounden.obligations.judging.ranks import rank_of
from bounden.obligations.judging.told import NO, YES, Told, both, refused, untold
from bounden.obligations.span import Span
from bounden.obligations.terms import Excuse
from bounden.records.vocabulary import RANKS

_REASON = "rationale_recorded"
_APPROVAL = "supervisor_approved"


@dataclass(frozen=True, slots=True)
class Recorded:
    """A row that excuses, or may: told says which field is missing then."""

    deed: Deed
    told: Told


@dataclass(frozen=True, slots=True)
class Excused:
    """The excuse that counts, or the doubt that one may."""

    deed: Deed | None = None
    doubt: str = ""


@dataclass(frozen=True, slots=True)
class When:
    """The test that an excuse is looked for. only_since_start: a recurring duty, where an old excuse is spent."""

    start: Span
    due: Span
    person_id: str | None
    only_since_start: bool


def excused(file: CaseFile, standard_id: str, excuse: Excuse, when: When, clock: Clock) -> Excused:
    """Whether an excuse was recorded not later than D."""
    found = recorded(file, standard_id, excuse, when.start, when.person_id, clock)
    if when.only_since_start:
        found = [r for r in found if r.deed.span.latest >= when.start.earliest]
    found.sort(key=lambda r: (r.deed.span.latest, r.deed.span.earliest, r.deed.action_id))
    for row in found:
        since = not when.only_since_start or row.deed.span.earliest >= when.start.latest
        if row.told.holds and since and row.deed.span.latest <= when.due.earliest:
            return Excused(deed=row.deed)
    for row in found:
        if row.deed.span.earliest <= when.due.latest:
            return Excused(doubt=row.told.reason or f"actions.happened_at of {row.deed.kind}")
    return Excused()


def recorded(
    file: CaseFile, standard_id: str, excuse: Excuse, around: Span, person_id: str | None, clock: Clock
) -> list[Recorded]:
    """Every row that excuses or may, whenever it was made. `around`: T, or the lowering that it approves."""
    rows = [Recorded(d, _reason(d, standard_id, excuse, around, clock)) for d in file.about(person_id, _REASON)]
    if excuse.rank or excuse.approval_of_any_rank:
        rows += [
            Recorded(d, YES if excuse.approval_of_any_rank else _by_rank(d, standard_id, excuse, around, clock))
            for d in file.about(person_id, _APPROVAL)
        ]
    if excuse.or_done:
        rows += [Recorded(d, YES) for d in file.about(person_id, excuse.or_done)]
    return [r for r in rows if r.told.holds is not False]


def _reason(deed: Deed, standard_id: str, excuse: Excuse, around: Span, clock: Clock) -> Told:
    if excuse.rank:
        return _by_rank(deed, standard_id, excuse, around, clock)
    if deed.value != standard_id:
        return NO
    if excuse.by_role:
        if deed.by_role is None:
            return untold(f"actions.by_role of {deed.kind}")
        return YES if deed.by_role == excuse.by_role else NO
    return YES if deed.by_rank or deed.by_role else untold(f"actions.by_rank of {deed.kind}")


def _by_rank(deed: Deed, standard_id: str, excuse: Excuse, around: Span, clock: Clock) -> Told:
    """R≥rank: it names the standard, or names none and lies within `same_time`; by that rank or above."""
    if deed.value is not None and deed.value != standard_id:
        return NO
    close = YES if deed.value else near(deed, around, clock.hours("same_time"))
    rank = rank_of(deed.by_rank, deed.by_role)
    if rank is None:
        return both([close, untold(f"actions.by_rank of {deed.kind}")])
    return close if rank >= RANKS.index(excuse.rank or RANKS[0]) else NO


def near(deed: Deed, around: Span, reach: timedelta) -> Told:
    """Whether a row lies no further than so much time before or after an instant."""
    furthest = max(deed.span.latest - around.earliest, around.latest - deed.span.earliest)
    nearest = max(deed.span.earliest - around.latest, around.earliest - deed.span.latest)
    if furthest <= reach:
        return YES
    return (
        refused("it lies too far from that moment")
        if nearest > reach
        else untold(f"actions.happened_at of {deed.kind}")
    )
