"""The worklist as CSV: exactly what is filtered, marked with what it is, safe to open in a spreadsheet."""

from collections.abc import Callable, Iterable, Mapping
from typing import Any

from bounden.reports.handbook.confirming import unconfirmed
from bounden.web.csv_files import written
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
    "Force’s own number": lambda row: row["own_number"],
    "Severity": lambda row: plain(row["severity"]),
    "Outcome": lambda row: outcome(row["outcome"], row["standard"]).word,
    "Triggered at (UTC)": lambda row: _utc(row["triggered_at"]),
    "Due at (UTC)": lambda row: _utc(row["due_at"]),
    "Due at latest (UTC)": lambda row: _utc(row["due_at_latest"] or row["due_at"]),
    "Done at (UTC)": lambda row: _utc(row["discharged_at"]),
    "Done at latest (UTC)": lambda row: _utc(row["discharged_at_latest"] or row["discharged_at"]),
    "What is missing": lambda row: row["missing"],
}


def document(rows: Iterable[Row], *, asked: Asked, handling: str, as_of: str, snapshot: str, rulebook: str) -> str:
    """The whole file: what it is, a blank line, the columns, a line a row."""
    chosen = "; ".join(f"{TITLES[name]}: {words}" for name, _, words in asked.chosen()) or "none: everything not met"
    facts = {
        "Handling": handling,
        "Extract judged as of": as_of,
        "Snapshot": snapshot,
        "Rulebook": rulebook,
        "Filters": chosen,
    }
    return written(facts, tuple(COLUMNS), ([cell(row) for cell in COLUMNS.values()] for row in rows))


def _utc(value: Any) -> str:
    return f"{value.isoformat()}Z" if value else ""


def file_name(handling: str, as_of: str) -> str:
    """A name that carries the handling label and the extract's date."""
    label = "".join(c if c.isalnum() or c in "-" else "-" for c in handling).strip("-")
    return f"worklist_{label}_{as_of[:10]}.csv"
