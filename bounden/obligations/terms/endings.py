"""Causes that end: an obligation whose cause ended at or before D is withdrawn (record tests, 1.6).

A child's death ends every obligation owed to that child and need not be said. An end not on record has not happened.
"""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Ending:
    """The first of these actions about the person or about nobody.

    closed_at: the closing of the occurrence counts among them.
    else_closed_at: the closing counts only where none of the actions is on record.
    died: the death of the offender: the test's person in that role, else the only one who has it there.
    values: with since_start, the actions must have one of these; one without value may be the end (RO-10).
    since_start: only what does not lie before T; of a recurring duty, before its state began (AH-24, INV-12).
    flag: the end of such a flag on the person, not before T, at which no other such flag stands (INV-11).
    rationale_for: only a rationale_recorded naming the child, whose value is this standard (IC-12).
    """

    kinds: tuple[str, ...] = ()
    values: frozenset[str] = frozenset()
    closed_at: bool = False
    else_closed_at: bool = False
    died: bool = False
    since_start: bool = False
    flag: str | None = None
    rationale_for: str | None = None


FOUND = Ending(kinds=("found",), else_closed_at=True)
INVESTIGATION_CLOSED = Ending(kinds=("closed",), closed_at=True)
DETENTION_ENDED = Ending(kinds=("released", "transferred_to_authority"), closed_at=True)
PROTECTION_ENDED = Ending(kinds=("protection_ended",))
REGISTRATION_ENDED = Ending(closed_at=True, died=True)


def told_instead(standard: str) -> Ending:
    """A recorded reason that another standard takes this one's place for the child."""
    return Ending(kinds=("rationale_recorded",), rationale_for=standard)
