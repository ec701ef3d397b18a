"""Write docs/reference from the code it describes, and the history of standards that are new or changed.

`make docs` runs this; a test fails when a page differs from what the code says. Pages that are named are printed, too.
"""

import sys
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

import spec_chapters
import standards_reference

from bounden.cli.manual import manual
from bounden.cli.recall import read_arguments, recall
from bounden.cli.recall_page import recall_page
from bounden.ingest import case_files
from bounden.records import TABLES, Column, Table

ROOT = Path(__file__).parents[1]
REFERENCE = ROOT / "docs" / "reference"
DEMONSTRATION = ROOT / "demonstration"


def _cell(text: str) -> str:
    return text.replace("|", "\\|")


def _constraint(column: Column) -> str:
    parts = ["required"] if column.required else []
    if column.one_of:
        parts.append("one of " + ", ".join(f"`{word}`" for word in sorted(column.one_of)))
    if not column.required and column.default is not None:
        parts.append(f"`{str(column.default).lower()}` where empty")
    return "; ".join(parts)


def _table(table: Table) -> list[str]:
    key = ", ".join(f"`{name}`" for name in table.key)
    lines = [f"## {table.name}", "", table.meaning, ""]
    lines += [f"Unique within a force: {key}." if key else "No id of its own: a row is itself.", ""]
    lines += ["| column | type | meaning | constraint | sensitivity |", "|---|---|---|---|---|"]
    lines += [
        f"| `{c.name}` | {c.type.value} | {_cell(c.meaning)} | {_cell(_constraint(c))} | {c.sensitivity.value} |"
        for c in table.columns
    ]
    return [*lines, ""]


def data_dictionary() -> str:
    """The nine tables, column by column."""
    lines = [
        "# Data dictionary",
        "",
        "The canonical tables that a force delivers, made from `bounden/records`. Instants are ISO 8601; without an",
        "offset they are local time in Europe/London, and they are held as UTC in whole seconds. Columns ending in",
        "`_latest` need not be delivered where an instant is exact.",
        "",
    ]
    for table in TABLES.values():
        lines += _table(table)
    return "\n".join(lines).rstrip() + "\n"


def published_cases() -> str:
    """What the standards reach of what inspectors said of the published cases."""
    cases = case_files.read(sorted((DEMONSTRATION / "published-cases").glob("*.yaml")))
    return recall_page(recall(cases), read_arguments(DEMONSTRATION / "arguments.yaml"))


PAGES: Mapping[str, Callable[[], str]] = {
    "data-dictionary.md": data_dictionary,
    "commands.md": manual,
    "published-cases.md": published_cases,
    **{f"standards/{name}": write for name, write in standards_reference.pages().items()},
    **{f"spec/{name}": write for name, write in spec_chapters.pages().items()},
}


def main(names: Sequence[str]) -> None:
    """Write every page, or those named, and say which changed; print those named."""
    if not names:
        _renew()
    for name in names or PAGES:
        text = PAGES[name]()
        if names:
            sys.stdout.write(text)
        _write(REFERENCE / name, text)


def _renew() -> None:
    """Enter what is new or changed in the histories, and remove the pages of what is there no longer."""
    for path, text in standards_reference.histories():
        _write(path, text)
    for path in sorted(set(REFERENCE.rglob("*.md")) - {REFERENCE / name for name in PAGES}):
        path.unlink()
        sys.stderr.write(f"{path.relative_to(ROOT)} removed\n")


def _write(path: Path, text: str) -> None:
    """Write a file where it differs, and say so."""
    if not path.exists() or path.read_text(encoding="utf-8") != text:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
        sys.stderr.write(f"{path.relative_to(ROOT)} written\n")


if __name__ == "__main__":
    main(sys.argv[1:])
