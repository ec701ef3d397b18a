"""The page of what the records can show: filtered, sorted, paged, exported as shown, and of one's own forces alone."""

import csv
import html
import io
import re
from math import ceil
from urllib.parse import parse_qs, urlsplit

import pytest
from django.test import Client

from bounden.reports.handbook.confirming import unconfirmed
from bounden.standards import RULEBOOK

IN_FORCE = [one for one in RULEBOOK if not one.proposed]


def _table(client: Client, query: str) -> str:
    text = client.get(f"/can-judge/export.csv{query}").content.decode("utf-8-sig")
    head, _, table = text.partition("\r\n\r\n")
    assert head.startswith("Handling,")
    return table


def _rows(client: Client, query: str = "") -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(_table(client, query))))


def _page(client: Client, query: str = "") -> str:
    return client.get(f"/can-judge/{query}").content.decode()


def _text(page: str) -> str:
    return " ".join(re.sub(r"<[^>]+>", " ", page).split())


def _shown(page: str) -> list[str]:
    return re.findall(r'class="rule"><a[^>]*>([A-Z]+-\d+):', page)


def _next(page: str) -> str | None:
    found = re.search(r'href="([^"]+)" rel="next"', page)
    return html.unescape(found[1]) if found else None


def _on_all_pages(client: Client, query: str) -> list[str]:
    """The standards on every page, by following the link to the next one."""
    found, address = [], query
    for _ in range(100):
        page = _page(client, address)
        found += _shown(page)
        following = _next(page)
        if following is None:
            return found
        assert len(_shown(page)) == 25
        address = following
    raise AssertionError("the list has no end")


def test_every_standard_in_force_is_listed_of_every_force(everything: Client) -> None:
    assert len(_rows(everything)) == 2 * len(IN_FORCE)
    assert f"Showing 1 to 25 of {2 * len(IN_FORCE)} standards, by force" in _text(_page(everything))


@pytest.mark.parametrize(
    "query",
    ["", "?area=missing", "?judges=NOTHING", "?judges=IN_FULL&area=missing&sort=judged",
     "?force=Wexshire+Police&sort=occurrences"],
)  # fmt: skip
def test_the_export_holds_what_is_shown_on_all_pages(query: str, everything: Client) -> None:
    shown = _on_all_pages(everything, query)
    assert shown == [row["Standard"] for row in _rows(everything, query)]
    assert shown


def test_the_export_of_a_later_page_is_of_all_pages(everything: Client) -> None:
    link = re.search(r'href="(/can-judge/export.csv[^"]*)"', _page(everything, "?judges=NOTHING&page=2"))
    text = everything.get(html.unescape(link[1])).content.decode("utf-8-sig")
    assert text.partition("\r\n\r\n")[2] == _table(everything, "?judges=NOTHING")


def test_the_page_stands_in_the_address_with_the_filters_and_the_order(everything: Client) -> None:
    query = "?force=Wexshire+Police&judges=NOTHING&sort=occurrences"
    page = _page(everything, query)
    following = urlsplit(_next(page))
    assert parse_qs(following.query) == {**parse_qs(query[1:]), "page": ["2"]}
    assert f'id="{following.fragment}"' in page


def test_sorting_and_filtering_begin_at_the_first_page(everything: Client) -> None:
    page = _page(everything, "?judges=NOTHING&sort=occurrences&page=2")
    heads = [html.unescape(each) for each in re.findall(r'class="sort [^"]*" href="([^"]+)"', page)]
    assert len(heads) == 3
    assert all("page" not in parse_qs(urlsplit(each).query) for each in heads)
    form = page[page.index("<form method=") : page.index("Apply filters")]
    assert 'name="page"' not in form
    assert '<input type="hidden" name="sort" value="occurrences">' in form


def test_pages_say_where_they_are(everything: Client) -> None:
    total = 2 * len(IN_FORCE)
    last = ceil(total / 25)
    text = _text(_page(everything, f"?page={last}"))
    assert f"(page {last} of {last})" in text
    assert f"Showing {25 * (last - 1) + 1} to {total} of {total}" in text
    assert everything.get(f"/can-judge/?page={last + 1}").status_code == 404


def test_the_counts_are_of_all_pages(everything: Client) -> None:
    rows = _rows(everything, "?area=missing")
    text = _text(_page(everything, "?area=missing&page=2"))
    assert "Standards of 2 forces, each counted once for every force" in text
    for level in ("In full", "In part", "Not at all"):
        number = sum(row["Judged"] == level for row in rows)
        assert re.search(rf"{level} {number} standards?\b", text)


@pytest.mark.parametrize("force", ["Wexshire Police", "Northshire Police"])
def test_the_counts_are_of_the_force_that_is_chosen(force: str, everything: Client) -> None:
    query = f"?force={force.replace(' ', '+')}"
    rows = _rows(everything, query)
    assert {row["Force"] for row in rows} == {force}
    text = _text(_page(everything, query))
    assert "by force" not in text
    assert "every force" not in text
    assert f"Standards of {force}: In full {sum(row['Judged'] == 'In full' for row in rows)} standard" in text
    assert f"of {len(rows)} standards of {force}" in text


def test_the_counts_name_the_only_force_of_an_account(wexshire: Client) -> None:
    text = _text(_page(wexshire))
    assert "Standards of Wexshire Police: In full" in text
    assert "by force" not in text


def test_what_is_to_be_confirmed_is_marked_on_the_page_and_in_the_export(wexshire: Client) -> None:
    marked = {row["Standard"] for row in _rows(wexshire) if row["Number and source"] == "to be confirmed"}
    assert marked == {one.id for one in IN_FORCE} & unconfirmed()
    page = _page(wexshire, "?area=referrals")
    rows = re.findall(r'class="rule">(.*?)</td>', page)
    on_page = {row for row in rows if "to be confirmed" in row}
    assert {re.search(r">([A-Z]+-\d+):", row)[1] for row in on_page} == marked & set(_shown(page))
    assert on_page


def test_an_account_sees_its_own_forces_alone(wexshire: Client) -> None:
    assert {row["Force"] for row in _rows(wexshire)} == {"Wexshire Police"}
    assert b"Northshire" not in wexshire.get("/can-judge/").content
    assert wexshire.get("/can-judge/?force=Northshire+Police").status_code == 400


def test_sorting_by_occurrences_puts_most_first(wexshire: Client) -> None:
    numbers = [int(row["Occurrences"]) for row in _rows(wexshire, "?sort=occurrences")]
    assert numbers == sorted(numbers, reverse=True)


@pytest.mark.parametrize(
    ("sort", "way"), [("Standard", "ascending"), ("Judged", "ascending"), ("Occurrences", "descending")]
)
def test_state_of_sorting_is_announced(sort: str, way: str, wexshire: Client) -> None:
    page = _page(wexshire, f"?sort={sort.lower()}")
    assert re.findall(r'aria-sort="(\w+)"><a [^>]*>([^<]*)<', page) == [(way, sort)]


@pytest.mark.parametrize("query", ["?area=nowhere", "?sort=colour", "?name=anna", "?page=0", "?page=two"])
def test_what_is_not_on_offer_is_refused(query: str, wexshire: Client) -> None:
    assert wexshire.get(f"/can-judge/{query}").status_code == 400
