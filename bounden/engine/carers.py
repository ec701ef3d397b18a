"""The arrest of somebody who has children to look after (IC-14), for a whole test at once."""

from typing import Any

import ibis

from bounden.engine.files import Files
from bounden.engine.first_rows import first_told
from bounden.engine.joins import beside, within
from bounden.engine.nobody import NONE
from bounden.engine.people import tied_to_adult
from bounden.engine.started import WHO
from bounden.engine.told import Told, certain, either, gathered, read

_ARREST = "suspect_arrested"
_PERHAPS_ARRESTED = ("suspect", "carer")
_KEYS = (*WHO, "action_id")


def carers_arrested(files: Files, who: Any) -> Any:
    """The first arrest of a carer there, or of an adult of whom the person is a linked child (see `first_rows`)."""
    arrests = files.done.filter(files.done.kind == _ARREST)
    arrests = arrests.select("file", "action_id", "kind", "earliest", "latest", row_person=arrests.person)
    rows = within(who, arrests, ["file"])
    rows = files.keep("arrests", rows.mutate(when_earliest=rows.earliest, when_latest=rows.latest))
    pairs = files.keep("perhaps_arrested", _perhaps(files, rows))
    pairs = pairs.filter(pairs.other != pairs.person)
    carers = files.parts.filter(files.parts.role == "carer").select("occurrence", other="person").distinct()
    pairs = beside(pairs, carers.mutate(carer=ibis.literal(True)), ("occurrence", "other"))
    pairs = tied_to_adult(files, pairs, _KEYS, "tie")
    told = either([certain(pairs.carer), read(pairs, "tie")])
    nameless = pairs.row_person == NONE
    told = Told(
        nameless.ifelse(told.holds.fill_null(True).ifelse(ibis.null().cast("boolean"), False), told.holds),
        nameless.ifelse(ibis.literal(f"actions.person_id of {_ARREST}"), told.reason),
    )
    answers = pairs.select(*_KEYS, holds=told.holds, reason=told.reason)
    known = gathered(rows, _KEYS, "of_carer", answers)
    return first_told(files, known.mutate(holds=known.of_carer_holds, reason=known.of_carer_reason))


def _perhaps(files: Files, rows: Any) -> Any:
    """Each arrest with whom it was of, or where it names nobody with everybody whom it may have been of."""
    named = rows.filter(rows.row_person != NONE)
    named = named.mutate(other=named.row_person)
    there = files.parts.filter(files.parts.role.isin(_PERHAPS_ARRESTED))
    there = there.select("occurrence", other="person").distinct()
    nameless = within(rows.filter(rows.row_person == NONE), there, ["occurrence"])
    return ibis.union(named, nameless.select(*named.columns))
