"""Acts and evidence by tens of thousands in one occurrence: leaving out what makes no difference makes none."""

from generated_cases import AS_OF, delivery

from bounden.engine import judge
from bounden.engine.crowded import can_be_thinned
from bounden.obligations.terms import Doing
from bounden.standards import RULEBOOK, parameters
from bounden.standards.examples import as_if_in_force

THINNED = tuple(
    standard
    for standard in as_if_in_force(RULEBOOK)
    if any(
        isinstance(one, Doing) and can_be_thinned(standard, test, one)
        for test in standard.tests
        for member in (test.discharged_by.members if test.discharged_by else ())
        for one in member.alternatives
    )
)


def test_what_is_left_out_of_a_crowded_occurrence_makes_no_difference() -> None:
    """Every occurrence is taken for a crowded one."""
    records = delivery(7, range(300), THINNED)
    plain = judge(records, THINNED, parameters(), AS_OF)
    assert judge(records, THINNED, parameters(), AS_OF, crowd=0) == plain
    assert {owed.standard for owed in plain} == {standard.id for standard in THINNED}
