"""Signing in with a local account."""

from collections.abc import Callable

from django.test import Client

from bounden.assurance.accounts.models import Account

RIGHT = {"username": "wex", "password": "correct horse battery"}
WRONG = {"username": "wex", "password": "wrong"}


def _sign_in(client: Client, what: dict[str, str], next_: str = "") -> object:
    return client.post("/sign-in/", {**what, "next": next_}, headers={"host": "127.0.0.1"})


def test_right_password_opens_the_page_asked_for(
    client: Client, account: Callable[..., Account], published: object
) -> None:
    account("wex", "Wexshire Police")
    response = _sign_in(client, RIGHT, "/standards/")
    assert response.status_code == 302
    assert response.headers["Location"] == "/standards/"


def test_nobody_is_sent_to_another_site(client: Client, account: Callable[..., Account], published: object) -> None:
    account("wex", "Wexshire Police")
    assert _sign_in(client, RIGHT, "https://elsewhere.example/").headers["Location"] == "/"


def test_wrong_name_and_wrong_password_look_alike(
    client: Client, account: Callable[..., Account], published: object
) -> None:
    account("wex", "Wexshire Police")
    name = _sign_in(client, {"username": "nobody", "password": "wrong"}).content.decode()
    password = _sign_in(client, WRONG).content.decode()
    assert "The account name or the password is wrong" in name
    assert name.count("is wrong") == password.count("is wrong")


def test_five_wrong_passwords_lock_the_account_even_for_the_right_one(
    client: Client, account: Callable[..., Account], published: object
) -> None:
    account("wex", "Wexshire Police")
    answers = [_sign_in(client, WRONG).status_code for _ in range(5)]
    assert answers == [200, 200, 200, 200, 429]
    response = _sign_in(client, RIGHT)
    assert response.status_code == 429
    assert b"locked" in response.content


def test_another_account_stays_open(client: Client, account: Callable[..., Account], published: object) -> None:
    account("wex", "Wexshire Police")
    account("north", "Northshire Police")
    for _ in range(6):
        _sign_in(client, WRONG)
    assert _sign_in(client, {"username": "north", "password": "correct horse battery"}).status_code == 302


def test_signing_out_ends_the_session_and_clears_the_browser(wexshire: Client) -> None:
    response = wexshire.post("/sign-out/")
    assert response.headers["Clear-Site-Data"] == '"cache", "storage"'
    assert wexshire.get("/worklist/").status_code == 302


def test_form_without_its_token_is_refused(account: Callable[..., Account], published: object) -> None:
    account("wex", "Wexshire Police")
    strict = Client(enforce_csrf_checks=True, headers={"host": "127.0.0.1"})
    response = strict.post("/sign-in/", RIGHT)
    assert response.status_code == 403
    assert b"You cannot do this" in response.content


def test_unknown_host_is_refused(client: Client, published: object, db: None) -> None:
    assert client.get("/sign-in/", headers={"host": "elsewhere.example"}).status_code == 400
