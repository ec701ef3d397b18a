"""One test of a standard as a plan: triggers, what is due, what was done, what ended or excused it, the stored row."""

from collections.abc import Sequence
from datetime import date
from typing import Any

import ibis

from bounden.engine.bounds import BOUND_DAYS, BOUND_FORCES, Bound
from bounden.engine.conditions import answered
from bounden.engine.days import day_code, with_day
from bounden.engine.deadlines import KEYS, Deadlines
from bounden.engine.endings import with_end
from bounden.engine.excuses import with_excuse
from bounden.engine.files import Files
from bounden.engine.joins import within
from bounden.engine.nobody import NONE, nobody
from bounden.engine.people import belonging, candidates, in_scope, right_kind
from bounden.engine.plan import Plan
from bounden.engine.recurring import Intervals
from bounden.engine.reports import first_of_report
from bounden.engine.stages import after_stage
from bounden.engine.starts import Starts
from bounden.engine.stored import stored
from bounden.engine.told import Told, read, written
from bounden.engine.weighing import folded, form, weighed_members
from bounden.obligations.judging.endings import END_UNSURE
from bounden.obligations.judging.verdict import LOWERING_UNSURE, NO_BANK_HOLIDAYS, NO_TIME_LIMIT
from bounden.obligations.outcome import Outcome
from bounden.obligations.parameters import Parameters
from bounden.obligations.terms import DueOf, Each, People, Standard, Test, Type

_NO_TEXT = ibis.null().cast("string")
_NO_INSTANT = ibis.null().cast("timestamp")
_WHO = (
    "file",
    "occurrence",
    "force",
    "source",
    "unit",
    "occurrence_id",
    "as_of",
    "report_earliest",
    "report_latest",
)
_STARTED = (
    "trigger_id",
    "start_earliest",
    "start_latest",
    "first_id",
    "row_id",
    "row_person",
    "row_denied",
    "at_action",
)
_UNREPORTED = "occurrences.reported_at"
#: The table that a test comes to.
ROWS = "obligation_rows"


