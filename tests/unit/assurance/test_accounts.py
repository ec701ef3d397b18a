"""Who may see which force, and the account of the demonstration."""

import pytest

from bounden.assurance.accounts.demonstration import NAME, open_account
from bounden.assurance.accounts.models import Account, Sight
from bounden.assurance.accounts.permissions import forces_seen

pytestmark = pytest.mark.django_db

FORCES = ("Northshire Police", "Wexshire Police")


def _account(**more: bool) -> Account:
    return Account.objects.create_user("one", password="x" * 20, **more)


def test_account_sees_nothing_until_somebody_says_so() -> None:
    assert forces_seen(_account(), FORCES) == ()


def test_account_sees_its_forces_among_those_there_are() -> None:
    account = _account()
    for force in ("Wexshire Police", "Gone Police"):
        Sight.objects.create(account=account, force=force)
    assert forces_seen(account, FORCES) == ("Wexshire Police",)


def test_demonstration_sees_every_force() -> None:
    assert forces_seen(_account(every_force=True), reversed(FORCES)) == FORCES


def test_closed_account_sees_nothing() -> None:
    assert forces_seen(_account(every_force=True, is_active=False), FORCES) == ()


def test_demonstration_password_is_given_once() -> None:
    first = open_account(new_password=False)
    assert first is not None
    assert open_account(new_password=False) is None
    account = Account.objects.get(username=NAME)
    assert account.check_password(first)
    assert first not in account.password


def test_new_password_replaces_the_old() -> None:
    first, second = open_account(new_password=False), open_account(new_password=True)
    account = Account.objects.get(username=NAME)
    assert second != first
    assert account.check_password(second)
    assert not account.check_password(first)
