"""The standards handbook."""

import html as entities
import re

import pytest
from django.test import Client

from bounden.standards import RULEBOOK, standard
from bounden.standards.examples import examples_of


def _text(page: str) -> str:
    return entities.unescape(re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", page)))


def test_list_holds_every_standard(everything: Client) -> None:
    page = everything.get("/standards/").content.decode()
    assert set(re.findall(r'href="/standards/([A-Z]+-\d+)/"', page)) == {one.id for one in RULEBOOK}


@pytest.mark.parametrize(
    "query", ["area=missing", "severity=critical", "class=STATUTE", "type=NEVER", "area=missing&severity=high"]
)
def test_filters(query: str, everything: Client) -> None:
    chosen = dict(part.split("=") for part in query.split("&"))
    wanted = {
        one.id for one in RULEBOOK
        if one.area == chosen.get("area", one.area)
        and one.severity.value == chosen.get("severity", one.severity.value)
        and one.type.name == chosen.get("type", one.type.name)
        and (chosen.get("class") is None or chosen["class"] in {c.name for c in one.classes})
    }  # fmt: skip
    page = everything.get(f"/standards/?{query}").content.decode()
    assert wanted
    assert set(re.findall(r'href="/standards/([A-Z]+-\d+)/"', page)) == wanted


@pytest.mark.parametrize("one", RULEBOOK, ids=lambda one: one.id)
def test_every_standard_has_its_page(one, everything: Client) -> None:
    page = everything.get(f"/standards/{one.id}/").content.decode()
    text = _text(page)
    for said in (one.title, one.plain, one.why, one.author, *(clause.source for clause in one.clauses)):
        assert re.sub(r"\s+", " ", said) in text
    for clause in one.clauses:
        assert entities.escape(clause.url) in page
    assert ("to be confirmed" in text) >= one.to_be_confirmed


def test_page_of_a_standard_shows_its_examples(everything: Client) -> None:
    text = _text(everything.get("/standards/MC-06/").content.decode())
    for example in examples_of("MC-06"):
        assert example.title[1:] in text
    assert "4 hours" in text


def test_unknown_standard_is_absent(everything: Client) -> None:
    assert everything.get("/standards/XX-99/").status_code == 404
    assert standard("MC-06").id == "MC-06"
