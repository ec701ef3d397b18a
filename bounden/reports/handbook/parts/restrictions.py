"""What a start, or an act that counts, is restricted or widened by, each taken away."""

from collections.abc import Iterator
from dataclasses import MISSING, fields, replace
from typing import Any, TypeVar

from bounden.obligations.parameters import Limit
from bounden.obligations.terms import Doing, EachLowering, EachRow, First, FirstOfEachDay, FlagHeld
from bounden.obligations.wording.kinds import say_word

# What each asks, in words; one not named here is said by its own name.
_ASKS = {
    "else_report": "else time runs from the report",
    "otherwise": "else time runs from another act",
    "denied_too": "a record that it was not done counts too",
    "values": "the value it must have",
    "by_role": "the role that must do it",
    "rank": "the rank that must do it",
    "naming_child": "the record must name the child",
    "anywhere": "a record elsewhere counts too",
    "of_anyone": "a record about somebody else counts too",
    "by_another_than": "another officer must do it",
    "partner_after": "a partner may do it once that is agreed",
    "on_the_day": "the same day is in time",
    "never_before_start": "it cannot be earlier than the start",
    "since": "it must not lie too far back",
    "near": "it must be done near that time",
    "signed": "it must say by whom",
    "or_no_value": "a record without result counts too",
    "elsewhere": "a record elsewhere counts too",
    "besides": "whom the record names beside the child makes no difference",
    "not_before": "it must not come before another act",
    "begun_since": "it must have begun since then",
}

Restricted = TypeVar("Restricted", bound=First | EachRow | FirstOfEachDay | EachLowering | Doing | FlagHeld)


def restrictions(term: Restricted) -> Iterator[tuple[str, Restricted]]:
    """Each in words, and the term without it."""
    for field in fields(term):
        plain = field.default_factory() if field.default_factory is not MISSING else field.default
        if plain is not MISSING and getattr(term, field.name) != plain:
            away: dict[str, Any] = {field.name: plain}
            yield _ASKS.get(field.name, say_word(field.name)), replace(term, **away)


def without(held: tuple[Any, ...], at: int) -> tuple[Any, ...]:
    """All but the one at a place."""
    return held[:at] + held[at + 1 :]


def later(limit: str) -> str:
    """A number of law one longer; a parameter stays as it is, to be made longer with the other parameters."""
    if not limit[0].isdigit():
        return limit
    found = Limit.parse(limit)
    return str(Limit(found.amount + 1, found.unit))
