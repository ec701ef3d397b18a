"""The worklist: filters, order, pages and export."""

import csv
import io
import re
from datetime import datetime, timedelta
from urllib.parse import parse_qs, urlsplit

import pytest
from django.test import Client

from bounden.reports.handbook.confirming import unconfirmed
from bounden.web.csv_files import safe

KEY = re.compile(r'/obligations/([0-9a-f]{32})/"')


def _keys(client: Client, query: str) -> list[str]:
    found: list[str] = []
    for page in range(1, 50):
        response = client.get(f"/worklist/?{query}&page={page}")
        keys = KEY.findall(response.content.decode())
        found += keys
        if len(keys) < 25:
            return found
    raise AssertionError("the worklist has no end")


def _export(client: Client, query: str) -> list[dict[str, str]]:
    lines = list(csv.reader(io.StringIO(client.get(f"/worklist/export.csv?{query}").content.decode("utf-8-sig"))))
    start = lines.index([])
    return [dict(zip(lines[start + 1], line, strict=True)) for line in lines[start + 2 :]]


@pytest.mark.parametrize(
    "query",
    ["", "area=missing", "severity=critical&severity=high", "outcome=missed", "outcome=late&area=missing",
     "due=overdue", "standard=MC-06", "unit=Central", "force=Wexshire+Police", "sort=due&order=descending", "due=24h"],
)  # fmt: skip
def test_export_is_exactly_what_is_filtered_and_in_that_order(query: str, everything: Client) -> None:
    shown = _keys(everything, query)
    assert [row["Obligation key"] for row in _export(everything, query)] == shown
    assert len(set(shown)) == len(shown)


@pytest.mark.parametrize(
    ("query", "column", "wanted"),
    [
        ("area=missing", "Area", {"Missing"}),
        ("severity=critical", "Severity", {"Critical"}),
        ("outcome=missed", "Outcome", {"Missed"}),
        ("standard=MC-06", "Standard", {"MC-06"}),
        ("force=Northshire+Police", "Force", {"Northshire Police"}),
        ("unit=Central", "Unit", {"Central"}),
        ("due=24h", "Outcome", {"Pending"}),
        ("", "Outcome", {"Missed", "Late", "Pending", "Cannot tell"}),
    ],
)
def test_filter_keeps_what_it_says(query: str, column: str, wanted: set[str], everything: Client) -> None:
    assert {row[column] for row in _export(everything, query)} == wanted


@pytest.mark.parametrize(("due", "hours"), [("8h", 8), ("24h", 24), ("7d", 168), ("28d", 672)])
def test_due_filters_look_from_the_instant_of_judgement(due: str, hours: int, everything: Client) -> None:
    judged = {
        "wex-young/report": datetime(2026, 3, 16, 9, 20),
        "wex-12/episode": datetime(2026, 3, 12, 18, 20),
        "north-1/report": datetime(2026, 3, 12, 9, 0),
    }
    pending = _export(everything, "outcome=pending")
    assert {row["Occurrence"] for row in pending} == set(judged)
    wanted = {
        row["Obligation key"]
        for row in pending
        if datetime.fromisoformat(row["Due at (UTC)"].removesuffix("Z")) - judged[row["Occurrence"]]
        < timedelta(hours=hours)
    }
    assert {row["Obligation key"] for row in _export(everything, f"due={due}")} == wanted


def test_due_filters_differ(everything: Client) -> None:
    counts = [len(_export(everything, f"due={due}")) for due in ("8h", "24h", "7d", "28d")]
    assert counts[0] < counts[1] < counts[2]


def test_overdue_is_past_its_limit_and_not_done(everything: Client) -> None:
    overdue = _export(everything, "due=overdue")
    assert overdue
    assert {row["Outcome"] for row in overdue} <= {"Missed", "Cannot tell"}
    assert all(not row["Done at (UTC)"] for row in overdue)


def test_most_urgent_first(everything: Client) -> None:
    rows = _export(everything, "")
    rank = {"Critical": 0, "High": 1, "Medium": 2, "Low": 3}
    stage = {"Missed": 0, "Pending": 0, "Cannot tell": 1, "Late": 2}
    order = [(rank[row["Severity"]], stage[row["Outcome"]], row["Due at (UTC)"] or "9") for row in rows]
    assert order == sorted(order)


