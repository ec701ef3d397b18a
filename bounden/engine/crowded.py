"""Acts and their evidence in an occurrence that has tens of thousands of both.

Every act beside every row of evidence would be billions of pairs. Of the rows of an occurrence in time order an act
needs only those from its own instant up to the first that surely discharges it: every later row lies after that one,
and neither discharges sooner nor leaves anything open. So an act is paired with places in that order.
"""

from collections.abc import Mapping
from typing import Any

import ibis

from bounden.engine.joins import beside, within
from bounden.engine.nobody import NONE
from bounden.obligations.judging.deeds import IMPLICATIONS
from bounden.obligations.judging.starts import per_act
from bounden.obligations.needs import starting_kinds
from bounden.obligations.terms import AtOnce, Doing, Standard, Test
from bounden.records.vocabulary import RANKS

_KEYS = ("file", "person", "trigger_id")
_NO_INSTANT = ibis.null().cast("timestamp")


def crowded(test: Test, most: Mapping[str, int], pairs: int) -> bool:
    """Whether some occurrence may give a test more pairs of acts and rows than so many.

    most: by kind of action, how many of it the occurrence with most of them has.
    """
    starts = {*starting_kinds(test.starts), *getattr(test.starts, "kinds", ())}
    members = test.discharged_by.members if test.discharged_by else ()
    evidence = {one.kind for member in members for one in member.alternatives if isinstance(one, Doing)}
    acts = max((most.get(kind, 0) for kind in starts), default=0)
    return acts * max((most.get(kind, 0) for kind in evidence), default=0) > pairs


def can_be_thinned(standard: Standard, test: Test, one: Doing) -> bool:
    """Whether nothing is asked but of each row alone and of its place in time after T: then later rows are needless."""
    asks_more = (one.by_another_than, one.naming_child, one.partner_after, one.not_before, one.since, one.near)
    implied = any(rule.implied == one.kind and not rule.same_moment for rule in IMPLICATIONS)
    return (
        per_act(standard, test)
        and not isinstance(test.due, AtOnce)
        and not any(asks_more)
        and not (one.on_the_day or test.after or implied)
    )


def nearest(one: Doing, asked: Any, shown: Any) -> Any:
    """The pairs of obligations and rows (as `showing` gives them) of their file that can make a difference."""
    line = ibis.window(group_by="row_file", order_by=[shown.earliest, shown.latest, shown.action_id])
    up_to_here = ibis.window(
        group_by="row_file", order_by=[shown.earliest, shown.latest, shown.action_id], preceding=None, following=0
    )
    rows = shown.mutate(place=ibis.row_number().over(line), reaches=shown.latest.max().over(up_to_here))
    acts = asked.select(*_KEYS, "start_earliest", "start_latest")
    acts = beside(acts, _discharged_by(one, acts, shown), _KEYS)
    before = _counted(acts, acts.start_earliest, rows, rows.reaches, at_once=False)
    within_reach = _counted(acts, acts.surely_by, rows, rows.earliest, at_once=True)
    many = rows.group_by("row_file").aggregate(many=rows.count()).rename(file="row_file")
    acts = beside(
        beside(beside(acts, before.rename(first="counted"), _KEYS), within_reach.rename(last="counted"), _KEYS),
        many,
        ["file"],
    )
    last = acts.surely_by.isnull().ifelse(acts.many, acts["last"])
    acts = acts.select(*_KEYS, place=ibis.range(acts["first"], last).unnest())
    pairs = within(asked.mutate(row_file=asked.file), acts, _KEYS)
    return within(pairs, rows.drop("reaches"), ("row_file", "place")).drop("place")


def _discharged_by(one: Doing, acts: Any, shown: Any) -> Any:
    """_KEYS, surely_by: when each act is discharged by a row that surely counts; empty: by none."""
    sure = shown.filter(_surely_counts(one, shown))
    who = acts.select("file", "person").distinct()
    rows = within(who, sure.select("row_person", "earliest", "latest", file="row_file"), ["file"])
    if not one.of_anyone:
        rows = rows.filter((rows.person == NONE) | rows.row_person.isin([NONE, rows.person]))
    both = ibis.union(
        rows.select(
            "file", "person", trigger_id=ibis.literal(""), instant=rows.earliest, by=rows.latest, a_row=ibis.literal(1)
        ),
        acts.select(*_KEYS, instant=acts.start_latest, by=_NO_INSTANT, a_row=ibis.literal(0)),
    )
    from_here = ibis.window(
        group_by=["file", "person"],
        order_by=[both.instant.desc(), both.a_row.desc()],
        preceding=None,
        following=0,
    )
    return both.mutate(surely_by=both.by.min().over(from_here)).filter(ibis._.a_row == 0).select(*_KEYS, "surely_by")


def _surely_counts(one: Doing, rows: Any) -> Any:
    """A row of the kind itself that has every value the alternative asks for."""
    sure = ~rows.implied & rows.doubt.isnull()
    if one.values:
        among = rows.value.isin(sorted(one.values))
        sure = sure & ((rows.value.isnull() | among) if one.or_no_value else among)
    if one.by_role:
        sure = sure & rows.by_role.isin(sorted(one.by_role))
    if one.rank:
        sure = sure & (rows["rank"] >= RANKS.index(one.rank))
    if one.signed:
        sure = sure & (rows.by_id.nullif("").notnull() | rows.by_role.nullif("").notnull())
    return sure.fill_null(False)


def _counted(acts: Any, moment: Any, rows: Any, instant: Any, *, at_once: bool) -> Any:
    """_KEYS, counted: how many rows of the file lie before an act's moment; at_once: or at it."""
    both = ibis.union(
        rows.select(
            file="row_file",
            person=ibis.literal(NONE, "int64"),
            trigger_id=ibis.literal(""),
            instant=instant,
            a_row=ibis.literal(1, "int64"),
        ),
        acts.select(*_KEYS, instant=moment, a_row=ibis.literal(0, "int64")).filter(ibis._.instant.notnull()),
    )
    first = both.a_row.desc() if at_once else both.a_row.asc()
    so_far = ibis.window(group_by="file", order_by=[both.instant, first], preceding=None, following=0)
    return (
        both.mutate(counted=both.a_row.nullif(0).count().over(so_far))
        .filter(ibis._.a_row == 0)
        .select(*_KEYS, "counted")
    )
