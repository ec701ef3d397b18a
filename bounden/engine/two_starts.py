"""The earlier or the later of two starts, for a whole test at once."""

from typing import Any

import ibis

from bounden.engine.files import Files
from bounden.engine.joins import beside
from bounden.engine.nobody import nobody
from bounden.engine.started import WHO
from bounden.engine.told import Told, both

_ADDED = (
    "trigger_id",
    "start_earliest",
    "start_latest",
    "first_id",
    "row_id",
    "row_person",
    "row_denied",
    "at_action",
    "told_holds",
    "told_reason",
)
_NO_TEXT = ibis.null().cast("string")
_NO_INSTANT = ibis.null().cast("timestamp")


def earlier_of(files: Files, one: Any, other: Any, who: Any) -> Any:
    """The earlier of those found; one that may not have begun may only bring T forward, if another surely has."""
    pairs = _pairs(files, one, other, who)
    has_one, has_other = pairs.one_trigger_id.notnull(), pairs.other_trigger_id.notnull()
    sure_one = (has_one & pairs.one_told_holds).fill_null(False)
    sure_other = (has_other & pairs.other_told_holds).fill_null(False)
    sure = sure_one | sure_other
    latest = ibis.least(
        (sure_one | ~sure).ifelse(pairs.one_start_latest, _NO_INSTANT),
        (sure_other | ~sure).ifelse(pairs.other_start_latest, _NO_INSTANT),
    )
    unsure = both(_told(pairs, side) for side in ("one", "other"))
    pairs = pairs.mutate(
        earliest=ibis.least(pairs.one_start_earliest, pairs.other_start_earliest),
        latest=latest,
        both_first=_NO_TEXT,
        at_the_action=ibis.literal(False),
        both_holds=sure.ifelse(True, unsure.holds),
        both_reason=sure.ifelse(_NO_TEXT, unsure.reason),
    )
    return _given(pairs.filter(has_one | has_other), who)


def later_of(files: Files, one: Any, other: Any, who: Any) -> Any:
    """The later of two; none where one of them is not found."""
    pairs = _pairs(files, one, other, who)
    told = both(_told(pairs, side) for side in ("one", "other"))
    last_one = pairs.one_start_earliest >= pairs.other_start_latest
    last_other = pairs.other_start_earliest >= pairs.one_start_latest
    found = pairs.one_trigger_id.notnull() & pairs.other_trigger_id.notnull()
    pairs = pairs.mutate(
        earliest=ibis.greatest(pairs.one_start_earliest, pairs.other_start_earliest),
        latest=ibis.greatest(pairs.one_start_latest, pairs.other_start_latest),
        both_first=ibis.coalesce(pairs.one_first_id, pairs.other_first_id),
        at_the_action=(pairs.one_at_action & last_one) | (pairs.other_at_action & last_other),
        both_holds=told.holds,
        both_reason=told.reason,
    )
    return _given(pairs.filter(found), who)


def _pairs(files: Files, one: Any, other: Any, who: Any) -> Any:
    one, other = files.keep("one", one), files.keep("other", other)
    first = one.select(*WHO, *(one[c].name(f"one_{c}") for c in _ADDED))
    second = other.select(*WHO, *(other[c].name(f"other_{c}") for c in _ADDED))
    return beside(beside(who, first, WHO), second, WHO)


def _told(pairs: Any, side: str) -> Told:
    """What is told of one of the two; one that is not there leaves nothing in doubt."""
    absent = pairs[f"{side}_trigger_id"].isnull()
    return Told(absent.ifelse(True, pairs[f"{side}_told_holds"]), pairs[f"{side}_told_reason"])


def _given(pairs: Any, who: Any) -> Any:
    """Neither instant is known where one of those found has none."""
    untold = (pairs.one_trigger_id.notnull() & pairs.one_start_earliest.isnull()) | (
        pairs.other_trigger_id.notnull() & pairs.other_start_earliest.isnull()
    )
    return pairs.select(
        *who.columns,
        trigger_id=pairs.occurrence_id,
        start_earliest=untold.ifelse(_NO_INSTANT, pairs.earliest),
        start_latest=untold.ifelse(_NO_INSTANT, pairs.latest),
        first_id=untold.ifelse(_NO_TEXT, pairs.both_first),
        row_id=_NO_TEXT,
        row_person=nobody(),
        row_denied=ibis.literal(False),
        at_action=pairs.at_the_action.fill_null(False),
        told_holds=pairs.both_holds,
        told_reason=pairs.both_reason,
    )
