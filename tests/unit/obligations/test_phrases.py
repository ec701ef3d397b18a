"""Phrases are found whatever the case, at the borders of words; the pattern is one that databases read, too."""

import duckdb
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bounden.obligations.phrases import pattern, stands_in

PHRASES = frozenset({"poor choices", "promiscuous"})
pieces = st.sampled_from(
    ["poor", "choices", "Promiscuous", "POOR", " ", "  ", "-", "\n", "\t", ".", "é", "1", "x", "’"]
)


@pytest.mark.parametrize(
    "text", ["poor choices", "Poor  Choices", "made poor-choices.", "poor\nchoices", "(promiscuous)"]
)
def test_a_phrase_is_found(text):
    assert stands_in(PHRASES, text)


@pytest.mark.parametrize(
    "text", ["", "poor", "choices poor", "poor. choices", "spoor choices", "promiscuously", "poor choices2"]
)
def test_what_only_resembles_a_phrase_is_not_found(text):
    assert not stands_in(PHRASES, text)


@settings(deadline=None)  # the first statement opens the database
@given(st.lists(pieces, max_size=8).map("".join))
def test_a_database_finds_the_same(text):
    (found,) = duckdb.execute("SELECT regexp_matches(lower($1), $2)", [text, pattern(PHRASES)]).fetchone()
    assert found == stands_in(PHRASES, text)


@pytest.mark.parametrize(
    "phrases", [frozenset(), frozenset({""}), frozenset({"Poor"}), frozenset({"a  b"}), frozenset({"a|b"})]
)
def test_what_is_no_phrase_is_refused(phrases):
    with pytest.raises(ValueError, match="a phrase is lower-case words"):
        pattern(phrases)
