"""What a standard rests on: the feeds and fields of the records without which it makes no test, or cannot be told.

Read off its terms, so that nothing has to be said twice. Whether silence of a feed is omission is another question
(record tests, 1.3); here stands which feeds and fields matter, and for what.
"""

import dataclasses
import enum
from collections.abc import Iterator

from bounden.obligations.terms import (
    Attendance,
    ByTimeLimit,
    CarerArrested,
    CategoryRecorded,
    ChildKnown,
    Doing,
    EachLowering,
    EachNight,
    EachRow,
    EarlierOf,
    First,
    FirstOfEachDay,
    FirstUnattended,
    FlagBegun,
    Flagged,
    FlagHeld,
    Followed,
    FromTheNth,
    ItsEntry,
    ItsNote,
    ItsRank,
    LastBefore,
    LaterOf,
    LookedAfter,
    Member,
    Occurred,
    OnTheRegister,
    People,
    PhraseFound,
    Preceded,
    ReasonRecorded,
    RepeatReport,
    SecondInARow,
    SoonerAfter,
    Standard,
    Start,
    Supplied,
    Test,
    Type,
    UnderWay,
    WithoutResidence,
)


class Use(enum.StrEnum):
    """What a feed or a field is needed for."""

    STARTS = "without it no obligation is made"
    TIMES = "it fixes from when, or by when"
    CONDITION = "it tells whether the duty applies"
    EVIDENCE = "it shows that the duty was done"


@dataclasses.dataclass(frozen=True, slots=True, order=True)
class Need:
    """One feed or field.

    table: of the nine. kind: of the action or flag; empty: the whole table. column: the field that must be filled in
    on those rows; empty: the rows themselves. member: for evidence, which of the things that must be done.
    """

    use: Use
    table: str
    kind: str = ""
    column: str = ""
    member: int = 0


#: Starts that are an action's own instant, unless they say "else the report".
_ACTS = (EachRow, EachLowering, First, FirstOfEachDay, FromTheNth, SecondInARow, CarerArrested, LastBefore, FlagBegun)


def needs(standard: Standard, test: Test) -> tuple[Need, ...]:
    """Everything that one test of a standard rests on, each once, what starts it first."""
    found = [*_to_start(test), *_to_time(test), *_to_apply(standard, test), *_to_show(standard, test)]
    order = list(Use)
    return tuple(sorted(dict.fromkeys(found), key=lambda need: (order.index(need.use), need)))


def starting_kinds(start: Start) -> Iterator[str]:
    """The kinds of action without which a start makes no test; none where time runs from something else."""
    match start:
        case FromTheNth(kind=kind) | SecondInARow(kind):
            yield kind
        case EachRow(kinds=kinds, else_report=False) | First(kinds=kinds, else_report=False):
            yield from kinds
        case EachLowering(kinds=kinds) | FirstOfEachDay(kinds=kinds):
            yield from kinds
        case CarerArrested():
            yield "suspect_arrested"
        case LastBefore(kind, before):
            yield from (kind, before)
        case RepeatReport(otherwise=otherwise):
            yield from starting_kinds(otherwise)
        case FirstUnattended():
            yield from ("resolved_without_attendance", "closed")
        case LaterOf(one, other):
            yield from starting_kinds(one)
            yield from starting_kinds(other)
        case _:
            return


def _to_start(test: Test) -> Iterator[Need]:
    for kind in starting_kinds(test.starts):
        yield Need(Use.STARTS, "actions", kind)
    for start in _starts(test.starts):
        if isinstance(start, FlagBegun):
            yield Need(Use.STARTS, "flags", "", "from_at")
        if isinstance(start, First) and start.values:
            yield from (Need(Use.STARTS, "actions", kind, "value") for kind in start.kinds)
        if isinstance(start, EachRow | FirstOfEachDay):
            yield from (Need(Use.STARTS, "actions", kind, "value") for kind in start.values)
        if isinstance(start, SecondInARow):
            yield Need(Use.STARTS, "actions", start.kind, "value")
        if isinstance(start, EachLowering):
            yield from (Need(Use.STARTS, "actions", kind, "value") for kind in start.kinds)


def _to_time(test: Test) -> Iterator[Need]:
    starting = set(starting_kinds(test.starts))
    for start in _starts(test.starts):
        match start:
            case Attendance() | ChildKnown():
                yield Need(Use.TIMES, "actions", "officers_arrived")
            case First(kinds=kinds) | EachRow(kinds=kinds):
                yield from (Need(Use.TIMES, "actions", kind) for kind in kinds if kind not in starting)
            case RepeatReport(kind=kind):
                yield Need(Use.TIMES, "actions", kind)
            case _:
                pass
        if isinstance(start, WithoutResidence):
            yield Need(Use.STARTS, "residences")
        if isinstance(start, Occurred):
            yield Need(Use.TIMES, "occurrences", "", "occurred_at")
        if not isinstance(start, _ACTS) or getattr(start, "else_report", False):
            yield Need(Use.TIMES, "occurrences", "", "reported_at")
    if isinstance(test.due, ByTimeLimit):
        yield Need(Use.TIMES, "occurrences", "", "grade")
    if isinstance(test.due, SoonerAfter):
        yield from (Need(Use.TIMES, "actions", kind) for kind in test.due.kinds)
    graded = {getattr(test.due, name, None) for name in ("kind", "first")} - {None}
    for kind in sorted(str(each) for each in graded):
        yield Need(Use.TIMES, "actions", kind)
        yield Need(Use.TIMES, "actions", kind, "value")


