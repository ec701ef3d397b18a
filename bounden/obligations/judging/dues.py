"""By when: D as an interval, moved by grades where the standard says so (record tests, 1.8 and 1.9)."""

from collections.abc import Mapping
from dataclasses import dataclass

from bounden.obligations.judging.casefile import CaseFile, first_of
from bounden.obligations.judging.conditions import Asked, holds
from bounden.obligations.judging.deeds import Deed
from bounden.obligations.judging.endings import ends
from bounden.obligations.judging.excuses import recorded
from bounden.obligations.judging.feeds import Feed
from bounden.obligations.judging.limits import Clock, stated_day
from bounden.obligations.judging.starts import window
from bounden.obligations.span import Span, earlier
from bounden.obligations.terms import (
    AtOnce,
    BeforeTheEnd,
    ByCurrentGrade,
    ByFirstGrade,
    ByTimeLimit,
    Due,
    Ending,
    FirstThen,
    NextSchoolDay,
    SameDay,
    SoonerAfter,
    WakingHours,
    Within,
    WithinIf,
)


class NoTimeLimit(Exception):
    """A recommendation carries no time limit that can be read, so by when it is due cannot be told."""


Steps = list[tuple[Deed, int]]


@dataclass(frozen=True, slots=True)
class Limited:
    """D, and the instant at which an authorised lowering withdrew the obligation, if one did or may have."""

    span: Span
    withdrawn: Span | None = None
    lowering_untold: bool = False


def due(  # noqa: C901 - one case for each term of a closed set
    file: CaseFile, standard_id: str, term: Due, start: Span, person_id: str | None, clock: Clock, *, again: bool
) -> Limited:
    """The due instant of a test whose T is known; again: T is the last evidence of a recurring duty.

    Raises BeyondBankHolidays where working days leave the list, and NoTimeLimit.
    """
    match term:
        case AtOnce():
            return Limited(start)
        case Within(limit):
            return Limited(clock.after(start, limit))
        case FirstThen(first, then):
            return Limited(clock.after(start, then if again else first))
        case BeforeTheEnd(end=end, limit=limit):
            return Limited(_before_the_end(file, end, clock.after(start, limit), start, person_id))
        case WithinIf():
            return Limited(_within_if(file, term, start, person_id, clock))
        case SoonerAfter():
            return Limited(_sooner(file, term, start, person_id, clock))
        case SameDay(limit):
            return Limited(clock.same_day(start, limit))
        case NextSchoolDay():
            return Limited(clock.next_school_day(start))
        case WakingHours(limit):
            return Limited(clock.waking(start, limit))
        case ByFirstGrade():
            return Limited(_by_first_grade(file, term, start, clock))
        case ByCurrentGrade():
            return _by_current_grade(file, standard_id, term, start, person_id, clock)
        case ByTimeLimit(limits):
            return Limited(_by_time_limit(file.occurrence.grade, limits, start, clock))


def _by_time_limit(written: str | None, limits: Mapping[str, str], start: Span, clock: Clock) -> Span:
    if written and written in limits:
        return clock.after(start, limits[written])
    day = stated_day(written)
    if day is None:
        raise NoTimeLimit
    return Span.exactly(day)


def _before_the_end(file: CaseFile, end: Ending, latest: Span, start: Span, person_id: str | None) -> Span:
    """The first end that may lie at or after T, if it comes before the limit."""
    after = [s for s in ends(file, end, person_id, start) if s.latest >= start.earliest]
    return first_of([latest, *(Span(max(s.earliest, start.earliest), s.latest) for s in after)]) or latest


def _within_if(file: CaseFile, term: WithinIf, start: Span, person_id: str | None, clock: Clock) -> Span:
    told = holds(term.condition, Asked(file, person_id, start, None, clock))
    spans = [clock.after(start, limit) for limit in (term.limit, term.otherwise)]
    return _widest(spans) if told.holds is None else spans[0 if told.holds else 1]


def _sooner(file: CaseFile, term: SoonerAfter, start: Span, person_id: str | None, clock: Clock) -> Span:
    """An action of which it cannot be told whether it came after T moves only the earliest reading of D."""
    at_last = clock.after(start, term.limit)
    rows = file.about(person_id, *term.kinds)
    rows = [d for d in rows if d.span.latest > start.earliest and d.span.earliest < at_last.latest]
    if not rows:
        return at_last
    first = max(start.earliest, min(d.span.earliest for d in rows))
    soonest = clock.after(Span.exactly(first), term.after).earliest
    sure = [d.span.latest for d in rows if d.span.earliest > start.latest]
    latest = clock.after(Span.exactly(min(sure)), term.after).latest if sure else at_last.latest
    return Span(min(at_last.earliest, soonest), min(at_last.latest, latest))


