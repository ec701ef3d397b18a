"""By the first grade on record, for a whole test at once; re-grades are ignored (IC-19)."""

from typing import Any

import ibis

from bounden.engine.feeds import with_feed
from bounden.engine.files import Files
from bounden.engine.joins import beside, within
from bounden.engine.limits import span_after
from bounden.engine.nobody import nobody
from bounden.obligations.judging.feeds import Feed
from bounden.obligations.parameters import Parameters
from bounden.obligations.terms import ByFirstGrade

KEYS = ("file", "person", "trigger_id")


def by_first_grade(files: Files, parameters: Parameters, term: ByFirstGrade, asked: Any) -> Any:
    """As wide as the rows that may be the first grade, each with its own limit."""
    done = files.done.filter(files.done.kind == term.kind)
    first_by = done.group_by("file").aggregate(first_by=done.latest.min())
    may_be_first = beside(done, first_by, ["file"])
    may_be_first = may_be_first.filter(may_be_first.earliest <= may_be_first.first_by)
    grades = files.keep("first_grades", may_be_first.select("file", grade=may_be_first.value).distinct())
    rows = span_after(files, asked, "start", parameters, *term.otherwise, name="otherwise")
    rows = span_after(files, rows, "start", parameters, *term.unknown[0], name="shortest")
    rows = span_after(files, rows, "start", parameters, *term.unknown[1], name="longest")
    rows = beside(rows, grades.select("file").distinct().mutate(graded=ibis.literal(True)), ["file"])
    rows = rows.mutate(
        shortest=ibis.least(rows.shortest_earliest, rows.longest_earliest),
        longest=ibis.greatest(rows.shortest_latest, rows.longest_latest),
        graded=rows.graded.fill_null(False),
    )
    rows = files.keep("graded", _with_ungraded(files, term.kind, rows))
    each = within(rows, grades, ["file"])
    names = []
    for place, (grade, limits) in enumerate(sorted(term.limits.items())):
        each = span_after(files, each, "start", parameters, *limits, name=f"grade_{place}")
        names.append((grade, f"grade_{place}"))
    named = each.grade.notnull() & (each.grade != "")
    each = each.mutate(
        **{
            f"each_{end}": ibis.cases(
                *((each.grade == grade, each[f"{name}_{end}"]) for grade, name in names),
                (named, each[f"otherwise_{end}"]),
                else_=each[widest],
            )
            for end, widest in (("earliest", "shortest"), ("latest", "longest"))
        }
    )
    widest = each.group_by(*KEYS).aggregate(each_earliest=each.each_earliest.min(), each_latest=each.each_latest.max())
    table = beside(rows, widest, KEYS)
    due = {
        f"due_{end}": ibis.cases(
            (table.graded, table[f"each_{end}"]), (table.ungraded, table[f"otherwise_{end}"]), else_=table[widest]
        )
        for end, widest in (("earliest", "shortest"), ("latest", "longest"))
    }
    return table.select(*asked.columns, **due)


def _with_ungraded(files: Files, kind: str, rows: Any) -> Any:
    """The rows with whether it is known that there is no grade yet."""
    seen_until = ibis.least(rows.otherwise_latest, rows.as_of)
    rows = rows.mutate(seen_until=seen_until)
    silent = rows.filter(~rows.graded & rows.start_earliest.notnull())
    until = ibis.greatest(silent.start_earliest, silent.seen_until)
    asked = silent.select(
        *KEYS,
        "force",
        "occurrence",
        kind=ibis.literal(kind),
        for_person=nobody(),
        window_earliest=ibis.least(ibis.coalesce(silent.report_earliest, silent.start_earliest), until),
        window_latest=until,
    )
    fed = with_feed(files, asked, KEYS, [kind]).select(*KEYS, "feed")
    denials = files.denied
    denials = denials.filter((denials.kind == kind) & ~denials.beaten_by_any)
    denied = denials.group_by("file").aggregate(denied_until=denials.until.max())
    joined = beside(beside(rows, fed, KEYS), denied, ["file"])
    complete = (joined.feed == Feed.COMPLETE.value).fill_null(False)
    denied_by_then = (joined.denied_until >= joined.seen_until).fill_null(False)
    return joined.mutate(ungraded=~joined.graded & (complete | denied_by_then)).drop(
        "feed", "denied_until", "seen_until"
    )
