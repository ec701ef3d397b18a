"""Where a flag on a person ended and no other such flag stood (INV-11)."""

from typing import Any

import ibis

from bounden.engine.files import Files
from bounden.engine.joins import within
from bounden.engine.states import stands
from bounden.engine.told import gathered

_TIMES = ("from_at", "from_at_latest", "to_at", "to_at_latest")
_FLAG = ("file", "person", "flag")


def flag_ends(files: Files, kind: str, who: Any) -> Any:
    """The ends by `as_of`: file, person, earliest, latest, field, and doubt: why another flag may still have stood.

    who: file, person, as_of.
    """
    flags = files.flags.filter(files.flags.kind == kind).select("person", *_TIMES).distinct()
    number = ibis.row_number().over(order_by=[flags[c] for c in flags.columns])
    flags = files.keep("flags_of_kind", flags.mutate(flag=number))
    ends = within(who.select("file", "person", "as_of"), flags.drop("from_at", "from_at_latest"), ["person"])
    ends = ends.filter((ends.to_at <= ends.as_of).fill_null(False))
    latest = ibis.least(ibis.coalesce(ends.to_at_latest, ends.to_at), ends.as_of)
    ends = ends.select(*_FLAG, when_earliest=ends.to_at, when_latest=ibis.greatest(ends.to_at, latest))
    ends = files.keep("flag_ends", ends)
    others = within(ends, flags.rename(other="flag"), ["person"])
    others = others.filter(others.flag != others.other)
    told = stands(others, "flags")
    rows = others.select(*_FLAG, holds=told.holds, reason=told.reason)
    known = gathered(ends, _FLAG, "still", rows)
    return known.filter(~known.still_holds.fill_null(False)).select(
        "file",
        "person",
        earliest=known.when_earliest,
        latest=known.when_latest,
        field=ibis.literal("flags.to_at"),
        doubt=known.still_reason,
    )
