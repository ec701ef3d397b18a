"""Duties about a person's flag, which belong to no occurrence: on every page, in the export and in words."""

import csv
import io
from pathlib import Path

import pytest
from django.test import Client

from bounden.assurance.trail.models import Entry
from bounden.obligations.explain import Explanation
from bounden.snapshots.build import build
from bounden.snapshots.read import open_current
from bounden.snapshots.verify import verify
from tests.unit.web.conftest import AS_OF

FLAGGED = """
case: flagged
force: Wexshire Police
summary: A girl got a plan; her brother came into care.
starts_at: 2026-03-04T10:00
as_of: +9d
coverage: complete
people:
  - {id: girl, age: 13, flags: [{kind: child_protection_plan, from_at: +0h, recorded_at: +6d}]}
  - {id: brother, age: 9, flags: [{kind: looked_after, from_at: +0h}]}
occurrences:
  - id: call
    kind: incident
    category: other
    reported_at: +0h
    involved: [{person: girl, role: witness}]
  - id: visit
    kind: incident
    category: other
    reported_at: +1d
    involved: [{person: brother, role: witness}]
    actions: [{kind: flag_added, person: brother, at: +7d}]
expect:
  - {standard: AH-11, person: girl, outcome: late}
"""


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A published snapshot of the one case."""
    delivery, out = tmp_path_factory.mktemp("delivery"), tmp_path_factory.mktemp("snapshots")
    (delivery / "flagged.yaml").write_text(FLAGGED, encoding="utf-8")
    build(delivery, out, as_of=AS_OF, engine="reference", progress=lambda *_: None)
    return out


def _duties(store: Path) -> dict[str, dict[str, object]]:
    snapshot = open_current(store)
    query = "SELECT obligation_key, person_id FROM obligations WHERE standard = 'AH-11'"
    return {who: snapshot.obligation(key) for key, who in snapshot.connection().execute(query).fetchall()}


def test_it_is_stored_without_occurrence_and_named_by_kind_and_beginning(store: Path) -> None:
    duties = _duties(store)
    assert {who: duty["outcome"] for who, duty in duties.items()} == {"flagged/girl": "late", "flagged/brother": "late"}
    assert {duty["occurrence_id"] for duty in duties.values()} == {None}
    assert duties["flagged/girl"]["trigger_id"] == "child_protection_plan 2026-03-04 10:00:00"
    verify(open_current(store).directory)


def test_it_is_judged_no_later_than_the_cases_of_the_child(store: Path) -> None:
    assert {duty["as_of"].isoformat() for duty in _duties(store).values()} == {"2026-03-13T10:00:00"}


def _explained(store: Path, who: str) -> Explanation:
    return open_current(store).explain(str(_duties(store)[who]["obligation_key"]))


def test_it_is_explained_by_its_entry_or_by_who_added_it(store: Path) -> None:
    girl, brother = (_explained(store, f"flagged/{who}") for who in ("girl", "brother"))
    assert not [record for sentence in girl.sentences for record in sentence.records]
    assert {record for sentence in brother.sentences for record in sentence.records} == {"flagged/visit/1"}
    assert any("The flag was entered" in sentence.text for sentence in girl.sentences)


@pytest.mark.django_db
def test_the_worklist_shows_the_flag_in_place_of_a_case(wexshire: Client) -> None:
    html = wexshire.get("/worklist/?standard=AH-11").content.decode()
    assert "Flag: child protection plan" in html
    assert "Flag: looked after" in html
    assert "/cases/" not in html
    assert "flagged/girl" in {key for entry in Entry.objects.all() for key in entry.records}


@pytest.mark.django_db
def test_the_export_leaves_the_occurrence_empty(wexshire: Client) -> None:
    text = wexshire.get("/worklist/export.csv?standard=AH-11").content.decode("utf-8-sig")
    rows = list(csv.DictReader(io.StringIO(text.partition("\r\n\r\n")[2])))
    assert {(row["Person record"], row["Occurrence"], row["Kind"]) for row in rows} == {
        ("flagged/girl", "", "Flag"),
        ("flagged/brother", "", "Flag"),
    }


@pytest.mark.django_db
@pytest.mark.parametrize("who", ["girl", "brother"])
def test_the_page_of_the_duty_leads_only_to_where_an_act_stands(wexshire: Client, store: Path, who: str) -> None:
    page = wexshire.get(f"/obligations/{_duties(store)[f'flagged/{who}']['obligation_key']}/")
    html = page.content.decode()
    assert page.status_code == 200
    assert "Flag: " in html
    assert ("/cases/wexshire-police/flagged/visit" in html) == (who == "brother")
    assert "The case on its line of time" not in html


@pytest.mark.django_db
def test_the_page_of_a_case_shows_what_was_owed_about_the_flags_of_its_people(wexshire: Client) -> None:
    html = wexshire.get("/cases/wexshire-police/flagged/call/").content.decode()
    assert "Flags of the people in it" in html
    assert html.count(">AH-11 · ") == 2


@pytest.mark.django_db
def test_the_front_page_counts_no_occurrence_for_it(wexshire: Client) -> None:
    assert wexshire.get("/").status_code == 200
