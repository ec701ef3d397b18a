"""Limits that an action brings forward: T + a limit or, if earlier, the action + another (RO-12)."""

from typing import Any

import ibis

from bounden.engine.files import Files
from bounden.engine.joins import beside, within
from bounden.engine.limits import after
from bounden.engine.nobody import NONE
from bounden.obligations.parameters import Parameters
from bounden.obligations.terms import SoonerAfter

_KEYS = ("file", "person", "trigger_id")


def sooner_after(files: Files, parameters: Parameters, term: SoonerAfter, asked: Any) -> Any:
    """The obligations with due_*; empty where a limit leaves the list of bank holidays."""
    asked = after(asked, "start_earliest", parameters, term.limit, name="last_earliest")
    asked = files.keep("at_last", after(asked, "start_latest", parameters, term.limit, name="last_latest"))
    done = files.done.filter(files.done.kind.isin(list(term.kinds)))
    done = done.select("file", "earliest", "latest", act_person=done.person)
    rows = within(asked.select(*_KEYS, "start_earliest", "start_latest", "last_latest"), done, ["file"])
    rows = rows.filter((rows.person == NONE) | rows.act_person.isin([NONE, rows.person]))
    rows = rows.filter((rows.latest > rows.start_earliest) & (rows.earliest < rows.last_latest))
    found = rows.group_by(*_KEYS).aggregate(
        act_earliest=ibis.greatest(rows.earliest, rows.start_earliest).min(),
        act_latest=rows.latest.min(where=rows.earliest > rows.start_latest),
    )
    known = files.keep("acts_between", beside(asked, found, _KEYS))
    known = after(known, "act_earliest", parameters, term.after, name="moved_earliest")
    known = after(known, "act_latest", parameters, term.after, name="moved_latest")
    beyond = (known.act_earliest.notnull() & known.moved_earliest.isnull()) | (
        known.act_latest.notnull() & known.moved_latest.isnull()
    )
    earliest = ibis.least(known.last_earliest, known.moved_earliest)
    latest = ibis.least(known.last_latest, known.moved_latest)
    known = known.mutate(due_earliest=beyond.ifelse(None, earliest), due_latest=beyond.ifelse(None, latest))
    return known.drop("last_earliest", "last_latest", "act_earliest", "act_latest", "moved_earliest", "moved_latest")
