"""A force's own numbers on the pages: where they decided, beside the national ones, and for nobody else's force."""

import csv
import html
import io
import re
from pathlib import Path

import pytest
from django.conf import settings
from django.test import Client

from bounden.obligations.parameters import Limit, Parameters
from bounden.obligations.rules import LocalNumber
from bounden.snapshots.build import build
from bounden.snapshots.read import open_current
from bounden.web import reading
from tests.unit.web.conftest import AS_OF, NORTHSHIRE, WEXSHIRE

OWN = (
    LocalNumber(
        force="wexshire police", name="mc_search", value=Limit(6, "h"), reference="Policy 4.2",
        why="Teams are far away.", authorised_by="Assistant chief constable",
    ),
    LocalNumber(force="Northshire Police", name="first_seen", value=Limit(2, "h"), reference="Policy 9"),
)  # fmt: skip


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Path:
    delivery, out = tmp_path_factory.mktemp("delivery"), tmp_path_factory.mktemp("snapshots")
    text = WEXSHIRE.format(n=1, d=1, as_of="6d", unit="Central", note="a note")
    (delivery / "wex-1.yaml").write_text(text, encoding="utf-8")
    (delivery / "north-1.yaml").write_text(NORTHSHIRE, encoding="utf-8")
    build(delivery, out, as_of=AS_OF, engine="reference", local=OWN, progress=lambda *_: None)
    return out


def read(client: Client, address: str) -> str:
    page = client.get(address)
    assert page.status_code == 200
    return html.unescape(re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", page.content.decode())))


def test_the_page_of_a_standard_shows_the_difference_of_the_forces_that_the_account_sees(wexshire: Client) -> None:
    page = read(wexshire, "/standards/MC-06/")
    assert "Numbers of forces’ own" in page
    for said in ("6 hours laxer", "4 hours", "Policy 4.2", "Teams are far away. Decided by Assistant chief constable."):
        assert said in page
    assert "Numbers of forces’ own" not in read(wexshire, "/standards/MC-07/")
    assert "Policy 9" not in read(wexshire, "/standards/IC-04/"), "another force's number"


def test_the_front_page_names_them(wexshire: Client) -> None:
    page = read(wexshire, "/")
    assert "Judged by a force’s own numbers" in page
    assert "6 hours instead of 4 hours" in page
    assert "2 hours" not in page


def test_a_number_that_the_rulebook_of_today_has_no_more_closes_no_page(
    wexshire: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("bounden.snapshots.read.parameters", lambda: Parameters.of(()))
    reading._KEPT.clear()
    assert "6 hours instead of 4 hours" in read(wexshire, "/")
    assert b"mc_search 6 h (national 4 h)" in wexshire.get("/worklist/export.csv").content
    reading._KEPT.clear()


def test_a_snapshot_of_another_format_closes_the_pages(wexshire: Client, tmp_path: Path) -> None:
    (tmp_path / "0123456789abcdef").mkdir()
    (tmp_path / "0123456789abcdef" / "manifest.json").write_text('{"format": 2}', encoding="utf-8")
    (tmp_path / "CURRENT").write_text("0123456789abcdef", encoding="ascii")
    settings.BOUNDEN_SNAPSHOTS = tmp_path
    assert wexshire.get("/").status_code == 503


def test_the_explanation_and_the_export_say_where_they_decided(wexshire: Client, store: Path) -> None:
    with open_current(store).connection() as cursor:
        (key,) = cursor.execute("SELECT obligation_key FROM obligations WHERE standard = 'MC-06'").fetchone()
    page = read(wexshire, f"/obligations/{key}/")
    assert "The force’s own number" in page
    assert "6 hours, where the national one is 4 hours" in page
    exported = wexshire.get("/worklist/export.csv")
    assert exported.status_code == 200
    lines = exported.content.decode("utf-8-sig").split("\r\n\r\n", 1)[1]
    rows = list(csv.DictReader(io.StringIO(lines)))
    said = {row["Standard"]: row["Force’s own number"] for row in rows}
    assert said["MC-06"] == "mc_search 6 h (national 4 h)"
    assert set(said.values()) == {"", "mc_search 6 h (national 4 h)"}
