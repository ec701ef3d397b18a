"""The demonstration as somebody with a browser meets it: built, served by its own command, signed in."""

import os
import re
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

import duckdb
import pytest
from playwright.sync_api import Browser, Page, sync_playwright

from bounden.snapshots.build import build

ROOT = Path(__file__).parents[2]
CASES = ROOT / "demonstration" / "published-cases"
AS_OF = datetime(2026, 11, 21, 12)


@dataclass(frozen=True)
class Site:
    """A running demonstration."""

    address: str
    account: str
    password: str
    pages: dict[str, str]


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    """Build the published cases, serve them with `manage.py demonstrate`, stop it at the end."""
    var = tmp_path_factory.mktemp("var")
    snapshot = build(CASES, var / "snapshots", as_of=AS_OF, engine="reference", progress=lambda *_: None)
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    environment = {**os.environ, "DJANGO_SETTINGS_MODULE": "bounden.config.settings", "BOUNDEN_VAR": str(var)}
    command = [sys.executable, str(ROOT / "manage.py"), "demonstrate", "--port", str(port)]
    process = subprocess.Popen(command, stdout=subprocess.PIPE, text=True, env=environment)
    try:
        said = ""
        while "Ctrl-C" not in said:
            line = process.stdout.readline()
            assert line, "the demonstration ended before it was ready"
            said += line
        address = f"http://127.0.0.1:{port}"
        _wait_for(f"{address}/sign-in/")
        yield Site(address, "demonstration", re.search(r"password +(\S+)", said)[1], _pages(snapshot.directory))
    finally:
        process.terminate()
        process.communicate(timeout=20)


def _wait_for(address: str) -> None:
    for _ in range(100):
        try:
            urllib.request.urlopen(address, timeout=5).close()
        except OSError:
            time.sleep(0.1)
        else:
            return
    raise AssertionError("the demonstration does not answer")


def _pages(snapshot: Path) -> dict[str, str]:
    """One address of each kind of page."""
    with duckdb.connect() as connection:
        keys = dict(
            connection.execute(
                "SELECT split_part(occurrence_id, '/', 1) || ' ' || standard, obligation_key FROM read_parquet(?)",
                [str(snapshot / "obligations.parquet")],
            ).fetchall()
        )
    return {
        "overview": "/",
        "worklist": "/worklist/",
        "case": "/cases/thames-valley-police/tvp-2023-missing-13/",
        "explanation": f"/obligations/{keys['tvp-2023-missing-13 MC-06']}/",
        "explanation-open": f"/obligations/{keys['cambs-2022-iioc-2daughters INV-07']}/",
        "standards": "/standards/",
        "standard": "/standards/MC-06/",
        "standards-sorted": "/standards/?sort=severity&duty=council&confirmed=no",
        "standard-of-stages": "/standards/PD-17/",
        "question": "/standards/RO-20/",
        "worklist-filtered": "/worklist/?area=missing&severity=critical&outcome=missed",
        "worklist-empty": "/worklist/?area=governance",
        "case-of-four": "/cases/south-yorkshire-police/syp-2014-missing-13x2-rso/",
        "can-judge": "/can-judge/",
        "can-judge-paged": "/can-judge/?sort=occurrences&page=2",
        "can-judge-filtered": "/can-judge/?force=Thames+Valley+Police&area=missing&sort=judged",
        "accessibility": "/accessibility/",
        "cookies": "/cookies/",
        "absent": "/nothing-here/",
    }


@pytest.fixture(scope="module")
def browser(chromium_path: str) -> Iterator[Browser]:
    """One browser a file of tests: while it is open an event loop runs, and beside one Django refuses its database."""
    arguments = ["--no-sandbox"] if os.geteuid() == 0 else []
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=chromium_path, args=arguments)
        yield started
        started.close()


def sign_in(page: Page, site: Site) -> None:
    page.goto(f"{site.address}/sign-in/")
    page.get_by_label("Account name").fill(site.account)
    page.get_by_label("Password").fill(site.password)
    page.get_by_role("button", name="Sign in").click()
    page.wait_for_url(f"{site.address}/")


@dataclass
class Watched:
    """A page with everything that it complained of or asked for elsewhere."""

    page: Page
    complaints: list[str]


@pytest.fixture(scope="module", params=[1280, 390], ids=["desk", "phone"])
def signed_in(request: pytest.FixtureRequest, browser: Browser, site: Site) -> Iterator[Watched]:
    """A signed-in page at the width of a desk or a phone."""
    context = browser.new_context(viewport={"width": request.param, "height": 900}, locale="en-GB")
    page = context.new_page()
    watched = Watched(page, [])
    page.on("console", lambda message: watched.complaints.append(f"{message.type}: {message.text}"))
    page.on("pageerror", lambda error: watched.complaints.append(str(error)))
    page.on(
        "request",
        lambda asked: None if asked.url.startswith(site.address) else watched.complaints.append(f"asked {asked.url}"),
    )
    sign_in(page, site)
    yield watched
    context.close()
