"""Whether somebody can still act on an obligation."""

import pytest

from bounden.obligations.explain import is_open
from bounden.obligations.outcome import Outcome
from bounden.obligations.terms import PhraseFound, Type
from bounden.standards import RULEBOOK, standard


@pytest.mark.parametrize(
    ("result", "still"),
    [
        (Outcome.PENDING, True),
        (Outcome.MISSED, True),
        (Outcome.CANNOT_TELL, True),
        (Outcome.MET, False),
        (Outcome.LATE, False),
        (Outcome.EXCUSED, False),
        (None, False),
    ],
)
def test_a_duty_is_open_as_long_as_nobody_knows_it_done(result, still):
    assert is_open(result, standard("MC-06"), "") is still


def test_what_must_never_be_done_and_was_cannot_be_undone_but_words_found_are_to_be_confirmed():
    never = [(one, test) for one in RULEBOOK for test in one.tests if one.type_of(test) is Type.NEVER]
    assert never
    for one, test in never:
        assert is_open(Outcome.MISSED, one, test.stage) is isinstance(test.breach, PhraseFound)
        assert is_open(Outcome.CANNOT_TELL, one, test.stage)
