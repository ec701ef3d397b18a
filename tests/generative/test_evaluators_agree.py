"""The engine and the reference evaluator reach the same row for every obligation of thousands of invented cases.

BOUNDEN_GENERATED_CASES says how many (`make test-generative`: 20,000); BOUNDEN_GENERATED_SEED chooses others.
"""

import dataclasses
import os
import pprint
import re
from collections import Counter
from collections.abc import Iterator

import pytest
from generated_cases import AS_OF, alone, delivery

from bounden.engine import judge
from bounden.obligations.evaluator import evaluate
from bounden.obligations.obligation import Obligation
from bounden.obligations.outcome import outcome
from bounden.records import Records
from bounden.standards import RULEBOOK, parameters
from bounden.standards.examples import as_if_in_force

CASES = int(os.environ.get("BOUNDEN_GENERATED_CASES", "2000"))
SEED = int(os.environ.get("BOUNDEN_GENERATED_SEED", "1"))
AT_ONCE = 1000
STANDARDS = as_if_in_force(RULEBOOK)


def disagreements(
    records: Records, standards: tuple = STANDARDS
) -> Iterator[tuple[str, Obligation | None, Obligation | None]]:
    """Each key on which the evaluators disagree, with what the reference and the engine make of it."""
    one = {owed.key: owed for owed in evaluate(records, standards, parameters(), AS_OF)}
    other = {owed.key: owed for owed in judge(records, standards, parameters(), AS_OF)}
    for key in sorted(one.keys() | other.keys()):
        if one.get(key) != other.get(key):
            yield key, one.get(key), other.get(key)


def smallest(records: Records, standards: tuple) -> Records:
    """The records without every row that the disagreement does not need."""
    for name in [f.name for f in dataclasses.fields(Records)]:
        for row in getattr(records, name):
            fewer = tuple(r for r in getattr(records, name) if r is not row)
            without = dataclasses.replace(records, **{name: fewer})
            try:
                if any(disagreements(without, standards)):
                    records = without
            except KeyError:
                continue
    return records


def described(records: Records, found: tuple[str, Obligation | None, Obligation | None]) -> str:
    """The smallest case of a disagreement and the fields in which the evaluators differ."""
    _, reference, engine = found
    owed = reference or engine
    assert owed is not None
    number = int(re.fullmatch(r"c(\d+)-.*", owed.occurrence_id)[1])
    standards = tuple(s for s in STANDARDS if s.id == owed.standard)
    case = alone(records, number)
    if not any(disagreements(case, standards)):
        standards = STANDARDS
    small = smallest(case, standards)
    differing = list(disagreements(small, standards)) or [found]
    lines = [f"case {number} of seed {SEED}, {owed.standard} {owed.stage}"]
    for _, one, other in differing[:3]:
        if one and other:
            for field in dataclasses.fields(Obligation):
                values = getattr(one, field.name), getattr(other, field.name)
                if field.compare and values[0] != values[1]:
                    lines.append(f"  {field.name}: reference {values[0]!r}, engine {values[1]!r}")
        else:
            lines.append(f"  only {'the reference' if one else 'the engine'} has {one or other!r}")
    for field in dataclasses.fields(Records):
        for row in getattr(small, field.name):
            said = {f.name: v for f in dataclasses.fields(row) if (v := getattr(row, f.name)) not in (None, "", False)}
            lines.append(f"  {field.name}: {pprint.pformat(said, width=200, compact=True)}")
    return "\n".join(lines)


@pytest.mark.parametrize("first", range(0, CASES, AT_ONCE))
def test_evaluators_agree(first: int) -> None:
    records = delivery(SEED, range(first, min(first + AT_ONCE, CASES)), STANDARDS)
    found = list(disagreements(records))
    if found:
        standards = sorted({(one or other).standard for _, one, other in found})
        pytest.fail(f"{len(found)} obligations differ, of {', '.join(standards)}\n{described(records, found[0])}")


def test_cases_are_of_every_sort() -> None:
    """A comparison of nothing proves nothing: every standard and every outcome is there, many times."""
    records = delivery(SEED, range(3 * AT_ONCE), STANDARDS)
    owed = evaluate(records, STANDARDS, parameters(), AS_OF)
    assert {o.standard for o in owed} == {s.id for s in STANDARDS}
    outcomes = Counter(outcome(o) for o in owed)
    assert min(outcomes.values()) >= 20, outcomes
    assert len(outcomes) == 7
    assert sum(not o.trigger_known for o in owed) > 100
