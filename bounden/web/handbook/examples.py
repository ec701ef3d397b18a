"""The worked examples of a standard."""

from bounden.obligations.terms import Standard


def examples_of(one: Standard) -> tuple[dict[str, object], ...]:
    """The worked examples of a standard."""
    return ()
