import enum
from dataclasses import replace
from types import MappingProxyType

import pytest

from bounden.obligations.parameters import Limit, Parameters
from bounden.obligations.terms import Severity
from bounden.standards import CATALOGUE, QUESTIONS, RULEBOOK_VERSION, parameters, standard
from bounden.standards.version import canonical_text, version_of

WRITTEN = tuple(CATALOGUE.values())


def test_is_a_date_and_twelve_hex_digits() -> None:
    date, _, digits = RULEBOOK_VERSION.partition("+")
    assert len(date.split("-")) == 3
    assert len(digits) == 12
    assert int(digits, 16) >= 0


def test_the_same_rulebook_has_the_same_version() -> None:
    assert version_of(WRITTEN, parameters()) == RULEBOOK_VERSION
    backwards = Parameters.of(tuple(reversed(tuple(parameters().by_name.values()))))
    assert version_of(WRITTEN, backwards) == RULEBOOK_VERSION


def test_any_changed_word_changes_the_version() -> None:
    for one in (standard("MC-06"), QUESTIONS[0]):
        changed = {**CATALOGUE, one.id: replace(one, plain=one.plain + " ")}
        assert version_of(tuple(changed.values()), parameters()) != RULEBOOK_VERSION


def test_any_changed_number_changes_the_version() -> None:
    given = dict(parameters().by_name)
    given["mc_search"] = replace(given["mc_search"], value=Limit(2, "h"))
    assert version_of(WRITTEN, Parameters.of(tuple(given.values()))) != RULEBOOK_VERSION


def test_a_set_has_no_order_and_a_mapping_keeps_its_own() -> None:
    assert canonical_text(frozenset({"b", "a"})) == "{'a', 'b'}"
    assert canonical_text({"very_high": "1 m", "high": "3 m"}) == "{'very_high': '1 m', 'high': '3 m'}"
    assert canonical_text(MappingProxyType({"a": 1})) == "{'a': 1}"


def test_words_of_a_closed_list_are_told_from_text() -> None:
    class Grade(enum.StrEnum):
        HIGH = "high"

    assert canonical_text(Grade.HIGH) == "Grade.HIGH"
    assert canonical_text("high") == "'high'"
    assert canonical_text(Severity.HIGH) == "Severity.HIGH"


def test_refuses_what_no_standard_holds() -> None:
    with pytest.raises(TypeError, match="a standard holds no float"):
        canonical_text(1.5)


def test_a_standard_is_found_by_its_id() -> None:
    assert standard("MC-06").title == "The missing child's home and bedroom are searched"
    for absent in ("MC-99", "MC-18"):
        with pytest.raises(KeyError):
            standard(absent)
