"""Grades of risk that lie below the grade before them (record tests, 1.9), for many files at once."""

from typing import Any

import ibis

from bounden.engine.files import Files
from bounden.engine.joins import beside, within
from bounden.engine.nobody import NONE
from bounden.engine.told import Told
from bounden.obligations.judging.lowered_grades import HIGHEST, LEVELS, LOWEST

_ROW = ("file", "action_id")


def lowerings(files: Files, kinds: tuple[str, ...]) -> Any:
    """Every done row whose grade is, or may be, below the grade before it: with told_holds and told_reason."""
    rows = files.done.filter(files.done.kind.isin(list(kinds)))
    rows = files.keep(
        "graded_rows", rows.select("file", "action_id", "kind", "person", "earliest", "latest", level=_level(rows))
    )
    others = rows.select("file", *(rows[c].name(f"other_{c}") for c in rows.columns if c != "file"))
    pairs = within(rows, others, ["file"])
    pairs = pairs.filter(
        (pairs.action_id != pairs.other_action_id)
        & ((pairs.person == NONE) | pairs.other_person.isin([NONE, pairs.person]))
        & (pairs.other_earliest <= pairs.latest)
    )
    pairs = pairs.mutate(sure=pairs.other_latest < pairs.earliest)
    surely = pairs.sure.ifelse(pairs.other_earliest, None)
    pairs = pairs.mutate(last_sure=surely.max().over(ibis.window(group_by=list(_ROW))))
    pairs = pairs.filter(pairs.last_sure.isnull() | (pairs.last_sure <= pairs.other_latest))
    told = _below(pairs)
    pairs = files.keep("grades_before", pairs.mutate(holds=told.holds, reason=told.reason))
    found = pairs.group_by(*_ROW).aggregate(
        one_yes=pairs.holds.fill_null(False).any(),
        one_no=(~pairs.holds).fill_null(False).any() | pairs.last_sure.isnull().any(),
        doubt=pairs.reason.min(),
    )
    known = beside(rows, found, _ROW)
    yes, no = known.one_yes.fill_null(False), known.one_no.fill_null(True)
    unsure = known.doubt.notnull() | (yes & no)
    out_of_order = ibis.literal("actions.happened_at of ") + known.kind
    known = known.mutate(
        told_holds=unsure.ifelse(ibis.null().cast("boolean"), yes),
        told_reason=unsure.ifelse(ibis.coalesce(known.doubt, out_of_order), ibis.null().cast("string")),
    )
    return known.filter(known.told_holds.fill_null(True)).drop("one_yes", "one_no", "doubt", "level")


def _level(rows: Any) -> Any:
    return ibis.cases(*((rows.value == grade, level) for grade, level in LEVELS.items()), else_=None).cast("int64")


def _below(pairs: Any) -> Told:
    """Whether one grade is below another; a row without value may have any."""
    here, there = pairs.level, pairs.other_level
    plain = here.notnull() & there.notnull()
    never = (here == HIGHEST).fill_null(False) | (there == LOWEST).fill_null(False)
    kind = here.isnull().ifelse(pairs.kind, pairs.other_kind)
    unsure = ~plain & ~never
    return Told(
        ibis.cases((plain, here < there), (never, False), else_=None).cast("boolean"),
        unsure.ifelse(ibis.literal("actions.value of ") + kind, ibis.null().cast("string")),
    )
