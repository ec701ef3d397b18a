"""The parts of a whole standard: whom it is for, when it holds, its tests, its excuse, its ends and its numbers."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import time

from bounden.obligations.naming import parameters_of
from bounden.obligations.parameters import Frequency, Limit, Parameter, Parameters
from bounden.obligations.terms import AgedUpTo, Each, Ending, Extent, People, Scope, Standard, Test
from bounden.obligations.wording.instants import say_day, say_value
from bounden.obligations.wording.kinds import say_kind, say_word
from bounden.obligations.wording.terms import say_endings, say_excuse, say_scope, say_start
from bounden.records.vocabulary import RANKS
from bounden.reports.handbook.parts.conditions import of_conditions
from bounden.reports.handbook.parts.evidence import of_evidence
from bounden.reports.handbook.parts.limits import of_breach, of_limit
from bounden.reports.handbook.parts.restrictions import without
from bounden.reports.handbook.parts.starts import of_start


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
        for longer in _longer(held[name]):
            others = Parameters.of(tuple({**held, name: longer}.values()))
            yield Part(f"{held[name].meaning}: {say_value(held[name].value)}", one, others)


def _of_standard(one: Standard, numbers: Parameters) -> Iterator[tuple[str, Standard]]:
    yield from _of_scope(one)
    yield from _of_people(one)
    yield from _of_force(one)
    for says, conditions in of_conditions(one.only_where, numbers):
        yield says, replace(one, only_where=conditions)
    for at, test in enumerate(one.tests):
        for says, other in _of_test(test, numbers):
            stage = f"stage {test.stage}: " if len(one.tests) > 1 else ""
            yield f"{stage}{says}", replace(one, tests=(*one.tests[:at], other, *one.tests[at + 1 :]))
    yield from _of_excuse(one)
    yield from _of_ends(one)


def _of_scope(one: Standard) -> Iterator[tuple[str, Standard]]:
    if len(one.looks_at.ways) > 1:
        for at, way in enumerate(one.looks_at.ways):
            yield say_scope(Scope((way,))), replace(one, looks_at=Scope(without(one.looks_at.ways, at)))
    for people in dict.fromkeys(p for way in one.looks_at.ways for p in way.having if p.flagged):
        plain = replace(people, flagged=frozenset())
        ways = (
            replace(way, having=tuple(plain if p == people else p for p in way.having)) for way in one.looks_at.ways
        )
        yield f"with {people.name}, and not whatever the flags", replace(one, looks_at=Scope(tuple(ways)))


def _of_people(one: Standard) -> Iterator[tuple[str, Standard]]:
    """Children only; an upper age that the guidance says aloud (IC-10) says the same, and is no part of its own."""
    if one.for_each is Each.REPORT:
        yield "owed once for all its recommendations", replace(one, for_each=Each.OCCURRENCE)
    if isinstance(one.for_each, People) and one.for_each.children:
        aloud = tuple(each for each in one.only_where if not isinstance(each, AgedUpTo))
        yield "for children only", replace(one, for_each=replace(one.for_each, children=False), only_where=aloud)


def _of_force(one: Standard) -> Iterator[tuple[str, Standard]]:
    if one.extent is Extent.ENGLAND:
        yield "binds no force in Wales", replace(one, extent=Extent.ENGLAND_AND_WALES)
    if one.in_force_from:
        yield f"in force from {say_day(one.in_force_from)}", replace(one, in_force_from=None)
    if one.in_force_to:
        yield f"in force to {say_day(one.in_force_to)}", replace(one, in_force_to=None)


def _of_excuse(one: Standard) -> Iterator[tuple[str, Standard]]:
    if one.excuse is None:
        return
    yield f"excused by: {say_excuse(one.excuse)}", replace(one, excuse=None)
    if one.excuse.rank:
        yield f"excused only by {say_word(one.excuse.rank)}", replace(one, excuse=replace(one.excuse, rank=None))
    if one.excuse.by_role:
        by = say_word(one.excuse.by_role)
        yield f"excused only by the {by}", replace(one, excuse=replace(one.excuse, by_role=None))


def _of_ends(one: Standard) -> Iterator[tuple[str, Standard]]:
    for at, ending in enumerate(one.ends):
        said = say_endings((ending,)).replace("; ", " or ")
        yield f"ended by: {said}", replace(one, ends=without(one.ends, at))
        for asks, other in _of_ending(ending):
            yield f"ended by: {said}; {asks}", replace(one, ends=(*one.ends[:at], other, *one.ends[at + 1 :]))


def _of_ending(ending: Ending) -> Iterator[tuple[str, Ending]]:
    if ending.since_start:
        yield "not before the start", replace(ending, since_start=False)
    if ending.flag:
        yield f"the flag {say_word(ending.flag)} ended", replace(ending, flag=None)


def _of_test(test: Test, numbers: Parameters) -> Iterator[tuple[str, Test]]:
    for says, start in of_start(test.starts, numbers):
        yield says, replace(test, starts=start)
    for says, due in of_limit(test.due, numbers):
        yield says, replace(test, due=due)
    for says, breach in of_breach(test.breach, numbers):
        yield f"a breach where {says}", replace(test, breach=breach)
    for says, evidence in of_evidence(test.discharged_by, numbers) if test.discharged_by else ():
        yield says, replace(test, discharged_by=evidence)
    for says, conditions in of_conditions(test.only_where, numbers):
        yield says, replace(test, only_where=conditions)
    yield from _of_stage(test, numbers)


def _of_stage(test: Test, numbers: Parameters) -> Iterator[tuple[str, Test]]:
    if test.paused_by:
        yield f"rests from {say_kind(test.paused_by)}", replace(test, paused_by=None, resumed_by=None)
    if test.resumed_by:
        yield f"runs again from {say_start(test.resumed_by, numbers)}", replace(test, resumed_by=None)
    if test.after:
        yield f"only after stage {test.after}", replace(test, after="")
    if test.looks_at:
        yield f"looks at {say_scope(test.looks_at)}", replace(test, looks_at=None)
    if test.in_force_from:
        yield f"in force from {say_day(test.in_force_from)}", replace(test, in_force_from=None)
    if test.in_force_to:
        yield f"in force to {say_day(test.in_force_to)}", replace(test, in_force_to=None)


def _longer(parameter: Parameter) -> Iterator[Parameter]:
    """Other values of a number that make it longer, later, more often or higher."""
    value = parameter.value
    if isinstance(value, Frequency):
        yield replace(parameter, value=replace(value, times=value.times + 1))
        yield replace(parameter, value=replace(value, within=Limit(value.within.amount + 1, value.within.unit)))
    elif isinstance(value, Limit):
        yield replace(parameter, value=Limit(value.amount + 1, value.unit))
    elif isinstance(value, time):
        yield replace(parameter, value=value.replace(minute=value.minute + 1))
    elif value in RANKS[:-1]:
        yield replace(parameter, value=RANKS[RANKS.index(value) + 1])
