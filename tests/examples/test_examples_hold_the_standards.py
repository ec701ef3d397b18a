"""Change any part of a standard, and one of its examples must fail: otherwise nothing shows why the part is there.

The parts are those that the handbook names. A near neighbour in the place of its people or its occurrences must be
noticed as well.
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from datetime import datetime

import pytest

from bounden.ingest import case_files
from bounden.obligations.evaluator import evaluate
from bounden.obligations.obligation import Obligation
from bounden.obligations.parameters import Parameters
from bounden.obligations.terms import (
    CHILD_SUBJECTS,
    CHILDREN_AT_RISK,
    CHILDREN_AT_SCENE,
    CHILDREN_OF_SUSPECT,
    VICTIMS_UNDER_18,
    DueOf,
    Scope,
    Standard,
    abuse_incident,
    incident,
    risk_incident,
)
from bounden.records import Records
from bounden.reports.handbook.parts import parts
from bounden.standards import RULEBOOK, parameters, standard
from bounden.standards.examples import Example, as_if_in_force, examples_of
from bounden.standards.incidents.linked_children import CHILDREN_AT_RISK_OR_LINKED
from bounden.standards.investigations.children_said_to_be_harmed import CHILDREN_SAID_TO_BE_HARMED

SETS = (
    CHILD_SUBJECTS,
    CHILDREN_AT_RISK,
    CHILDREN_AT_RISK_OR_LINKED,
    CHILDREN_AT_SCENE,
    CHILDREN_OF_SUSPECT,
    CHILDREN_SAID_TO_BE_HARMED,
    VICTIMS_UNDER_18,
)
SCOPES = {"incident": incident(), "risk incident": risk_incident(), "abuse incident": abuse_incident()}

Delivery = Callable[[Iterable[Example]], tuple[Records, datetime]]
Unmatched = Callable[[Example, list[Obligation]], list[str]]


def _neighbours(one: Standard) -> Iterator[tuple[str, Standard]]:
    """Another set of children, another kind of incident, one of its categories less."""
    if one.for_each in SETS:
        yield from ((f"for {s.name}", replace(one, for_each=s)) for s in SETS if s != one.for_each)
    first = one.looks_at.ways[0]
    # What follows from another standard looks where that one looks.
    if first.kinds != {"incident"} or any(isinstance(test.starts, DueOf) for test in one.tests):
        return
    for name, scope in SCOPES.items():
        if (other := scope.having(*first.having)) != one.looks_at:
            yield f"looks at any {name}", replace(one, looks_at=other)
    for people in first.having:
        ways = (replace(w, having=tuple(p for p in w.having if p != people)) for w in one.looks_at.ways)
        yield f"without {people.name}", replace(one, looks_at=Scope(tuple(ways)))
    for category in sorted(first.categories) if 1 < len(first.categories) < 6 else ():
        fewer = replace(first, categories=first.categories - {category})
        yield f"not {category}", replace(one, looks_at=Scope((fewer, *one.looks_at.ways[1:])))


@pytest.mark.parametrize("one", as_if_in_force(RULEBOOK), ids=lambda one: one.id)
def test_no_part_can_change_unnoticed(one: Standard, delivery: Delivery, unmatched: Unmatched) -> None:
    examples = examples_of(one.id)
    assert examples, f"{one.area}/examples.yaml: write the examples of {one.id}"
    records, as_of = delivery(examples)
    before = [standard(test.starts.standard) for test in one.tests if isinstance(test.starts, DueOf)]

    def noticed(changed: Standard, numbers: Parameters) -> list[str]:
        """The examples that do not conclude what they expect, and why."""
        owed = [o for o in evaluate(records, [*before, changed], numbers, as_of) if o.standard == one.id]
        return [
            f"{example.name} ({example.title}): {wrong}"
            for example in examples
            for wrong in unmatched(example, [o for o in owed if case_files.case_of(o) == example.case_id])
        ]

    wrong = noticed(one, parameters())
    assert not wrong, "\n".join(["As it stands, before any part is changed:", *wrong])
    changes = [(part.says, part.standard, part.numbers) for part in parts(one, parameters())]
    changes += [(what, changed, parameters()) for what, changed in _neighbours(one)]
    lacking = [what for what, changed, numbers in changes if not noticed(changed, numbers)]
    assert not lacking, "\n".join(
        [
            f"{one.area}/examples.yaml: every example of {one.id} would end alike without these parts, or with a number"
            " or rank one longer or higher, or for these people or occurrences instead. Add one that would not:",
            *lacking,
        ]
    )
