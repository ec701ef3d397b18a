"""What of a standard or audit question is not confirmed yet: which clause, which number."""

import functools
from collections.abc import Iterator

from bounden.obligations.naming import parameters_of
from bounden.obligations.parameters import Parameter
from bounden.obligations.terms import AuditQuestion, Standard
from bounden.obligations.wording.instants import say_value
from bounden.standards import RULEBOOK, parameters


def numbers_of(one: Standard | AuditQuestion) -> tuple[Parameter, ...]:
    """The numbers on which it rests."""
    names = parameters_of(one) if isinstance(one, Standard) else one.numbers
    return tuple(parameters().by_name[name] for name in names)


def to_be_confirmed(one: Standard | AuditQuestion) -> tuple[str, ...]:
    """What is still to be confirmed, each thing once; empty where all was seen in its source."""
    found = tuple(dict.fromkeys(_open(one)))
    return found or (("the number or the source.",) if one.to_be_confirmed else ())


def _open(one: Standard | AuditQuestion) -> Iterator[str]:
    for clause in one.clauses:
        if not clause.confirmed:
            yield f"what {clause.source} says of it."
    for number in numbers_of(one):
        if number.to_be_confirmed:
            yield f"{say_value(number.value)}, {number.meaning}."


@functools.cache
def unconfirmed() -> frozenset[str]:
    """The ids of the standards of which something is still to be confirmed."""
    return frozenset(one.id for one in RULEBOOK if to_be_confirmed(one))
