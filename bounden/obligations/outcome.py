"""The outcome: one small function of instants, uncertainty, coverage, excusal and `as_of` (record tests, 1.2)."""

import enum

from bounden.obligations.obligation import Obligation


class Outcome(enum.StrEnum):
    """What became of an obligation. A withdrawn one has no outcome."""

    MET = "met"
    LATE = "late"
    MISSED = "missed"
    PENDING = "pending"
    EXCUSED = "excused"
    CANNOT_TELL = "cannot_tell"


def outcome(owed: Obligation) -> Outcome | None:
    """The outcome at `owed.as_of`, None if withdrawn. The first line that fits decides; at the limit is in time."""
    if not owed.trigger_known or owed.due is None:
        return Outcome.CANNOT_TELL
    due, done, ended = owed.due, owed.discharged, owed.withdrawn
    if done and done.latest <= due.earliest:
        return Outcome.MET
    if ended and ended.latest <= due.earliest:
        return None
    if ended and ended.earliest <= due.latest:
        return Outcome.CANNOT_TELL
    if owed.excused_at:
        return Outcome.EXCUSED
    # An act on record has reached its own limit; any other limit is still open at its very instant.
    still_open = owed.as_of < due.earliest if owed.at_act else owed.as_of <= due.earliest
    if still_open:
        return Outcome.PENDING
    if not owed.known:
        return Outcome.CANNOT_TELL
    if done and done.earliest > due.latest:
        return Outcome.LATE
    passed = owed.as_of >= due.latest if owed.at_act else owed.as_of > due.latest
    if passed and done is None:
        return Outcome.MISSED
    return Outcome.CANNOT_TELL
