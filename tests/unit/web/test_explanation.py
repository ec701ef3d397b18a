"""The page of one obligation."""

import re
from pathlib import Path

import pytest
from django.test import Client

from bounden.assurance.trail.models import Entry
from bounden.snapshots.read import open_current


def _key(store: Path, standard: str, occurrence: str) -> str:
    row = (
        open_current(store)
        .connection()
        .execute(
            "SELECT obligation_key FROM obligations WHERE standard = ? AND occurrence_id = ?", [standard, occurrence]
        )
        .fetchone()
    )
    return row[0]


def _text(html: str) -> str:
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", html))


def test_late_duty_is_explained_from_clause_to_conclusion(everything: Client, store: Path) -> None:
    html = everything.get(f"/obligations/{_key(store, 'MC-06', 'wex-1/episode')}/").content.decode()
    text = _text(html)
    for said in (
        "What is owed",
        "What set it off",
        "By when",
        "What the records show",
        "within 4 hours",
        "after the limit",
    ):
        assert said in text
    assert "wex-1/episode/3" in text
    assert 'href="/standards/MC-06/"' in html


def test_passing_a_local_limit_is_never_called_unlawful(everything: Client, store: Path) -> None:
    text = _text(everything.get(f"/obligations/{_key(store, 'MC-06', 'wex-1/episode')}/").content.decode())
    assert "Exceeds the local threshold" in text
    assert "unlawful" not in text.lower()


def test_what_is_missing_is_named(everything: Client, store: Path) -> None:
    text = _text(everything.get(f"/obligations/{_key(store, 'IC-20', 'north-1/report')}/").content.decode())
    assert "Cannot tell" in text
    assert "safeguarding assessed" in text


@pytest.mark.parametrize("key", ["0" * 32, "x", "../etc"])
def test_unknown_key_is_absent(key: str, everything: Client) -> None:
    assert everything.get(f"/obligations/{key}/").status_code == 404


def test_trail_names_every_record_that_the_explanation_rests_on(everything: Client, store: Path) -> None:
    key = _key(store, "MC-06", "wex-1/episode")
    everything.get(f"/obligations/{key}/")
    entry = Entry.objects.get()
    assert {key, "wex-1/episode", "wex-1/episode/3"} <= set(entry.records)


def test_records_lead_to_where_they_stand_in_the_case(everything: Client, store: Path) -> None:
    html = everything.get(f"/obligations/{_key(store, 'MC-06', 'wex-1/episode')}/").content.decode()
    assert 'href="/cases/wexshire-police/wex-1/episode/#wex-1episode3"' in html
    case = everything.get("/cases/wexshire-police/wex-1/episode/").content.decode()
    assert 'id="wex-1episode3"' in case
