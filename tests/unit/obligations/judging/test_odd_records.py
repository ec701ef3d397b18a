"""Records that are accepted and odd: judged without a crash, and never with more than they show."""

from dataclasses import replace
from datetime import date, datetime, timedelta

import pytest

from bounden.obligations.evaluator import evaluate
from bounden.obligations.obligation import Obligation
from bounden.obligations.outcome import Outcome, outcome
from bounden.records import (
    Action,
    Coverage,
    Flag,
    Involvement,
    Occurrence,
    Person,
    Records,
    Relationship,
    Residence,
    vocabulary,
)
from bounden.standards import RULEBOOK, parameters

T = datetime(2026, 3, 4, 10)
AS_OF = T + timedelta(days=300)
OF = {"force": "F", "source": "s"}
COMPLETE = Coverage(**OF, table="actions", kind="*", supplied=True)


def judged(records: Records, *standards: str, as_of: datetime = AS_OF) -> list[Obligation]:
    found = evaluate(records, RULEBOOK, parameters(), as_of)
    return [one for one in found if not standards or one.standard in standards]


def outcomes(records: Records, *standards: str) -> set[Outcome | None]:
    return {outcome(one) for one in judged(records, *standards)}


def incident(*roles: str, category: str | None = "sexual_abuse", reported_at: datetime | None = T) -> Records:
    """One incident with one person, "kid", in these roles; no person record."""
    return Records(
        occurrences=(Occurrence(**OF, occurrence_id="o", kind="incident", category=category, reported_at=reported_at),),
        involvements=tuple(Involvement(**OF, occurrence_id="o", person_id="kid", role=role) for role in roles),
        coverage=(COMPLETE,),
    )


def test_nothing_at_all() -> None:
    assert judged(Records()) == []


def test_an_occurrence_without_anybody() -> None:
    assert {one.person_id for one in judged(incident())} <= {None}


def test_a_person_without_a_record_is_a_child_only_by_role() -> None:
    assert outcomes(incident("child_subject"), "AH-05") == {Outcome.MISSED}
    assert outcomes(incident("victim"), "AH-05") == {Outcome.CANNOT_TELL}


def test_a_report_of_unknown_time_is_never_missed() -> None:
    found = judged(incident("child_subject", reported_at=None))
    assert found
    assert {outcome(one) for one in found} == {Outcome.CANNOT_TELL}
    assert all(one.missing.startswith("occurrences.reported_at") for one in found)


@pytest.mark.parametrize("kind", sorted(vocabulary.OCCURRENCE_KINDS))
def test_everybody_in_every_role_and_every_act_at_once(kind: str) -> None:
    """All in one second, by one person who is everything to himself."""
    acts = [
        Action(**OF, action_id=f"{name}-{value}", occurrence_id="o", kind=name, happened_at=T, value=value)
        for name in sorted(vocabulary.ALL_ACTION_KINDS)
        for value in (None, *sorted(vocabulary.ACTION_VALUES.get(name, ())))
    ]
    acts += [replace(act, action_id=f"not-{act.action_id}", done=False, happened_at=None) for act in acts]
    records = replace(
        incident(*sorted(vocabulary.ROLES)),
        occurrences=(Occurrence(**OF, occurrence_id="o", kind=kind, category="online_abuse", reported_at=T),),
        actions=tuple(acts),
        flags=tuple(Flag(**OF, person_id="kid", kind=name) for name in sorted(vocabulary.FLAG_KINDS)),
        relationships=tuple(
            Relationship(**OF, person_id="kid", other_person_id="kid", kind=name)
            for name in sorted(vocabulary.RELATIONSHIP_KINDS)
        ),
        residences=(Residence(**OF, person_id="kid", place_id="nowhere"),),
    )
    found = judged(records)
    assert len({one.key for one in found}) == len(found)


def test_rows_without_any_time() -> None:
    acts = tuple(
        Action(**OF, action_id=name, occurrence_id="o", kind=name, happened_at=None)
        for name in sorted(vocabulary.ALL_ACTION_KINDS)
    )
    for reported_at in (T, None):
        found = judged(replace(incident("child_subject", "suspect", reported_at=reported_at), actions=acts))
        assert not {outcome(one) for one in found} & {Outcome.LATE}


