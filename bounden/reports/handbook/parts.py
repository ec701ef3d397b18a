"""The parts of a standard, each with the standard as it would read without it.

What its examples conclude of that other text tells which of them show the part: each alternative, condition, excuse,
end, start and number.
"""

from collections.abc import Iterator
from dataclasses import MISSING, dataclass, fields, replace
from datetime import time
from typing import Any, TypeVar

from bounden.obligations.parameters import Frequency, Limit, Parameter, Parameters
from bounden.obligations.terms import (
    AgedUpTo,
    AtOnce,
    BeforeTheEnd,
    Breach,
    ByCurrentGrade,
    ByTimeLimit,
    Condition,
    Doing,
    Due,
    Each,
    EachLowering,
    EachNight,
    EachRow,
    EarlierOf,
    EitherOf,
    Ending,
    Evidence,
    Extent,
    First,
    FirstOfEachDay,
    FirstText,
    FirstThen,
    Flagged,
    FlagHeld,
    Followed,
    FromTheNth,
    LaterOf,
    Mark,
    Member,
    People,
    PhraseFound,
    Preceded,
    Repeated,
    RepeatReport,
    Scope,
    SoonerAfter,
    Standard,
    Start,
    Test,
    Within,
    WithinIf,
    any_occurrence,
)
from bounden.obligations.wording.instants import say_limit, say_value
from bounden.obligations.wording.kinds import say_any, say_kind, say_word
from bounden.obligations.wording.terms import (
    say_breach,
    say_condition,
    say_endings,
    say_evidence,
    say_excuse,
    say_scope,
    say_start,
)
from bounden.records.vocabulary import RANKS, ROLES
from bounden.standards.parameters import parameters_of

# What each restriction on a start or on evidence asks, in words; one not named here is said by its own name.
_ASKS = {
    "else_report": "else time runs from the report",
    "otherwise": "else time runs from another act",
    "denied_too": "a record that it was not done counts too",
    "values": "the value it must have",
    "by_role": "the role that must do it",
    "rank": "the rank that must do it",
    "naming_child": "the record must name the child",
    "anywhere": "a record elsewhere counts too",
    "of_anyone": "a record about somebody else counts too",
    "by_another_than": "another officer must do it",
    "partner_after": "a partner may do it once that is agreed",
    "on_the_day": "the same day is in time",
    "never_before_start": "it cannot be earlier than the start",
    "since": "it must not lie too far back",
    "near": "it must be done near that time",
    "signed": "it must say by whom",
    "or_no_value": "a record without result counts too",
    "elsewhere": "a record elsewhere counts too",
    "besides": "whom the record names beside the child makes no difference",
    "not_before": "it must not come before another act",
    "begun_since": "it must have begun since then",
}

_Restricted = TypeVar("_Restricted", bound=First | EachRow | FirstOfEachDay | EachLowering | Doing | FlagHeld)


@dataclass(frozen=True, slots=True)
class Part:
    """A part in words, and the standard and the numbers without it."""

    says: str
    standard: Standard
    numbers: Parameters


def parts(one: Standard, numbers: Parameters) -> Iterator[Part]:
    """Every part of a standard that can be taken away or, if it is a number or a rank, made longer or higher."""
    for says, other in _of_standard(one, numbers):
        yield Part(says, other, numbers)
    held = dict(numbers.by_name)
    for name in parameters_of(one):
        longer = Parameters.of(tuple({**held, name: _longer(held[name])}.values()))
        yield Part(f"{held[name].meaning}: {say_value(held[name].value)}", one, longer)


def _of_standard(one: Standard, numbers: Parameters) -> Iterator[tuple[str, Standard]]:
    if len(one.looks_at.ways) > 1:
        for at, way in enumerate(one.looks_at.ways):
            yield say_scope(Scope((way,))), replace(one, looks_at=Scope(_without(one.looks_at.ways, at)))
    yield from _of_extent(one)
    yield from _of_people(one)
    for at, condition in enumerate(one.only_where):
        for says, others in _of_condition(condition, numbers):
            yield says, replace(one, only_where=(*one.only_where[:at], *others, *one.only_where[at + 1 :]))
    for at, test in enumerate(one.tests):
        for says, other in _of_test(test, numbers):
            stage = f"stage {test.stage}: " if len(one.tests) > 1 else ""
            yield f"{stage}{says}", replace(one, tests=(*one.tests[:at], other, *one.tests[at + 1 :]))
    if one.excuse:
        yield f"excused by: {say_excuse(one.excuse)}", replace(one, excuse=None)
        if one.excuse.rank:
            yield f"excused only by {say_word(one.excuse.rank)}", replace(one, excuse=replace(one.excuse, rank=None))
        if one.excuse.by_role:
            by = say_word(one.excuse.by_role)
            yield f"excused only by the {by}", replace(one, excuse=replace(one.excuse, by_role=None))
    for at, ending in enumerate(one.ends):
        yield f"ended by: {_ending(ending)}", replace(one, ends=_without(one.ends, at))


