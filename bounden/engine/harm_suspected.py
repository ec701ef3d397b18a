"""Whether there was reasonable cause to suspect significant harm by an instant, for a whole test at once (AH-03)."""

from collections.abc import Sequence
from typing import Any

import ibis

from bounden.engine.files import Files
from bounden.engine.joins import beside, within
from bounden.engine.nobody import NONE
from bounden.engine.people import belonging, candidates
from bounden.engine.starts import Starts
from bounden.engine.told import Told, both, doubtful, read, written
from bounden.obligations.judging.conditions import HARM_UNSURE
from bounden.obligations.parameters import Parameters
from bounden.obligations.terms import CHILDREN_LIKELY_TO_SUFFER_HARM, SignificantHarm

_CHILDREN = CHILDREN_LIKELY_TO_SUFFER_HARM
_FILE = ("file", "occurrence", "force", "source", "unit", "occurrence_id", "as_of", "report_earliest", "report_latest")


def harm_suspected(files: Files, parameters: Parameters, question: Any, keys: Sequence[str], name: str) -> Any:
    """The question with whether harm of the person, or where there is none of every child there, was suspected."""
    kept = files.described(question.select("file", "occurrence").distinct())
    children = files.keep("harmed_children", candidates(files, _CHILDREN, kept))
    own_keys = [k if k == "file" else f"key_{k}" for k in keys]
    columns = ("occurrence", "force", "when_earliest", "when_latest")
    asked = question.select(
        "file",
        *(c for c in columns if c not in keys),
        *(question[k].name(own) for k, own in zip(keys, own_keys, strict=True) if k != "file"),
        asked_person=question.person,
    )
    pairs = within(asked, children, ["file"])
    pairs = pairs.filter((pairs.asked_person == NONE) | (pairs.asked_person == pairs.person))
    pairs = belonging(files, _CHILDREN, pairs, [*own_keys, "person"], "member")
    pairs = files.keep("harm_pairs", pairs.filter(read(pairs, "member").holds.fill_null(True)))
    pairs = _with_harm(files, parameters, children, pairs)
    told = both([read(pairs, "member"), read(pairs, "told"), read(pairs, "begun")])
    each = files.keep("harm_told", pairs.select(*own_keys, holds=told.holds, reason=told.reason))
    found = each.group_by(*own_keys).aggregate(
        every=each.holds.fill_null(False).all(),
        some=each.holds.fill_null(False).any(),
        doubt=each.reason.min(where=each.holds.isnull()),
    )
    found = found.rename(**{k: own for k, own in zip(keys, own_keys, strict=True) if k != own})
    joined = beside(question, found, keys)
    unsure = joined.doubt.notnull() | (joined.some & ~joined.every)
    answer = doubtful(joined.every & joined.doubt.isnull(), unsure, joined.doubt.fill_null("actions.person_id"))
    return files.keep(
        "suspected", written(joined, name, answer).select(*question.columns, f"{name}_holds", f"{name}_reason")
    )


def _with_harm(files: Files, parameters: Parameters, children: Any, pairs: Any) -> Any:
    """Each child with whether there ever was cause (told_*), and whether that had begun by then (begun_*)."""
    who = within(files.files.select(*_FILE), children, ["file"])
    harm = Starts(files, parameters).of(SignificantHarm(), who)
    harm = harm.select(
        "file",
        "person",
        harm_earliest="start_earliest",
        harm_latest="start_latest",
        harm_holds="told_holds",
        harm_reason="told_reason",
        found=ibis.literal(True),
    )
    known = beside(pairs, files.keep("harm", harm), ("file", "person"))
    found = known.found.fill_null(False)
    undated = found & known.harm_earliest.isnull()
    told = Told(
        ibis.cases((undated, True), (found, known.harm_holds), else_=False),
        ibis.cases((found & ~undated, known.harm_reason), else_=ibis.null().cast("string")),
    )
    why = undated.ifelse("occurrences.reported_at", HARM_UNSURE)
    perhaps = undated | (known.harm_earliest <= known.when_latest)
    begun = doubtful(known.harm_latest <= known.when_earliest, perhaps, why)
    return written(written(known, "told", told), "begun", begun)
