"""The history of the standards: read strictly, renewed by itself, words left to people."""

from dataclasses import replace
from datetime import date

import pytest

from bounden.obligations.parameters import Limit, Parameters
from bounden.obligations.terms import Severity
from bounden.standards import parameters, standard
from bounden.standards.history import (
    FIRST,
    Change,
    HistoryRefused,
    fingerprint,
    read_history,
    renewed,
    written_out,
)

TEXT, OTHER = "0123456789ab", "ba9876543210"
ENTRY = f"{{edition: 2026-11-21, says: A, text: '{TEXT}'}}"
THEN, NOW = date(2026, 11, 21), date(2027, 3, 1)


def test_a_new_standard_has_a_first_edition():
    assert renewed((), TEXT, THEN) == (Change(THEN, FIRST, TEXT),)


def test_what_reads_as_before_is_left_alone():
    held = (Change(THEN, FIRST, TEXT),)
    assert renewed(held, TEXT, NOW) == held


def test_within_the_edition_that_is_being_written_its_own_entry_speaks_of_the_new_text():
    assert renewed((Change(NOW, "The limit is shorter.", TEXT),), OTHER, NOW) == (
        Change(NOW, "The limit is shorter.", OTHER),
    )


def test_a_change_since_an_earlier_edition_is_entered_and_left_for_a_person_to_say():
    assert renewed((Change(THEN, FIRST, TEXT),), OTHER, NOW) == (Change(THEN, FIRST, TEXT), Change(NOW, "", OTHER))


def test_what_is_written_is_read_again(tmp_path):
    held = {"MC-06": (Change(THEN, FIRST, TEXT), Change(NOW, 'The "bedroom" counts too: both.', OTHER))}
    path = tmp_path / "history.yaml"
    path.write_text(written_out(held), encoding="utf-8")
    assert read_history(path) == held


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("MC-06: {}", "must be a list of editions"),
        ("MC-06: []", "must be a list of editions"),
        ("MC-06: [{edition: 2026-11-21, says: First.}]", "has edition, says, text"),
        (f"MC-06: [{{edition: soon, says: First., text: '{TEXT}'}}]", "an edition is a date"),
        ("MC-06: [{edition: 2026-11-21, says: First., text: abc}]", "12 hex digits"),
        (f"MC-06: [{ENTRY}, {ENTRY}]", "in order of their dates"),
    ],
)
def test_refuses_what_is_no_history(text, reason, tmp_path):
    path = tmp_path / "history.yaml"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(HistoryRefused, match=reason):
        read_history(path)


class TestFingerprint:
    one = standard("MC-06")

    def test_changes_with_the_words_the_terms_and_the_numbers(self):
        before = fingerprint(self.one, parameters())
        given = dict(parameters().by_name)
        given["mc_search"] = replace(given["mc_search"], value=Limit(2, "h"))
        assert fingerprint(replace(self.one, plain=self.one.plain + " Or so."), parameters()) != before
        assert fingerprint(replace(self.one, severity=Severity.LOW), parameters()) != before
        assert fingerprint(replace(self.one, excuse=None), parameters()) != before
        assert fingerprint(self.one, Parameters.of(tuple(given.values()))) != before

    def test_does_not_change_with_who_answers_for_it_nor_with_numbers_of_others(self):
        before = fingerprint(self.one, parameters())
        given = dict(parameters().by_name)
        given["mc_grade"] = replace(given["mc_grade"], value=Limit(2, "h"))
        signed = replace(self.one, author="somebody", checker="somebody else", next_review=date(2030, 1, 1))
        assert fingerprint(signed, parameters()) == before
        assert fingerprint(self.one, Parameters.of(tuple(given.values()))) == before

    def test_leaves_out_what_stands_at_its_default(self):
        assert fingerprint(replace(self.one, audit=""), parameters()) == fingerprint(self.one, parameters())
