"""The standards of the plain shape with rules taken away, so that each added rule's cost can be measured by itself."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime

from benchmarks.plain_shape import plain_test
from bounden.obligations.parameters import Parameters
from bounden.obligations.terms import Doing, Each, EachRow, Evidence, Member, People, Standard, Test

#: The rules that are added to the plain shape, one after the other, and what they are in words.
RULES = {
    "evidence": "evidence by role, rank, signature, whom it names, elsewhere, and only where a condition holds",
    "people": "one obligation for each person of a set, told by role, age, flags and relationships",
    "conditions": "conditions on the person or the occurrence, and who must be there",
    "excuses": "recorded reasons",
    "ends": "causes that end",
}


def with_rules(
    standards: Iterable[Standard], parameters: Parameters, as_of: datetime, rules: Iterable[str]
) -> tuple[Standard, ...]:
    """The standards and tests that have a plain shape, with these rules of theirs and no others."""
    found = []
    for standard in standards:
        tests = tuple(test for test in standard.tests if plain_test(standard, test, parameters, as_of))
        if tests:
            found.append(_stripped(replace(standard, tests=tests), set(RULES) - set(rules)))
    return tuple(found)


def _stripped(standard: Standard, gone: set[str]) -> Standard:
    if "evidence" in gone:
        standard = replace(standard, tests=tuple(_plain_evidence(test) for test in standard.tests))
    if "people" in gone and isinstance(standard.for_each, People):
        rows = any(isinstance(test.starts, EachRow) for test in standard.tests)
        standard = replace(standard, for_each=Each.ROW if rows else Each.OCCURRENCE)
    if "conditions" in gone:
        ways = tuple(replace(way, having=()) for way in standard.looks_at.ways)
        standard = replace(
            standard,
            only_where=(),
            looks_at=replace(standard.looks_at, ways=ways),
            tests=tuple(replace(test, only_where=()) for test in standard.tests),
        )
    if "excuses" in gone:
        standard = replace(standard, excuse=None)
    if "ends" in gone:
        standard = replace(standard, ends=())
    return standard


def _plain_evidence(test: Test) -> Test:
    if test.discharged_by is None:
        return test
    members = tuple(
        Member(alternatives=tuple(_of_kind(one) for one in member.alternatives if isinstance(one, Doing)))
        for member in test.discharged_by.members
        if member.when is None
    )
    return replace(test, discharged_by=Evidence(members))


def _of_kind(one: Doing) -> Doing:
    return Doing(kind=one.kind, values=one.values)
