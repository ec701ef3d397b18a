"""What an account may see."""

from collections.abc import Iterable

from bounden.assurance.accounts.models import Account


def forces_seen(account: Account, among: Iterable[str]) -> tuple[str, ...]:
    """The forces, among those given, whose records the account may see; in order, read afresh for each page."""
    if not account.is_active:
        return ()
    if account.every_force:
        return tuple(sorted(among))
    allowed = set(account.sights.values_list("force", flat=True))
    return tuple(sorted(force for force in among if force in allowed))
