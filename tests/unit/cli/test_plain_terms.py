"""Standards as JSON can hold them."""

import json

import pytest

from bounden.cli.plain_terms import plain
from bounden.standards import CATALOGUE, RULEBOOK


@pytest.mark.parametrize("one", CATALOGUE.values(), ids=lambda one: one.id)
def test_every_standard_and_question_can_be_written_as_json_and_keeps_its_words(one):
    read = json.loads(json.dumps(plain(one)))
    assert (read["id"], read["title"], read["plain"]) == (one.id, one.title, one.plain)
    assert [clause["url"] for clause in read["clauses"]] == [clause.url for clause in one.clauses]
    assert read["next_review"] == one.next_review.isoformat()


@pytest.mark.parametrize("one", RULEBOOK, ids=lambda one: one.id)
def test_every_test_of_a_standard_is_in_its_json(one):
    assert len(json.loads(json.dumps(plain(one)))["tests"]) == len(one.tests)
