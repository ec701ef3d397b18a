"""By when, for a whole test: D as two columns, moved by grades where the standard says so (record tests, 1.8 and 1.9).

Every function gives the obligations back with due_earliest and due_latest, both empty where the start cannot be told.
"""

from collections.abc import Sequence
from typing import Any

import ibis

from bounden.engine.conditions import answered
from bounden.engine.endings import before_the_end
from bounden.engine.excuses import recorded
from bounden.engine.files import Files
from bounden.engine.first_grade import by_first_grade
from bounden.engine.joins import beside, within
from bounden.engine.limits import next_school_day, same_day, span_after, waking
from bounden.engine.nobody import NONE
from bounden.engine.sooner import sooner_after
from bounden.engine.time_limits import by_time_limit
from bounden.engine.told import read
from bounden.obligations.parameters import Parameters
from bounden.obligations.terms import (
    AtOnce,
    BeforeTheEnd,
    ByCurrentGrade,
    ByFirstGrade,
    ByTimeLimit,
    Due,
    FirstThen,
    NextSchoolDay,
    SameDay,
    SoonerAfter,
    WakingHours,
    Within,
    WithinIf,
)

KEYS = ("file", "person", "trigger_id")
_ENDS = ("earliest", "latest")
_NO_INSTANT = ibis.null().cast("timestamp")


