"""No entry of the trail, no page."""

from unittest.mock import patch

import pytest
from django.db import OperationalError
from django.test import Client

from bounden.assurance.trail.models import Act, Entry


def test_case_page_leaves_one_entry_with_its_records(wexshire: Client) -> None:
    wexshire.get("/cases/wexshire-police/wex-1/episode/")
    entry = Entry.objects.get()
    assert (entry.act, entry.page, entry.account.username) == (Act.CONSULTATION, "case", "wex")
    assert "wex-1/episode" in entry.records
    assert not any("north" in key for key in entry.records)


def test_worklist_enters_the_rows_of_the_page_shown(everything: Client) -> None:
    everything.get("/worklist/?page=2")
    shown = everything.get("/worklist/?page=2").content.decode()
    entry = Entry.objects.last()
    occurrences = {key for key in entry.records if "/" in key}
    assert occurrences
    assert all(key in shown for key in occurrences)


def test_export_is_a_disclosure_of_every_row(everything: Client) -> None:
    text = everything.get("/worklist/export.csv").content.decode("utf-8-sig")
    entry = Entry.objects.get()
    assert entry.act == Act.DISCLOSURE
    keys = [key for key in entry.records if "/" not in key]
    assert keys
    assert all(key in text for key in keys)


@pytest.mark.parametrize("address", ["/worklist/", "/worklist/export.csv", "/cases/wexshire-police/wex-1/episode/"])
def test_page_closes_where_the_trail_cannot_be_written(address: str, wexshire: Client) -> None:
    with patch.object(Entry, "save", side_effect=OperationalError("disk full")):
        response = wexshire.get(address)
    assert response.status_code == 503
    assert b"wex-1" not in response.content


def test_absent_case_leaves_no_entry(wexshire: Client) -> None:
    wexshire.get("/cases/northshire-police/north-1/report/")
    assert not Entry.objects.exists()


def test_numbers_and_standards_show_no_record(wexshire: Client) -> None:
    for address in ("/", "/standards/", "/standards/MC-06/"):
        assert wexshire.get(address).status_code == 200
    assert not Entry.objects.exists()
