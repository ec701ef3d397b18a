"""The SQL of each test, compiled once: kept for the life of the process, and between processes in the user's cache.

Ibis needs about a second to compile a test, more than DuckDB needs to run it on a small delivery. What is kept is found
again under a hash of everything it is made from, so it can be thrown away at any time and never goes stale.
"""

import hashlib
import json
import os
import tempfile
from collections.abc import Callable, Sequence
from functools import cache
from importlib.metadata import version
from pathlib import Path

from bounden.engine.statements import DIALECT, Statement

_HELD: dict[str, Sequence[Statement]] = {}
_HERE = Path(__file__).parent
_MEANING = (_HERE.parent / "obligations" / "judging", _HERE.parent / "obligations" / "terms", _HERE.parent / "records")


def compiled(definition: str, compile_: Callable[[], Sequence[Statement]]) -> Sequence[Statement]:
    """The steps made from a definition; compiled only where they are held nowhere."""
    key = hashlib.sha256(f"{_maker()}\x1f{definition}".encode()).hexdigest()
    if key not in _HELD:
        kept = _room() / f"{key}.json"
        _HELD[key] = _read(kept) or _write(kept, compile_())
    return _HELD[key]


@cache
def _maker() -> str:
    """Everything but the definition that the SQL depends on: this package, the words it takes over, the compilers."""
    parts = [DIALECT, version("ibis-framework"), version("sqlglot")]
    paths = sorted(path for room in (_HERE, *_MEANING) for path in room.rglob("*.py"))
    parts += [hashlib.sha256(path.read_bytes()).hexdigest() for path in paths]
    return "\x1f".join(parts)


@cache
def _room() -> Path:
    base = os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache"
    return Path(base) / "bounden" / "sql"


def _read(kept: Path) -> Sequence[Statement] | None:
    """None where nothing readable is kept."""
    try:
        return [Statement(name, sql) for name, sql in json.loads(kept.read_text(encoding="utf-8"))]
    except (OSError, ValueError):
        return None


def _write(kept: Path, steps: Sequence[Statement]) -> Sequence[Statement]:
    """Keep the steps if the machine lets us; they serve without that, too."""
    try:
        kept.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        with tempfile.NamedTemporaryFile("w", dir=kept.parent, delete=False, encoding="utf-8") as file:
            json.dump([(step.name, step.sql) for step in steps], file)
        Path(file.name).replace(kept)
    except OSError:
        return steps
    return steps
