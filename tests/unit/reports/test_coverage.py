"""Which examples show what of a standard."""

from dataclasses import replace

import pytest

from bounden.obligations.terms import Ending, Type
from bounden.reports.handbook import worked as working
from bounden.reports.handbook.coverage import OUTCOME, PART, SITUATION, asked_situations, possible_outcomes, shown
from bounden.reports.handbook.parts import parts
from bounden.reports.handbook.worked import worked
from bounden.standards import parameters, standard


@pytest.fixture(scope="module")
def found():
    one = standard("MC-06")
    return {(each.of, each.says): each.by for each in shown(one, worked(one))}


def test_outcomes_are_those_that_the_evaluator_reaches(found):
    reached = {line.outcome for each in worked(standard("MC-06")) for line in each.timelines}
    assert {says.replace(" ", "_") for of, says in found if of == OUTCOME} == {w.replace(" ", "_") for w in reached}


def test_situations_are_those_that_the_examples_name(found):
    assert found[SITUATION, "just before"] == (1,)
    assert found[SITUATION, "exactly at"] == (2,)


def test_a_part_is_shown_by_what_would_end_otherwise_without_it(found):
    excused = next(by for (of, says), by in found.items() if of == PART and says.startswith("excused by"))
    numbers = [each.number for each in worked(standard("MC-06")) if each.shows == "excused"]
    assert list(excused) == numbers


def test_a_part_that_no_example_shows_is_shown_by_none():
    one = standard("MC-06")
    ended_too = replace(one, ends=(*one.ends, Ending(kinds=("closed",))))
    by = {each.says: each.by for each in shown(ended_too, worked(one)) if each.of == PART}
    assert by["ended by: the child found or the record closed"] != ()
    assert by["ended by: closed"] == ()


def test_every_part_differs_from_the_standard_itself():
    for id in ("MC-03", "IC-03", "RO-07", "INV-09", "PD-17"):
        one = standard(id)
        for part in parts(one, parameters()):
            assert (part.standard, part.numbers) != (one, parameters()), part.says


def test_what_a_standard_cannot_reach_is_not_asked_for():
    never = standard("PD-10")
    assert {never.type_of(test) for test in never.tests} == {Type.NEVER}
    assert "late" not in possible_outcomes(never)
    assert "excused" not in possible_outcomes(standard("MC-01"))
    assert "pending" in possible_outcomes(standard("MC-06"))


def test_before_its_first_example_everything_is_listed_that_no_example_shows(monkeypatch):
    one = standard("MC-06")
    monkeypatch.setattr(working, "examples_of", lambda _: ())
    working.examples.cache_clear()
    try:
        assert worked(one) == ()
        found = shown(one, ())
    finally:
        working.examples.cache_clear()
    assert {each.by for each in found} == {()}
    assert [each.says for each in found if each.of == OUTCOME] == [w.replace("_", " ") for w in possible_outcomes(one)]
    assert [each.says for each in found if each.of == SITUATION] == [
        "just before", "exactly at", "just after", "not done", "unknown", "pending", "excused", "withdrawn",
    ]  # fmt: skip
    assert [each.says for each in found if each.of == PART] == [each.says for each in parts(one, parameters())]


@pytest.mark.parametrize(
    ("id", "asked"),
    [("DM-04", {"proper_form", "breach", "unknown"}), ("IC-10", {"clock_change"}), ("MC-03", {"exactly_at"})],
)
def test_situations_that_examples_must_show_follow_from_the_terms(id, asked):
    assert asked <= set(asked_situations(standard(id)))
    assert ("just_before" in asked_situations(standard(id))) == (id == "IC-10")
