"""A duty that comes again: the page and the command say of each interval from what its time runs."""

import html
import re
from pathlib import Path

import pytest
from django.test import Client
from typer.testing import CliRunner

from bounden.cli.application import application
from bounden.snapshots.build import build
from bounden.snapshots.read import open_current
from tests.unit.web.conftest import AS_OF

OFFENDER = """
case: offender
force: Wexshire Police
summary: A man on the register was visited once.
starts_at: 2025-06-10T10:00
as_of: +200d
coverage: complete
people: [{id: man, age: 44}]
occurrences:
  - id: registered
    kind: registration
    reported_at: +0h
    involved: [{person: man, role: registered_offender}]
    actions:
      - {kind: risk_set, at: +0h, value: high, person: man}
      - {kind: visited, at: +30d, value: seen, person: man}
"""
SAYS = {
    "offender/registered": "Time runs from the report: at Tue 10 Jun 2025 10:00.",
    "offender/registered/2": "Time runs from when this was last done (a visit, seen): at Thu 10 Jul 2025 10:00.",
}


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A published snapshot of the one case."""
    delivery, out = tmp_path_factory.mktemp("delivery"), tmp_path_factory.mktemp("snapshots")
    (delivery / "offender.yaml").write_text(OFFENDER, encoding="utf-8")
    build(delivery, out, as_of=AS_OF, engine="reference", progress=lambda *_: None)
    return out


def _keys(store: Path) -> dict[str, str]:
    query = "SELECT trigger_id, obligation_key FROM obligations WHERE standard = 'RO-07'"
    return dict(open_current(store).connection().execute(query).fetchall())


@pytest.mark.django_db
@pytest.mark.parametrize("trigger", SAYS)
def test_the_page_says_from_what_time_runs(trigger: str, wexshire: Client, store: Path) -> None:
    keys = _keys(store)
    assert set(keys) == set(SAYS)
    page = wexshire.get(f"/obligations/{keys[trigger]}/").content.decode()
    text = html.unescape(re.sub(r"<[^>]+>", "", page))
    assert [each in text for each in SAYS.values()] == [each == SAYS[trigger] for each in SAYS.values()]


@pytest.mark.parametrize("trigger", SAYS)
def test_the_command_says_from_what_time_runs(trigger: str, store: Path) -> None:
    ran = CliRunner().invoke(application, ["explain", str(store), _keys(store)[trigger]])
    text = " ".join(ran.output.split())
    assert [each in text for each in SAYS.values()] == [each == SAYS[trigger] for each in SAYS.values()]
