"""Flags that discharge a duty: held at D, or begun since an instant (INV-17, MC-15)."""

from typing import Any

import ibis

from bounden.engine.feeds import with_feed
from bounden.engine.files import Files
from bounden.engine.joins import within
from bounden.engine.since import with_beginning
from bounden.engine.told import Told, doubtful
from bounden.obligations.judging.deeds import LONG_AGO
from bounden.obligations.judging.feeds import Feed
from bounden.obligations.parameters import Parameters
from bounden.obligations.terms import FlagHeld, Start

_KEYS = ("file", "person", "trigger_id")


def flag_rows(files: Files, parameters: Parameters, asked: Any, one: FlagHeld) -> Any:
    """The flags that count, or may, beside their obligations, with the columns of evidence but for the slot."""
    flags = files.flags.filter(files.flags.kind.isin(sorted(one.kinds))).drop("kind")
    held = within(asked, flags, ["person"])
    rows, told = _begun(files, parameters, asked, held, one.begun_since) if one.begun_since else _held(held)
    return rows.mutate(
        kind=ibis.literal("flag"),
        action_id=ibis.literal(""),
        holds=told.holds,
        reason=told.reason,
        in_time=ibis.literal(False),
        may_be_in_time=ibis.literal(False),
        implied=ibis.literal(False),
    )


def _held(rows: Any) -> tuple[Any, Told]:
    """A flag already held counts from T; one that ended before D does not count (INV-17)."""
    begins = ibis.coalesce(rows.from_at, ibis.literal(LONG_AGO))
    rows = rows.mutate(begins=begins, ended=ibis.coalesce(rows.to_at_latest, rows.to_at))
    ended = rows.to_at.notnull() & (rows.ended <= rows.due_earliest)
    rows = rows.filter((rows.begins <= rows.as_of) & ~ended.fill_null(False))
    latest = ibis.least(ibis.coalesce(rows.from_at_latest, rows.begins), rows.as_of)
    rows = rows.mutate(
        earliest=ibis.greatest(rows.begins, rows.start_earliest), latest=ibis.greatest(latest, rows.start_earliest)
    )
    unsure = (rows.to_at <= rows.due_latest).fill_null(False)
    return rows, doubtful(~unsure, unsure, ibis.literal("flags.to_at"))


def _begun(files: Files, parameters: Parameters, asked: Any, rows: Any, since: Start) -> tuple[Any, Told]:
    """A flag that began since an instant; one without a beginning may have (MC-15)."""
    rows = with_beginning(files, parameters, asked, files.keep("flags_of", rows), since)
    rows = rows.filter(rows.from_at.isnull() | (rows.from_at <= rows.as_of))
    latest = ibis.greatest(rows.from_at, ibis.least(ibis.coalesce(rows.from_at_latest, rows.from_at), rows.as_of))
    rows = rows.mutate(
        earliest=ibis.coalesce(rows.from_at, rows.begins_earliest), latest=ibis.coalesce(latest, rows.as_of)
    )
    rows = rows.filter(rows.latest >= rows.begins_earliest)
    sure = rows.from_at.notnull() & (rows.earliest >= rows.begins_latest)
    return rows, doubtful(sure, ~sure, ibis.literal("flags.from_at"))


def flag_feeds(files: Files, asked: Any, slot: int, one: FlagHeld) -> Any:
    """The keys, slot and feed: not supplied where one of the kinds is not; otherwise an absent flag is not held."""
    windows = ibis.union(
        *(
            asked.select(
                *_KEYS,
                "force",
                "occurrence",
                kind=ibis.literal(kind),
                for_person=asked.person,
                window_earliest=ibis.least(asked.start_earliest, asked.due_latest),
                window_latest=asked.due_latest,
            )
            for kind in sorted(one.kinds)
        ),
        # A union needs two parts.
        asked.limit(0).select(
            *_KEYS,
            "force",
            "occurrence",
            kind=ibis.literal(""),
            for_person=asked.person,
            window_earliest=asked.start_earliest,
            window_latest=asked.due_latest,
        ),
    )
    fed = with_feed(files, windows, (*_KEYS, "kind"), sorted(one.kinds), "flags")
    refused = fed.group_by(*_KEYS).aggregate(refused=(fed.feed == Feed.NOT_SUPPLIED.value).any())
    return refused.select(
        *_KEYS,
        slot=ibis.literal(slot, "int64"),
        feed=refused.refused.ifelse(Feed.NOT_SUPPLIED.value, Feed.COMPLETE.value),
    )