def _of_extent(one: Standard) -> Iterator[tuple[str, Standard]]:
    if one.extent is Extent.ENGLAND:
        yield "binds no force in Wales", replace(one, extent=Extent.ENGLAND_AND_WALES)


def _of_people(one: Standard) -> Iterator[tuple[str, Standard]]:
    """Children only; an upper age that the guidance says aloud (IC-10) says the same, and is no part of its own."""
    if one.for_each is Each.REPORT:
        yield "owed once for all its recommendations", replace(one, for_each=Each.OCCURRENCE)
    if isinstance(one.for_each, People) and one.for_each.children:
        aloud = tuple(each for each in one.only_where if not isinstance(each, AgedUpTo))
        yield "for children only", replace(one, for_each=replace(one.for_each, children=False), only_where=aloud)


def _ending(ending: Ending) -> str:
    return say_endings((ending,)).replace("; ", " or ")


def _of_condition(condition: Condition, numbers: Parameters) -> Iterator[tuple[str, tuple[Condition, ...]]]:
    if not isinstance(condition, AgedUpTo):
        yield f"only where {say_condition(condition, numbers)}", ()
    if isinstance(condition, Followed):
        yield f"or flagged {say_any(condition.flags)} after it", (replace(condition, flags=frozenset()),)
    if isinstance(condition, EitherOf):
        for at, part in enumerate(condition.conditions):
            rest = _without(condition.conditions, at)
            yield f"or {say_condition(part, numbers)}", (EitherOf(rest),)
            if isinstance(part, Flagged):
                for says, fewer in _of_flags(part):
                    yield says, (EitherOf((*rest, fewer)),)
    if isinstance(condition, Flagged):
        for says, fewer in _of_flags(condition):
            yield says, (fewer,)


def _of_flags(condition: Flagged) -> Iterator[tuple[str, Flagged]]:
    for kind in sorted(condition.kinds) if len(condition.kinds) > 1 else ():
        yield f"flagged {say_word(kind)}", replace(condition, kinds=condition.kinds - {kind})


def _of_test(test: Test, numbers: Parameters) -> Iterator[tuple[str, Test]]:
    for says, start in _of_start(test.starts, numbers):
        yield says, replace(test, starts=start)
    for says, due in _of_due(test.due, numbers):
        yield says, replace(test, due=due)
    for says, breach in _of_breach(test.breach, numbers):
        yield f"a breach where {says}", replace(test, breach=breach)
    if test.paused_by:
        yield f"rests from {say_kind(test.paused_by)}", replace(test, paused_by=None, resumed_by=None)
    if test.resumed_by:
        yield f"runs again from {say_start(test.resumed_by, numbers)}", replace(test, resumed_by=None)
    yield from _of_stage(test, numbers)
    members = test.discharged_by.members if test.discharged_by else ()
    for at, member in enumerate(members):
        if any(other.when is None for n, other in enumerate(members) if n != at):
            yield f"needs: {_member(member, numbers)}", replace(test, discharged_by=Evidence(_without(members, at)))
        for says, other in _of_member(member, numbers):
            yield says, replace(test, discharged_by=Evidence((*members[:at], other, *members[at + 1 :])))


def _of_stage(test: Test, numbers: Parameters) -> Iterator[tuple[str, Test]]:
    for at, condition in enumerate(test.only_where):
        for says, others in _of_condition(condition, numbers):
            yield says, replace(test, only_where=(*test.only_where[:at], *others, *test.only_where[at + 1 :]))
    if test.after:
        yield f"only after stage {test.after}", replace(test, after="")
    if test.looks_at:
        yield f"looks at {say_scope(test.looks_at)}", replace(test, looks_at=None)


def _of_breach(breach: Breach, numbers: Parameters) -> Iterator[tuple[str, Breach]]:
    nothing = frozenset({"nothing"})
    if isinstance(breach, PhraseFound):
        return  # its phrases are parts of the start
    if isinstance(breach, frozenset):
        for value in sorted(breach):
            yield say_word(value), breach - {value} or nothing
        return
    yield say_breach(breach, numbers), nothing
    if isinstance(breach, Preceded):
        for at, one in enumerate(breach.by) if len(breach.by) > 1 else ():
            yield f"after {say_kind(one.kind)}", replace(breach, by=_without(breach.by, at))
        longer = Limit.parse(breach.within)
        yield f"within {say_limit(longer)}", replace(breach, within=str(Limit(longer.amount + 1, longer.unit)))


