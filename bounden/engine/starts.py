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

from bounden.engine.days import with_day
from bounden.engine.feeds import with_feed
from bounden.engine.files import NONE, Files, nobody
from bounden.engine.joins import beside, within
from bounden.engine.limits import after
from bounden.engine.people import belonging, candidates, in_scope
from bounden.engine.states import flagged
from bounden.engine.told import Told, both, certain, doubtful, read, written
from bounden.obligations.judging.feeds import Feed
from bounden.obligations.parameters import Parameters
from bounden.obligations.terms import (
    CHILDREN_AT_RISK,
    Attendance,
    ChildKnown,
    EachRow,
    EarlierOf,
    First,
    FirstUnattended,
    LaterOf,
    Report,
    SignificantHarm,
    Start,
    risk_incident,
)
from bounden.obligations.terms.scope import ABUSE

_WHO = ("file", "person")
_ADDED = (
    "trigger_id",
    "start_earliest",
    "start_latest",
    "first_id",
    "row_id",
    "row_person",
    "row_denied",
    "at_action",
    "told_holds",
    "told_reason",
)
_KNOWN_FROM_REPORT = ("child_subject", "victim", "suspect")
_HARM_CATEGORIES = sorted(ABUSE - {"neglect", "harmful_sexual_behaviour"})
_EXPLOITED = frozenset({"sexual_exploitation_risk", "criminal_exploitation_risk"})
_NO_TEXT = ibis.null().cast("string")
_NO_INSTANT = ibis.null().cast("timestamp")


