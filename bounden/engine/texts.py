"""What is written about occurrences, and the phrases looked for in it (DM-04), for a whole test at once.

The texts themselves are read here and go into no table: only whether a phrase stands in them.
"""

from typing import Any

import ibis

from bounden.engine.files import Files
from bounden.engine.joins import beside, within
from bounden.engine.started import given
from bounden.engine.tables import declared
from bounden.engine.told import certain, written
from bounden.obligations.judging.texts import REASON
from bounden.obligations.phrases import pattern


def first_texts(files: Files, phrases: frozenset[str], who: Any) -> Any:
    """The start of each occurrence that has a text: the first in which a phrase stands, else the first."""
    known = within(who, _by_file(files, phrases), ["file"])
    earliest = known.found.ifelse(known.found_earliest, known.any_earliest)
    latest = known.found.ifelse(known.found_latest, known.any_latest)
    return given(who, earliest, latest, known)


def phrase_found(files: Files, phrases: frozenset[str], asked: Any) -> Any:
    """The obligations with breach_*: whether a phrase stands in a text of the occurrence."""
    table = beside(asked, _by_file(files, phrases).select("file", "found"), ["file"])
    return written(table, "breach", certain(table.found)).drop("found")


def _by_file(files: Files, phrases: frozenset[str]) -> Any:
    texts = files.keep("texts", ibis.union(_narratives(files, phrases), _reasons(files, phrases)))
    return texts.group_by("file").aggregate(
        found=texts.found.any(),
        found_earliest=texts.earliest.min(where=texts.found),
        found_latest=texts.latest.min(where=texts.found),
        any_earliest=texts.earliest.min(),
        any_latest=texts.latest.min(),
    )


def _narratives(files: Files, phrases: frozenset[str]) -> Any:
    rows = declared("occurrences")
    rows = rows.filter(rows.narrative.nullif("").notnull())
    rows = rows.select("force", "occurrence_id", found=_stands_in(rows.narrative, phrases))
    known = within(files.files, rows, ["force", "occurrence_id"])
    return known.select("file", "found", earliest=known.report_earliest, latest=known.report_latest)


def _reasons(files: Files, phrases: frozenset[str]) -> Any:
    rows = declared("actions")
    rows = rows.filter((rows.kind == REASON) & rows.note.nullif("").notnull())
    rows = rows.select("force", "action_id", found=_stands_in(rows.note, phrases))
    done = files.done.filter(files.done.kind == REASON).select("file", "action_id", "earliest", "latest")
    done = within(done, files.files.select("file", "force"), ["file"])
    return within(done, rows, ["force", "action_id"]).select("file", "found", "earliest", "latest")


def _stands_in(text: Any, phrases: frozenset[str]) -> Any:
    return text.lower().re_search(pattern(phrases))
