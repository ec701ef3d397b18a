"""Before the first build the pages say what to do."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

from django.test import Client

from bounden.assurance.accounts.models import Account


def test_page_says_how_to_build(
    account: Callable[..., Account], client_of: Callable[[Account], Client], settings: Any, tmp_path: Path
) -> None:
    client = client_of(account("all", every_force=True))
    settings.BOUNDEN_SNAPSHOTS = tmp_path
    response = client.get("/")
    assert response.status_code == 503
    assert b"bounden build" in response.content
