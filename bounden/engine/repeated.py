"""The n-th report about the same person within a limit, for a whole test at once (MC-15, DM-05)."""

from typing import Any

import ibis

from bounden.engine.files import Files
from bounden.engine.joins import beside, within
from bounden.engine.limits import after
from bounden.engine.people import candidates, in_scope, right_kind
from bounden.engine.started import WHO
from bounden.engine.told import both, doubtful, read, written
from bounden.obligations.judging.deeds import LONG_AGO
from bounden.obligations.judging.repeated import UNDATED
from bounden.obligations.parameters import Parameters
from bounden.obligations.terms import Repeated

_NO_TEXT = ibis.null().cast("string")
_ADDED = ("since_earliest", "since_latest", "often_holds", "often_reason")


def reports_before(files: Files, parameters: Parameters, repeated: Repeated, who: Any) -> Any:
    """`who` with often_*, whether the report is the n-th or later, and since_*, the first report that counts."""
    often = parameters.frequency(repeated.often)
    who = files.keep("reported", who)
    rows = _others(files, repeated, who)
    rows = after(rows, "other_earliest", parameters, str(often.within), name="until_earliest")
    rows = files.keep("others_until", after(rows, "other_latest", parameters, str(often.within), name="until_latest"))
    dated = rows.report_earliest.notnull() & rows.other_earliest.notnull()
    never = dated & ((rows.other_earliest >= rows.report_latest) | (rows.until_latest < rows.report_earliest))
    sure = dated & (rows.other_latest < rows.report_earliest) & (rows.report_latest <= rows.until_earliest)
    counts = doubtful(sure, ~never.fill_null(False), ibis.literal(UNDATED))
    rows = written(rows, "told", both([read(rows, "scope"), counts]))
    rows = files.keep("counted", rows.filter(rows.told_holds.fill_null(True)))
    certain = rows.told_holds.fill_null(False)
    found = rows.group_by(*WHO).aggregate(
        certain=certain.cast("int64").sum(),
        possible=rows.count(),
        reason=rows.told_reason.min(),
        undated=rows.other_earliest.isnull().any(),
        first_earliest=rows.other_earliest.min(),
        first_latest=rows.other_latest.min(where=certain),
    )
    joined = beside(who, found, WHO)
    enough = joined.certain.fill_null(0) >= often.times - 1
    perhaps = joined.possible.fill_null(0) >= often.times - 1
    joined = written(joined, "often", doubtful(enough, perhaps, joined.reason))
    long_ago = joined.undated.fill_null(False)
    first = ibis.least(joined.report_earliest, joined.first_earliest)
    joined = joined.mutate(
        since_earliest=long_ago.ifelse(ibis.literal(LONG_AGO), first),
        since_latest=ibis.least(joined.report_latest, joined.first_latest),
    )
    return joined.select(*who.columns, *_ADDED)


def _others(files: Files, repeated: Repeated, who: Any) -> Any:
    """The other occurrences of each person that may count, as they stood then: other_*, and scope_*."""
    asked = who.select(*WHO, "occurrence", "as_of", "report_earliest", "report_latest")
    pairs = within(asked, files.about.rename(other="occurrence"), ["person"])
    pairs = pairs.filter(pairs.other != pairs.occurrence)
    others = files.files.filter(right_kind(files.files, repeated.of))
    seen = others.select(
        "as_of",
        "force",
        other="occurrence",
        other_file="file",
        other_earliest="report_earliest",
        other_latest="report_latest",
    )
    pairs = within(pairs, seen, ["other", "as_of"])
    in_role = candidates(files, repeated.people, others).rename(other_file="file")
    pairs = files.keep("others", within(pairs, in_role, ["other_file", "person"]))
    moments = pairs.select(
        file="other_file",
        occurrence="other",
        force="force",
        when_earliest=ibis.coalesce(pairs.other_earliest, pairs.as_of),
        when_latest=ibis.coalesce(pairs.other_latest, pairs.as_of),
    ).distinct()
    told = in_scope(files, repeated.of, files.keep("others_asked", moments), "scope")
    told = told.select(other_file="file", scope_holds="scope_holds", scope_reason="scope_reason")
    return beside(pairs, told, ["other_file"])