def _starts(start: Start) -> Iterator[Start]:
    yield start
    if isinstance(start, EarlierOf | LaterOf):
        yield from _starts(start.one)
        yield from _starts(start.other)
    if isinstance(start, EachNight):
        yield from _starts(start.begins)
    if isinstance(start, RepeatReport):
        yield from _starts(start.otherwise)


def _to_apply(standard: Standard, test: Test) -> Iterator[Need]:
    people = standard.for_each
    if isinstance(people, People):
        yield Need(Use.CONDITION, "involvements")
        if people.children:
            yield Need(Use.CONDITION, "people", "", "date_of_birth")
        if people.linked_to:
            yield Need(Use.CONDITION, "relationships")
        if people.in_vehicle_or_at_arrest:
            yield Need(Use.CONDITION, "involvements", "", "vehicle")
    sets = {people for way in standard.looks_at.ways for people in way.having} | {standard.for_each}
    for people in sets:
        if isinstance(people, People):
            yield from (Need(Use.CONDITION, "flags", kind) for kind in people.flagged)
    for term in _within(standard.conditions_of(test)):
        yield from _to_hold(term)


def _to_hold(term: object) -> Iterator[Need]:
    """What one condition rests on."""
    match term:
        case Flagged(kinds):
            yield from (Need(Use.CONDITION, "flags", kind) for kind in kinds)
        case Supplied(table):
            yield Need(Use.STARTS, table)
        case UnderWay(begun, ended):
            yield from (Need(Use.CONDITION, "actions", kind) for kind in (begun, *ended))
            yield from (Need(Use.CONDITION, "actions", kind, "value") for kind, values in ended.items() if values)
        case OnTheRegister():
            yield Need(Use.CONDITION, "involvements")
        case Followed(by=kind, flags=flags):
            yield Need(Use.STARTS, "actions", kind)
            yield from (Need(Use.CONDITION, "flags", flag) for flag in flags)
        case ReasonRecorded():
            yield Need(Use.STARTS, "actions", "rationale_recorded")
        case CategoryRecorded():
            yield Need(Use.CONDITION, "occurrences", "", "category")
        case LookedAfter():
            yield Need(Use.CONDITION, "flags", "looked_after")
            yield Need(Use.CONDITION, "residences")
        case _:
            pass


def _within(term: object) -> Iterator[object]:
    """The terms of a term, at whatever depth, itself included."""
    if isinstance(term, tuple):
        for one in term:
            yield from _within(one)
    elif dataclasses.is_dataclass(term) and not isinstance(term, type):
        yield term
        for field in dataclasses.fields(term):
            yield from _within(getattr(term, field.name))


def _to_show(standard: Standard, test: Test) -> Iterator[Need]:
    if standard.type_of(test) is Type.NEVER:
        yield from _of_breach(test)
    if test.discharged_by is None:
        return
    for place, member in enumerate(test.discharged_by.members):
        yield from _of_member(member, place, test)


def _of_breach(test: Test) -> Iterator[Need]:
    if isinstance(test.breach, frozenset) and test.breach:
        yield from (Need(Use.EVIDENCE, "actions", kind, "value") for kind in starting_kinds(test.starts))
    if isinstance(test.breach, PhraseFound):
        yield Need(Use.EVIDENCE, "occurrences", "", "narrative")
    if isinstance(test.breach, Preceded):
        for one in test.breach.by:
            yield Need(Use.EVIDENCE, "actions", one.kind)
            yield from (Need(Use.EVIDENCE, "actions", one.kind, column) for column in _fields(one))


def _of_member(member: Member, place: int, test: Test) -> Iterator[Need]:
    for one in member.alternatives:
        if isinstance(one, FlagHeld):
            yield from (Need(Use.EVIDENCE, "flags", kind, "", place) for kind in one.kinds)
        elif isinstance(one, ItsEntry):
            yield Need(Use.EVIDENCE, "flags", "", "recorded_at", place)
        elif isinstance(one, ItsNote | ItsRank):
            column = "note" if isinstance(one, ItsNote) else "by_rank"
            yield from (Need(Use.EVIDENCE, "actions", kind, column, place) for kind in starting_kinds(test.starts))
        else:
            yield Need(Use.EVIDENCE, "actions", one.kind, "", place)
            yield from (Need(Use.EVIDENCE, "actions", one.kind, column, place) for column in _fields(one))


def _fields(one: Doing) -> Iterator[str]:
    """The columns that a row must have filled in to count for certain."""
    asked = {
        "value": bool(one.values) and not one.or_no_value,
        "by_role": bool(one.by_role),
        "by_rank": one.rank is not None,
        "by_id": one.by_another_than is not None or one.signed,
        "person_id": one.naming_child,
    }
    yield from (column for column, needed in asked.items() if needed)
