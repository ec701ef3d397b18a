"""The worklist as CSV: exactly what is filtered, marked with what it is, safe to open in a spreadsheet."""

import csv
import io
from collections.abc import Iterable, Mapping
from typing import Any

from bounden.web.wording import outcome, plain
from bounden.web.worklist.filters import TITLES, Asked
from bounden.web.worklist.presenters import person

COLUMNS = (
    "Obligation key", "Force", "Unit", "Occurrence", "Kind", "Category", "Person record", "Person", "Standard", "Stage",
    "Duty", "Area", "Severity", "Outcome", "Triggered at (UTC)", "Due at (UTC)", "Due at latest (UTC)",
    "Done at (UTC)", "Done at latest (UTC)", "What is missing",
)  # fmt: skip

# What a spreadsheet would run as a formula, also in its full-width forms.
_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")


def safe(value: object) -> str:
    """A cell as text that no spreadsheet runs: an apostrophe before anything that begins like a formula."""
    text = "" if value is None else str(value)
    return f"'{text}" if text.lstrip(" ").startswith(_FORMULA) else text


def document(
    rows: Iterable[Mapping[str, Any]], *, asked: Asked, handling: str, as_of: str, snapshot: str, rulebook: str
) -> str:
    """The whole file: what it is, a blank line, the columns, a line a row."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    chosen = "; ".join(f"{TITLES[name]}: {words}" for name, _, words in asked.chosen()) or "none: everything not met"
    for title, value in (
        ("Handling", handling), ("Extract judged as of", as_of), ("Snapshot", snapshot), ("Rulebook", rulebook), ("Filters", chosen),
    ):  # fmt: skip
        writer.writerow([title, safe(value)])
    writer.writerow([])
    writer.writerow(COLUMNS)
    for row in rows:
        writer.writerow([safe(cell) for cell in _cells(row)])
    return out.getvalue()


def _cells(row: Mapping[str, Any]) -> tuple[object, ...]:
    return (
        row["obligation_key"], row["force"], row["unit"], row["occurrence_id"], plain(row["kind"]), plain(row["category"]),
        row["person_id"], person(row), row["standard"], row["stage"], row["title"], plain(row["area"]), plain(row["severity"]),
        outcome(row["outcome"]).word, _utc(row["triggered_at"]), _utc(row["due_at"]), _utc(row["due_at_latest"] or row["due_at"]),
        _utc(row["discharged_at"]), _utc(row["discharged_at_latest"] or row["discharged_at"]), row["missing"],
    )  # fmt: skip


def _utc(value: Any) -> str:
    return f"{value.isoformat()}Z" if value else ""


def file_name(handling: str, as_of: str) -> str:
    """A name that carries the handling label and the extract's date."""
    label = "".join(c if c.isalnum() or c in "-" else "-" for c in handling).strip("-")
    return f"worklist_{label}_{as_of[:10]}.csv"