class Starts:
    """Computes the starts of one test."""

    def __init__(self, files: Files, parameters: Parameters) -> None:
        self._files = files
        self._parameters = parameters

    def of(self, start: Start, who: Any) -> Any:
        """Every T of a test for each of `who`; none: no test."""
        match start:
            case EachRow():
                return self._each_row(start, who)
            case FirstUnattended():
                return self._unattended(who)
            case Report():
                return _given(who, who.report_earliest, who.report_latest)
            case Attendance():
                known = beside(who, self.attendance(who), ["file"])
                return _given(who, known.attended_earliest, known.attended_latest, known)
            case ChildKnown(of=people):
                known = self._child_known(who) if people is None else self._children_known(who, people)
                return _given(who, known.known_earliest, known.known_latest, known)
            case First():
                return self._first(start, who)
            case SignificantHarm():
                return self.significant_harm(who)
            case EarlierOf(one, other):
                return self._joined(start, self.of(one, who), self.of(other, who), who)
            case LaterOf(one, other):
                return self._joined(start, self.of(one, who), self.of(other, who), who)
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

    def _child_known(self, who: Any) -> Any:
        """kn of each person: `who` with known_earliest, known_latest."""
        rows = self._about(who, ["children_identified"])
        identified = rows.group_by(*_WHO).aggregate(found_earliest=rows.earliest.min(), found_latest=rows.latest.min())
        parts = self._files.parts
        from_report = parts.filter(parts.role.isin(_KNOWN_FROM_REPORT)).select("occurrence", "person").distinct()
        known = beside(who, from_report.mutate(from_report=ibis.literal(True)), ["occurrence", "person"])
        known = beside(beside(known, self.attendance(who), ["file"]), identified, list(_WHO))
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
        each = self._files.keep("each", _at_report(each))
        told = belonging(self._files, people, each, _WHO, "member")
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

    def significant_harm(self, who: Any) -> Any:
        """The start of reasonable cause to suspect significant harm, for each child (record tests, 1.10)."""
        asked = _at_report(self._files.described(who))
        parts = self._files.parts
        roles = parts.group_by("occurrence", "person").aggregate(
            plain=parts.role.isin(["child_subject", "victim"]).any(),
            went_missing=(parts.role == "missing_person").any(),
            is_protected=(parts.role == "protected_child").any(),
        )
        asked = beside(asked, roles, ["occurrence", "person"])
        plain = (
            asked.plain.fill_null(False)
            & asked.occurrence_category.isin(_HARM_CATEGORIES)
            & (asked.occurrence_kind == "incident")
        )
        asked = self._files.keep("harm_asked", asked.mutate(plain=plain))
        found = [
            _reason_to_suspect(asked.filter(asked.plain), "report_earliest", "report_latest"),
            *self._harm_in_incident(asked.filter((asked.occurrence_kind == "incident") & ~asked.plain)),
            self._harm_while_missing(
                asked.filter((asked.occurrence_kind == "missing") & asked.went_missing.fill_null(False))
            ),
            self._harm_protected(
                asked.filter((asked.occurrence_kind == "police_protection") & asked.is_protected.fill_null(False))
            ),
        ]
        rows = self._files.keep("harm_found", ibis.union(*found))
        rows = rows.filter(rows.holds.fill_null(True))
        rows = rows.mutate(sure=rows.holds.fill_null(False))
        by_child = rows.group_by(*_WHO).aggregate(
            sure_latest=rows.latest.min(where=rows.sure),
            any_earliest=rows.earliest.min(),
            any_latest=rows.latest.min(),
            yes=rows.sure.any(),
            reason=rows.reason.min(),
        )
        joined = within(who, by_child, _WHO)
        told = doubtful(joined.yes, ~joined.yes, joined.reason)
        latest = ibis.coalesce(joined.sure_latest, joined.any_latest)
        return _given(who, joined.any_earliest, latest, joined, told)

    def _harm_in_incident(self, asked: Any) -> list[Any]:
        known = self._child_known(asked)
        known = in_scope(self._files, risk_incident(), known, "risk")
        known = known.mutate(
            when_earliest=ibis.coalesce(known.known_earliest, known.when_earliest),
            when_latest=ibis.coalesce(known.known_latest, known.when_latest),
        )
        known = belonging(self._files, CHILDREN_AT_RISK, known, _WHO, "member")
        known = flagged(self._files, known, _WHO, frozenset({"child_protection_plan"}), "planned")
        known = written(known, "at_risk", both([read(known, "risk"), read(known, "member")]))
        known = written(known, "known", both([read(known, "at_risk"), read(known, "planned")]))
        known = self._files.keep("harm_known", known)
        at_risk = known.select(*_WHO, "at_risk_holds", "at_risk_reason")
        enquiries = within(self._about(asked, ["enquiry_started"]), at_risk, _WHO)
        graded = within(self._about(asked, ["risk_graded"]), at_risk, _WHO)
        high = doubtful(
            graded.value.isin(["high", "very_high"]),
            graded.value.isnull(),
            ibis.literal("actions.value of risk_graded"),
        )
        return [
            _reason_to_suspect(known, "known_earliest", "known_latest", read(known, "known")),
            _reason_to_suspect(enquiries, "earliest", "latest", read(enquiries, "at_risk")),
            _reason_to_suspect(graded, "earliest", "latest", both([read(graded, "at_risk"), high])),
        ]

    def _harm_while_missing(self, asked: Any) -> Any:
        told = flagged(self._files, asked, _WHO, _EXPLOITED, "exploited")
        return _reason_to_suspect(told, "report_earliest", "report_latest", read(told, "exploited"))

    def _harm_protected(self, asked: Any) -> Any:
        return _reason_to_suspect(self._about(asked, ["protection_started"]), "earliest", "latest")

    def _first(self, start: First, who: Any) -> Any:
        rows = self._about(who, start.kinds, of_anyone=start.of_anyone)
        if start.values:
            rows = rows.filter(rows.value.isin(sorted(start.values)))
        first = self._first_rows(rows, _WHO)
        if not start.else_report:
            return self._at_first(who, first, at_action=True)
        known = beside(who, first, _WHO)
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
            told_holds=ibis.literal(True),
            told_reason=_NO_TEXT,
        )

    @staticmethod
    def _at_first(who: Any, first: Any, *, at_action: bool) -> Any:
        known = within(who, first, _WHO)
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
            told_holds=ibis.literal(True),
            told_reason=_NO_TEXT,
        )

    @staticmethod
    def _first_rows(rows: Any, keys: tuple[str, ...]) -> Any:
        """The first row of each key; it is certainly the first where no other may come before it."""
        order = [rows.earliest, rows.latest, rows.action_id]
        ordered = ibis.window(group_by=list(keys), order_by=order)
        everything = ibis.window(group_by=list(keys))
        ranked = rows.mutate(
            place=ibis.row_number().over(ordered),
            next_earliest=rows.earliest.lead().over(ordered),
            all_latest=rows.latest.min().over(everything),
        )
        first = ranked.filter(ranked.place == 0)
        alone = first.next_earliest.isnull() | (first.next_earliest >= first.latest)
        return first.select(
            *keys,
            start_earliest=first.earliest,
            start_latest=first.all_latest,
            first_id=alone.ifelse(first.action_id, _NO_TEXT),
            row_id=first.action_id,
            row_person=first.row_person,
        )

    def _each_row(self, start: EachRow, who: Any) -> Any:
        rows = self._done(*start.kinds)
        done = rows.select("file", "action_id", "person", "earliest", "latest", denied=ibis.literal(False))
        if start.denied_too:
            denials = self._not_done_that_day(start)
            denied = denials.select("file", "action_id", "person", "earliest", "latest", denied=ibis.literal(True))
            done = ibis.union(done, denied)
        known = within(who.drop("person"), done, ["file"])
        return known.select(
            *[known[c] for c in who.columns],
            trigger_id=known.action_id,
            start_earliest=known.earliest,
            start_latest=known.latest,
            first_id=known.denied.ifelse(_NO_TEXT, known.action_id),
            row_id=known.action_id,
            row_person=known.person,
            row_denied=known.denied,
            at_action=ibis.literal(False),
            told_holds=ibis.literal(True),
            told_reason=_NO_TEXT,
        )

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
        return self._at_first(who, self._first_rows(kept, _WHO), at_action=False)

    def _joined(self, start: EarlierOf | LaterOf, one: Any, other: Any, who: Any) -> Any:
        one, other = self._files.keep("one", one), self._files.keep("other", other)
        first = one.select(*_WHO, *(one[c].name(f"one_{c}") for c in _ADDED))
        second = other.select(*_WHO, *(other[c].name(f"other_{c}") for c in _ADDED))
        both_known = beside(beside(who, first, _WHO), second, _WHO)
        has_one, has_other = both_known.one_trigger_id.notnull(), both_known.other_trigger_id.notnull()
        if isinstance(start, LaterOf):
            both_known = both_known.filter(has_one & has_other)
            pick, first_id = ibis.greatest, ibis.coalesce(both_known.one_first_id, both_known.other_first_id)
            last_one = both_known.one_start_earliest >= both_known.other_start_latest
            last_other = both_known.other_start_earliest >= both_known.one_start_latest
            at_action = (both_known.one_at_action & last_one) | (both_known.other_at_action & last_other)
        else:
            both_known = both_known.filter(has_one | has_other)
            pick, first_id, at_action = ibis.least, _NO_TEXT, ibis.literal(False)
        untold = (has_one & both_known.one_start_earliest.isnull()) | (
            has_other & both_known.other_start_earliest.isnull()
        )
        told = both(
            Told(
                both_known[f"{side}_trigger_id"].isnull().ifelse(True, both_known[f"{side}_told_holds"]),
                both_known[f"{side}_told_reason"],
            )
            for side in ("one", "other")
        )
        return both_known.select(
            *who.columns,
            trigger_id=both_known.occurrence_id,
            start_earliest=untold.ifelse(
                _NO_INSTANT, pick(both_known.one_start_earliest, both_known.other_start_earliest)
            ),
            start_latest=untold.ifelse(_NO_INSTANT, pick(both_known.one_start_latest, both_known.other_start_latest)),
            first_id=untold.ifelse(_NO_TEXT, first_id),
            row_id=_NO_TEXT,
            row_person=nobody(),
            row_denied=ibis.literal(False),
            at_action=at_action.fill_null(False),
            told_holds=told.holds,
            told_reason=told.reason,
        )

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


def _given(who: Any, earliest: Any, latest: Any, known: Any = None, told: Told | None = None) -> Any:
    """A start that is an instant of the occurrence, not of one action."""
    table = who if known is None else known
    told = told or certain(ibis.literal(True))
    return table.select(
        *who.columns,
        trigger_id=table.occurrence_id,
        start_earliest=earliest,
        start_latest=latest,
        first_id=_NO_TEXT,
        row_id=_NO_TEXT,
        row_person=nobody(),
        row_denied=ibis.literal(False),
        at_action=ibis.literal(False),
        told_holds=told.holds,
        told_reason=told.reason,
    )


def _at_report(who: Any) -> Any:
    """The question of what holds at the report; unknown: at `as_of`."""
    return who.mutate(
        when_earliest=ibis.coalesce(who.report_earliest, who.as_of),
        when_latest=ibis.coalesce(who.report_latest, who.as_of),
    )


def _reason_to_suspect(rows: Any, earliest: str, latest: str, told: Told | None = None) -> Any:
    told = told or certain(ibis.literal(True))
    return rows.select(*_WHO, earliest=rows[earliest], latest=rows[latest], holds=told.holds, reason=told.reason)
