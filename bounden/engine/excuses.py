"""Recorded excuses: who may excuse, and what on record does (record tests, 1.7), for a whole test at once."""

from collections.abc import Sequence
from typing import Any

import ibis

from bounden.engine.files import Files
from bounden.engine.joins import beside, within
from bounden.engine.nobody import NONE
from bounden.engine.told import Told, both, certain, doubtful
from bounden.obligations.parameters import Parameters
from bounden.obligations.terms import Excuse
from bounden.records.vocabulary import RANKS

_REASON = "rationale_recorded"
_APPROVAL = "supervisor_approved"


def recorded(files: Files, parameters: Parameters, standard_id: str, excuse: Excuse, around: Any) -> Any:
    """Every row that excuses or may, whenever it was made, beside each row of `around` (T, or a lowering it approves).

    around: file, person, around_earliest, around_latest. Added: action_id, kind, earliest, latest, by, holds, reason.
    """
    kinds = [_REASON]
    if excuse.rank or excuse.approval_of_any_rank:
        kinds.append(_APPROVAL)
    if excuse.or_done:
        kinds.append(excuse.or_done)
    done = files.done.filter(files.done.kind.isin(kinds)).rename(row_person="person")
    rows = within(around, done, ["file"])
    rows = rows.filter((rows.person == NONE) | rows.row_person.isin([NONE, rows.person]))
    told = _told(rows, parameters, standard_id, excuse)
    rows = rows.mutate(holds=told.holds, reason=told.reason, by=ibis.coalesce(rows.by_rank.nullif(""), rows.by_role))
    rows = rows.filter(rows.holds.fill_null(True))
    return rows.select(*around.columns, "action_id", "kind", "earliest", "latest", "by", "holds", "reason")


def _told(rows: Any, parameters: Parameters, standard_id: str, excuse: Excuse) -> Told:
    reasoned = _reasoned(rows, parameters, standard_id, excuse)
    holds, reason = reasoned.holds, reasoned.reason
    no_reason = ibis.null().cast("string")
    if excuse.rank or excuse.approval_of_any_rank:
        approved = (
            certain(ibis.literal(True))
            if excuse.approval_of_any_rank
            else _by_rank(rows, parameters, standard_id, excuse)
        )
        approval = rows.kind == _APPROVAL
        holds, reason = approval.ifelse(approved.holds, holds), approval.ifelse(approved.reason, reason)
    if excuse.or_done:
        done = rows.kind == excuse.or_done
        holds, reason = done.ifelse(True, holds), done.ifelse(no_reason, reason)
    return Told(holds, reason)


def _reasoned(rows: Any, parameters: Parameters, standard_id: str, excuse: Excuse) -> Told:
    if excuse.rank:
        return _by_rank(rows, parameters, standard_id, excuse)
    if excuse.by_role:
        told = doubtful(rows.by_role == excuse.by_role, rows.by_role.isnull(), _missing("by_role", rows))
    else:
        named = rows.by_rank.nullif("").notnull() | rows.by_role.nullif("").notnull()
        told = doubtful(named, ~named, _missing("by_rank", rows))
    return told.where((rows.value == standard_id).fill_null(False))


def _by_rank(rows: Any, parameters: Parameters, standard_id: str, excuse: Excuse) -> Told:
    """R≥rank: it names the standard, or names none and lies within `same_time`; by that rank or above."""
    close = near(rows, "around", parameters, "same_time")
    close = Told(rows.value.notnull().ifelse(True, close.holds), rows.value.notnull().ifelse(None, close.reason))
    asked = RANKS.index(excuse.rank or RANKS[0])
    unknown = doubtful(rows["rank"] >= asked, rows["rank"].isnull(), _missing("by_rank", rows))
    return both([close, unknown]).where(rows.value.isnull() | (rows.value == standard_id))


def near(rows: Any, around: str, parameters: Parameters, limit: str) -> Told:
    """Whether rows lie no further than a limit in hours before or after an instant."""
    reach = int(parameters.limit(limit).elapsed.total_seconds())
    begins, ends = rows[f"{around}_earliest"].epoch_seconds(), rows[f"{around}_latest"].epoch_seconds()
    earliest, latest = rows.earliest.epoch_seconds(), rows.latest.epoch_seconds()
    furthest = ibis.greatest(latest - begins, ends - earliest)
    nearest = ibis.greatest(earliest - ends, begins - latest)
    return doubtful(furthest <= reach, nearest <= reach, ibis.literal("actions.happened_at of ") + rows.kind)


def _missing(column: str, rows: Any) -> Any:
    return ibis.literal(f"actions.{column} of ") + rows.kind


def with_excuse(
    files: Files,
    parameters: Parameters,
    standard_id: str,
    excuse: Excuse,
    asked: Any,
    keys: Sequence[str],
    *,
    since_start: bool,
) -> Any:
    """The obligations with excused_at, excused_by and excuse_doubt. since_start: an old excuse is spent (REC)."""
    around = asked.mutate(around_earliest=asked.start_earliest, around_latest=asked.start_latest)
    around = around.select(*keys, "around_earliest", "around_latest", "due_earliest", "due_latest")
    rows = recorded(files, parameters, standard_id, excuse, around)
    if since_start:
        rows = rows.filter(rows.latest >= rows.around_earliest)
    order = {"latest": rows.latest, "earliest": rows.earliest, "id": rows.action_id}
    sure = rows.holds.fill_null(False) & (rows.latest <= rows.due_earliest)
    if since_start:
        sure = sure & (rows.earliest >= rows.around_latest)
    why = ibis.coalesce(rows.reason, ibis.literal("actions.happened_at of ") + rows.kind)
    found = rows.group_by(*keys).aggregate(
        excuse=ibis.struct({**order, "by": rows.by}).min(where=sure),
        doubt=ibis.struct({**order, "why": why}).min(where=rows.earliest <= rows.due_latest),
    )
    joined = beside(asked, found, keys)
    excused = joined.excuse.notnull()
    return joined.mutate(
        excused_at=joined.excuse.latest,
        excused_by=joined.excuse.by,
        excuse_doubt=excused.ifelse(None, joined.doubt.why),
    ).drop("excuse", "doubt")
