"""What excuses a duty: only a recorded reason counts (record tests, 1.7)."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Excuse:
    """R: rationale_recorded whose value names the standard, with by_rank (staff: by_role), not later than D.

    rank: R≥rank: by that rank or above; the value may then be empty if the row lies within `same_time` of T;
        supervisor_approved by that rank counts alike.
    by_role: only by this role.
    approval_of_any_rank: supervisor_approved by whatever rank counts too (IC-03).
    or_done: a done action of this kind by D excuses too (INV-18).
    """

    rank: str | None = None
    by_role: str | None = None
    approval_of_any_rank: bool = False
    or_done: str | None = None


def reasoned(
    *,
    rank: str | None = None,
    by_role: str | None = None,
    approval_of_any_rank: bool = False,
    or_done: str | None = None,
) -> Excuse:
    """A recorded reason, by the rank or role asked for."""
    return Excuse(rank=rank, by_role=by_role, approval_of_any_rank=approval_of_any_rank, or_done=or_done)
