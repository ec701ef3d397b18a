"""Every kind of action and every code that stands by itself is said in plain words."""

from bounden.obligations.wording.kinds import ACTIONS, say_kind, say_word
from bounden.records.vocabulary import ALL_ACTION_KINDS


def test_every_kind_of_action_has_words_of_its_own() -> None:
    assert set(ACTIONS) == ALL_ACTION_KINDS
    assert not [words for words in ACTIONS.values() if "_" in words]


def test_a_code_that_says_too_little_is_said_in_full() -> None:
    assert say_word("without") == "without an appropriate adult"
    assert say_word("child_protection_plan") == "child protection plan"
    assert say_kind("parents_told") == "the parents told"
