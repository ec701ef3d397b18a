"""Stages that follow another stage of the same standard (INV-11), for a whole test at once."""

from typing import Any

import ibis

from bounden.engine.joins import within
from bounden.engine.told import Told, both, read, written
from bounden.obligations.judging.started import STAGE_UNSURE
from bounden.obligations.outcome import Outcome

_KEYS = ("file", "person", "trigger_id")
_NO_INSTANT = ibis.null().cast("timestamp")
_NO_TEXT = ibis.null().cast("string")


def after_stage(owed: Any, standard_id: str, stage: str, started: Any) -> Any:
    """The starts whose stage before was discharged, or may have been: with after_id, after_earliest, after_latest."""
    done = [Outcome.MET.value, Outcome.LATE.value]
    rows = owed.filter((owed.standard == standard_id) & (owed.stage == stage))
    rows = rows.filter(rows.outcome.isin([*done, Outcome.CANNOT_TELL.value]))
    was_done = rows.outcome.isin(done)
    rows = rows.select(
        *_KEYS,
        after_id=was_done.ifelse(rows.evidence_id, _NO_TEXT),
        after_earliest=was_done.ifelse(rows.discharged_at, _NO_INSTANT),
        after_latest=was_done.ifelse(rows.discharged_at_latest, _NO_INSTANT),
        stage_holds=was_done.ifelse(True, ibis.null().cast("boolean")),
        stage_reason=was_done.ifelse(_NO_TEXT, ibis.literal(STAGE_UNSURE)),
    )
    known = within(started, rows, _KEYS)
    told = both([read(known, "told"), Told(known.stage_holds, known.stage_reason)])
    return written(known, "told", told).drop("stage_holds", "stage_reason")
