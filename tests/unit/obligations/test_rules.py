"""By which numbers each force is judged on each day."""

from datetime import date, datetime

import pytest

from bounden.engine import judge
from bounden.obligations.evaluator import evaluate
from bounden.obligations.outcome import outcome
from bounden.obligations.parameters import Limit
from bounden.obligations.rules import LocalNumber, rules_of
from bounden.records import Action, Coverage, Occurrence, Records
from bounden.standards import parameters, standard

FORCES = ("Wexshire Police", "Northshire Police", "Gwent Police")
OWN = (
    LocalNumber(
        force="Wexshire Police", name="mc_search", value=Limit(2, "h"), begins=date(2026, 3, 4), ends=date(2026, 3, 10),
        reference="policy",
    ),
    LocalNumber(
        force="wexshire police", name="mc_search", value=Limit(1, "h"), begins=date(2026, 3, 11), reference="policy"
    ),
    LocalNumber(force="Northshire Police", name="mc_phone", value=Limit(30, "min"), reference="policy"),
    LocalNumber(force="Gwent Police", name="council_answer", value=Limit(2, "wd"), reference="policy"),
)  # fmt: skip


@pytest.mark.parametrize("id", ["MC-06", "MC-07", "MC-17", "AH-08", "IC-01"])
@pytest.mark.parametrize("force", FORCES)
def test_each_force_has_one_rule_of_a_standard_that_binds_it_for_each_day(id, force):
    rules = rules_of([standard(id)], parameters(), OWN)
    for day in (3, 4, 10, 11):
        moment = datetime(2026, 3, day, 12)
        found = [rule for rule in rules if rule.of(force) and rule.on(moment, moment)]
        assert len(found) == (0 if (id, force) == ("AH-08", "Gwent Police") else 1)


def test_a_rule_carries_the_numbers_of_its_days():
    rules = [rule for rule in rules_of([standard("MC-06")], parameters(), OWN) if rule.force]
    assert [(rule.begins, rule.ends, str(rule.parameters.limit("mc_search"))) for rule in rules] == [
        (None, date(2026, 3, 3), "4 h"),
        (date(2026, 3, 4), date(2026, 3, 10), "2 h"),
        (date(2026, 3, 11), None, "1 h"),
    ]
    assert [bool(rule.own) for rule in rules] == [False, True, True]


def test_without_numbers_of_their_own_there_is_one_rule_a_standard():
    (rule,) = rules_of([standard("MC-06")], parameters())
    assert rule.parameters is rule.national
    assert rule.of("any")


@pytest.mark.parametrize("evaluator", [evaluate, judge])
def test_england_binds_a_force_in_wales_that_has_entered_its_own_number(evaluator):
    """Record tests, 1.11: off for a force in Wales until its own are entered."""
    records = Records(
        occurrences=tuple(
            Occurrence(
                force=force, source="s", occurrence_id="o", kind="incident", category="neglect",
                reported_at=datetime(2026, 3, 4, 9),
            )
            for force in ("Gwent Police", "South Wales Police")
        ),
        actions=tuple(
            Action(
                force=force, source="s", action_id="a", occurrence_id="o", kind="referral_shared", done=True,
                happened_at=datetime(2026, 3, 4, 10),
            )
            for force in ("Gwent Police", "South Wales Police")
        ),
        coverage=tuple(
            Coverage(force=force, source="s", table="actions", kind="*", supplied=True)
            for force in ("Gwent Police", "South Wales Police")
        ),
    )  # fmt: skip
    followed = [standard("AH-04"), standard("AH-24")]
    found = evaluator(records, followed, parameters(), datetime(2026, 3, 20), local=OWN)
    assert [(o.standard, o.force, outcome(o), o.due.earliest) for o in found] == [
        ("AH-04", "Gwent Police", "missed", datetime(2026, 3, 6, 23, 59, 59)),
        ("AH-24", "Gwent Police", "missed", datetime(2026, 3, 10, 23, 59, 59)),
    ]
    assert found[0].rule.own == (OWN[3],)
    assert not evaluator(records, followed, parameters(), datetime(2026, 3, 20))
