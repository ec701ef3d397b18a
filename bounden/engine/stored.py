"""The stored row of an obligation: the columns of obligations.parquet, its key and its outcome, as expressions."""

from collections.abc import Mapping
from typing import Any

import ibis

from bounden.engine.joins import within
from bounden.obligations.outcome import Outcome
from bounden.obligations.terms import AtOnce, Standard, Test

#: Columns that only the engine needs: to follow an obligation, and to sort.
WORKING = {"file": "int64", "person": "int64"}

COLUMNS: Mapping[str, str] = {
    "obligation_key": "string",
    "standard": "string",
    "stage": "string",
    "standard_version": "string",
    "force": "string",
    "source": "string",
    "unit": "string",
    "occurrence_id": "string",
    "person_id": "string",
    "trigger_id": "string",
    "as_of": "timestamp",
    "trigger_known": "boolean",
    "triggered_at": "timestamp",
    "triggered_at_latest": "timestamp",
    "due_at": "timestamp",
    "due_at_latest": "timestamp",
    "at_act": "boolean",
    "discharged_at": "timestamp",
    "discharged_at_latest": "timestamp",
    "evidence_id": "string",
    "withdrawn_at": "timestamp",
    "withdrawn_at_latest": "timestamp",
    "excused_at": "timestamp",
    "excused_by": "string",
    "denied_until": "timestamp",
    "known": "boolean",
    "missing": "string",
    "outcome": "string",
}

_PEOPLE = ibis.table({"person": "int64", "person_id": "string"}, name="persons")
_OF_THE_FILE = ("source", "unit", "occurrence_id", "force")
_SEPARATOR = "\x1f"


def stored(files: Any, standard: Standard, test: Test, rows: Any) -> Any:
    """The rows of one test as they are stored, with what their files say; what a row does not have yet is empty.

    So is the version of the standard, which differs between forces that are judged by one query.
    """
    # Ids are long: they are found again here, so that the steps before need not carry them.
    rows = within(rows.drop(*_OF_THE_FILE), files.select("file", *_OF_THE_FILE), ["file"])
    rows = rows.left_join(_PEOPLE, "person").select(*(rows[c] for c in rows.columns), _PEOPLE.person_id)
    rows = rows.mutate(
        obligation_key=_key(standard, test, rows),
        standard=ibis.literal(standard.id),
        stage=ibis.literal(test.stage),
        standard_version=ibis.literal(""),
        triggered_at=rows.start_earliest,
        triggered_at_latest=rows.start_latest,
        due_at=rows.due_earliest,
        due_at_latest=rows.due_latest,
        at_act=ibis.literal(isinstance(test.due, AtOnce)),
        discharged_at=_or_empty(rows, "discharged_earliest"),
        discharged_at_latest=_or_empty(rows, "discharged_latest"),
        evidence_id=_or_empty(rows, "evidence_id", "string"),
        withdrawn_at=_or_empty(rows, "withdrawn_earliest"),
        withdrawn_at_latest=_or_empty(rows, "withdrawn_latest"),
        excused_at=_or_empty(rows, "excused_at"),
        excused_by=_or_empty(rows, "excused_by", "string"),
        denied_until=_or_empty(rows, "denied_until"),
        known=rows.known if "known" in rows.columns else ibis.literal(False),
    )
    rows = rows.mutate(outcome=outcome(rows), occurrence_id=rows.occurrence_id.nullif(""))
    return rows.select(**{name: rows[name].cast(type_) for name, type_ in {**COLUMNS, **WORKING}.items()})


def outcome(owed: Any) -> Any:
    """The outcome at `as_of` as one expression of the stored columns; empty where withdrawn. The first line decides."""
    no, met = ibis.null().cast("string"), (owed.discharged_at_latest <= owed.due_at)
    still_open = owed.at_act.ifelse(owed.as_of < owed.due_at, owed.as_of <= owed.due_at)
    passed = owed.at_act.ifelse(owed.as_of >= owed.due_at_latest, owed.as_of > owed.due_at_latest)
    return ibis.cases(
        (~owed.trigger_known | owed.due_at.isnull(), Outcome.CANNOT_TELL.value),
        (met, Outcome.MET.value),
        (owed.withdrawn_at_latest <= owed.due_at, no),
        (owed.withdrawn_at <= owed.due_at_latest, Outcome.CANNOT_TELL.value),
        (owed.excused_at.notnull(), Outcome.EXCUSED.value),
        (still_open, Outcome.PENDING.value),
        (~owed.known, Outcome.CANNOT_TELL.value),
        (owed.discharged_at > owed.due_at_latest, Outcome.LATE.value),
        (passed & owed.discharged_at.isnull(), Outcome.MISSED.value),
        else_=Outcome.CANNOT_TELL.value,
    )


def _or_empty(rows: Any, name: str, type_: str = "timestamp") -> Any:
    return rows[name] if name in rows.columns else ibis.null().cast(type_)


def _key(standard: Standard, test: Test, rows: Any) -> Any:
    """First 32 hex digits of SHA-256 over the parts joined by U+001F, an absent part empty (obligations.identity)."""
    parts = [
        ibis.literal(standard.id),
        ibis.literal(test.stage),
        rows.force,
        rows.source,
        rows.occurrence_id,
        rows.person_id.fill_null(""),
        rows.trigger_id.fill_null(""),
    ]
    text = parts[0]
    for part in parts[1:]:
        text = text + ibis.literal(_SEPARATOR) + part
    return text.hexdigest("sha256").left(32)
