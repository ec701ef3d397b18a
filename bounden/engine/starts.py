"""Where time starts to run: T as two columns, and the row that gives it (record tests, 1.8), for a whole test at once.

`who` is a table of files and people: file, occurrence, force, occurrence_id, as_of, report_earliest, report_latest,
person (NONE: the occurrence or the row). The result has a row for each T, with the further columns

- trigger_id, start_earliest, start_latest (empty: cannot be told),
- first_id: the action that is certainly the instant T or not after it,
- row_id, row_person, row_denied: the row that gives T, if one does; at_action: T is an action's own instant,
- told_holds, told_reason: whether the start is certain.
"""

from typing import Any

import ibis

from bounden.engine.carers import carers_arrested
from bounden.engine.days import with_day
from bounden.engine.feeds import with_feed
from bounden.engine.files import Files
from bounden.engine.first_of_day import firsts_of_days
from bounden.engine.first_rows import first_of_values, first_row, sure, with_value
from bounden.engine.flag_duties import flag_begun
from bounden.engine.harm import Harm
from bounden.engine.homes import without_residence
from bounden.engine.joins import beside, within
from bounden.engine.limits import after
from bounden.engine.lowered_grades import lowerings
from bounden.engine.marks import nights, passed
from bounden.engine.nobody import NONE, nobody
from bounden.engine.one_after_another import last_before, report_of_repeat
from bounden.engine.people import belonging, candidates
from bounden.engine.repeated import reports_before
from bounden.engine.started import WHO, at_acts, at_each, at_report, given
from bounden.engine.texts import first_texts
from bounden.engine.told import read
from bounden.engine.turns import from_the_nth, second_in_a_row
from bounden.engine.two_starts import earlier_of, later_of
from bounden.obligations.judging.feeds import Feed
from bounden.obligations.parameters import Parameters
from bounden.obligations.terms import (
    Attendance,
    CarerArrested,
    ChildKnown,
    EachLowering,
    EachNight,
    EachRow,
    EarlierOf,
    First,
    FirstCounted,
    FirstOfEachDay,
    FirstText,
    FirstUnattended,
    FlagBegun,
    FromTheNth,
    LastBefore,
    LaterOf,
    Mark,
    Occurred,
    Repeated,
    RepeatReport,
    Report,
    SecondInARow,
    SignificantHarm,
    Start,
    WithoutResidence,
)

_KNOWN_FROM_REPORT = ("child_subject", "victim", "suspect")
_NO_TEXT = ibis.null().cast("string")
_NO_INSTANT = ibis.null().cast("timestamp")