def _by_first_grade(file: CaseFile, term: ByFirstGrade, start: Span, clock: Clock) -> Span:
    graded = file.of_kind(term.kind)
    otherwise = clock.after(start, *term.otherwise)
    unknown = _widest([clock.after(start, *limits) for limits in term.unknown])
    if graded:
        first = _maybe_first(graded)
        return _widest(
            [clock.after(start, *term.limits.get(d.value, term.otherwise)) if d.value else unknown for d in first]
        )
    seen_until = min(otherwise.latest, file.as_of)
    complete = file.feed(term.kind, None, window(file, start, max(start.earliest, seen_until))) is Feed.COMPLETE
    if complete or any(d.until >= seen_until for d in file.denied(None, term.kind)):
        return otherwise
    return unknown


def _maybe_first(rows: list[Deed]) -> list[Deed]:
    """The rows of which each may be the first in time."""
    first_by = min(d.span.latest for d in rows)
    return [d for d in rows if d.span.earliest <= first_by]


def _widest(spans: list[Span]) -> Span:
    return Span(min(s.earliest for s in spans), max(s.latest for s in spans))


def _by_current_grade(
    file: CaseFile, standard_id: str, term: ByCurrentGrade, start: Span, person_id: str | None, clock: Clock
) -> Limited:
    """T's grade, then each raise; the last approved lowering starts afresh, and only raises after it count.

    A lowering is approved by the limit that T's grade and the raises before it gave.
    """
    first, changes = _first_and_changes(file, term, start, person_id, clock)
    steps = _steps(term, first, changes)
    strictest, _ = _extremes(term)
    base = _base(term, start, first, changes, clock)
    sure: tuple[int, Deed] | None = None
    unsure: tuple[int, Deed] | None = None
    for place, (change, direction) in enumerate(steps):
        if direction > 0:
            standing = _least(base, _raises(term, steps[:place], clock))
            approved = _approved(file, standard_id, term, change, standing, person_id, clock)
            if approved:
                sure, unsure = (place, change), None
            elif approved is None:
                unsure = (place, change)
    limited = _from_lowering(term, start, base, steps, sure, clock)
    if unsure:
        other = _from_lowering(term, start, base, steps, unsure, clock)
        limited = Limited(
            Span(limited.span.earliest, max(limited.span.latest, other.span.latest)),
            limited.withdrawn,
            lowering_untold=other.withdrawn is not None,
        )
    if _order_unsure(term, [*([first] if first else []), *changes], start):
        limited = _in_any_order(term, start, [*([first] if first else []), *changes], limited, clock)
    nameless = [c for c in changes if c.value is None]
    if nameless:
        soonest = min(clock.after(c.span, strictest).earliest for c in nameless)
        limited = Limited(
            Span(min(limited.span.earliest, soonest), limited.span.latest), limited.withdrawn, limited.lowering_untold
        )
    return limited


def _order_unsure(term: ByCurrentGrade, rows: list[Deed], start: Span) -> bool:
    """Whether the records leave open which of two grades came first, or which was in force at T."""
    if term.at_start:
        before = [s for s in rows if s.span.latest <= start.earliest]
        rows = [r for r in rows if not any(s.span.earliest > r.span.latest for s in before)]
        if len(rows) > 1 and any(r.span.earliest < start.latest and r.span.latest > start.earliest for r in rows):
            return True
    return any(
        one.value != other.value and one.span.earliest <= other.span.latest and other.span.earliest <= one.span.latest
        for place, one in enumerate(rows)
        for other in rows[place + 1 :]
    )


def _in_any_order(term: ByCurrentGrade, start: Span, rows: list[Deed], limited: Limited, clock: Clock) -> Limited:
    """D as wide as any order of the grades could make it."""
    counted = [_counted(term, since, row, clock) for row in rows for since in (start, row.span)]
    withdraws = any(row.value and row.value not in term.limits for row in rows)
    return Limited(_widest([limited.span, *(s for s in counted if s)]), limited.withdrawn, withdraws)


