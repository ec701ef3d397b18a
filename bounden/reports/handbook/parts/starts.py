"""The parts of a start."""

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from bounden.obligations.parameters import Parameters
from bounden.obligations.terms import (
    EachLowering,
    EachNight,
    EachRow,
    EarlierOf,
    First,
    FirstOfEachDay,
    FirstText,
    FromTheNth,
    LaterOf,
    Mark,
    Occurred,
    Repeated,
    RepeatReport,
    Report,
    Start,
    any_occurrence,
)
from bounden.obligations.wording.instants import say_limit
from bounden.obligations.wording.kinds import say_kind
from bounden.obligations.wording.terms import say_endings, say_scope, say_start
from bounden.records.vocabulary import ROLES
from bounden.reports.handbook.parts.restrictions import restrictions

_EVER = "1200 m"


def of_start(start: Start, numbers: Parameters) -> Iterator[tuple[str, Start]]:
    """Each part, and the start without it."""
    match start:
        case First() | EachRow() | FirstOfEachDay() | EachLowering():
            yield from _of_rows(start)
        case FromTheNth(number=number):
            yield f"from number {number} on", replace(start, number=number + 1)
        case Occurred():
            yield "from when it happened, and not from the report", Report()
        case FirstText(phrases):
            yield from ((f"looks for “{each}”", FirstText(phrases - {each})) for each in sorted(phrases))
        case RepeatReport():
            said = f"from the report, where there was {say_kind(start.kind)} before"
            yield said, start.otherwise
            yield f"before: within {say_limit(numbers.limit(start.within))}", replace(start, within=_EVER)
        case EarlierOf(one, other) | LaterOf(one, other):
            yield f"from {say_start(one, numbers)}", other
            yield f"from {say_start(other, numbers)}", one
        case Repeated():
            yield f"counts {say_scope(start.of)} alone", replace(start, of=any_occurrence())
            yield f"counts {start.people.name} alone", replace(start, people=replace(start.people, roles=ROLES))
        case Mark(unless=unless) if unless:
            yield f"unless ended by {say_endings(unless)}", replace(start, unless=())
        case EachNight():
            yield f"until ended by {say_endings(start.until)}", replace(start, until=())
            yield from ((f"while: {says}", replace(start, begins=begun)) for says, begun in _of_rows(start.begins))
        case _:
            pass


def _of_rows(start: Any) -> Iterator[tuple[str, Any]]:
    for kind in start.kinds if len(start.kinds) > 1 else ():
        yield f"from {say_kind(kind)}", replace(start, kinds=tuple(k for k in start.kinds if k != kind))
    yield from ((f"the start: {asks}", other) for asks, other in restrictions(start))
    if isinstance(start, EachRow | FirstOfEachDay) and len(start.values) > 1:
        for kind in start.values:
            rest = {each: held for each, held in start.values.items() if each != kind}
            yield f"from {say_kind(kind)}: the value it must have", replace(start, values=rest)
