"""What becomes of one duty, from the instants that were planted: plain comparison, nothing is looked up.

Instants are naive UTC. What has not happened by `as_of` is None.
"""

import enum
from dataclasses import dataclass, replace
from datetime import datetime

from bounden.obligations.outcome import Outcome


class Shown(enum.Enum):
    """What the delivery says about the records of the evidence, over the time of the duty (record tests, 1.3)."""

    ALL = "every record is delivered"
    UNSTATED = "nothing is said"
    NOT_SUPPLIED = "records are not delivered"


@dataclass(frozen=True, slots=True)
class Hint:
    """When a thing was done as far as the records show.

    done: the earliest instant at which it can have been, latest the latest; empty: the same. open: if not in time, they
    leave it open whether it was.
    """

    done: datetime | None
    open: bool = False
    latest: datetime | None = None

    def by(self, due: datetime) -> bool:
        """Whether it was certainly done by an instant."""
        at = self.latest or self.done
        return at is not None and at <= due


Done = datetime | Hint | None


def as_shown(act: Hint, shown: Shown) -> Hint:
    """An act of a kind of which the delivery may not show every record."""
    left_open = shown is Shown.NOT_SUPPLIED or (shown is Shown.UNSTATED and act.done is None)
    return replace(act, open=left_open)


def fate(
    as_of: datetime,
    due: datetime,
    done: tuple[Done, ...],
    *,
    due_latest: datetime | None = None,
    ended: datetime | None = None,
    excused: datetime | None = None,
    at_act: bool = False,
) -> Outcome | None:
    """The outcome of a duty; None if its cause ended before it was due (record tests, 1.2).

    done: when each thing that must be done was done. due_latest: where the limit is known no better than between two
    instants, the later. at_act: the limit is the act's own instant.
    """
    last = due_latest or due
    each = [one if isinstance(one, Hint) else Hint(one) for one in done]
    if all(one.by(due) for one in each):
        return Outcome.MET
    if ended is not None and ended <= last:
        return None if ended <= due else Outcome.CANNOT_TELL
    if excused is not None and excused <= due:
        return Outcome.EXCUSED
    if as_of < due or (as_of == due and not at_act):
        return Outcome.PENDING
    passed = as_of > last or (as_of == last and at_act)
    if any(one.done is None and not one.open for one in each):
        return Outcome.MISSED if passed else Outcome.CANNOT_TELL
    if any(one.done is not None and one.done > last and not one.open for one in each):
        return Outcome.LATE
    return Outcome.CANNOT_TELL