def _base(term: ByCurrentGrade, start: Span, first: Deed | None, changes: list[Deed], clock: Clock) -> Span | None:
    """The limit by the first grade, as wide as the rows that may be it; None for a grade without a limit."""
    strictest, laxest = _extremes(term)
    unknown = _widest([clock.after(start, strictest), clock.after(start, laxest)])
    if first is None:
        return unknown
    rows = [first] if term.at_start else _maybe_first([first, *(d for d in changes if d.kind == term.first)])
    spans = [_counted(term, start, d, clock) if d.value else unknown for d in rows]
    limited = [s for s in spans if s]
    return _widest(limited) if limited else None


def _from_lowering(
    term: ByCurrentGrade, start: Span, base: Span | None, steps: Steps, lowering: tuple[int, Deed] | None, clock: Clock
) -> Limited:
    if lowering is None:
        return Limited(_least(base, _raises(term, steps, clock)) or start)
    place, change = lowering
    moved = _least(_counted(term, start, change, clock), _raises(term, steps[place + 1 :], clock))
    if moved:
        return Limited(moved)
    return Limited(_least(base, _raises(term, steps[:place], clock)) or start, withdrawn=change.span)


def _steps(term: ByCurrentGrade, first: Deed | None, changes: list[Deed]) -> Steps:
    """Each change with a value, and whether it raises (-1), lowers (1) or keeps (0) the grade before it.

    After no grade at all, any grade counts as a raise.
    """
    order = list(term.limits)
    strictness = _strictness(order, first)
    steps: Steps = []
    for change in changes:
        if change.value is None:
            continue
        now = _strictness(order, change)
        direction = -1 if strictness is None or now is None else (now > strictness) - (now < strictness)
        steps.append((change, direction))
        strictness = now
    return steps


def _strictness(order: list[str], graded: Deed | None) -> int | None:
    if graded is None or graded.value is None:
        return None
    return order.index(graded.value) if graded.value in order else len(order)


def _raises(term: ByCurrentGrade, steps: Steps, clock: Clock) -> Span | None:
    spans = [_counted(term, change.span, change, clock) for change, direction in steps if direction < 0]
    return _least(None, first_of([s for s in spans if s]))


def _least(one: Span | None, other: Span | None) -> Span | None:
    return earlier(one, other) if one and other else one or other


def _counted(term: ByCurrentGrade, since: Span, graded: Deed, clock: Clock) -> Span | None:
    limit = term.limits.get(graded.value or "")
    return clock.after(since, limit) if limit else None


def _extremes(term: ByCurrentGrade) -> tuple[str, str]:
    if term.ungraded:
        return term.ungraded
    limits = list(term.limits.values())
    return limits[0], limits[-1]


def _first_and_changes(
    file: CaseFile, term: ByCurrentGrade, start: Span, person_id: str | None, clock: Clock
) -> tuple[Deed | None, list[Deed]]:
    rows = file.about(person_id, *{term.first, *term.changed})
    if term.at_start:
        before = [d for d in rows if d.span.earliest <= start.earliest]
        after = [d for d in rows if d.span.earliest > start.earliest]
        if not before and after and _set_in_time(term, start, after[0], clock):
            return after[0], after[1:]
        return (before[-1] if before else None), after
    first = next((d for d in rows if d.kind == term.first), None)
    return first, [d for d in rows if d is not first and d.kind in term.changed]


def _set_in_time(term: ByCurrentGrade, start: Span, graded: Deed, clock: Clock) -> bool:
    """Whether the first grade after T was set by the limit that it gives, so that it counts from T (RO-07)."""
    limit = _counted(term, start, graded, clock)
    return limit is not None and graded.span.latest <= limit.earliest


def _approved(
    file: CaseFile,
    standard_id: str,
    term: ByCurrentGrade,
    change: Deed,
    standing: Span | None,
    person_id: str | None,
    clock: Clock,
) -> bool | None:
    """Whether a lowering, and the approval it needs, came not later than D; None: cannot be told."""
    if standing is None:
        return False
    if change.span.earliest > standing.latest:
        return False
    in_time = change.span.latest <= standing.earliest
    if term.lowered_by is None:
        return True if in_time else None
    rows = recorded(file, standard_id, term.lowered_by, change.span, person_id, clock)
    if in_time and any(r.told.holds and r.deed.span.latest <= standing.earliest for r in rows):
        return True
    return None if any(r.deed.span.earliest <= standing.latest for r in rows) else False
