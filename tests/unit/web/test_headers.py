"""What every answer says to the browser, and that no page asks anything of the world outside."""

import re

import pytest
from django.conf import settings
from django.test import Client

ADDRESSES = [
    "/", "/worklist/", "/cases/wexshire-police/wex-1/episode/", "/standards/", "/standards/MC-06/", "/accessibility/",
    "/cookies/", "/nothing-here/", "/worklist/?area=moon",
]  # fmt: skip


@pytest.mark.parametrize("address", ADDRESSES)
def test_policy_is_strict(address: str, everything: Client) -> None:
    policy = everything.get(address).headers["Content-Security-Policy"]
    rules = dict(part.strip().split(" ", 1) for part in policy.split(";") if part.strip())
    assert rules["default-src"] == "'none'"
    assert rules["style-src"] == rules["img-src"] == rules["form-action"] == "'self'"
    assert rules["base-uri"] == rules["frame-ancestors"] == "'none'"
    assert "unsafe" not in policy
    assert "script-src" not in rules


@pytest.mark.parametrize("address", ADDRESSES)
def test_other_headers(address: str, everything: Client) -> None:
    headers = everything.get(address).headers
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert headers["X-Frame-Options"] == "DENY"
    assert headers["Referrer-Policy"] == "same-origin"
    assert headers["Cross-Origin-Opener-Policy"] == "same-origin"
    assert headers["Cache-Control"] == "no-store"
    assert "camera=()" in headers["Permissions-Policy"]


@pytest.mark.parametrize("address", ADDRESSES)
def test_no_script_no_inline_style_and_nothing_fetched_from_outside(address: str, everything: Client) -> None:
    html = everything.get(address).content.decode()
    assert "<script" not in html
    assert "<style" not in html
    assert not re.search(r"\sstyle=", html)
    assert not re.search(r"\son\w+=", html)
    fetched = re.findall(r'<(?:link|img|use|image|iframe|source|object|embed)\b[^>]*(?:src|href|data)="([^"]*)"', html)
    assert fetched
    assert all(target.startswith("/static/") for target in fetched)


def test_static_files_name_no_other_server() -> None:
    from pathlib import Path

    for path in (Path(settings.ROOT) / "bounden/web/static").rglob("*.css"):
        assert not re.search(r"url\(['\"]?(?:https?:|//)", path.read_text(encoding="utf-8")), path.name
        assert "GDS Transport" not in path.read_text(encoding="utf-8")
        assert "crest" not in path.read_text(encoding="utf-8")


def test_cookies_are_closed_to_scripts(client: Client, published: object, db: None) -> None:
    response = client.get("/sign-in/", headers={"host": "127.0.0.1"})
    assert set(response.cookies) <= {"csrf", "session"}
    for cookie in response.cookies.values():
        assert cookie["httponly"]
        assert cookie["samesite"] in {"Lax", "Strict"}
