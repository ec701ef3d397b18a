"""The spec of judging and of the clock as chapters to read: the tables of tests/spec, row by row, in words."""

from collections.abc import Callable, Iterator, Mapping
from functools import partial
from pathlib import Path
from typing import Any

import yaml

from bounden.obligations.wording.kinds import say_kind, say_word

SPEC = Path(__file__).parents[1] / "tests" / "spec"
PARTS = {"judging": "Judging", "clock": "The clock"}
_COLUMNS = {
    "why": "Case", "from": "From", "limit": "Limit", "due": "Due", "written": "Written", "earliest": "Earliest",
    "latest": "Latest", "refused": "Refused as", "naming": "Naming", "rest": "Hours of rest", "start": "School starts",
    "lead": "At least", "calendar": "Calendar",
}  # fmt: skip
_ACTION = ("kind", "value", "done", "person", "at", "at_latest", "by_rank", "by_role", "by_id", "in")
_TOLD = ("triggered", "due", "discharged", "withdrawn", "trigger", "missing")
_ROW = ("why", "standard", "actions", "expect", *_TOLD)


def chapters() -> dict[str, dict[str, Any]]:
    """Every chapter by the name of its page, those of judging first."""
    return {
        f"{part}-{path.stem.replace('_', '-')}": _read(path)
        for part in PARTS
        for path in sorted((SPEC / part).glob("*.yaml"))
    }


def _read(path: Path) -> dict[str, Any]:
    """A chapter with every scalar as the text that stands there."""
    held: dict[str, Any] = yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.BaseLoader)  # noqa: S506 - no objects
    return held


def pages() -> Mapping[str, Callable[[], str]]:
    """The list, and the page of each chapter, by the name of the page."""
    return {"README.md": contents, **{f"{name}.md": partial(chapter, name) for name in chapters()}}


def contents() -> str:
    """The page that leads to the chapters."""
    lines = [
        "# The spec",
        "",
        "What every evaluator must reach, written as tables that run as tests: a case in short, and what must follow.",
        "Made from `tests/spec`; a row that did not hold would fail the tests.",
    ]
    for part, label in PARTS.items():
        lines += ["", f"## {label}", ""]
        lines += [
            f"- [{chapter['title']}]({name}.md): {_rows(chapter)} rows"
            for name, chapter in chapters().items()
            if name.startswith(f"{part}-")
        ]
    return "\n".join(lines) + "\n"


def chapter(name: str) -> str:
    """One chapter as a page."""
    held = chapters()[name]
    lines = [f"# {held['title']}", "", " ".join(held["meaning"].split()), "", f"Source: {held['source']}."]
    if "tables" not in held:
        return "\n".join([*lines, "", *_clock(held["rows"])]) + "\n"
    for table in held["tables"]:
        lines += ["", f"## {table['about'].rstrip('.')}", "", *_given(table), *_judging(table)]
    return "\n".join(lines) + "\n"


def _rows(held: Mapping[str, Any]) -> int:
    return sum(len(table["rows"]) for table in held.get("tables", [held]))


def _clock(rows: list[dict[str, Any]]) -> Iterator[str]:
    found = {key for row in rows for key in row}
    columns = [key for key in _COLUMNS if key in found] + sorted(found - set(_COLUMNS))
    yield from _table([_COLUMNS.get(key, say_word(key)) for key in columns])
    for row in rows:
        yield _line(_flow(row.get(key, "")) for key in columns)


def _given(table: Mapping[str, Any]) -> Iterator[str]:
    if standard := table.get("standard"):
        yield from (f"Standard: [{standard}](../standards/{standard}.md)", "")
    if given := table.get("given"):
        yield from ("Given:", "", "```yaml")
        yield from (f"{key}: {_flow(value)}" for key, value in given.items())
        yield from ("```", "")


def _judging(table: Mapping[str, Any]) -> Iterator[str]:
    yield from _table(["Case", "What it adds", "Must follow"])
    for row in table["rows"]:
        added = [_action(action) for action in row.get("actions", [])]
        added += [f"{say_word(key)}: {_flow(value)}" for key, value in row.items() if key not in _ROW]
        if "standard" in row:
            added.insert(0, f"under {row['standard']}")
        yield _line((row["why"], "; ".join(added), _follows(row)))


def _action(action: Mapping[str, Any]) -> str:
    """An act in words: not done: the child seen [boy] +2h."""
    said = say_kind(action["kind"])
    if action.get("done") == "false":
        said = f"not done: {said}"
    if value := action.get("value"):
        said += f" ({say_word(value)})"
    by = [say_word(action[key]) for key in ("by_rank", "by_role", "by_id") if action.get(key)]
    said += f" by {', '.join(by)}" if by else ""
    said += f" [{action['person']}]" if action.get("person") else ""
    said += f" {action['at']}" if action.get("at") else ""
    said += f" to {action['at_latest']}" if action.get("at_latest") else ""
    said += f" in {action['in']}" if action.get("in") else ""
    rest = [f"{say_word(key)} {_flow(value)}" for key, value in action.items() if key not in _ACTION]
    return ", ".join([said, *rest])


def _follows(row: Mapping[str, Any]) -> str:
    expect = row["expect"]
    entries = (
        [{"outcome": expect, **{key: row[key] for key in _TOLD if key in row}}] if isinstance(expect, str) else expect
    )
    return "; ".join(_entry(each) for each in entries) or "no obligation"


def _entry(entry: Mapping[str, str]) -> str:
    word = entry["outcome"]
    said = "no obligation" if word == "none" else f"**{say_word(word)}**"
    whose = [f"stage {entry['stage']}"] if "stage" in entry else []
    whose += [entry[key] for key in ("person", "occurrence") if key in entry]
    told = [f"{say_word(key)} {entry[key]}" for key in _TOLD if key in entry]
    return ", ".join([f"{' '.join(whose)}: {said}" if whose else said, *told])


def _flow(value: Any) -> str:
    """A value of the tables on one line, as it is written there."""
    if isinstance(value, str):
        return value
    if isinstance(value, list):
        return f"[{', '.join(_flow(each) for each in value)}]"
    return "{" + ", ".join(f"{key}: {_flow(each)}" for key, each in value.items()) + "}"


def _table(columns: list[str]) -> Iterator[str]:
    yield _line(columns)
    yield f"|{'---|' * len(columns)}"


def _line(cells: Any) -> str:
    return f"| {' | '.join(str(cell).replace('|', chr(92) + '|') for cell in cells)} |"
