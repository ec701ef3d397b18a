"""What becomes of one duty, from the instants that were planted: plain comparison, nothing is looked up.

Instants are naive UTC. What has not happened by `as_of` is None.
"""

import enum
from datetime import datetime

from bounden.obligations.outcome import Outcome


class Shown(enum.Enum):
    """What the delivery says about the records of the evidence, over the time of the duty (record tests, 1.3)."""

    ALL = "every record is delivered"
    UNSTATED = "nothing is said"
    NOT_SUPPLIED = "records are not delivered"


def fate(
    as_of: datetime,
    due: datetime,
    done: tuple[datetime | None, ...],
    *,
    ended: datetime | None = None,
    excused: datetime | None = None,
    shown: Shown = Shown.ALL,
    hinted: bool = False,
    at_act: bool = False,
) -> Outcome | None:
    """The outcome of a duty; None if its cause ended before it was due (record tests, 1.2).

    done: when each thing that must be done was done. hinted: another record shows that it was done, but not when
    (implied evidence). at_act: the limit is the act's own instant.
    """
    if all(each is not None and each <= due for each in done):
        return Outcome.MET
    if ended is not None and ended <= due:
        return None
    if excused is not None and excused <= due:
        return Outcome.EXCUSED
    if as_of < due or (as_of == due and not at_act):
        return Outcome.PENDING
    return _too_late(done, shown, hinted)


def _too_late(done: tuple[datetime | None, ...], shown: Shown, hinted: bool) -> Outcome:
    if hinted:
        return Outcome.CANNOT_TELL
    if None in done:
        return Outcome.MISSED if shown is Shown.ALL else Outcome.CANNOT_TELL
    return Outcome.CANNOT_TELL if shown is Shown.NOT_SUPPLIED else Outcome.LATE