def _of_start(start: Start, numbers: Parameters) -> Iterator[tuple[str, Start]]:
    if isinstance(start, FromTheNth):
        yield f"from number {start.number} on", replace(start, number=start.number + 1)
    if isinstance(start, First | EachRow | FirstOfEachDay | EachLowering):
        for kind in start.kinds if len(start.kinds) > 1 else ():
            fewer: dict[str, Any] = {"kinds": tuple(k for k in start.kinds if k != kind)}
            yield f"from {say_kind(kind)}", replace(start, **fewer)
        for asks, other in _restrictions(start):
            yield f"the start: {asks}", other
    if isinstance(start, FirstText):
        for phrase in sorted(start.phrases):
            yield f"looks for “{phrase}”", FirstText(start.phrases - {phrase})
    if isinstance(start, RepeatReport):
        yield f"from the report, where there was {say_kind(start.kind)} before", start.otherwise
    if isinstance(start, EarlierOf | LaterOf):
        yield f"from {say_start(start.one, numbers)}", start.other
        yield f"from {say_start(start.other, numbers)}", start.one
    if isinstance(start, Repeated):
        yield f"counts {say_scope(start.of)} alone", replace(start, of=any_occurrence())
        counted = replace(start.people, roles=ROLES)
        yield f"counts {start.people.name} alone", replace(start, people=counted)
    if isinstance(start, Mark) and start.unless:
        yield f"unless ended by {_ending(start.unless[0])}", replace(start, unless=())
    if isinstance(start, EachNight):
        yield f"until ended by {_ending(start.until[0])}", replace(start, until=())


def _of_due(  # noqa: C901 - one case for each term of a closed set
    due: Due, numbers: Parameters
) -> Iterator[tuple[str, Due]]:
    if isinstance(due, Within):
        if due.limit[0].isdigit():
            yield f"within {say_limit(Limit.parse(due.limit))}", Within(_later(due.limit))
        yield "time to do it, and not at once", AtOnce()
    if isinstance(due, FirstThen):
        yield f"first {say_limit(numbers.limit(due.at_first))}", replace(due, at_first=_later(due.at_first))
        yield f"then {say_limit(numbers.limit(due.then))}", replace(due, then=_later(due.then))
    if isinstance(due, BeforeTheEnd):
        yield f"before {_ending(due.end)}", Within(due.limit)
    if isinstance(due, ByTimeLimit):
        for word in due.limits:
            rest = {each: limit for each, limit in due.limits.items() if each != word}
            yield f"a limit of {say_word(word)}", ByTimeLimit(rest)
    if isinstance(due, WithinIf):
        condition = say_condition(due.condition, numbers)
        yield f"another limit where {condition}", Within(due.otherwise)
        yield f"another limit where not: {condition}", Within(due.limit)
    if isinstance(due, SoonerAfter):
        yield f"within {say_limit(Limit.parse(due.limit))}", replace(due, limit=_later(due.limit))
        for kind in due.kinds if len(due.kinds) > 1 else ():
            fewer = tuple(k for k in due.kinds if k != kind)
            yield f"sooner after {say_kind(kind)}", replace(due, kinds=fewer)
    if isinstance(due, ByCurrentGrade):
        if due.lowered_by:
            yield "a lower grade needs approval", replace(due, lowered_by=None)
        if len(due.changed) > 1:
            yield "a changed grade moves the limit", replace(due, changed=due.changed[:1])


def _later(limit: str) -> str:
    """A number of law one longer; a parameter is made longer with the other parameters."""
    if not limit[0].isdigit():
        return limit
    found = Limit.parse(limit)
    return str(Limit(found.amount + 1, found.unit))


def _of_member(member: Member, numbers: Parameters) -> Iterator[tuple[str, Member]]:
    if member.when:
        yield f"needed only if {say_condition(member.when, numbers)}", replace(member, when=None)
    if member.denied_by:
        yield f"denied by a record that denies {say_kind(member.denied_by)}", replace(member, denied_by=None)
    for at, one in enumerate(member.alternatives):
        if len(member.alternatives) > 1:
            says = _member(Member(alternatives=(one,)), numbers)
            yield f"done by: {says}", replace(member, alternatives=_without(member.alternatives, at))
        if isinstance(one, Doing | FlagHeld):
            for asks, other in _restrictions(one):
                others = (*member.alternatives[:at], other, *member.alternatives[at + 1 :])
                what = say_kind(one.kind) if isinstance(one, Doing) else f"flag {say_any(one.kinds)}"
                yield f"{what}: {asks}", replace(member, alternatives=others)


def _restrictions(term: _Restricted) -> Iterator[tuple[str, _Restricted]]:
    """Each restriction, or widening, of a start or of an act that counts, taken away."""
    for field in fields(term):
        plain = field.default_factory() if field.default_factory is not MISSING else field.default
        if plain is not MISSING and getattr(term, field.name) != plain:
            away: dict[str, Any] = {field.name: plain}
            yield _ASKS.get(field.name, say_word(field.name)), replace(term, **away)


def _member(member: Member, numbers: Parameters) -> str:
    return say_evidence(Evidence((replace(member, when=None),)), numbers)


def _longer(parameter: Parameter) -> Parameter:
    value = parameter.value
    if isinstance(value, Limit):
        return replace(parameter, value=Limit(value.amount + 1, value.unit))
    if isinstance(value, Frequency):
        return replace(parameter, value=replace(value, times=value.times + 1))
    if isinstance(value, time):
        return replace(parameter, value=value.replace(minute=value.minute + 1))
    if value in RANKS[:-1]:
        return replace(parameter, value=RANKS[RANKS.index(value) + 1])
    return parameter


def _without(held: tuple[Any, ...], at: int) -> tuple[Any, ...]:
    return held[:at] + held[at + 1 :]
