"""The account of the demonstration: sees every force; its password is shown once and kept nowhere in clear text."""

import secrets

from django.db import transaction

from bounden.assurance.accounts.models import Account

NAME = "demonstration"


@transaction.atomic
def open_account(*, new_password: bool) -> str | None:
    """Make the account on first use, or give it a new password where that is asked for.

    Answers the password where one was set, else None.
    """
    account, created = Account.objects.get_or_create(username=NAME, defaults={"every_force": True})
    if not created and not new_password:
        return None
    password = "-".join(secrets.token_hex(2) for _ in range(6))
    account.set_password(password)
    account.every_force = True
    account.save()
    return password
