"""Compiled SQL: kept between processes, never trusted when unreadable."""

from pathlib import Path

import pytest

from bounden.engine import compiled as module
from bounden.engine.compiled import compiled
from bounden.engine.statements import Statement


@pytest.fixture
def room(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(module, "_room", lambda: tmp_path / "sql")
    monkeypatch.setattr(module, "_HELD", {})
    return tmp_path / "sql"


def test_what_was_compiled_is_found_again(room: Path) -> None:
    compiled("a", lambda: [Statement("one", "SELECT 1")])
    module._HELD.clear()
    assert compiled("a", lambda: pytest.fail("compiled twice")) == [Statement("one", "SELECT 1")]


def test_another_definition_is_compiled_anew(room: Path) -> None:
    compiled("a", lambda: [Statement("one", "SELECT 1")])
    assert compiled("b", lambda: [Statement("two", "SELECT 2")]) == [Statement("two", "SELECT 2")]


def test_a_damaged_file_is_compiled_anew(room: Path) -> None:
    compiled("a", lambda: [Statement("one", "SELECT 1")])
    module._HELD.clear()
    for kept in room.iterdir():
        kept.write_text('[["one", ')
    assert compiled("a", lambda: [Statement("one", "SELECT 1")]) == [Statement("one", "SELECT 1")]


def test_a_room_that_cannot_be_made_does_no_harm(room: Path) -> None:
    room.parent.joinpath("sql").write_text("a file stands in the way")
    assert compiled("a", lambda: [Statement("one", "SELECT 1")]) == [Statement("one", "SELECT 1")]
