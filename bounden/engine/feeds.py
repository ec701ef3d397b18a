"""What an extract can show, for many windows at once: whether silence of a kind is known to be omission (1.3)."""

from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import Any

import ibis

from bounden.engine.files import Files, shared
from bounden.engine.joins import beside, within
from bounden.engine.nobody import NONE
from bounden.obligations.judging.feeds import Feed

_FIRST_INSTANT = datetime(1, 1, 1)
_LAST_INSTANT = datetime(9999, 12, 31, 23, 59, 58)


@shared
def with_feed(files: Files, asked: Any, keys: Sequence[str], kinds: Iterable[str], table: str = "actions") -> Any:
    """The state of a feed over each window.

    asked: keys that make its rows unique, force, occurrence, kind (one of `kinds`), for_person (NONE: anybody),
    window_earliest, window_latest. The result has one more column: feed, in the words of Feed.
    """
    asked = files.keep("feed_asked", asked)
    rows = _rows_for(files, kinds, table)
    wide = within(asked, rows.filter(rows.for_occurrence == NONE).drop("for_occurrence"), ["force", "kind"])
    here = rows.filter(rows.for_occurrence != NONE).rename(occurrence="for_occurrence")
    narrow = within(asked, here, ["force", "kind", "occurrence"])
    pairs = ibis.union(wide, narrow)
    pairs = pairs.filter(
        ((pairs.for_person == NONE) | pairs.row_person.isin([NONE, pairs.for_person]))
        & (pairs.from_at <= pairs.window_latest)
        & (pairs.to_at >= pairs.window_earliest)
    )
    pairs = files.keep("coverage_pairs", pairs)
    stated = pairs.group_by(*keys).aggregate(
        refused=(~pairs.supplied).any(),
        covered=(
            pairs.supplied & (pairs.from_at <= pairs.window_earliest) & (pairs.to_at >= pairs.window_latest)
        ).any(),
        several=pairs.supplied.cast("int64").sum() > 1,
    )
    stated = files.keep("coverage_stated", stated)
    chained = _chained(pairs, stated, keys)
    joined = beside(beside(asked, stated, keys), chained, keys)
    complete = joined.covered.fill_null(False) | joined.chained.fill_null(False)
    state = joined.refused.fill_null(False).ifelse(
        Feed.NOT_SUPPLIED.value, complete.ifelse(Feed.COMPLETE.value, Feed.NOT_STATED.value)
    )
    return files.keep("feed", joined.mutate(feed=state).select(*asked.columns, "feed"))


def _rows_for(files: Files, kinds: Iterable[str], table: str) -> Any:
    """Coverage of a table with `*` spelt out for the kinds asked about."""
    rows = files.coverage.filter(files.coverage.table == table)
    each = [rows.filter(rows.kind.isin([kind, "*"])).mutate(kind=ibis.literal(kind)) for kind in sorted(set(kinds))]
    rows = ibis.union(*each) if len(each) > 1 else each[0]
    return rows.select(
        "force",
        "kind",
        "supplied",
        from_at=ibis.coalesce(rows.from_at, ibis.literal(_FIRST_INSTANT)),
        to_at=ibis.coalesce(rows.to_at, ibis.literal(_LAST_INSTANT)),
        for_occurrence=rows.occurrence,
        row_person=rows.person,
    )


def _chained(pairs: Any, stated: Any, keys: Sequence[str]) -> Any:
    """Windows that no single row covers, but several rows that touch (one second apart) do."""
    open_ones = stated.filter(~stated.covered & stated.several).select(*keys)
    rows = within(pairs.filter(pairs.supplied), open_ones, keys)
    before = ibis.window(group_by=list(keys), order_by=[rows.from_at, rows.to_at], preceding=(None, 1))
    rows = rows.mutate(reached=rows.to_at.max().over(before))
    limit = rows.reached.isnull().ifelse(rows.window_earliest, rows.reached + ibis.interval(seconds=1))
    rows = rows.mutate(gap=(rows.from_at > limit).cast("int64"))
    so_far = ibis.window(group_by=list(keys), order_by=[rows.from_at, rows.to_at], preceding=None, following=0)
    rows = rows.mutate(gaps=rows.gap.max().over(so_far))
    rows = rows.filter(rows.gaps == 0)
    return rows.group_by(*keys).aggregate(chained=(rows.to_at >= rows.window_latest).any())