@pytest.mark.parametrize(("sort", "column"), [("case", "Occurrence"), ("duty", "Standard"), ("due", "Due at (UTC)")])
def test_sorting_turns_round(sort: str, column: str, everything: Client) -> None:
    up = [row[column] for row in _export(everything, f"sort={sort}") if row[column]]
    down = [row[column] for row in _export(everything, f"sort={sort}&order=descending") if row[column]]
    assert up == sorted(up)
    assert down == sorted(down, reverse=True)


def test_state_of_sorting_is_announced(everything: Client) -> None:
    text = everything.get("/worklist/?sort=due&order=descending").content.decode()
    assert re.search(r'aria-sort="descending"><a [^>]*>Due<', text)
    assert text.count("aria-sort") == 1


def test_pages_say_what_they_show(everything: Client) -> None:
    total = len(_export(everything, ""))
    assert total > 50
    text = re.sub(r"<[^>]+>", "", everything.get("/worklist/?page=2").content.decode())
    assert f"Showing 26 to 50 of {total}" in text


def test_a_chosen_filter_can_be_removed(everything: Client) -> None:
    text = everything.get("/worklist/?area=missing&area=referrals&severity=high&sort=due").content.decode()
    removals = re.findall(r'class="moj-filter__tag" href="([^"]+)"', text)
    assert len(removals) == 3
    first = parse_qs(urlsplit(removals[0].replace("&amp;", "&")).query)
    assert first == {"area": ["referrals"], "severity": ["high"], "sort": ["due"]}


@pytest.mark.parametrize("query", ["area=moon", "colour=red", "page=0", "page=x", "sort=name", "due=never"])
def test_what_is_not_on_offer_is_refused_not_dropped(query: str, everything: Client) -> None:
    assert everything.get(f"/worklist/?{query}").status_code == 400


def test_page_beyond_the_last_is_absent(everything: Client) -> None:
    assert everything.get("/worklist/?page=900").status_code == 404


def test_filter_that_nothing_fits_says_so(everything: Client) -> None:
    response = everything.get("/worklist/?area=governance")
    assert response.status_code == 200
    assert b"No obligation fits these filters" in response.content


def test_export_is_marked(everything: Client) -> None:
    response = everything.get("/worklist/export.csv?area=missing&severity=critical")
    text = response.content.decode("utf-8-sig")
    head = text.split("\r\n\r\n")[0]
    assert "Handling,OFFICIAL-SENSITIVE" in head
    assert "2026-03-20T12:00:00Z" in head
    assert "Area: Missing children; Severity: Critical" in head
    assert (
        response.headers["Content-Disposition"] == 'attachment; filename="worklist_OFFICIAL-SENSITIVE_2026-03-20.csv"'
    )


def test_formula_in_the_data_stays_text(everything: Client) -> None:
    units = {row["Unit"] for row in _export(everything, "force=Wexshire+Police")}
    assert "'=cmd|calc" in units
    assert "=cmd|calc" not in units


@pytest.mark.parametrize("value", ["=1+1", "+1", "-1", "@sum", "\t=1", "\r=1", "＝1", "＋1", "－1", "＠a", "  =1"])
def test_nothing_that_begins_like_a_formula_is_written_bare(value: str) -> None:
    assert safe(value) == f"'{value}"


@pytest.mark.parametrize("value", ["wex-1/episode", "2026-03-01T18:00:00Z", "", "a=b"])
def test_other_text_is_written_as_it_is(value: str) -> None:
    assert safe(value) == value


def test_what_is_to_be_confirmed_is_marked_wherever_it_stands(everything: Client) -> None:
    marked = {row["Standard"]: row["Number and source"] for row in _export(everything, "")}
    assert {id for id, mark in marked.items() if mark} == set(marked) & unconfirmed()
    assert set(marked) & unconfirmed()
    for id in sorted(set(marked) & unconfirmed()):
        text = re.sub(r"<[^>]+>", " ", everything.get(f"/worklist/?standard={id}").content.decode())
        assert re.search(rf"{id}(?: \([^)]*\))?, to be confirmed", text), id
