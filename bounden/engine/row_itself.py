"""What the act that gives T says itself, as evidence: its note, its rank (DM-01, DM-03)."""

from typing import Any

import ibis

from bounden.engine.files import Files
from bounden.engine.joins import within
from bounden.engine.told import Told, certain, doubtful
from bounden.obligations.parameters import Parameters
from bounden.obligations.terms import ItsNote, ItsRank
from bounden.records.vocabulary import RANKS


def the_row_itself(files: Files, parameters: Parameters, one: ItsNote | ItsRank, asked: Any, slot: int) -> Any:
    """The obligations whose act says so, or may, each with that act as a row of evidence that is in time."""
    done = files.done.select("file", "kind", "noted", row_id="action_id", row_rank="rank")
    rows = within(asked, done, ["file", "row_id"])
    told: Told
    if isinstance(one, ItsNote):
        told = certain(rows.noted)
    else:
        wanted = RANKS.index(parameters.rank(one.rank))
        missing = ibis.literal("actions.by_rank of ") + rows.kind
        told = doubtful(rows.row_rank >= wanted, rows.row_rank.isnull(), missing)
    rows = rows.mutate(
        slot=ibis.literal(slot, "int64"),
        kind=ibis.literal("note" if isinstance(one, ItsNote) else "rank"),
        action_id=rows.row_id,
        earliest=rows.start_earliest,
        latest=rows.start_latest,
        holds=told.holds,
        reason=told.reason,
        in_time=ibis.literal(True),
        may_be_in_time=ibis.literal(False),
        implied=ibis.literal(False),
    )
    return rows.filter(rows.holds.fill_null(True))
