"""The parts of a condition."""

from collections.abc import Iterator
from dataclasses import replace

from bounden.obligations.parameters import Parameters
from bounden.obligations.terms import AboutAChild, AgedUpTo, Condition, EitherOf, Flagged, Followed, UnderWay
from bounden.obligations.wording.kinds import say_any, say_kind, say_word
from bounden.obligations.wording.terms import say_condition
from bounden.reports.handbook.parts.restrictions import without


def of_conditions(held: tuple[Condition, ...], numbers: Parameters) -> Iterator[tuple[str, tuple[Condition, ...]]]:
    """Each part of conditions that must all hold, and the conditions without it."""
    for at, condition in enumerate(held):
        for says, others in _of_condition(condition, numbers):
            yield says, (*held[:at], *others, *held[at + 1 :])


def _of_condition(condition: Condition, numbers: Parameters) -> Iterator[tuple[str, tuple[Condition, ...]]]:
    # A child is under 18 anyway; IC-10 says so aloud, because its guidance does.
    if not isinstance(condition, AgedUpTo):
        yield f"only where {say_condition(condition, numbers)}", ()
    match condition:
        case AboutAChild(or_suspect=True):
            yield "or about a suspect in a child's case", (AboutAChild(),)
        case Followed():
            yield f"or {say_kind(condition.by)} after it", (replace(condition, by="found"),)
            yield f"or flagged {say_any(condition.flags)} after it", (replace(condition, flags=frozenset()),)
        case UnderWay():
            yield from _of_state(condition)
        case Flagged():
            yield from ((says, (fewer,)) for says, fewer in _of_flags(condition))
        case EitherOf(conditions):
            for at, part in enumerate(conditions):
                rest = without(conditions, at)
                yield f"or {say_condition(part, numbers)}", (EitherOf(rest),)
                if isinstance(part, Flagged):
                    yield from ((says, (EitherOf((*rest, fewer)),)) for says, fewer in _of_flags(part))
        case _:
            pass


def _of_flags(condition: Flagged) -> Iterator[tuple[str, Flagged]]:
    for kind in sorted(condition.kinds) if len(condition.kinds) > 1 else ():
        yield f"flagged {say_word(kind)}", replace(condition, kinds=condition.kinds - {kind})


def _of_state(condition: UnderWay) -> Iterator[tuple[str, tuple[Condition, ...]]]:
    for kind, values in condition.ended.items():
        rest = {each: held for each, held in condition.ended.items() if each != kind}
        yield f"until {say_kind(kind)}", (replace(condition, ended=rest),)
        if values:
            whatever = replace(condition, ended={**condition.ended, kind: frozenset()})
            yield f"until {say_kind(kind)}: the value it must have", (whatever,)
