"""The rows of the worklist: every obligation not met, filtered, ordered and cut into pages by the database."""

from datetime import timedelta
from typing import Any

from bounden.web.reading import Sight
from bounden.web.worklist.filters import NOT_MET, Asked

PAGE = 25
_WITHIN = {"8h": timedelta(hours=8), "24h": timedelta(hours=24), "7d": timedelta(days=7), "28d": timedelta(days=28)}

# Known undone and still to come before what cannot be told, and that before what was done late.
_OPEN_FIRST = "CASE outcome WHEN 'late' THEN 2 WHEN 'cannot_tell' THEN 1 ELSE 0 END"
_ORDER = {
    "urgency": ("severity_rank", _OPEN_FIRST, "due_at"),
    "case": ("occurrence_id", "severity_rank", "due_at"),
    "duty": ("standard", "stage", "due_at"),
    "unit": ("unit", "severity_rank", "due_at"),
    "severity": ("severity_rank", "due_at"),
    "due": ("due_at", "severity_rank"),
    "outcome": ("outcome", "severity_rank", "due_at"),
}
_LAST = "force, occurrence_id, standard, stage, obligation_key"


def rows(seen: Sight, asked: Asked, *, all_pages: bool = False) -> list[dict[str, Any]]:
    """The rows of the page asked for, or of every page."""
    where, values = _where(seen, asked)
    order = _order(asked)
    cut = "" if all_pages else " LIMIT $most OFFSET $skip"
    query = f"""
        SELECT d.*, p.family_name, p.given_names, p.date_of_birth, p.age_years, p.age_on
        FROM duties d LEFT JOIN people p USING (force, person_id) WHERE {where} ORDER BY {order}{cut}"""
    return seen.rows(query, {**values, "most": PAGE, "skip": PAGE * (asked.page - 1)})


def count(seen: Sight, asked: Asked) -> int:
    """How many rows there are on all pages."""
    where, values = _where(seen, asked)
    return int(seen.rows(f"SELECT count(*) AS n FROM duties WHERE {where}", values)[0]["n"])


def offered(seen: Sight) -> dict[str, tuple[str, ...]]:
    """The standards, units and forces that occur among what is not met."""
    values = {"not_met": list(NOT_MET)}
    found: dict[str, tuple[str, ...]] = {}
    for name in ("standard", "unit", "force"):
        query = f"SELECT DISTINCT {name} AS v FROM duties WHERE list_contains($not_met, outcome) ORDER BY v"
        found[name] = tuple(row["v"] for row in seen.rows(query, values) if row["v"] is not None)
    return found


def _order(asked: Asked) -> str:
    first, *rest = _ORDER[asked.sort]
    way = "DESC" if asked.descending else "ASC"
    return ", ".join([f"{first} {way} NULLS LAST", *(f"{key} ASC NULLS LAST" for key in rest), _LAST])


def _where(seen: Sight, asked: Asked) -> tuple[str, dict[str, object]]:
    tests = ["list_contains($outcomes, outcome)"]
    values: dict[str, object] = {"outcomes": list(asked.outcome or NOT_MET)}
    for name in ("area", "severity"):
        if getattr(asked, name):
            tests.append(f"list_contains(${name}, {name})")
            values[name] = list(getattr(asked, name))
    for name in ("standard", "unit", "force"):
        if getattr(asked, name):
            tests.append(f"{name} = ${name}")
            values[name] = getattr(asked, name)
    if asked.due == "overdue":
        tests.append(
            "outcome IN ('missed', 'cannot_tell') AND coalesce(due_at_latest, due_at) < as_of AND discharged_at IS NULL"
        )
    elif asked.due:
        tests.append("outcome = 'pending' AND due_at >= as_of AND due_at < as_of + $within")
        values["within"] = _WITHIN[asked.due]
    return " AND ".join(tests), values
