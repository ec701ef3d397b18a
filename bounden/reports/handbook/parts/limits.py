"""The parts of a limit, and of a form in which an act must not be done."""

from collections.abc import Iterator
from dataclasses import replace

from bounden.obligations.parameters import Limit, Parameters
from bounden.obligations.terms import (
    AtOnce,
    BeforeTheEnd,
    Breach,
    ByCurrentGrade,
    ByTimeLimit,
    Due,
    FirstThen,
    PhraseFound,
    Preceded,
    SameTimeOfWeek,
    SoonerAfter,
    Within,
    WithinIf,
)
from bounden.obligations.wording.instants import say_limit
from bounden.obligations.wording.kinds import say_kind, say_word
from bounden.obligations.wording.terms import say_breach, say_condition, say_endings
from bounden.records.vocabulary import RANKS
from bounden.reports.handbook.parts.restrictions import later, restrictions, without

_NOTHING = frozenset({"nothing"})


def of_limit(due: Due, numbers: Parameters) -> Iterator[tuple[str, Due]]:
    """Each part, and the limit without it."""
    match due:
        case Within(limit):
            if limit[0].isdigit():
                yield f"within {say_limit(Limit.parse(limit))}", Within(later(limit))
            yield "time to do it, and not at once", AtOnce()
        case FirstThen(at_first, then):
            yield f"first {say_limit(numbers.limit(at_first))}", replace(due, at_first=later(at_first))
            yield f"then {say_limit(numbers.limit(then))}", replace(due, then=later(then))
        case WithinIf():
            condition = say_condition(due.condition, numbers)
            yield f"another limit where {condition}", Within(due.otherwise)
            yield f"another limit where not: {condition}", Within(due.limit)
        case SoonerAfter():
            yield f"within {say_limit(numbers.limit(due.limit))}", replace(due, limit=later(due.limit))
            for kind in due.kinds if len(due.kinds) > 1 else ():
                yield f"sooner after {say_kind(kind)}", replace(due, kinds=tuple(k for k in due.kinds if k != kind))
        case BeforeTheEnd():
            yield from _of_end(due)
        case ByTimeLimit(limits):
            for word in limits:
                rest = {each: limit for each, limit in limits.items() if each != word}
                yield f"a limit of {say_word(word)}", ByTimeLimit(rest)
                if limits[word][0].isdigit():
                    longer = ByTimeLimit({**limits, word: later(limits[word])})
                    yield f"{say_word(word)}: {say_limit(numbers.limit(limits[word]))}", longer
        case ByCurrentGrade():
            yield from _of_grades(due)
        case _:
            pass


def _of_end(due: BeforeTheEnd) -> Iterator[tuple[str, Due]]:
    said = say_endings((due.end,)).replace("; ", " or ")
    yield f"before {said}", Within(due.limit)
    if due.end.closed_at:
        yield "before the record closed", replace(due, end=replace(due.end, closed_at=False))
    for kind in due.end.kinds:
        kinds = tuple(each for each in due.end.kinds if each != kind)
        yield f"before: {say_kind(kind)}", replace(due, end=replace(due.end, kinds=kinds))


def _of_grades(due: ByCurrentGrade) -> Iterator[tuple[str, Due]]:
    if due.lowered_by:
        yield "a lower grade needs approval", replace(due, lowered_by=None)
        if due.lowered_by.rank:
            anybody = replace(due.lowered_by, rank=RANKS[0])
            yield f"approval by {say_word(due.lowered_by.rank)} or above", replace(due, lowered_by=anybody)
    if len(due.changed) > 1:
        yield "a changed grade moves the limit", replace(due, changed=due.changed[:1])


def of_breach(breach: Breach, numbers: Parameters) -> Iterator[tuple[str, Breach]]:
    """Each part, and the form without it."""
    match breach:
        case PhraseFound():
            return  # its phrases are parts of the start
        case frozenset():
            for value in sorted(breach):
                yield say_word(value), breach - {value} or _NOTHING
            return
        case _:
            yield say_breach(breach, numbers), _NOTHING
    if isinstance(breach, SameTimeOfWeek):
        for hour in breach.parts:
            parts = tuple(each + (each == hour) for each in breach.parts)
            yield f"a part of the day begins at {hour}:00", replace(breach, parts=parts)
    if isinstance(breach, Preceded):
        for at, one in enumerate(breach.by):
            if len(breach.by) > 1:
                yield f"after {say_kind(one.kind)}", replace(breach, by=without(breach.by, at))
            for asks, other in restrictions(one):
                yield (
                    f"after {say_kind(one.kind)}: {asks}",
                    replace(breach, by=(*breach.by[:at], other, *breach.by[at + 1 :])),
                )
        yield f"within {say_limit(numbers.limit(breach.within))}", replace(breach, within=later(breach.within))