class Starts:
    """Computes the starts of one test."""

    def __init__(self, files: Files, parameters: Parameters) -> None:
        self._files = files
        self._parameters = parameters

    def of(self, start: Start, who: Any) -> Any:  # noqa: C901 - one case for each term of a closed set
        """Every T of a test for each of `who`; none: no test."""
        match start:
            case EachRow():
                return self._each_row(start, who)
            case FirstOfEachDay():
                return firsts_of_days(self._files, self._with_value(start), who)
            case FirstText(phrases):
                return first_texts(self._files, phrases, who)
            case EachLowering(kinds):
                return at_each(who, lowerings(self._files, kinds).mutate(denied=ibis.literal(False)))
            case FromTheNth(kind=kind):
                return at_acts(who, from_the_nth(start, self._about(who, [kind])))
            case SecondInARow(kind):
                found = second_in_a_row(self._files, start, self._about(who, [kind]))
                return at_acts(who, found, first=False)
            case WithoutResidence():
                return without_residence(self._files, who)
            case FirstUnattended():
                return self._unattended(who)
            case Report():
                return given(who, who.report_earliest, who.report_latest)
            case FlagBegun():
                return flag_begun(self._files, who)
            case Occurred():
                return self._occurred(who)
            case Attendance():
                known = beside(who, self.attendance(who), ["file"])
                return given(who, known.attended_earliest, known.attended_latest, known)
            case ChildKnown(of=people):
                known = self._child_known(who) if people is None else self._children_known(who, people)
                return given(who, known.known_earliest, known.known_latest, known)
            case First():
                return self._first(start, who)
            case Repeated():
                known = reports_before(self._files, self._parameters, start, who)
                return given(who, known.report_earliest, known.report_latest, known, read(known, "often"))
            case FirstCounted(repeated):
                known = reports_before(self._files, self._parameters, repeated, who)
                return given(who, known.since_earliest, known.since_latest, known)
            case Mark():
                return passed(self._files, self._parameters, start, who)
            case EachNight():
                return nights(self._files, self._parameters, start, self._first(start.begins, who))
            case CarerArrested():
                return self._at_first(who, carers_arrested(self._files, who), at_action=True)
            case LastBefore():
                return last_before(self._files, start, who)
            case RepeatReport(otherwise=other):
                return report_of_repeat(self._files, self._parameters, start, self.of(other, who), who)
            case SignificantHarm():
                return Harm(self._files, self._child_known, self._about).starts(who)
            case EarlierOf(one, other):
                return earlier_of(self._files, self.of(one, who), self.of(other, who), who)
            case LaterOf(one, other):
                return later_of(self._files, self.of(one, who), self.of(other, who), who)
            case _:
                raise TypeError(f"{type(start).__name__} is not the start of a test of its own")

    def attendance(self, who: Any) -> Any:
        """att of each file: file, attended_earliest, attended_latest."""
        files = self._files.keep("attendable", who.select(*_FILE).distinct())
        files = after(files, "report_earliest", self._parameters, "first_seen", name="by_earliest")
        files = after(files, "report_latest", self._parameters, "first_seen", name="by_latest")
        arrivals = self._done("officers_arrived")
        first = arrivals.group_by("file").aggregate(
            arrived_earliest=arrivals.earliest.min(), arrived_latest=arrivals.latest.min()
        )
        seen_until = ibis.least(files.by_latest, files.as_of)
        files = self._files.keep("attend_by", files.mutate(seen_until=seen_until))
        asked = files.filter(files.report_earliest.notnull()).select(
            "file",
            "force",
            "occurrence",
            kind=ibis.literal("officers_arrived"),
            for_person=nobody(),
            window_earliest="report_earliest",
            window_latest=ibis.greatest(files.report_earliest, files.seen_until),
        )
        fed = with_feed(self._files, asked, ["file"], ["officers_arrived"]).select("file", "feed")
        denials = self._denied("officers_arrived")
        denied = denials.group_by("file").aggregate(denied_until=denials.until.max())
        known = beside(beside(beside(files, first, ["file"]), fed, ["file"]), denied, ["file"])
        known = known.mutate(denied_until=known.denied_until.fill_null(known.report_earliest))
        silent = (known.feed == Feed.COMPLETE.value) | (known.denied_until >= known.seen_until)
        nobody_yet = ibis.greatest(known.report_earliest, ibis.least(known.denied_until, known.by_earliest))
        earliest = ibis.cases(
            (known.arrived_earliest.notnull(), ibis.least(known.arrived_earliest, known.by_earliest)),
            (silent, known.by_earliest),
            else_=nobody_yet,
        )
        latest = known.arrived_latest.notnull().ifelse(
            ibis.least(known.arrived_latest, known.by_latest), known.by_latest
        )
        told = known.report_earliest.notnull()
        return self._files.keep(
            "attended",
            known.select(
                "file",
                attended_earliest=told.ifelse(earliest, _NO_INSTANT),
                attended_latest=told.ifelse(latest, _NO_INSTANT),
            ),
        )

    def _occurred(self, who: Any) -> Any:
        """occurred_at, else the report; what has not happened yet makes no test."""
        when = self._files.files.select("file", "occurred_earliest", "occurred_latest")
        known = beside(who, when, ["file"])
        known = known.filter(known.occurred_earliest.isnull() | (known.occurred_earliest <= known.as_of))
        earliest = ibis.coalesce(known.occurred_earliest, known.report_earliest)
        return given(who, earliest, ibis.coalesce(known.occurred_latest, known.report_latest), known)

    def _child_known(self, who: Any) -> Any:
        """kn of each person: `who` with known_earliest, known_latest."""
        rows = self._about(who, ["children_identified"])
        identified = rows.group_by(*WHO).aggregate(found_earliest=rows.earliest.min(), found_latest=rows.latest.min())
        parts = self._files.parts
        from_report = parts.filter(parts.role.isin(_KNOWN_FROM_REPORT)).select("occurrence", "person").distinct()
        known = beside(who, from_report.mutate(from_report=ibis.literal(True)), ["occurrence", "person"])
        known = beside(beside(known, self.attendance(who), ["file"]), identified, list(WHO))
        by_report = known.from_report.fill_null(False)
        seen = known.attended_earliest.notnull() & known.found_earliest.notnull()
        earliest = seen.ifelse(ibis.least(known.attended_earliest, known.found_earliest), known.attended_earliest)
        latest = seen.ifelse(ibis.least(known.attended_latest, known.found_latest), known.attended_latest)
        known = known.mutate(
            known_earliest=by_report.ifelse(known.report_earliest, earliest),
            known_latest=by_report.ifelse(known.report_latest, latest),
        )
        return self._files.keep("child_known", known.select(*who.columns, "known_earliest", "known_latest"))

    def _children_known(self, who: Any, people: Any) -> Any:
        """kn of the first of a set's people, those who may belong included: `who` with known_earliest, known_latest."""
        kept = self._files.described(who.select("file", "occurrence").distinct())
        each = within(who.drop("person"), candidates(self._files, people, kept), ["file"])
        each = self._files.keep("each", at_report(each))
        told = belonging(self._files, people, each, WHO, "member")
        told = told.filter(told.member_holds.fill_null(True))
        known = self._child_known(told)
        surely = known.member_holds.fill_null(False)
        first = known.group_by("file").aggregate(
            known_earliest=known.known_earliest.min(),
            possible_latest=known.known_latest.min(),
            certain_latest=known.known_latest.min(where=surely),
        )
        joined = beside(who, first, ["file"])
        latest = ibis.coalesce(joined.certain_latest, joined.possible_latest)
        return joined.mutate(known_latest=latest).drop("possible_latest", "certain_latest")

    def _first(self, start: First, who: Any) -> Any:
        rows = self._about(who, start.kinds, of_anyone=start.of_anyone)
        first = first_of_values(self._files, rows, start.values) if start.values else sure(first_row(rows))
        if start.otherwise:
            first = self._files.keep("first", first)
            others = sure(first_row(self._about(who, start.otherwise, of_anyone=start.of_anyone)))
            first = ibis.union(first, others.anti_join(first, list(WHO)).select(*first.columns))
        if not start.else_report:
            return self._at_first(who, first, at_action=True)
        known = beside(who, first, WHO)
        found = known.row_id.notnull()
        return known.select(
            *who.columns,
            trigger_id=known.occurrence_id,
            start_earliest=found.ifelse(known.start_earliest, known.report_earliest),
            start_latest=found.ifelse(known.start_latest, known.report_latest),
            first_id=known.first_id,
            row_id=known.row_id,
            row_person=known.row_person.fill_null(nobody()),
            row_denied=ibis.literal(False),
            at_action=found,
            told_holds=found.ifelse(known.told_holds, True),
            told_reason=found.ifelse(known.told_reason, _NO_TEXT),
        )

    @staticmethod
    def _at_first(who: Any, first: Any, *, at_action: bool) -> Any:
        known = within(who, first, WHO)
        return known.select(
            *who.columns,
            trigger_id=known.row_id,
            start_earliest=known.start_earliest,
            start_latest=known.start_latest,
            first_id=known.first_id,
            row_id=known.row_id,
            row_person=known.row_person,
            row_denied=ibis.literal(False),
            at_action=ibis.literal(at_action),
            told_holds=known.told_holds,
            told_reason=known.told_reason,
        )

    def _each_row(self, start: EachRow, who: Any) -> Any:
        rows = self._with_value(start)
        if start.besides:
            rows = self._naming_none(rows, start.besides)
        columns = ("file", "action_id", "person", "earliest", "latest", "told_holds", "told_reason")
        done = rows.select(*columns, denied=ibis.literal(False))
        if start.denied_too:
            denials = self._not_done_that_day(start)
            denials = denials.mutate(told_holds=ibis.literal(True), told_reason=_NO_TEXT)
            denied = denials.select(*columns, denied=ibis.literal(True))
            done = ibis.union(done, denied)
        each = at_each(who, done)
        if not start.else_report:
            return each
        each = self._files.keep("each_row", each)
        none = who.anti_join(each, list(WHO))
        return ibis.union(each, given(none, none.report_earliest, none.report_latest).select(*each.columns))

    def _naming_none(self, rows: Any, role: str) -> Any:
        """Rows that name somebody in a role, as if they named nobody."""
        parts = self._files.parts.filter(self._files.parts.role == role).select("occurrence", "person").distinct()
        aside = within(parts, self._files.files.select("file", "occurrence"), ["occurrence"])
        aside = aside.select("file", "person", aside=ibis.literal(True))
        joined = beside(rows, aside, WHO)
        person = joined.aside.fill_null(False).ifelse(nobody(), joined.person)
        return joined.mutate(person=person).select(*rows.columns)

    def _with_value(self, start: EachRow | FirstOfEachDay) -> Any:
        rows = self._done(*start.kinds)
        told = with_value(start, rows)
        rows = rows.mutate(told_holds=told.holds, told_reason=told.reason)
        return rows.filter(rows.told_holds.fill_null(True))

    def _not_done_that_day(self, start: EachRow) -> Any:
        """Denials of a meeting that no done row beats: any row, or where the denial is dated one of that local day."""
        denied = self._files.denied.filter(self._files.denied.kind.isin(sorted(start.denied_too)))
        done = self._files.done.filter(self._files.done.kind.isin(sorted(start.denied_too)))
        done = done.select(
            "file", "kind", done_earliest=done.earliest, done_latest=done.latest, done_person=done.person
        )
        pairs = within(denied.select("file", "action_id", "kind", "person", "until", "dated"), done, ["file", "kind"])
        pairs = pairs.filter((pairs.person == NONE) | pairs.done_person.isin([NONE, pairs.person]))
        for instant in ("until", "done_earliest", "done_latest"):
            pairs = with_day(pairs, instant, f"{instant}_day", f"{instant}_code")
        that_day = (pairs.until_day == pairs.done_earliest_day) & (pairs.until_day == pairs.done_latest_day)
        beaten = pairs.filter(~pairs.dated | that_day).select("file", "action_id").distinct()
        return denied.anti_join(beaten, ["file", "action_id"])

    def _unattended(self, who: Any) -> Any:
        """The first resolved_without_attendance, or closed while officers_arrived is known not done (IC-17)."""
        rows = self._files.keep("unanswered", self._about(who, ["resolved_without_attendance", "closed"]))
        arrivals = self._done("officers_arrived")
        arrived = arrivals.group_by("file").aggregate(arrived_earliest=arrivals.earliest.min())
        denials = self._denied("officers_arrived")
        denied = denials.group_by("file").aggregate(denied_until=denials.until.max())
        asked = rows.select(
            "file",
            "action_id",
            "force",
            "occurrence",
            kind=ibis.literal("officers_arrived"),
            for_person=nobody(),
            window_earliest=ibis.least(ibis.coalesce(rows.report_earliest, rows.earliest), rows.latest),
            window_latest=rows.latest,
        )
        fed = with_feed(self._files, asked, ["file", "action_id"], ["officers_arrived"])
        known = beside(beside(rows, arrived, ["file"]), denied, ["file"])
        known = beside(known, fed.select("file", "action_id", "feed"), ["file", "action_id"])
        unattended = (known.arrived_earliest.isnull() | (known.arrived_earliest > known.latest)) & (
            (known.denied_until >= known.latest).fill_null(False) | (known.feed == Feed.COMPLETE.value)
        )
        kept = known.filter((known.kind == "resolved_without_attendance") | unattended)
        return self._at_first(who, sure(first_row(kept)), at_action=False)

    def _done(self, *kinds: str) -> Any:
        return self._files.done.filter(self._files.done.kind.isin(list(kinds)))

    def _denied(self, *kinds: str) -> Any:
        """Denials that no done row beats for anybody."""
        denied = self._files.denied
        return denied.filter(denied.kind.isin(list(kinds)) & ~denied.beaten_by_any)

    def _about(self, who: Any, kinds: Any, *, of_anyone: bool = False) -> Any:
        """Done rows of these kinds that name the person or nobody; all, where no person is asked for."""
        rows = self._done(*kinds).rename(row_person="person")
        pairs = within(who, rows, ["file"])
        return (
            pairs if of_anyone else pairs.filter((pairs.person == NONE) | pairs.row_person.isin([NONE, pairs.person]))
        )


_FILE = ("file", "occurrence", "force", "as_of", "report_earliest", "report_latest")
