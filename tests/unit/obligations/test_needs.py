"""What a standard rests on is read off its terms."""

import pytest

from bounden.obligations.needs import Need, Use, needs
from bounden.obligations.terms import Standard
from bounden.records import TABLES
from bounden.records.vocabulary import ALL_ACTION_KINDS, FLAG_KINDS
from bounden.standards import RULEBOOK, standard


def test_a_search_of_the_home_rests_on_the_report_and_the_search() -> None:
    one = standard("MC-06")
    assert needs(one, one.tests[0]) == (
        Need(Use.TIMES, "occurrences", "", "reported_at"),
        Need(Use.CONDITION, "involvements"),
        Need(Use.CONDITION, "people", "", "date_of_birth"),
        Need(Use.EVIDENCE, "actions", "home_searched"),
    )


def test_an_act_that_starts_the_clock_makes_no_test_without_its_feed() -> None:
    one = standard("MC-11")
    assert needs(one, one.tests[0])[0] == Need(Use.STARTS, "actions", "found")
    assert Need(Use.EVIDENCE, "actions", "prevention_interview_held", "value") in needs(one, one.tests[0])
    assert Need(Use.EVIDENCE, "actions", "prevention_interview_held", "person_id") in needs(one, one.tests[0])


def test_members_are_told_apart() -> None:
    one = standard("IC-13")
    shown = [(need.kind, need.member) for need in needs(one, one.tests[0]) if need.use is Use.EVIDENCE]
    assert shown == [("referral_submitted", 1), ("safeguarding_assessed", 0)]


@pytest.mark.parametrize("one", RULEBOOK, ids=lambda one: one.id)
def test_every_need_is_a_feed_or_a_field_of_the_contract(one: Standard) -> None:
    for test in one.tests:
        for need in needs(one, test):
            assert need.table in TABLES
            assert not need.column or need.column in {c.name for c in TABLES[need.table].columns}
            if need.kind:
                assert need.kind in (FLAG_KINDS if need.table == "flags" else ALL_ACTION_KINDS)
