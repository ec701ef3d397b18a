"""Adding to the trail."""

from collections.abc import Iterable

from django.db import connection

from bounden.assurance.accounts.models import Account
from bounden.assurance.trail.models import Act, Entry


class OutsideTransaction(RuntimeError):
    """An entry was asked for where nothing ties it to the page that it answers for."""


def record(*, account: Account, act: Act, page: str, snapshot: str, records: Iterable[str]) -> Entry:
    """Add one entry, in the transaction in which the page is made: no entry, no page.

    Raises OutsideTransaction where there is no such transaction, and whatever the database raises.
    """
    if not connection.in_atomic_block:
        raise OutsideTransaction("an entry of the trail is written only inside the transaction of its page")
    return Entry.objects.create(account=account, act=act, page=page, snapshot=snapshot, records=sorted(set(records)))