class Deadlines:
    """Computes the due instants of one test."""

    def __init__(self, files: Files, parameters: Parameters, standard_id: str) -> None:
        self._files = files
        self._parameters = parameters
        self._standard_id = standard_id

    def of(self, due: Due, asked: Any) -> Any:  # noqa: C901 - one case for each term of a closed set
        """The obligations with D; where a grade can move it, also with lowered_* and lowering_untold."""
        match due:
            case AtOnce():
                return asked.mutate(due_earliest=asked.start_earliest, due_latest=asked.start_latest)
            case Within(limit):
                return self._after(asked, "start", (limit,), "due")
            case FirstThen(first, then):
                rows = self._after(self._after(asked, "start", (first,), "first"), "start", (then,), "then")
                again = rows.place_id.notnull()
                return rows.mutate(
                    due_earliest=again.ifelse(rows.then_earliest, rows.first_earliest),
                    due_latest=again.ifelse(rows.then_latest, rows.first_latest),
                ).select(*asked.columns, "due_earliest", "due_latest")
            case BeforeTheEnd(end=end, limit=limit):
                return before_the_end(self._files, end, self._after(asked, "start", (limit,), "due"))
            case WithinIf():
                return self._within_if(due, asked)
            case SoonerAfter():
                return sooner_after(self._files, self._parameters, due, asked)
            case SameDay(limit):
                first = same_day(asked, "start_earliest", self._parameters, limit, name="due_earliest")
                return self._files.keep(
                    "moved", same_day(first, "start_latest", self._parameters, limit, name="due_latest")
                )
            case NextSchoolDay():
                first = next_school_day(asked, "start_earliest", self._parameters, name="due_earliest")
                return next_school_day(first, "start_latest", self._parameters, name="due_latest")
            case WakingHours(limit):
                first = waking(asked, "start_earliest", self._parameters, limit, name="due_earliest")
                return waking(first, "start_latest", self._parameters, limit, name="due_latest")
            case ByFirstGrade():
                return by_first_grade(self._files, self._parameters, due, asked)
            case ByCurrentGrade():
                return self._by_current_grade(due, asked)
            case ByTimeLimit():
                return by_time_limit(self._files, self._parameters, due, asked)

    def _within_if(self, term: WithinIf, asked: Any) -> Any:
        """By the one limit or the other; as wide as both where the condition cannot be told."""
        rows = answered(self._files, self._parameters, term.condition, asked, KEYS, "sooner")
        rows = self._after(rows, "start", (term.limit,), "one")
        rows = self._files.keep("either_limit", self._after(rows, "start", (term.otherwise,), "other"))
        told = read(rows, "sooner")
        due = {
            f"due_{end}": told.holds.isnull().ifelse(
                pick(rows[f"one_{end}"], rows[f"other_{end}"]),
                told.holds.ifelse(rows[f"one_{end}"], rows[f"other_{end}"]),
            )
            for end, pick in (("earliest", ibis.least), ("latest", ibis.greatest))
        }
        return rows.select(*asked.columns, **due)

    def _after(self, table: Any, instant: str, limits: Sequence[str], name: str) -> Any:
        return span_after(self._files, table, instant, self._parameters, *limits, name=name)

    def _by_current_grade(self, term: ByCurrentGrade, asked: Any) -> Any:
        """T's grade, then each raise; the last approved lowering starts afresh, and only raises after it count."""
        rows = self._files.keep("grade_rows", self._grade_rows(term, asked))
        order = list(term.limits)
        strictest, laxest = term.ungraded or (term.limits[order[0]], term.limits[order[-1]])
        first = rows.filter(rows.is_first).select(*KEYS, first_value="value", has_first=ibis.literal(True))
        base = beside(asked.select(*KEYS, "as_of", "start_earliest", "start_latest"), first, KEYS)
        base = self._after(base, "start", (strictest,), "strictest")
        base = self._after(base, "start", (laxest,), "laxest")
        base = base.mutate(
            unknown_earliest=ibis.least(base.strictest_earliest, base.laxest_earliest),
            unknown_latest=ibis.greatest(base.strictest_latest, base.laxest_latest),
        )
        base = self._files.keep("grade_first", base.drop(*(f"{n}_{e}" for n in ("strictest", "laxest") for e in _ENDS)))
        each = within(base, rows.filter(rows.may_count).select(*KEYS, "value"), KEYS)
        each = self._by_grade(term, each, "start", each.value, "graded")
        named = each.value.notnull() & (each.value != "")
        each = each.mutate(
            each_earliest=named.ifelse(each.graded_earliest, each.unknown_earliest),
            each_latest=named.ifelse(each.graded_latest, each.unknown_latest),
        )
        widest = each.group_by(*KEYS).aggregate(
            each_earliest=each.each_earliest.min(), each_latest=each.each_latest.max()
        )
        base = beside(base, widest, KEYS)
        found = base.has_first.fill_null(False)
        base = base.mutate(
            base_earliest=found.ifelse(base.each_earliest, base.unknown_earliest),
            base_latest=found.ifelse(base.each_latest, base.unknown_latest),
        ).select(*KEYS, "start_earliest", "start_latest", "first_value", "base_earliest", "base_latest")
        base = self._files.keep("grade_base", base)
        steps = self._files.keep("grade_steps", self._steps(term, rows.filter(rows.is_change), base, order))
        approved = self._files.keep("grade_approved", self._approved(term, steps, asked))
        chosen = approved.group_by(*KEYS).aggregate(sure=approved.place.max(where=approved.approved.fill_null(False)))
        unsure = beside(approved, chosen, KEYS)
        maybe = unsure.approved.isnull() & (unsure.sure.isnull() | (unsure.place > unsure.sure))
        unsure = unsure.filter(maybe)
        doubts = unsure.group_by(*KEYS).aggregate(unsure=unsure.place.max())
        base = self._files.keep("grade_chosen", beside(beside(base, chosen, KEYS), doubts, KEYS))
        sure = self._from_lowering(base, steps, "sure")
        other = self._from_lowering(base, steps, "unsure")
        grades = rows.filter(rows.is_first | rows.is_change)
        grades = self._files.keep(
            "grades_at_T", beside(grades, base.select(*KEYS, "start_earliest", "start_latest"), KEYS)
        )
        unordered = self._files.keep("grades_unordered", self._in_any_order(term, grades))
        nameless = rows.filter(rows.is_change & rows.value.isnull())
        nameless = nameless.select(*KEYS, row_earliest=nameless.earliest, row_latest=nameless.latest)
        nameless = self._after(nameless, "row", (strictest,), "soonest")
        soonest = nameless.group_by(*KEYS).aggregate(soonest=nameless.soonest_earliest.min())
        joined = beside(beside(beside(asked, sure, KEYS), other, KEYS), soonest, KEYS)
        joined = beside(joined, unordered, KEYS)
        doubt = joined.unsure_place.notnull()
        any_order = joined.withdraws.notnull()
        earliest = ibis.least(joined.sure_due_earliest, joined.any_earliest)
        latest = doubt.ifelse(ibis.greatest(joined.sure_due_latest, joined.unsure_due_latest), joined.sure_due_latest)
        latest = ibis.greatest(latest, joined.any_latest)
        return joined.select(
            *asked.columns,
            due_earliest=joined.start_earliest.isnull().ifelse(_NO_INSTANT, ibis.least(earliest, joined.soonest)),
            due_latest=joined.start_earliest.isnull().ifelse(_NO_INSTANT, latest),
            lowered_earliest=joined.sure_lowered_earliest,
            lowered_latest=joined.sure_lowered_latest,
            lowering_untold=any_order.ifelse(joined.withdraws, doubt & joined.unsure_lowered_earliest.notnull()),
        )

    def _in_any_order(self, term: ByCurrentGrade, grades: Any) -> Any:
        """Where the order of grades is open: any_*, D as wide as any order makes it, and whether one withdraws."""
        rows = grades
        unsure = []
        if term.at_start:
            sure_before = (rows.latest <= rows.start_earliest).ifelse(rows.earliest, _NO_INSTANT)
            rows = rows.mutate(last_before=sure_before.max().over(ibis.window(group_by=list(KEYS))))
            rows = rows.filter(rows.last_before.isnull() | (rows.last_before <= rows.latest))
            rows = self._files.keep("grades_in_force", rows)
            astride = (rows.earliest < rows.start_latest) & (rows.latest > rows.start_earliest)
            counted = rows.group_by(*KEYS).aggregate(several=rows.count() > 1, astride=astride.any())
            unsure.append(counted.filter(counted.several & counted.astride).select(*KEYS))
        later = rows.select(
            *KEYS, other_place="place", other_value="value", other_earliest="earliest", other_latest="latest"
        )
        pairs = within(rows, later, KEYS)
        differ = (pairs.value != pairs.other_value).fill_null(pairs.value.notnull() | pairs.other_value.notnull())
        overlap = (pairs.earliest <= pairs.other_latest) & (pairs.other_earliest <= pairs.latest)
        unsure.append(pairs.filter((pairs.place < pairs.other_place) & differ & overlap).select(*KEYS))
        open_ = (ibis.union(*unsure) if len(unsure) > 1 else unsure[0]).distinct()
        each = within(grades, open_, KEYS)
        each = each.mutate(row_earliest=each.earliest, row_latest=each.latest)
        each = self._by_grade(term, each, "start", each.value, "at_start")
        each = self._by_grade(term, each, "row", each.value, "at_row")
        withdraws = each.value.notnull() & (each.value != "") & ~each.value.isin(list(term.limits))
        each = each.mutate(withdraws=withdraws)
        return each.group_by(*KEYS).aggregate(
            any_earliest=ibis.least(each.at_start_earliest.min(), each.at_row_earliest.min()),
            any_latest=ibis.greatest(each.at_start_latest.max(), each.at_row_latest.max()),
            withdraws=each.withdraws.fill_null(False).any(),
        )

    def _grade_rows(self, term: ByCurrentGrade, asked: Any) -> Any:
        """Grades about each person, in order: which one counts at T, and which change it."""
        kinds = sorted({term.first, *term.changed})
        done = self._files.done.filter(self._files.done.kind.isin(kinds)).rename(row_person="person")
        pairs = within(
            asked.filter(asked.start_earliest.notnull()).select(*KEYS, "start_earliest", "start_latest"), done, ["file"]
        )
        pairs = pairs.filter((pairs.person == NONE) | pairs.row_person.isin([NONE, pairs.person]))
        ordered = ibis.window(group_by=list(KEYS), order_by=[pairs.earliest, pairs.latest, pairs.action_id])
        pairs = self._files.keep("grades", pairs.mutate(place=ibis.row_number().over(ordered)))
        pairs = self._from_start(term, pairs) if term.at_start else self._from_first(term, pairs)
        return pairs.select(
            *KEYS, "place", "is_first", "is_change", "may_count", "action_id", "value", "earliest", "latest"
        )

    def _from_first(self, term: ByCurrentGrade, pairs: Any) -> Any:
        """The first row of the first kind; any other of that kind may be the first in time."""
        everything = ibis.window(group_by=list(KEYS))
        of_first_kind = pairs.kind == term.first
        pairs = pairs.mutate(first_place=of_first_kind.ifelse(pairs.place, None).min().over(everything))
        is_first = (pairs.place == pairs.first_place).fill_null(False)
        is_change = ~is_first & pairs.kind.isin(list(term.changed))
        candidate = is_first | (is_change & (pairs.kind == term.first) & pairs.first_place.notnull())
        pairs = pairs.mutate(is_first=is_first, is_change=is_change, candidate=candidate)
        first_by = pairs.candidate.ifelse(pairs.latest, None).min().over(everything)
        pairs = pairs.mutate(first_by=first_by)
        return pairs.mutate(may_count=pairs.candidate & (pairs.earliest <= pairs.first_by))

    def _from_start(self, term: ByCurrentGrade, pairs: Any) -> Any:
        """The last row at or before T; without one, the first after T if it was set by the limit that it gives."""
        everything = ibis.window(group_by=list(KEYS))
        pairs = self._by_grade(term, pairs, "start", pairs.value, "set")
        before = pairs.earliest <= pairs.start_earliest
        in_time = ((pairs.place == 0) & (pairs.latest <= pairs.set_earliest)).fill_null(False)
        pairs = pairs.mutate(before=before, in_time=in_time)
        last_before = pairs.before.ifelse(pairs.place, None).max().over(everything)
        pairs = pairs.mutate(last_before=last_before)
        is_first = ibis.coalesce(pairs.place == pairs.last_before, pairs.in_time)
        return pairs.mutate(is_first=is_first, is_change=~pairs.before & ~is_first, may_count=is_first)

    def _by_grade(self, term: ByCurrentGrade, table: Any, instant: str, value: Any, name: str) -> Any:
        """The table with an instant moved by the limit of the grade; empty for a grade without a limit."""
        moved = table.mutate(grade_named=value)
        names = []
        for place, (grade, limit) in enumerate(term.limits.items()):
            moved = self._after(moved, instant, (limit,), f"grade_{place}")
            names.append((grade, f"grade_{place}"))
        ends = {
            f"{name}_{end}": ibis.cases(
                *((moved.grade_named == grade, moved[f"{column}_{end}"]) for grade, column in names), else_=_NO_INSTANT
            )
            for end in ("earliest", "latest")
        }
        return moved.select(*table.columns, **ends)

    def _steps(self, term: ByCurrentGrade, rows: Any, base: Any, order: list[str]) -> Any:
        """Each change with a value: whether it raises or lowers the grade before it, and the limits it gives."""
        rows = beside(rows.filter(rows.value.notnull()), base, KEYS)
        ordered = ibis.window(group_by=list(KEYS), order_by=[rows.place])
        before = ibis.row_number().over(ordered) == 0
        rows = rows.mutate(
            strictness=_strictness(rows.value, order),
            before_value=before.ifelse(rows.first_value, rows.value.lag().over(ordered)),
        )
        was = _strictness(rows.before_value, order)
        rows = rows.mutate(
            raises=(was.isnull() | (rows.strictness < was)).fill_null(False),
            lowers=(rows.strictness > was).fill_null(False),
        )
        rows = rows.mutate(row_earliest=rows.earliest, row_latest=rows.latest)
        rows = self._by_grade(term, rows, "row", rows.value, "raised")
        rows = self._by_grade(term, rows, "start", rows.value, "lowered")
        preceding = ibis.window(group_by=list(KEYS), order_by=[rows.place], preceding=(None, 1))
        raised_earliest = rows.raises.ifelse(rows.raised_earliest, _NO_INSTANT)
        raised_latest = rows.raises.ifelse(rows.raised_latest, _NO_INSTANT)
        rows = rows.mutate(raised_earliest=raised_earliest, raised_latest=raised_latest)
        return rows.mutate(
            standing_earliest=ibis.least(rows.base_earliest, rows.raised_earliest.min().over(preceding)),
            standing_latest=ibis.least(rows.base_latest, rows.raised_latest.min().over(preceding)),
        )

    def _approved(self, term: ByCurrentGrade, steps: Any, asked: Any) -> Any:
        """Each lowering: whether it, and the approval that it needs, came not later than D; empty: cannot be told."""
        rows = steps.filter(
            steps.lowers & steps.standing_earliest.notnull() & (steps.earliest <= steps.standing_latest)
        ).select(*KEYS, "place", "earliest", "latest", "standing_earliest", "standing_latest")
        in_time = rows.latest <= rows.standing_earliest
        unknown = ibis.null().cast("boolean")
        if term.lowered_by is None:
            return rows.mutate(approved=in_time.ifelse(True, unknown))
        around = rows.rename(around_earliest="earliest", around_latest="latest")
        found = recorded(self._files, self._parameters, self._standard_id, term.lowered_by, around)
        by_step = found.group_by(*KEYS, "place").aggregate(
            surely=(found.holds.fill_null(False) & (found.latest <= found.standing_earliest)).any(),
            maybe=(found.earliest <= found.standing_latest).any(),
        )
        joined = beside(rows.mutate(in_time=in_time), by_step, [*KEYS, "place"])
        approved = ibis.cases(
            (joined.in_time & joined.surely.fill_null(False), ibis.literal(True)),
            (joined.maybe.fill_null(False), unknown),
            else_=ibis.literal(False),
        )
        return joined.mutate(approved=approved).drop("in_time", "surely", "maybe")

    @staticmethod
    def _from_lowering(base: Any, steps: Any, which: str) -> Any:
        """D if the lowering at the place `which` counts; if that place is empty, D by T's grade and all raises."""
        chosen = base.select(*KEYS, lowering=base[which])
        rows = beside(steps, chosen, KEYS)
        is_it = (rows.place == rows.lowering).fill_null(False)
        after_it = rows.lowering.isnull() | (rows.place > rows.lowering)
        before_it = rows.place < rows.lowering
        found = rows.group_by(*KEYS).aggregate(
            raised_earliest=rows.raised_earliest.min(where=after_it),
            raised_latest=rows.raised_latest.min(where=after_it),
            before_earliest=rows.raised_earliest.min(where=before_it),
            before_latest=rows.raised_latest.min(where=before_it),
            moved_earliest=rows.lowered_earliest.min(where=is_it),
            moved_latest=rows.lowered_latest.min(where=is_it),
            change_earliest=rows.earliest.min(where=is_it),
            change_latest=rows.latest.min(where=is_it),
        )
        joined = beside(base, found, KEYS)
        lowered = joined[which].notnull()
        ends = {}
        for end in ("earliest", "latest"):
            kept = ibis.least(joined[f"base_{end}"], joined[f"raised_{end}"])
            moved = ibis.least(joined[f"moved_{end}"], joined[f"raised_{end}"])
            stood = ibis.least(joined[f"base_{end}"], joined[f"before_{end}"])
            ends[end] = ibis.coalesce(
                lowered.ifelse(moved, kept), lowered.ifelse(stood, _NO_INSTANT), joined[f"start_{end}"]
            )
        withdrawn = lowered & ibis.least(joined.moved_earliest, joined.raised_earliest).isnull()
        return joined.select(
            *KEYS,
            **{
                f"{which}_place": joined[which],
                f"{which}_due_earliest": ends["earliest"],
                f"{which}_due_latest": ends["latest"],
                f"{which}_lowered_earliest": withdrawn.ifelse(joined.change_earliest, _NO_INSTANT),
                f"{which}_lowered_latest": withdrawn.ifelse(joined.change_latest, _NO_INSTANT),
            },
        )


def _strictness(value: Any, order: list[str]) -> Any:
    """The place of a grade on its ladder, strictest first; a grade that the ladder does not name comes last."""
    places = [(value == grade, ibis.literal(place)) for place, grade in enumerate(order)]
    return ibis.cases((value.isnull(), ibis.null().cast("int64")), *places, else_=ibis.literal(len(order)))
