"""The address of the database."""

from pathlib import Path

import pytest
from django.core.exceptions import ImproperlyConfigured

from bounden.config.database import database

DEFAULT = Path("/somewhere/assurance.sqlite3")


def test_nothing_given_is_sqlite_that_waits_and_writes_through() -> None:
    found = database("", default=DEFAULT)
    assert (found["ENGINE"], found["NAME"]) == ("django.db.backends.sqlite3", str(DEFAULT))
    assert found["OPTIONS"]["transaction_mode"] == "IMMEDIATE"
    assert "journal_mode=WAL" in found["OPTIONS"]["init_command"]
    assert "synchronous=FULL" in found["OPTIONS"]["init_command"]


@pytest.mark.parametrize("address", ["", "sqlite:///a.sqlite3", "postgresql://u@h/n"])
def test_every_request_is_one_transaction(address: str) -> None:
    assert database(address, default=DEFAULT)["ATOMIC_REQUESTS"] is True


@pytest.mark.parametrize(
    ("address", "name"), [("sqlite:///a/b.sqlite3", "a/b.sqlite3"), ("sqlite:////a/b.sqlite3", "/a/b.sqlite3")]
)
def test_sqlite_path_relative_and_absolute(address: str, name: str) -> None:
    assert database(address, default=DEFAULT)["NAME"] == name


def test_postgresql_with_all_its_parts() -> None:
    found = database("postgresql://us%40er:p%2Fw@db.example:5433/bounden?sslmode=verify-full", default=DEFAULT)
    assert found["ENGINE"] == "django.db.backends.postgresql"
    assert (found["USER"], found["PASSWORD"], found["HOST"], found["PORT"]) == ("us@er", "p/w", "db.example", "5433")
    assert (found["NAME"], found["OPTIONS"]) == ("bounden", {"sslmode": "verify-full"})


def test_other_addresses_are_refused_without_repeating_a_password() -> None:
    with pytest.raises(ImproperlyConfigured) as refused:
        database("mysql://user:secret@h/n", default=DEFAULT)
    assert "secret" not in str(refused.value)
    assert "postgresql://" in str(refused.value)