class Judgement:
    """The steps of one test; the last is the table ROWS."""

    def __init__(
        self, parameters: Parameters, standard: Standard, test: Test, owed: Any, bound: Bound, *, crowded: bool
    ) -> None:
        self._parameters = parameters
        self._standard = standard
        self._bound = bound
        self._crowded = crowded
        self._test = test
        self._owed = owed
        self._recurs = standard.type_of(test) is Type.REC

    def compile(self, files: Files) -> Plan:
        """Write every step. Raises TypeError for a test that its own terms contradict."""
        self.plan = Plan()
        self._files = files.on(self.plan)
        started = self._started()
        intervals = None
        if self._recurs:
            started = self._files.milestone("state", started.mutate(state=started.trigger_id))
            intervals = Intervals(self._files, self._test, started)
            started = intervals.started()
        opened = self._files.milestone("opened", self._opened(self._files.milestone("started", started)))
        due = self._files.milestone("due", self._within_the_list(self._due(opened)))
        judged = self._judged(due, intervals)
        unknown = due.filter(~due.trigger_known | due.due_earliest.isnull())
        rows = ibis.union(*(stored(self._files.files, self._standard, self._test, part) for part in (judged, unknown)))
        self._files.milestone(ROWS, rows)
        return self.plan

    def _started(self) -> Any:
        """Every T of the test, before it is asked whether its conditions hold."""
        if isinstance(self._test.starts, DueOf):
            return self._following(self._test.starts)
        who = self._files.milestone("who", self._who())
        started = Starts(self._files, self._parameters).of(self._test.starts, who)
        if self._standard.for_each is Each.ROW:
            started = started.mutate(person=started.row_id.notnull().ifelse(started.row_person, started.person))
        if self._test.after:
            started = after_stage(self._owed, self._standard.id, self._test.after, started)
        return started

    def _who(self) -> Any:
        """Occurrences of the right kind that were reported by then, with the people who may be in the set."""
        files = self._files.files
        reported = files.report_earliest.isnull() | (files.report_earliest <= files.as_of)
        kept = files.filter(files.own & reported & right_kind(files, self._standard.scope_of(self._test)))
        kept = self._of_the_forces(kept)
        people = self._standard.for_each
        if people is Each.REPORT:
            kept = first_of_report(self._files, kept)
        if not isinstance(people, People):
            return kept.select(*_WHO, person=nobody())
        found = candidates(self._files, people, kept)
        who = within(kept.select(*_WHO), found, ["file"])
        if people.else_occurrence:
            empty = kept.anti_join(found, ["file"]).select(*_WHO, person=nobody())
            who = ibis.union(who, empty)
        return who

    def _of_the_forces(self, rows: Any) -> Any:
        """The rows of the forces that the rule is for."""
        return within(rows, BOUND_FORCES, ["force"]) if self._bound.some_forces else rows

    def _following(self, start: DueOf) -> Any:
        """Obligations of another standard that were late or missed, or of which it cannot be told (INV-09)."""
        owed = self._owed.filter(self._owed.standard == start.standard)
        told = [Outcome.LATE.value, Outcome.MISSED.value, Outcome.CANNOT_TELL.value]
        owed = owed.filter(owed.outcome.isin(told))
        # A lapse lasts until the duty is done after all or falls due anew (RO-23).
        line = ibis.window(
            group_by=["file", "person", "stage"], order_by=[owed.due_at, owed.due_at_latest, owed.trigger_id]
        )
        following, following_latest = owed.due_at.lead().over(line), owed.due_at_latest.lead().over(line)
        owed = owed.select(
            "file",
            "person",
            trigger_id=ibis.coalesce(owed.trigger_id, owed.occurrence_id),
            start_earliest=owed.due_at,
            start_latest=owed.due_at_latest,
            untold=owed.outcome == Outcome.CANNOT_TELL.value,
            before_missing=owed.missing,
            until_earliest=ibis.least(owed.discharged_at, following),
            until_latest=ibis.least(owed.discharged_at_latest, following_latest),
        )
        rows = within(owed, self._of_the_forces(self._files.files.select(*_WHO)), ["file"])
        untold = rows.untold
        return rows.mutate(
            first_id=_NO_TEXT,
            row_id=_NO_TEXT,
            row_person=nobody(),
            row_denied=ibis.literal(False),
            at_action=ibis.literal(False),
            told_holds=untold.ifelse(ibis.null().cast("boolean"), True),
            told_reason=untold.ifelse(rows.before_missing, _NO_TEXT),
        ).drop("untold", "before_missing")

    def _opened(self, started: Any) -> Any:
        """The obligations whose conditions hold or cannot be told, with trigger_known and missing."""
        asked = started.mutate(
            when_earliest=ibis.coalesce(started.start_earliest, started.as_of),
            when_latest=ibis.coalesce(started.start_latest, started.as_of),
        )
        asked = self._in_force(asked)
        asked = self._files.milestone(
            "in_scope", in_scope(self._files, self._standard.scope_of(self._test), asked, "scope")
        )
        names = ["scope"]
        people = self._standard.for_each
        if isinstance(people, People):
            asked = belonging(self._files, people, asked, KEYS, "belongs")
            told = read(asked, "belongs")
            anybody = asked.person == NONE
            asked = written(
                asked, "belongs", Told(anybody.ifelse(True, told.holds), anybody.ifelse(_NO_TEXT, told.reason))
            )
            asked = self._files.milestone("belonging", asked)
            names.append("belongs")
        names.append("told")
        for place, condition in enumerate(self._standard.conditions_of(self._test)):
            name = f"condition_{place}"
            asked = answered(self._files, self._parameters, condition, asked, KEYS, name)
            asked = self._files.milestone(name, asked)
            names.append(name)
        for name in names:
            asked = asked.filter(read(asked, name).holds.fill_null(True))
        follows = isinstance(self._test.starts, DueOf)
        known = _with_reasons(asked, names, _NO_TEXT if follows else _UNREPORTED)
        return known.drop(*(f"{n}_{c}" for n in names for c in ("holds", "reason")))

    def _in_force(self, asked: Any) -> Any:
        begins = [self._standard.in_force_from, self._test.in_force_from]
        ends = [self._standard.in_force_to, self._test.in_force_to]
        asked = _on_days(asked, "when_earliest", begins, ends).select(*asked.columns)
        if not self._bound.some_days:
            return asked
        began = asked.when_earliest
        if self._bound.by_report:
            began = ibis.coalesce(asked.report_earliest, asked.as_of)
        dated = with_day(asked.mutate(began=began), "began", "ordinal", "code").cross_join(BOUND_DAYS)
        return dated.filter(dated.code.between(dated.first_code, dated.last_code)).select(*asked.columns)

    def _due(self, opened: Any) -> Any:
        return Deadlines(self._files, self._parameters, self._standard.id).of(self._test.due, opened)

    @staticmethod
    def _within_the_list(due: Any) -> Any:
        """No due instant, and why: no time limit is set, or a working day leaves the list of bank holidays."""
        beyond = due.due_earliest.isnull() | due.due_latest.isnull()
        why = ibis.literal(NO_BANK_HOLIDAYS)
        if "limited" in due.columns:
            why = due.limited.ifelse(why, NO_TIME_LIMIT)
        return due.mutate(
            due_earliest=beyond.ifelse(_NO_INSTANT, due.due_earliest),
            due_latest=beyond.ifelse(_NO_INSTANT, due.due_latest),
            missing=(beyond & due.start_earliest.notnull()).ifelse(why, due.missing),
        )

    def _judged(self, due: Any, intervals: Intervals | None) -> Any:
        asked = self._files.milestone(
            "asked", self._with_needs(due.filter(due.trigger_known & due.due_earliest.notnull()))
        )
        if self._standard.type_of(self._test) is Type.NEVER:
            table, members = form(self._files, self._parameters, self._test, asked)
        else:
            if self._test.discharged_by is None:
                raise TypeError(f"{self._standard.id} names nothing that discharges it")
            given = None
            if intervals is not None:
                found = intervals.evidence(asked)
                given = found.mutate(
                    slot=ibis.literal(0, "int64"),
                    in_time=ibis.literal(False),
                    may_be_in_time=ibis.literal(False),
                    implied=ibis.literal(False),
                )
            table, members = weighed_members(
                self._files, self._parameters, self._standard, self._test, asked, given, crowded=self._crowded
            )
        table = self._files.milestone("folded", folded(table, members))
        table = self._ended(table, intervals)
        return self._excused(self._files.milestone("ended", table))

    def _with_needs(self, asked: Any) -> Any:
        """The answers to the conditions under which a member is needed."""
        members = self._test.discharged_by.members if self._test.discharged_by else ()
        for place, member in enumerate(members):
            if member.when is not None:
                asked = answered(self._files, self._parameters, member.when, asked, KEYS, f"when_{place}")
        return asked

    def _ended(self, table: Any, intervals: Intervals | None) -> Any:
        """withdrawn_*: the first end of the cause, where it may have come by D and the duty was not met before."""
        table = with_end(self._files, self._standard, table)
        doubted = table.ended_doubt.notnull()
        ends = [(doubted.ifelse(_NO_INSTANT, table.ended_earliest), doubted.ifelse(_NO_INSTANT, table.ended_latest))]
        if intervals is not None and self._test.paused_by:
            table = intervals.with_pause(table)
            ends.append((table.paused_earliest, table.paused_latest))
        if intervals is not None and intervals.last:
            ends.append((table.until_earliest, table.until_latest))
        if "lowered_earliest" in table.columns:
            ends.append((table.lowered_earliest, table.lowered_latest))
            table = _unless_met(table, table.lowering_untold, LOWERING_UNSURE)
        perhaps = (doubted & (table.ended_earliest <= table.due_latest)).fill_null(False)
        table = _unless_met(table, perhaps, table.ended_doubt)
        earliest = ibis.least(*(earliest for earliest, _ in ends)) if len(ends) > 1 else ends[0][0]
        latest = ibis.least(*(latest for _, latest in ends)) if len(ends) > 1 else ends[0][1]
        counts = (~table.all_met & ~perhaps & (earliest <= table.due_latest)).fill_null(False)
        unsure = counts & (latest > table.due_earliest)
        if intervals is not None and self._test.paused_by:
            may_rest = ~counts & ~perhaps & (table.may_pause_earliest <= table.due_latest)
            table = _unless_met(table, may_rest, END_UNSURE)
        return table.mutate(
            withdrawn_earliest=counts.ifelse(earliest, _NO_INSTANT),
            withdrawn_latest=counts.ifelse(latest, _NO_INSTANT),
            missing=unsure.ifelse(END_UNSURE, table.missing),
        )

    def _excused(self, table: Any) -> Any:
        if self._standard.excuse is None:
            return table.mutate(excused_at=_NO_INSTANT, excused_by=_NO_TEXT)
        found = with_excuse(
            self._files,
            self._parameters,
            self._standard.id,
            self._standard.excuse,
            table,
            KEYS,
            since_start=self._recurs,
        )
        asked = ~found.all_met & found.withdrawn_earliest.isnull()
        found = found.mutate(
            excused_at=asked.ifelse(found.excused_at, _NO_INSTANT),
            excused_by=asked.ifelse(found.excused_by, _NO_TEXT),
        )
        doubt = asked & found.excuse_doubt.notnull()
        return found.mutate(known=found.known & ~doubt, missing=doubt.ifelse(found.excuse_doubt, found.missing))