@pytest.mark.parametrize("reported_at", [datetime(1900, 1, 1), datetime(1990, 1, 2), datetime(2031, 5, 5)])
def test_reports_of_long_ago_and_of_years_whose_bank_holidays_are_not_known(reported_at: datetime) -> None:
    found = judged(incident("victim", "child_subject", reported_at=reported_at), as_of=datetime(2032, 1, 1))
    interview = [one for one in found if one.standard == "INV-06"]
    assert [outcome(one) for one in interview] == [Outcome.CANNOT_TELL]
    assert {outcome(one) for one in found if one.standard == "IC-19"} == {Outcome.MISSED}


def test_a_relationship_in_a_circle() -> None:
    people = tuple(Person(**OF, person_id=name, age_years=age) for name, age in (("a", 40), ("b", 9), ("kid", 20)))
    ties = tuple(
        Relationship(**OF, person_id=one, other_person_id=other, kind="household")
        for one, other in (("a", "b"), ("b", "kid"), ("kid", "a"), ("a", "a"), ("b", "b"))
    )
    records = replace(incident("suspect", category="domestic_abuse"), people=people, relationships=ties)
    assert {one.person_id for one in judged(records, "IC-20")} == {"b"}


def test_the_same_person_as_child_and_as_suspect() -> None:
    records = replace(
        incident("child_subject", "suspect"), people=(Person(**OF, person_id="kid", date_of_birth=date(2014, 1, 1)),)
    )
    assert [one.person_id for one in judged(records, "AH-01")] == ["kid"]
    assert [one.person_id for one in judged(records, "INV-04")] == ["kid"]


def test_ids_are_told_apart_by_force() -> None:
    """Another force's rows about the same ids, and its coverage, say nothing."""
    other = {"force": "G", "source": "s"}
    seen = Action(**other, action_id="a", occurrence_id="o", person_id="kid", kind="child_seen", happened_at=T)
    one = incident("child_subject")
    records = replace(
        one,
        people=(Person(**other, person_id="kid", date_of_birth=date(1970, 1, 1)),),
        occurrences=(*one.occurrences, replace(one.occurrences[0], force="G")),
        involvements=(*one.involvements, replace(one.involvements[0], force="G")),
        actions=(seen,),
        coverage=(COMPLETE, Coverage(**other, table="actions", kind="child_seen", supplied=False)),
    )
    found = judged(records, "IC-19")
    assert [(one.force, outcome(one)) for one in found] == [("F", Outcome.MISSED)]


def test_what_is_found_does_not_depend_on_the_order_of_rows() -> None:
    acts = tuple(
        Action(
            **OF, action_id=f"a{n}", occurrence_id="o", kind=kind, happened_at=T + timedelta(hours=n % 3), value=value
        )
        for n, (kind, value) in enumerate(
            [
                ("risk_graded", "medium"),
                ("risk_graded", "high"),
                ("call_graded", "diary"),
                ("call_graded", "immediate"),
                ("suspect_arrested", None),
                ("suspect_interviewed", None),
                ("child_seen", None),
                ("child_spoken_to", None),
                ("rationale_recorded", "AH-01"),
            ]
        )
    )
    records = replace(incident("child_subject", "suspect", "child_of_household", category="online_abuse"), actions=acts)
    turned = Records(
        **{
            name: tuple(reversed(getattr(records, name)))
            for name in ("people", "occurrences", "involvements", "actions", "flags", "coverage")
        }
    )
    assert judged(records) == judged(turned)


def test_a_later_moment_of_judging_undoes_nothing_that_was_certain() -> None:
    """Met stays met, late stays late, and only an excuse or evidence from then on can end a lapse."""
    acts = tuple(
        Action(**OF, action_id=kind, occurrence_id="o", kind=kind, happened_at=T + timedelta(hours=hours))
        for kind, hours in (("child_seen", 3), ("crime_recorded", 30), ("medical_decided", 60), ("officers_arrived", 1))
    )
    records = replace(incident("child_subject", "victim", category="physical_abuse"), actions=acts)
    before = {one.key: outcome(one) for one in judged(records, as_of=T + timedelta(days=4))}
    after = {one.key: outcome(one) for one in judged(records)}
    settled = {key: what for key, what in before.items() if what in (Outcome.MET, Outcome.LATE)}
    assert settled
    assert all(after[key] is what for key, what in settled.items())
