"""The worklist as CSV: exactly what is filtered, marked with what it is, safe to open in a spreadsheet."""

import csv
import io
from collections.abc import Callable, Iterable, Mapping
from typing import Any

from bounden.reports.handbook.confirming import unconfirmed
from bounden.web.wording import outcome, plain
from bounden.web.worklist.filters import TITLES, Asked
from bounden.web.worklist.presenters import person

Row = Mapping[str, Any]
COLUMNS: Mapping[str, Callable[[Row], object]] = {
    "Obligation key": lambda row: row["obligation_key"],
    "Force": lambda row: row["force"],
    "Unit": lambda row: row["unit"],
    "Occurrence": lambda row: row["occurrence_id"],
    "Kind": lambda row: plain(row["kind"]),
    "Category": lambda row: plain(row["category"]),
    "Person record": lambda row: row["person_id"],
    "Person": person,
    "Standard": lambda row: row["standard"],
    "Stage": lambda row: row["stage"],
    "Duty": lambda row: row["title"],
    "Area": lambda row: plain(row["area"]),
    "Number and source": lambda row: "to be confirmed" if row["standard"] in unconfirmed() else "",
    "Severity": lambda row: plain(row["severity"]),
    "Outcome": lambda row: outcome(row["outcome"], row["standard"]).word,
    "Triggered at (UTC)": lambda row: _utc(row["triggered_at"]),
    "Due at (UTC)": lambda row: _utc(row["due_at"]),
    "Due at latest (UTC)": lambda row: _utc(row["due_at_latest"] or row["due_at"]),
    "Done at (UTC)": lambda row: _utc(row["discharged_at"]),
    "Done at latest (UTC)": lambda row: _utc(row["discharged_at_latest"] or row["discharged_at"]),
    "What is missing": lambda row: row["missing"],
}

# What a spreadsheet would run as a formula, also in its full-width forms.
_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")


def safe(value: object) -> str:
    """A cell as text that no spreadsheet runs: an apostrophe before anything that begins like a formula."""
    text = "" if value is None else str(value)
    return f"'{text}" if text.lstrip(" ").startswith(_FORMULA) else text


def document(rows: Iterable[Row], *, asked: Asked, handling: str, as_of: str, snapshot: str, rulebook: str) -> str:
    """The whole file: what it is, a blank line, the columns, a line a row."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    chosen = "; ".join(f"{TITLES[name]}: {words}" for name, _, words in asked.chosen()) or "none: everything not met"
    facts = {
        "Handling": handling,
        "Extract judged as of": as_of,
        "Snapshot": snapshot,
        "Rulebook": rulebook,
        "Filters": chosen,
    }
    for title, value in facts.items():
        writer.writerow([title, safe(value)])
    writer.writerow([])
    writer.writerow(COLUMNS)
    for row in rows:
        writer.writerow([safe(cell(row)) for cell in COLUMNS.values()])
    return out.getvalue()


def _utc(value: Any) -> str:
    return f"{value.isoformat()}Z" if value else ""


def file_name(handling: str, as_of: str) -> str:
    """A name that carries the handling label and the extract's date."""
    label = "".join(c if c.isalnum() or c in "-" else "-" for c in handling).strip("-")
    return f"worklist_{label}_{as_of[:10]}.csv"