def _on_days(rows: Any, instant: str, begins: Sequence[date | None], ends: Sequence[date | None]) -> Any:
    """The rows whose instant falls on none before the first days and none after the last; none: any day."""
    if not any(begins) and not any(ends):
        return rows
    dated = with_day(rows, instant, "ordinal", "code")
    for day in filter(None, begins):
        dated = dated.filter(dated.code >= day_code(day))
    for day in filter(None, ends):
        dated = dated.filter(dated.code <= day_code(day))
    return dated


def _unless_met(table: Any, doubt: Any, words: Any) -> Any:
    doubt = (doubt & ~table.all_met).fill_null(False)
    return table.mutate(known=table.known & ~doubt, missing=doubt.ifelse(words, table.missing))


def _with_reasons(asked: Any, names: list[str], no_start: Any) -> Any:
    """trigger_known, and the reasons why it is not: each once, in order, joined by "; ". no_start: T has no instant."""
    reasons = [asked.start_earliest.isnull().ifelse(no_start, _NO_TEXT)]
    reasons += [read(asked, name).reason for name in names]
    known = asked.start_earliest.notnull()
    for name in names:
        known = known & read(asked, name).holds.notnull()
    missing = reasons[0]
    for place, reason in enumerate(reasons[1:], start=1):
        said = ibis.literal(False)
        for before in reasons[:place]:
            said = said | (before == reason).fill_null(False)
        missing = ibis.cases(
            (reason.isnull() | said, missing),
            (missing.isnull(), reason),
            else_=missing + ibis.literal("; ") + reason,
        )
    return asked.mutate(trigger_known=known, missing=missing.fill_null(""))
