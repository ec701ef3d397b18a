"""The done actions that show that a kind of thing was done: of the kind itself, or implying it (record tests, 1.3)."""

from typing import Any

import ibis

from bounden.engine.files import Files
from bounden.engine.nobody import nobody
from bounden.obligations.judging.deeds import IMPLICATIONS

_NO_TEXT = ibis.null().cast("string")


def showing(files: Files, kind: str) -> Any:
    """Done actions of a kind and those that imply it (record tests, 1.3: one step, never a chain)."""
    done = files.done
    columns = {
        "row_file": done.file,
        "action_id": done.action_id,
        "row_person": done.person,
        "earliest": done.earliest,
        "latest": done.latest,
        "by_id": done.by_id,
        "by_role": done.by_role,
        "by_rank": done.by_rank,
        "rank": done["rank"],
    }
    own = done.filter(done.kind == kind)
    parts = [
        own.select(
            **{name: own[c.get_name()] for name, c in columns.items()},
            value=own.value,
            implied=ibis.literal(False),
            from_start=ibis.literal(False),
            doubt=_NO_TEXT,
        )
    ]
    for rule in IMPLICATIONS:
        if rule.implied != kind:
            continue
        rows = done.filter(done.kind == rule.kind)
        doubt: Any = _NO_TEXT
        if rule.values:
            rows = rows.filter(rows.value.isnull() | rows.value.isin(sorted(rule.values)))
            doubt = rows.value.isnull().ifelse(f"actions.value of {rule.kind}", _NO_TEXT)
        parts.append(
            rows.select(
                **{name: rows[c.get_name()] for name, c in columns.items()},
                value=ibis.literal(rule.implied_value, "string"),
                implied=ibis.literal(True),
                from_start=ibis.literal(not rule.same_moment),
                doubt=doubt,
            )
        )
    if kind == "closed":
        closed = files.files
        closed = closed.filter(closed.closed_earliest.notnull())
        parts.append(
            closed.select(
                row_file=closed.file,
                action_id=closed.occurrence_id,
                row_person=nobody(),
                earliest=closed.closed_earliest,
                latest=closed.closed_latest,
                by_id=_NO_TEXT,
                by_role=_NO_TEXT,
                by_rank=_NO_TEXT,
                rank=ibis.null().cast("int64"),
                value=_NO_TEXT,
                implied=ibis.literal(True),
                from_start=ibis.literal(False),
                doubt=_NO_TEXT,
            )
        )
    return ibis.union(*parts) if len(parts) > 1 else parts[0]
