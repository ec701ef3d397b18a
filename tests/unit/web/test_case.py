"""The case page: what happened and what was owed, and what the inspectors said of it."""

import re

from django.test import Client

CASE = "/cases/wexshire-police/wex-1/episode/"


def _text(html: str) -> str:
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", html))


def test_case_and_occurrence_lead_to_the_same_page(wexshire: Client) -> None:
    by_occurrence, by_case = wexshire.get(CASE), wexshire.get("/cases/wexshire-police/wex-1/")
    token = re.compile(rb'name="csrfmiddlewaretoken" value="[^"]*"')
    assert token.sub(b"", by_occurrence.content) == token.sub(b"", by_case.content)


def test_verdict_stands_beside_what_the_standards_conclude(wexshire: Client) -> None:
    text = _text(wexshire.get(CASE).content.decode())
    assert "Inspectors Criticised" in text
    assert "1 of 1" in text
    assert "searched after 15 h" in text


def test_each_duty_stands_on_the_line_with_its_outcome_in_words(wexshire: Client) -> None:
    html = wexshire.get(CASE).content.decode()
    assert "Owed from 1 March 2026, 18:00, due 1 March 2026, 22:00, 2 March 2026, 09:00. Late." in html, (
        "the lane of MC-06 is not said in words"
    )
    assert "by 11 h" in html


def test_evidence_names_the_duties_that_it_settled(wexshire: Client) -> None:
    html = wexshire.get(CASE).content.decode()
    item = re.search(r'<div class="moj-timeline__item" id="wex-1episode3">(.*?)</div></div>', html, re.S)[1]
    assert "Home searched" in item
    assert "Late" in item


def test_list_is_newest_first_and_can_be_turned(wexshire: Client) -> None:
    titles = re.compile(r'<span class="disc">(\d+)</span>')
    newest = titles.findall(wexshire.get(CASE).content.decode())
    oldest = titles.findall(wexshire.get(f"{CASE}?order=oldest").content.decode())
    assert newest == ["3", "2", "1"]
    assert oldest == ["1", "2", "3"]


def test_denial_without_a_time_is_listed_and_not_drawn(everything: Client) -> None:
    html = everything.get("/cases/northshire-police/north-1/report/").content.decode()
    assert "On record as not done" in html
    assert "Suspect arrested" in _text(html.split("On record as not done")[1])
    assert "mark--undone" not in html


def test_what_cannot_be_told_is_counted_and_named(everything: Client) -> None:
    text = _text(everything.get("/cases/northshire-police/north-1/report/").content.decode())
    assert re.search(r"\d+ duties of which these records cannot tell", text)
    assert "is not stated to be complete" in text


def test_date_without_a_time_is_shown_as_a_date_alone(everything: Client) -> None:
    html = everything.get("/cases/northshire-police/north-1/report/").content.decode()
    item = re.search(r'<div class="moj-timeline__item" id="north-1report3">(.*?)</div></div>', html, re.S)[1]
    assert "Crime recorded" in item
    assert '<p class="moj-timeline__date">3 March 2026</p>' in item
