"""Where evidence may stand: in the occurrence itself, and in others of the person or of somebody of a set (1.5)."""

from typing import Any

import ibis

from bounden.engine.crowded import nearest
from bounden.engine.files import Files
from bounden.engine.joins import within
from bounden.engine.people import members
from bounden.engine.reports import in_report
from bounden.engine.showing import showing
from bounden.obligations.terms import Doing, Each, People

_NO_TEXT = ibis.null().cast("string")


def candidate_rows(files: Files, asked: Any, one: Doing, for_each: People | Each, *, crowded: bool) -> Any:
    """Rows of the kind, and rows that imply it, of the files that may hold evidence, beside each obligation.

    crowded: those of their own file only as far as they can make a difference.
    Added: row_file, action_id, row_person, earliest, latest, value, by_*, rank; implied, from_start: of the row; doubt:
    what leaves it open that it shows the kind; set_doubt: that it stands in a file of somebody of the set.
    """
    shown = showing(files, one.kind)
    asked = asked.drop("row_person").mutate(set_doubt=_NO_TEXT)
    if crowded:
        # They are asked several times over.
        asked, shown = files.keep("acts", asked), files.keep("shown", shown)
        parts = [nearest(one, asked, shown)]
    else:
        parts = [within(asked.mutate(row_file=asked.file), shown, ["row_file"])]
    if one.anywhere and not one.of_anyone:
        parts.append(_elsewhere(files, asked.mutate(whose=asked.person), shown))
    if for_each is Each.REPORT:
        parts.append(in_report(files, asked, shown))
    if one.elsewhere:
        parts.append(_elsewhere(files, _of_set(files, asked, one.elsewhere), shown))
    return ibis.union(*(part.select(*parts[0].columns) for part in parts)) if len(parts) > 1 else parts[0]


def _of_set(files: Files, asked: Any, people: People) -> Any:
    """The obligations once for each of a set in their occurrence at T: whose, and set_doubt."""
    moments = asked.select(
        "file", "occurrence", "force", when_earliest="start_earliest", when_latest="start_latest"
    ).distinct()
    found = members(files, people, moments)
    found = found.select(
        "file",
        start_earliest="when_earliest",
        start_latest="when_latest",
        whose="person",
        set_doubt=found.reason,
    )
    return within(asked.drop("set_doubt"), found, ("file", "start_earliest", "start_latest"))


def _elsewhere(files: Files, asked: Any, shown: Any) -> Any:
    """Rows in the other occurrences of a person (whose)."""
    others = within(asked, files.about.rename(other="occurrence", whose="person"), ["whose"])
    others = others.filter(others.other != others.occurrence)
    looked_at = files.files.select("as_of", other="occurrence", row_file="file")
    return within(within(others, looked_at, ["other", "as_of"]), shown, ["row_file"])
