"""An account sees its own forces, and of any other not even that it exists."""

from pathlib import Path

import pytest
from django.conf import settings
from django.test import Client
from django.urls import get_resolver, reverse

from bounden.assurance.accounts.models import Account, Sight
from bounden.snapshots.read import open_current

OPEN = {"sign_in", "accessibility", "cookies"}


def _keys(force: str) -> list[str]:
    connection = open_current(Path(settings.BOUNDEN_SNAPSHOTS)).connection()
    return [
        row[0]
        for row in connection.execute("SELECT obligation_key FROM obligations WHERE force = ?", [force]).fetchall()
    ]


def _address(name: str) -> str:
    arguments = {
        "case": ["wexshire-police", "wex-1/episode"],
        "obligation": ["0" * 32],
        "standard": ["MC-06"],
    }
    return reverse(name, args=arguments.get(name, []))


@pytest.mark.parametrize("name", sorted({p.name for p in get_resolver().url_patterns[0].url_patterns} - OPEN))
def test_every_page_sends_a_stranger_to_sign_in(name: str, client: Client, published: Path, db: None) -> None:
    method = client.post if name == "sign_out" else client.get
    response = method(_address(name), headers={"host": "127.0.0.1"})
    assert response.status_code == 302
    assert response.headers["Location"].startswith("/sign-in/")


@pytest.mark.parametrize("name", sorted(OPEN))
def test_open_pages_show_no_record(name: str, client: Client, published: Path, db: None) -> None:
    response = client.get(reverse(name), headers={"host": "127.0.0.1"})
    assert response.status_code == 200
    assert b"wex-" not in response.content


def test_case_of_another_force_is_absent(wexshire: Client) -> None:
    assert wexshire.get("/cases/wexshire-police/wex-1/episode/").status_code == 200
    assert wexshire.get("/cases/northshire-police/north-1/report/").status_code == 404
    assert wexshire.get("/cases/wexshire-police/north-1/report/").status_code == 404


def test_published_words_of_another_forces_case_stay_with_it(wexshire: Client) -> None:
    """A reference that begins like another force's case opens nothing of that case."""
    assert wexshire.get("/cases/wexshire-police/north-1/").status_code == 404


def test_absent_force_and_absent_case_answer_alike(wexshire: Client) -> None:
    other = wexshire.get("/cases/northshire-police/north-1/report/").content
    nothing = wexshire.get("/cases/nowhere-police/nothing/").content
    assert other == nothing


def test_obligations_of_another_force_are_absent(wexshire: Client, published: Path) -> None:
    for key in _keys("Northshire Police"):
        assert wexshire.get(f"/obligations/{key}/").status_code == 404
    for key in _keys("Wexshire Police")[:3]:
        assert wexshire.get(f"/obligations/{key}/").status_code == 200


def test_lists_counts_and_exports_hold_no_other_force(wexshire: Client, everything: Client) -> None:
    for address in ("/", "/worklist/", "/worklist/export.csv"):
        assert b"north" not in wexshire.get(address).content.lower()
    assert b"north-1" in everything.get("/worklist/export.csv").content


def test_sight_taken_away_ends_with_the_next_page(wexshire: Client) -> None:
    address = "/cases/wexshire-police/wex-1/episode/"
    assert wexshire.get(address).status_code == 200
    Sight.objects.all().delete()
    assert wexshire.get(address).status_code == 404


def test_closed_account_is_signed_out(wexshire: Client) -> None:
    Account.objects.update(is_active=False)
    assert wexshire.get("/worklist/").status_code == 302


def test_writing_methods_are_refused(everything: Client) -> None:
    for address in ("/", "/worklist/", "/worklist/export.csv", "/cases/wexshire-police/wex-1/episode/", "/standards/"):
        assert everything.post(address).status_code == 405
