"""The trail is only ever added to, and only together with what it answers for."""

import pytest
from django.db import DatabaseError, connection, connections, transaction
from django.db.models import ProtectedError

from bounden.assurance.accounts.models import Account
from bounden.assurance.trail.actions import OutsideTransaction, record
from bounden.assurance.trail.models import Act, Entry

pytestmark = pytest.mark.django_db


@pytest.fixture
def entry(db: None) -> Entry:
    account = Account.objects.create_user("one", password="x" * 20)
    with transaction.atomic():
        return record(account=account, act=Act.CONSULTATION, page="case", snapshot="s", records=["b", "a", "b"])


def test_entry_says_who_what_and_which(entry: Entry) -> None:
    assert (entry.account.username, entry.act, entry.page, entry.records) == ("one", "consultation", "case", ["a", "b"])
    assert entry.at.tzinfo is not None


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE trail_entry SET act = 'disclosure'",
        "UPDATE trail_entry SET records = '[]'",
        "DELETE FROM trail_entry",
        "INSERT OR REPLACE INTO trail_entry SELECT * FROM trail_entry",
    ],
)
def test_database_refuses_to_change_or_remove_an_entry(entry: Entry, statement: str) -> None:
    if "REPLACE" in statement and connection.vendor != "sqlite":
        pytest.skip("SQLite's own words")
    with pytest.raises(DatabaseError, match="never"), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(statement)
    assert Entry.objects.get().records == ["a", "b"]


def test_models_cannot_get_round_it(entry: Entry) -> None:
    with pytest.raises(DatabaseError), transaction.atomic():
        Entry.objects.all().delete()
    entry.page = "other"
    with pytest.raises(DatabaseError), transaction.atomic():
        entry.save()


def test_account_with_entries_cannot_be_removed(entry: Entry) -> None:
    with pytest.raises(ProtectedError):
        entry.account.delete()


def test_entry_outside_a_transaction_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    account = Account.objects.create_user("two", password="x" * 20)
    with monkeypatch.context() as outside:
        outside.setattr(connections["default"], "in_atomic_block", False)
        with pytest.raises(OutsideTransaction):
            record(account=account, act=Act.CONSULTATION, page="case", snapshot="s", records=[])


def test_entry_goes_when_its_page_fails(db: None) -> None:
    account = Account.objects.create_user("three", password="x" * 20)

    @transaction.atomic
    def page() -> None:
        record(account=account, act=Act.CONSULTATION, page="case", snapshot="s", records=["a"])
        raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        page()
    assert not Entry.objects.exists()
