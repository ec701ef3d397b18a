"""The standards handbook."""

import html as entities
import re

import pytest
from django.test import Client

from bounden.obligations.terms import Severity
from bounden.reports.handbook.confirming import to_be_confirmed
from bounden.standards import CATALOGUE, QUESTIONS, RULEBOOK, standard
from bounden.standards.audit import kind_of
from bounden.standards.examples import examples_of
from bounden.standards.guidance import guidance_of


def _text(page: str) -> str:
    return entities.unescape(re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", page)))


def test_list_holds_every_standard_and_audit_question(everything: Client) -> None:
    page = everything.get("/standards/").content.decode()
    assert set(re.findall(r'href="/standards/([A-Z]+-\d+)/"', page)) == set(CATALOGUE)


@pytest.mark.parametrize(
    "query",
    [
        "area=missing",
        "severity=critical",
        "class=STATUTE",
        "type=NEVER",
        "area=missing&severity=high",
        "kind=standard",
        "kind=question",
        "kind=question&area=governance",
        "kind=question&type=BY",
        "duty=council",
        "force=proposed",
        "confirmed=no",
        "confirmed=yes&severity=critical&sort=title",
    ],
)
def test_filters(query: str, everything: Client) -> None:
    chosen = dict(part.split("=") for part in query.split("&"))
    wanted = {
        one.id for one in CATALOGUE.values()
        if kind_of(one).value == chosen.get("kind", kind_of(one).value)
        and one.area == chosen.get("area", one.area)
        and one.severity.value == chosen.get("severity", one.severity.value)
        and ("type" not in chosen or (one.type and one.type.name == chosen["type"]))
        and (chosen.get("class") is None or chosen["class"] in {c.name for c in one.classes})
        and one.duty.value == chosen.get("duty", one.duty.value)
        and ("force" not in chosen or bool(getattr(one, "proposed", "")) == (chosen["force"] == "proposed"))
        and ("confirmed" not in chosen or bool(to_be_confirmed(one)) == (chosen["confirmed"] == "no"))
    }  # fmt: skip
    page = everything.get(f"/standards/?{query}").content.decode()
    assert wanted
    assert set(re.findall(r'href="/standards/([A-Z]+-\d+)/"', page)) == wanted


def _listed(page: str) -> list[str]:
    return re.findall(r'href="/standards/([A-Z]+-\d+)/"', page)


@pytest.mark.parametrize("query", ["sort=rank", "area=nowhere", "confirmed=perhaps", "duty=nobody"])
def test_what_is_not_on_offer_is_refused(query: str, everything: Client) -> None:
    assert everything.get(f"/standards/?{query}").status_code == 400


def test_sorts_by_what_is_asked(everything: Client) -> None:
    severe = _listed(everything.get("/standards/?sort=severity").content.decode())
    ranks = [list(Severity).index(CATALOGUE[id].severity) for id in severe]
    assert ranks == sorted(ranks)
    titles = [CATALOGUE[id].title.lower() for id in _listed(everything.get("/standards/?sort=title").content.decode())]
    assert titles == sorted(titles)
    assert set(severe) == set(CATALOGUE)


def test_searches_for_words_within_the_filters(everything: Client) -> None:
    found = _listed(everything.post("/standards/search/", {"words": "BEDROOM searched"}).content.decode())
    assert "MC-06" in found
    assert len(found) < 10
    assert not _listed(
        everything.post("/standards/search/", {"words": "bedroom", "area": "detention"}).content.decode()
    )


def test_searched_words_stand_in_no_address(everything: Client) -> None:
    answer = everything.get("/standards/search/", {"words": "bedroom"})
    assert (answer.status_code, answer.headers["Location"]) == (302, "/standards/")
    page = everything.post("/standards/search/", {"words": "bedroom"}).content.decode()
    assert not re.search(r'(?:href|action)="[^"]*bedroom', page)


def test_the_list_marks_what_is_to_be_confirmed(everything: Client) -> None:
    unconfirmed = {id for id, one in CATALOGUE.items() if to_be_confirmed(one)}
    page = everything.get("/standards/?confirmed=no").content.decode()
    assert page.count('<span class="local">to be confirmed</span>') == len(unconfirmed)


@pytest.mark.parametrize("one", RULEBOOK, ids=lambda one: one.id)
def test_every_standard_has_its_page(one, everything: Client) -> None:
    page = everything.get(f"/standards/{one.id}/").content.decode()
    text = _text(page)
    for said in (one.title, one.plain, one.why, one.author, *(clause.source for clause in one.clauses)):
        assert re.sub(r"\s+", " ", said) in text
    for clause in one.clauses:
        assert entities.escape(clause.url) in page
    assert ("to be confirmed" in text) >= one.to_be_confirmed


@pytest.mark.parametrize("one", QUESTIONS, ids=lambda one: one.id)
def test_every_audit_question_has_its_page(one, everything: Client) -> None:
    page = everything.get(f"/standards/{one.id}/").content.decode()
    text = _text(page)
    for said in (one.title, one.plain, one.question, one.why_a_person, *(clause.source for clause in one.clauses)):
        assert re.sub(r"\s+", " ", said) in text
    for clause in one.clauses:
        assert entities.escape(clause.url) in page
    assert one.clock[1:] in text
    assert ("to be confirmed" in text) >= one.to_be_confirmed


def test_page_of_an_audit_question_shows_the_number_it_rests_on(everything: Client) -> None:
    text = _text(everything.get("/standards/RO-20/").content.decode())
    assert "ro_caseload" in text
    assert "50" in text


def test_a_kind_that_is_none_is_refused(everything: Client) -> None:
    assert everything.get("/standards/?kind=opinion").status_code == 400


def test_page_of_a_standard_shows_its_examples(everything: Client) -> None:
    text = _text(everything.get("/standards/MC-06/").content.decode())
    for example in examples_of("MC-06"):
        assert example.title[1:] in text
    assert "4 hours" in text


def test_unknown_standard_is_absent(everything: Client) -> None:
    assert everything.get("/standards/XX-99/").status_code == 404
    assert standard("MC-06").id == "MC-06"


def test_page_of_a_standard_says_what_good_looks_like(everything: Client) -> None:
    page = everything.get("/standards/INV-07/").content.decode()
    guidance = guidance_of("INV-07")
    for said in (*guidance.sentences, guidance.fell_short.says, guidance.done_well.says):
        assert said in _text(page)
    for source in (*guidance.sources, guidance.fell_short.source):
        assert entities.escape(source.url) in page
