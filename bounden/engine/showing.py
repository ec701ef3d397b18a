"""The done actions that show that a kind of thing was done: of the kind itself, or implying it (record tests, 1.3)."""

from typing import Any

import ibis

from bounden.engine.files import Files
from bounden.engine.joins import beside
from bounden.engine.nobody import NONE, nobody
from bounden.obligations.judging.deeds import IMPLICATIONS

_KEYS = ("file", "person", "trigger_id")
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


def without_answered(files: Files, kind: str, rows: Any) -> Any:
    """The rows without those that imply what is on record: one act up to them, and there is one (1.3).

    What implies it and may itself lie within the limit stays: it shows, or may, that there was one in time.
    """
    if all(rule.implied != kind or rule.same_moment for rule in IMPLICATIONS):
        return rows
    own = rows.filter((~rows.implied & rows.told_holds).fill_null(False))
    named = own.group_by(*_KEYS, "row_person").aggregate(own_named=own.earliest.min())
    of_any = own.group_by(*_KEYS).aggregate(
        own_any=own.earliest.min(), own_nobody=own.earliest.min(where=own.row_person == NONE)
    )
    joined = beside(beside(rows, named, (*_KEYS, "row_person")), of_any, _KEYS)
    up_to = (joined.row_person == NONE).ifelse(joined.own_any, joined.own_nobody)
    answered = (joined.own_named <= joined.latest).fill_null(False) | (up_to <= joined.latest).fill_null(False)
    needless = joined.from_start & (joined.act_earliest > joined.due_latest) & answered
    return files.keep("unanswered", joined.filter(~needless).select(*rows.columns))
