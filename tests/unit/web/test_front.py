"""The front page's numbers."""

import re

import pytest
from django.test import Client

from bounden.web.front.presenters import Line, lines, percent
from bounden.web.front.rates import Rate


def test_rate_lies_between_its_bounds_for_every_mixture() -> None:
    for met in range(4):
        for late in range(3):
            for missed in range(3):
                for unknown in range(4):
                    rate = Rate(met=met, late=late, missed=missed, cannot_tell=unknown)
                    if rate.share is not None:
                        assert rate.worst <= rate.share <= rate.best


def test_bounds_count_what_cannot_be_told_both_ways() -> None:
    rate = Rate(met=3, late=1, missed=1, cannot_tell=5, pending=7, excused=2, withdrawn=4)
    assert rate.share == 60
    assert (rate.worst, rate.best) == (30, 80)


def test_pending_excused_and_withdrawn_stand_in_no_rate() -> None:
    alone = Rate(pending=7, excused=2, withdrawn=4)
    assert (alone.share, alone.worst, alone.best) == (None, None, None)


def test_partners_never_stand_among_the_police() -> None:
    counts = [
        {"area": "missing", "police": True, "outcome": "met", "n": 3},
        {"area": "missing", "police": False, "outcome": "missed", "n": 9},
        {"area": "missing", "police": True, "outcome": None, "n": 2},
    ]
    (police,), (partners,) = lines(counts, police=True), lines(counts, police=False)
    assert (police.rate.met, police.rate.missed, police.rate.withdrawn) == (3, 0, 2)
    assert (partners.rate.met, partners.rate.missed) == (0, 9)


def test_bar_fills_its_width() -> None:
    line = Line("missing", "Missing children", Rate(met=1, late=2, missed=3, cannot_tell=4))
    assert sum(part["width"] for part in line.stack) == pytest.approx(100)


@pytest.mark.parametrize(
    ("value", "said"), [(None, "–"), (0, "0%"), (0.4, "under 1%"), (50, "50%"), (99.6, "over 99%"), (100, "100%")]
)
def test_nearly_none_and_nearly_all_are_not_rounded_to_certainty(value: float | None, said: str) -> None:
    assert percent(value) == said


def test_made_up_cases_are_not_called_published(everything: Client) -> None:
    assert b"Published cases, not a sample" not in everything.get("/").content
    assert b"Published case" not in everything.get("/cases/wexshire-police/wex-1/episode/").content


def test_page_gives_rate_bounds_feeds_and_snapshot(everything: Client) -> None:
    text = re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", everything.get("/").content.decode()))
    assert "met in time, of what can be told" in text
    assert re.search(r"if all that cannot be told was not met, .* if all of it was", text)
    assert "What cannot be told, and why" in text
    assert "20 March 2026, 12:00" in text
    assert "Partners’ duties" in text


def test_counts_of_the_page_are_those_of_the_worklist(everything: Client) -> None:
    html = everything.get("/").content.decode()
    missed = int(re.search(r'outcome=missed"><span class="tile__number">([\d,]+)', html)[1].replace(",", ""))
    listed = everything.get("/worklist/?outcome=missed").content.decode()
    assert f"of <strong>{missed}</strong> obligations" in listed
