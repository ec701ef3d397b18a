"""The rulebook holds the 158 entries of the catalogue, each as what it is: judged from records, or asked in an audit.

What else it holds, such as a force's own standard, has an id of its own.
"""

import re

import pytest

from bounden.obligations.terms import AuditQuestion, Type
from bounden.standards import CATALOGUE, QUESTIONS, RULEBOOK, parameters

LAST = {"IC": 20, "AH": 27, "INV": 24, "DM": 7, "TA": 4, "MC": 20, "RO": 23, "PD": 17, "GOV": 16}
ALL = {f"{prefix}-{number:02}" for prefix, last in LAST.items() for number in range(1, last + 1)}

# Needs judgement whatever the records hold.
JUDGEMENT = set("IC-11 IC-16 IC-18 AH-07 AH-19 DM-06 MC-02 RO-17 PD-08 PD-14 GOV-05".split())
# Has a clock or a state that no police extract holds, with the type it would have.
NOT_HELD = {
    "AH-10": Type.BY, "AH-25": Type.BY, "INV-20": Type.REC, "TA-02": Type.BY, "TA-04": Type.BY, "MC-18": Type.WHILE,
    "MC-19": Type.WHILE, "RO-05": Type.BY, "RO-09": Type.NEVER, "RO-19": Type.WHILE, "RO-20": Type.WHILE,
    "RO-21": Type.BY, "PD-13": Type.WHILE, "GOV-06": Type.REC, "GOV-07": Type.REC, "GOV-08": Type.REC,
    "GOV-09": Type.WHILE, "GOV-10": Type.REC, "GOV-11": Type.REC, "GOV-12": Type.REC, "GOV-13": Type.REC,
    "GOV-14": Type.REC, "GOV-15": Type.REC,
}  # fmt: skip
ASKED = JUDGEMENT | set(NOT_HELD)

each_question = pytest.mark.parametrize("one", QUESTIONS, ids=lambda one: one.id)


def test_the_catalogue_has_158_entries_of_which_34_are_audit_questions() -> None:
    assert len(ALL) == 158
    assert len(ASKED) == 34
    assert not JUDGEMENT & set(NOT_HELD)


def test_every_entry_is_written() -> None:
    assert sorted(ALL - set(CATALOGUE)) == []


def test_each_is_of_its_kind() -> None:
    assert {one.id for one in QUESTIONS} & ALL == ASKED
    assert {one.id for one in RULEBOOK} & ALL == ALL - ASKED
    assert {one.id: one.type for one in QUESTIONS if one.type and one.id in ALL} == NOT_HELD


@each_question
def test_a_question_reads_as_one_and_says_why_a_person_answers_it(one: AuditQuestion) -> None:
    assert one.question.endswith("?")
    assert one.plain.endswith(".")
    assert one.why_a_person.endswith(".")
    assert not one.title.endswith((".", "?"))
    assert "_" not in one.title + one.question + one.plain + one.why_a_person + one.clock
    longest = max(len(part.split()) for part in re.split(r"[.:;]", one.plain))
    assert longest <= 40


@each_question
def test_what_has_a_clock_no_extract_holds_says_it_in_words(one: AuditQuestion) -> None:
    if one.type:
        assert one.clock
    assert set(one.numbers) <= set(parameters().by_name)


def test_an_audit_text_of_a_standard_reads_as_a_question() -> None:
    assert [one.id for one in RULEBOOK if one.audit and not one.audit.endswith("?")] == []
