"""The plain shape written in Ibis, rendered to SQL and run natively, on the same layout as the hand-written SQL."""

import time
from functools import reduce
from operator import and_, or_
from typing import Any

import duckdb
import ibis

from benchmarks.contenders.duckdb_queries import BY_KIND, lay_out, look_at
from benchmarks.plain_shape import PlainTest, Rows
from benchmarks.work import Work

_CASES = ibis.table(
    {"case": "int64", "occurrence_id": "string", "kind": "string", "category": "string", "reported_at": "timestamp"},
    name="cases",
)
_ACTS = ibis.table(
    {"action": "int64", "case": "int64", "kind": "string", "value": "string", "happened_at": "timestamp"}, name="acts"
)
_DAYS = ibis.table({"period": "string", "day": "date", "due_at": "timestamp"}, name="days")


def run(work: Work) -> dict[str, float]:
    """Judge every plain test; `compiling`: the seconds that went into rendering."""
    compiling = 0.0
    with duckdb.connect() as connection:
        connection.execute(f"SET temp_directory = '{work.room / 'spilled'}'")
        connection.execute(f"SET memory_limit = '{work.memory}'")
        lay_out(connection, work)
        for test, file in work.files_found():
            begun = time.perf_counter()
            query = ibis.to_sql(_obligations(test, work), dialect="duckdb")
            compiling += time.perf_counter() - begun
            look_at(connection, test.kinds, work.room / BY_KIND)
            connection.execute(f"COPY ({query}) TO '{file}' (FORMAT parquet, COMPRESSION zstd)")
    return {"compiling": compiling}


def _obligations(test: PlainTest, work: Work) -> Any:
    found = _intervals(test) if test.recurring else _firsts(test)
    outcome = ibis.cases(
        (found.met_at <= found.due_at, "met"),
        (found.met_at > found.due_at, "late"),
        (found.due_at < ibis.literal(work.as_of), "missed"),
        else_="pending",
    )
    return found.select("case", "trigger", "triggered_at", "due_at", "met_at", "evidence", outcome=outcome)


def _triggers(test: PlainTest) -> Any:
    fits = _CASES.filter(
        reduce(
            or_,
            (
                reduce(
                    and_,
                    (
                        column.isin(words)
                        for column, words in ((_CASES.kind, kinds), (_CASES.category, groups))
                        if words
                    ),
                    ibis.literal(True),
                )
                for kinds, groups in test.ways
            ),
        )
    )
    none = ibis.literal(-1, "int64")
    if test.starts == "report":
        return fits.select("case", trigger=none, triggered_at=fits.reported_at).filter(ibis._.triggered_at.notnull())
    rows = _ACTS.filter(_matching(_ACTS, test.starting))
    if test.starts == "each":
        return rows.semi_join(fits, "case").select("case", trigger=ibis._.action, triggered_at=ibis._.happened_at)
    first = rows.group_by("case").aggregate(first_at=rows.happened_at.min())
    both = fits.left_join(first, "case")
    triggered = ibis.coalesce(both.first_at, both.reported_at) if test.else_report else both.first_at
    return both.select("case", trigger=none, triggered_at=triggered).filter(ibis._.triggered_at.notnull())


def _firsts(test: PlainTest) -> Any:
    """The triggers with the last of the first rows of each member."""
    owed = _due(test, _triggers(test))
    wanted = reduce(or_, (_matching(_ACTS, rows) for rows in test.members))
    rows = _ACTS.filter(wanted).select("action", "happened_at", "kind", "value", acting="case")
    joined = owed.left_join(rows, [owed.case == rows.acting, rows.happened_at >= owed.triggered_at])
    each = range(len(test.members))
    found = {}
    for number, member in enumerate(test.members):
        which = _matching(joined, member)
        pair = ibis.struct({"at": joined.happened_at, "action": joined.action})
        found[f"met_{number}"] = joined.happened_at.min(where=which)
        found[f"evidence_{number}"] = joined.action.argmin(pair, where=which)
    firsts = joined.group_by("case", "trigger", "triggered_at", "due_at").aggregate(**found)
    every = reduce(and_, (firsts[f"met_{n}"].notnull() for n in each))
    last = ibis.greatest(*(firsts[f"met_{n}"] for n in each)) if len(each) > 1 else firsts.met_0
    firsts = firsts.mutate(met_at=every.ifelse(last, ibis.null().cast("timestamp")))
    evidence = ibis.cases(*((firsts[f"met_{n}"] == firsts.met_at, firsts[f"evidence_{n}"]) for n in each))
    return firsts.mutate(evidence=evidence)


def _intervals(test: PlainTest) -> Any:
    """An interval from the trigger and from every later row, discharged by the next."""
    triggers = _triggers(test)
    rows = _ACTS.filter(_matching(_ACTS, test.members[0])).select("action", "happened_at", acting="case")
    later = triggers.inner_join(rows, [triggers.case == rows.acting, rows.happened_at > triggers.triggered_at])
    marks = triggers.union(later.select("case", trigger="action", triggered_at="happened_at"))
    following = ibis.window(group_by="case", order_by=["triggered_at", "trigger"])
    marks = marks.mutate(
        met_at=marks.triggered_at.lead().over(following), evidence=marks.trigger.lead().over(following)
    )
    return _due(test, marks)


def _due(test: PlainTest, triggers: Any) -> Any:
    if test.elapsed is not None:
        limit = ibis.interval(seconds=int(test.elapsed.total_seconds()))
        return triggers.mutate(due_at=triggers.triggered_at + limit)
    days = _DAYS.filter(_DAYS.period == test.limit).select("day", "due_at")
    return triggers.inner_join(days, [triggers.triggered_at.date() == days.day]).drop("day")


def _matching(table: Any, rows: Rows) -> Any:
    """Whether a row is one of these."""
    each = ((table.kind == kind) & table.value.isin(values) if values else table.kind == kind for kind, values in rows)
    return reduce(or_, each)
