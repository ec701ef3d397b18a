"""Which limits are a force's own numbers, so that passing one is never called unlawful (record tests, preamble)."""

from bounden.obligations.parameters import Parameters
from bounden.obligations.terms import (
    BeforeTheEnd,
    ByCurrentGrade,
    ByFirstGrade,
    ByTimeLimit,
    Due,
    FirstThen,
    SameDay,
    SoonerAfter,
    Standard,
    Test,
    WakingHours,
    Within,
    WithinIf,
)


def limit_is_local(test: Test, parameters: Parameters) -> bool:
    """Whether a test's limit is, or contains, a parameter of class local.

    A number that the standard states itself is that of law or guidance, whatever the class of the duty.
    """
    named = [text for text in _limits(test.due) if not text[0].isdigit()]
    return any(parameters.by_name[name].class_ == "local" for name in named)


def has_local_limit(standard: Standard, parameters: Parameters) -> bool:
    """Whether any of a standard's tests has a local limit."""
    return any(limit_is_local(test, parameters) for test in standard.tests)


def _limits(due: Due) -> list[str]:
    match due:
        case Within(limit) | SameDay(limit) | WakingHours(limit):
            return [limit]
        case BeforeTheEnd(limit=limit):
            return [limit]
        case FirstThen(first, then):
            return [first, then]
        case WithinIf(limit=limit, otherwise=otherwise):
            return [limit, otherwise]
        case SoonerAfter(limit=limit, after=after):
            return [limit, after]
        case ByFirstGrade(limits=limits, otherwise=otherwise):
            return [text for texts in (*limits.values(), otherwise) for text in texts]
        case ByCurrentGrade(limits=limits) | ByTimeLimit(limits):
            return list(limits.values())
        case _:
            return []
