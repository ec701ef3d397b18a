"""The page of what the records can show: filtered, sorted, exported as shown, and of one's own forces alone."""

import csv
import io
import re

import pytest
from django.test import Client

from bounden.standards import RULEBOOK

IN_FORCE = [one for one in RULEBOOK if not one.proposed]


def _rows(client: Client, query: str = "") -> list[dict[str, str]]:
    text = client.get(f"/can-judge/export.csv{query}").content.decode("utf-8-sig")
    head, _, table = text.partition("\r\n\r\n")
    assert head.startswith("Handling,")
    return list(csv.DictReader(io.StringIO(table)))


def test_every_standard_in_force_is_listed_of_every_force(everything: Client) -> None:
    assert len(_rows(everything)) == 2 * len(IN_FORCE)
    page = everything.get("/can-judge/").content.decode()
    assert f"<strong>{2 * len(IN_FORCE)}</strong> rows" in page


@pytest.mark.parametrize("query", ["?area=missing", "?judges=NOTHING", "?judges=IN_FULL&area=missing&sort=judged"])
def test_the_export_holds_what_is_shown(query: str, everything: Client) -> None:
    page = everything.get(f"/can-judge/{query}").content.decode()
    shown = re.findall(r'class="rule"><a[^>]*>([A-Z]+-\d+):', page)
    assert shown == [row["Standard"] for row in _rows(everything, query)]
    assert shown


def test_an_account_sees_its_own_forces_alone(wexshire: Client) -> None:
    assert {row["Force"] for row in _rows(wexshire)} == {"Wexshire Police"}
    assert b"Northshire" not in wexshire.get("/can-judge/").content
    assert wexshire.get("/can-judge/?force=Northshire+Police").status_code == 400


def test_sorting_by_occurrences_puts_most_first(wexshire: Client) -> None:
    numbers = [int(row["Occurrences"]) for row in _rows(wexshire, "?sort=occurrences")]
    assert numbers == sorted(numbers, reverse=True)


@pytest.mark.parametrize("query", ["?area=nowhere", "?sort=colour", "?name=anna"])
def test_what_is_not_on_offer_is_refused(query: str, wexshire: Client) -> None:
    assert wexshire.get(f"/can-judge/{query}").status_code == 400
