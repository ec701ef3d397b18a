"""When a flag began, and when it was entered (AH-11), for a whole test at once."""

from typing import Any

import ibis

from bounden.engine.files import Files
from bounden.engine.joins import beside, within
from bounden.engine.started import WHO, given


def flag_begun(files: Files, who: Any) -> Any:
    """The beginning of each flag; its kind and beginning stand for the id that it has not."""
    known = files.described(who)
    name = known.occurrence_category + " " + known.report_earliest.cast("string")
    names = known.select(*WHO, name=name)
    begun = beside(given(who, who.report_earliest, who.report_latest), names, WHO)
    return begun.mutate(trigger_id=begun.name).drop("name")


def entered(files: Files, asked: Any) -> Any:
    """The obligations with each entry of their flag, with the columns of evidence but for the slot."""
    rows = within(asked, files.entries, ["occurrence"])
    rows = rows.filter(rows.entered_earliest <= rows.as_of)
    latest = ibis.greatest(rows.entered_earliest, ibis.least(rows.entered_latest, rows.as_of))
    return rows.mutate(
        earliest=rows.entered_earliest,
        latest=latest,
        kind=ibis.literal("entry"),
        action_id=ibis.literal(""),
        holds=ibis.literal(True),
        reason=ibis.null().cast("string"),
        in_time=ibis.literal(False),
        may_be_in_time=ibis.literal(False),
        implied=ibis.literal(False),
    )
