"""The whole rulebook as plain data and back; what a version has no word for is refused by name."""

import json

import pytest

from bounden.standards import CATALOGUE, parameters
from bounden.standards.codec import Unreadable, decoded, encoded
from bounden.standards.version import canonical_text


@pytest.mark.parametrize("id", sorted(CATALOGUE))
def test_every_standard_comes_back_as_it_was(id):
    data = json.loads(json.dumps(encoded(CATALOGUE[id])))
    assert canonical_text(decoded(data)) == canonical_text(CATALOGUE[id])


def test_every_number_comes_back_as_it_was():
    for one in parameters().by_name.values():
        assert decoded(json.loads(json.dumps(encoded(one)))) == one


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        ({"is": "Without", "limit": "4 h"}, "this version has no term Without"),
        ({"is": "Within", "limit": "4 h", "grace": "1 h"}, "the term Within has no grace in this version"),
        ({"is": "Within"}, "the term Within is written otherwise"),
        ({"is": "Type", "name": "SOMETIMES"}, "Type has no SOMETIMES in this version"),
        ({"limit": "4 h"}, "no term None"),
    ],
)
def test_refuses_what_it_has_no_word_for(data, reason):
    with pytest.raises(Unreadable, match=reason):
        decoded(data)


def test_no_standard_holds_a_number_with_a_fraction():
    with pytest.raises(TypeError, match="holds no float"):
        encoded(0.5)
