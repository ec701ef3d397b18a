"""From when evidence may count, where that is not T (MC-15, MC-17, PD-09)."""

from typing import Any

import ibis

from bounden.engine.files import Files
from bounden.engine.joins import beside
from bounden.engine.limits import before
from bounden.engine.started import WHO
from bounden.engine.starts import Starts
from bounden.obligations.parameters import Parameters
from bounden.obligations.terms import Start

_FILE = ("occurrence", "force", "occurrence_id", "as_of", "report_earliest", "report_latest")


def with_beginning(files: Files, parameters: Parameters, asked: Any, rows: Any, since: str | Start) -> Any:
    """The rows of the obligations `asked` with begins_*: so long before T, or another start (unknown: T)."""
    if isinstance(since, str):
        begun = before(rows, "start_earliest", parameters, since, name="begins_earliest")
        return before(begun, "start_latest", parameters, since, name="begins_latest")
    other = Starts(files, parameters).of(since, asked.select(*WHO, *_FILE).distinct())
    other = other.select(*WHO, other_earliest=other.start_earliest, other_latest=other.start_latest)
    joined = beside(rows, files.keep("since", other), WHO)
    return joined.mutate(
        begins_earliest=ibis.coalesce(joined.other_earliest, joined.start_earliest),
        begins_latest=ibis.coalesce(joined.other_latest, joined.start_latest),
    )
