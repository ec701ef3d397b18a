"""What an audit asks of a case and of the force."""

from bounden.records import Occurrence
from bounden.standards import QUESTIONS, RULEBOOK, standard
from bounden.standards.audit import Kind, asked_of_a_case, asked_of_the_force


def _occurrence(kind: str, category: str | None = None, force: str = "Wexshire Police") -> Occurrence:
    return Occurrence(force=force, source="s", occurrence_id="o", kind=kind, category=category)


def test_of_a_missing_child_it_asks_what_records_of_missing_children_cannot_show() -> None:
    asked = {one.id: one for one in asked_of_a_case([_occurrence("missing")])}
    assert {"MC-02", "MC-18", "TA-04", "MC-05"} <= set(asked)
    assert not {"MC-19", "PD-14", "IC-11", "MC-06"} & set(asked)
    assert asked["MC-02"].kind is Kind.QUESTION
    assert asked["MC-05"].kind is Kind.STANDARD
    assert asked["MC-05"].question == standard("MC-05").audit


def test_the_category_decides_and_an_empty_one_counts_as_other() -> None:
    assert "IC-11" in {one.id for one in asked_of_a_case([_occurrence("incident", "domestic_abuse")])}
    assert "IC-11" not in {one.id for one in asked_of_a_case([_occurrence("incident", "neglect")])}
    assert asked_of_a_case([_occurrence("incident")]) == asked_of_a_case([_occurrence("incident", "other")])


def test_what_binds_england_alone_is_not_asked_of_a_force_in_wales() -> None:
    assert "AH-10" in {one.id for one in asked_of_a_case([_occurrence("incident", "neglect")])}
    assert "AH-10" not in {one.id for one in asked_of_a_case([_occurrence("incident", "neglect", "Gwent Police")])}


def test_of_several_occurrences_each_question_is_asked_once() -> None:
    both = asked_of_a_case([_occurrence("missing"), _occurrence("missing"), _occurrence("detention")])
    ids = [one.id for one in both]
    assert ids == sorted(set(ids))
    assert {"MC-02", "PD-14"} <= set(ids)


def test_of_the_force_it_asks_what_no_one_case_shows() -> None:
    assert {one.id for one in asked_of_the_force()} == {
        "AH-11", "INV-20", "MC-19", "RO-20", "GOV-06", "GOV-07", "GOV-08", "GOV-09", "GOV-10", "GOV-11", "GOV-12",
        "GOV-13", "GOV-14", "GOV-15",
    }  # fmt: skip


def test_every_question_and_every_audit_text_is_asked_somewhere() -> None:
    kinds = "incident missing detention police_protection registration disclosure intelligence recommendation".split()
    categories = sorted({c for one in RULEBOOK for way in one.looks_at.ways for c in way.categories})
    cases = [_occurrence(kind, category) for kind in kinds for category in (None, *categories)]
    asked = {one.id for one in (*asked_of_a_case(cases), *asked_of_the_force())}
    assert asked == {one.id for one in QUESTIONS} | {one.id for one in RULEBOOK if one.audit}
