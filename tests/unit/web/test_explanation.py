"""The page of one obligation."""

import dataclasses
import html as entities
import re
from pathlib import Path

import pytest
from django.test import Client

from bounden.assurance.trail.models import Entry
from bounden.reports.handbook import describe
from bounden.reports.handbook.entry import Finding, Good
from bounden.snapshots.read import open_current
from bounden.standards.guidance import guidance_of
from bounden.web.wording import OUTCOMES


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


def _good(html: str) -> str:
    """The part of the page that says what good looks like; empty where there is none."""
    found = re.search(r'<section class="good".*?</section>', html, re.S)
    return found[0] if found else ""


def test_an_open_duty_says_what_good_looks_like_with_its_source_and_the_case(everything: Client, store: Path) -> None:
    html = everything.get(f"/obligations/{_key(store, 'MC-07', 'wex-1/episode')}/").content.decode()
    guidance = guidance_of("MC-07")
    said = entities.unescape(_text(_good(html)))
    for sentence in (*guidance.sentences, guidance.fell_short.says, guidance.sources[0].name):
        assert sentence in said
    assert entities.escape(guidance.fell_short.source.url) in _good(html)
    assert html.index('class="good"') < html.index(">Why</h2>")


@pytest.mark.parametrize(
    ("standard", "occurrence", "result"),
    [
        ("MC-06", "wex-12/episode", "pending"),
        ("IC-20", "north-1/report", "cannot_tell"),
        ("MC-07", "wex-1/episode", "missed"),
    ],
)
def test_pending_missed_and_untold_duties_are_open(standard, occurrence, result, everything, store) -> None:
    html = everything.get(f"/obligations/{_key(store, standard, occurrence)}/").content.decode()
    assert OUTCOMES[result].word in html
    assert guidance_of(standard).sentences[0][:20] in entities.unescape(_good(html))


def test_a_duty_that_is_done_needs_no_guidance(everything: Client, store: Path) -> None:
    for standard in ("MC-06", "MC-01"):
        html = everything.get(f"/obligations/{_key(store, standard, 'wex-1/episode')}/").content.decode()
        assert _good(html) == ""


class TestThePageOfTheCase:
    @pytest.fixture
    def shown(self, monkeypatch, store):
        """Guidance that shows a case of the store, and the address of the page that shows the guidance."""
        case = Finding(
            done_well=False, label="Where it fell short", says="A child was not looked for.", case="wex-3",
            source="A report", url="https://example.org/report",
        )  # fmt: skip
        good = Good(sentences=("One.", "Two.", "Three."), sources=(("A report", case.url),), findings=(case,))
        monkeypatch.setattr(
            "bounden.web.explanations.views.describe", lambda id: dataclasses.replace(describe(id), good=good)
        )
        return f"/obligations/{_key(store, 'MC-07', 'wex-1/episode')}/"

    def test_is_linked_where_the_account_sees_it(self, shown, wexshire, store):
        html = _good(wexshire.get(shown).content.decode())
        assert 'href="/cases/wexshire-police/wex-3/"' in html
        assert 'href="https://example.org/report"' in html
        assert wexshire.get("/cases/wexshire-police/wex-3/").status_code == 200

    def test_is_not_named_to_an_account_that_does_not(self, shown, account, client_of, store):
        northshire = client_of(account("north", "Northshire Police"))
        html = northshire.get(f"/obligations/{_key(store, 'IC-20', 'north-1/report')}/").content.decode()
        assert "A child was not looked for." in html
        assert "wex-3" not in html
