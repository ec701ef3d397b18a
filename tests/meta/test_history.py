"""Every change of a standard is on record in its history, in words."""

from datetime import date
from pathlib import Path

import pytest

import bounden.standards
from bounden.obligations.terms import AuditQuestion, Standard
from bounden.standards import CATALOGUE, parameters
from bounden.standards.history import FIRST, fingerprint, history_of, read_history
from bounden.standards.version import DATED

FOLDER = Path(bounden.standards.__file__).parent
each_entry = pytest.mark.parametrize("one", CATALOGUE.values(), ids=CATALOGUE)


@each_entry
def test_its_history_speaks_of_the_text_that_stands(one: Standard | AuditQuestion) -> None:
    history = history_of(one.id)
    assert history, "run make docs"
    assert history[-1].text == fingerprint(one, parameters()), (
        f"{one.id} reads otherwise than its history says: run make docs, then say in history.yaml what changed"
    )
    assert history[-1].edition <= date.fromisoformat(DATED)
    assert history[0].says == FIRST
    assert [change.edition for change in history if not change.says] == [], "say in history.yaml what changed"


def test_a_history_stands_with_its_area_and_speaks_of_no_other_standard() -> None:
    held = {path.parent.name: set(read_history(path)) for path in FOLDER.glob("*/history.yaml")}
    areas = {one.area for one in CATALOGUE.values()}
    assert held == {area: {id for id, one in CATALOGUE.items() if one.area == area} for area in areas}
