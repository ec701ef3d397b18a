"""The rows that count as evidence, or may, for each alternative of a test (record tests, 1.3 to 1.5).

The result of `rows` has the keys of the obligation and: slot (the number of the alternative), action_id, earliest,
latest, holds (true, or empty: it may count), reason, in_time (in time by its nature), implied, kind.
"""

from typing import Any

import ibis

from bounden.engine.agreement import partner_agreed
from bounden.engine.crowded import can_be_thinned
from bounden.engine.days import with_day
from bounden.engine.elsewhere import candidate_rows
from bounden.engine.excuses import near
from bounden.engine.feeds import with_feed
from bounden.engine.files import Files
from bounden.engine.flag_duties import entered
from bounden.engine.flags_as_evidence import flag_rows
from bounden.engine.joins import beside, within
from bounden.engine.nobody import NONE, nobody
from bounden.engine.people import members
from bounden.engine.row_itself import the_row_itself
from bounden.engine.showing import without_answered
from bounden.engine.since import with_beginning
from bounden.engine.started import WHO
from bounden.engine.told import Told, both, certain, doubtful, read, written
from bounden.obligations.judging.deeds import ALSO_DENIES, IMPLICATIONS
from bounden.obligations.judging.starts import per_act
from bounden.obligations.parameters import Parameters
from bounden.obligations.terms import (
    Alternative,
    AtOnce,
    Doing,
    FlagHeld,
    ItsEntry,
    ItsNote,
    ItsRank,
    Member,
    People,
    Standard,
    Test,
)
from bounden.records.vocabulary import RANKS

KEYS = ("file", "person", "trigger_id")
_NO_TEXT = ibis.null().cast("string")
_FOUND = (
    *KEYS,
    "due_earliest",
    "due_latest",
    "slot",
    "action_id",
    "earliest",
    "latest",
    "holds",
    "reason",
    "in_time",
    "may_be_in_time",
    "implied",
    "kind",
)


class Gathering:
    """Gathers the rows, feeds and denials of the alternatives of one test."""

    def __init__(
        self, files: Files, parameters: Parameters, standard: Standard, test: Test, asked: Any, *, crowded: bool
    ) -> None:
        self._files = files
        self._parameters = parameters
        self._standard = standard
        self._test = test
        self._asked = asked
        self._crowded = crowded

    def rows(self, slot: int, one: Alternative) -> Any:
        """Every row that counts, or may, for one alternative."""
        if isinstance(one, FlagHeld):
            rows = flag_rows(self._files, self._parameters, self._asked, one)
            return rows.mutate(slot=ibis.literal(slot, "int64")).select(*_FOUND)
        if isinstance(one, ItsEntry):
            rows = entered(self._files, self._asked)
            return rows.mutate(slot=ibis.literal(slot, "int64")).select(*_FOUND)
        if isinstance(one, ItsNote | ItsRank):
            return the_row_itself(self._files, self._parameters, one, self._asked, slot).select(*_FOUND)
        crowded = self._crowded and can_be_thinned(self._standard, self._test, one)
        found = candidate_rows(self._files, self._asked, one, self._standard.for_each, crowded=crowded)
        rows = self._counting(one, found)
        return rows.mutate(slot=ibis.literal(slot, "int64"), kind=ibis.literal(one.kind)).select(*_FOUND)

    def feeds(self, slots: dict[int, Doing]) -> Any:
        """KEYS, slot, feed: what the extract can show of each alternative from the report to D2."""
        asked = self._asked
        since = ibis.coalesce(asked.report_earliest, asked.start_earliest)
        each = [
            asked.select(
                *KEYS,
                "force",
                "occurrence",
                slot=ibis.literal(slot, "int64"),
                kind=ibis.literal(one.kind),
                for_person=nobody() if one.of_anyone else asked.person,
                window_earliest=ibis.least(since, asked.due_latest),
                window_latest=asked.due_latest,
            )
            for slot, one in slots.items()
        ]
        windows = ibis.union(*each) if len(each) > 1 else each[0]
        fed = with_feed(self._files, windows, (*KEYS, "slot"), [one.kind for one in slots.values()])
        return fed.select(*KEYS, "slot", "feed")

    def denials(self, slots: dict[int, tuple[Doing, Member]]) -> Any:
        """KEYS and denied_<slot>: up to when each alternative is recorded as not done, for the test's person."""
        kinds = sorted({kind for one, member in slots.values() for kind, _ in _denying(one, member)})
        keys = self._asked.select(*KEYS, for_person="person")
        pairs = self._files.denials(keys, *kinds).mutate(whom=ibis.literal("him"))
        if any(one.of_anyone for one, _ in slots.values()):
            anyone = self._files.denials(keys.mutate(person=nobody()), *kinds).mutate(whom=ibis.literal("anyone"))
            pairs = ibis.union(pairs, anyone.mutate(person=anyone.for_person).select(*pairs.columns))
        pairs = self._files.keep("denial_pairs", pairs)
        found = {}
        for slot, (one, member) in slots.items():
            applies = pairs.whom == ("anyone" if one.of_anyone else "him")
            plain = ibis.literal(False)
            for kind, value in _denying(one, member):
                says = pairs.value.isnull() if value is None else (pairs.value.isnull() | (pairs.value == value))
                plain = plain | ((pairs.denial_kind == kind) & says)
            found[f"plain_{slot}"] = pairs.until.max(where=applies & plain.fill_null(False))
            for place, value in enumerate(_values_to_deny(one)):
                says = (pairs.denial_kind == one.kind) & (pairs.value.isnull() | (pairs.value == value))
                found[f"value_{slot}_{place}"] = pairs.until.max(where=applies & says.fill_null(False))
        by_key = pairs.group_by(*KEYS).aggregate(**found)
        ends = {}
        for slot, (one, _) in slots.items():
            values = [by_key[f"value_{slot}_{place}"] for place in range(len(_values_to_deny(one)))]
            until = by_key[f"plain_{slot}"]
            if values:
                every = ibis.literal(True)
                for value in values:
                    every = every & value.notnull()
                least = ibis.least(*values) if len(values) > 1 else values[0]
                until = ibis.greatest(until, every.ifelse(least, ibis.null().cast("timestamp")))
            ends[f"denied_{slot}"] = until
        return by_key.select(*KEYS, **ends)

    def _counting(self, one: Doing, rows: Any) -> Any:
        """Those that count or may, each with the first field that leaves it open."""
        if not one.of_anyone:
            rows = rows.filter((rows.person == NONE) | rows.row_person.isin([NONE, rows.person]))
        earliest = rows.from_start.ifelse(ibis.least(rows.start_earliest, rows.earliest), rows.earliest)
        itself = (~rows.implied & (rows.action_id == rows.first_id)).fill_null(False)
        rows = rows.mutate(act_earliest=rows.earliest, earliest=earliest, itself=itself)
        rows = rows.mutate(same_day=ibis.literal(False), apart=ibis.literal(False))
        rows = self._files.keep("candidate_rows", rows)
        told = [doubtful(rows.doubt.isnull(), rows.doubt.notnull(), rows.doubt)]
        if one.values:
            among = _among(rows.value, one.values, "value", one.kind)
            if one.or_no_value:
                among = certain(rows.value.isnull() | rows.value.isin(sorted(one.values)))
            told.append(among)
        if one.by_role:
            told.append(_among(rows.by_role, one.by_role, "by_role", one.kind))
        if one.rank:
            missing = _missing("by_rank", one.kind)
            told.append(doubtful(rows["rank"] >= RANKS.index(one.rank), rows["rank"].isnull(), missing))
        if one.signed:
            signed = rows.by_id.nullif("").notnull() | rows.by_role.nullif("").notnull()
            told.append(doubtful(signed, ~signed, _missing("by_id", one.kind)))
        rows = written(rows, "told", both(told))
        for ask in (self._another, self._named, self._agreed, self._after_first, self._when, self._staged):
            rows = ask(one, rows)
        if one.elsewhere:
            in_set = doubtful(rows.set_doubt.isnull(), rows.set_doubt.notnull(), rows.set_doubt)
            rows = written(rows, "told", both([read(rows, "told"), in_set]))
        told_all = read(rows, "told")
        rows = rows.filter(told_all.holds.fill_null(True))
        rows = without_answered(self._files, one.kind, rows)
        timely = one.on_the_day or one.near is not None
        return rows.mutate(
            holds=rows.told_holds,
            reason=rows.told_reason,
            in_time=(rows.itself | rows.same_day) if timely else rows.itself,
            may_be_in_time=(~rows.same_day & ~rows.apart) if timely else ibis.literal(False),
        )

    def _another(self, one: Doing, rows: Any) -> Any:
        """By somebody other than who did the named kind for the test's person (AH-15)."""
        if one.by_another_than is None:
            return rows
        done = self._files.done
        starts = done.filter(done.kind == one.by_another_than)
        starts = starts.select("file", start_person=starts.person, start_by=starts.by_id)
        pairs = within(rows.select("file", "person", "by_id").distinct(), starts, ["file"])
        pairs = pairs.filter((pairs.person == NONE) | pairs.start_person.isin([NONE, pairs.person]))
        pairs = pairs.mutate(by=pairs.by_id.fill_null(""))
        found = pairs.group_by("file", "person", "by").aggregate(
            by_the_same=(pairs.start_by == pairs.by_id).fill_null(False).any(), by_unknown=pairs.start_by.isnull().any()
        )
        joined = beside(rows.mutate(by=rows.by_id.fill_null("")), found, ("file", "person", "by"))
        unknown = joined.by_id.isnull() | joined.by_unknown.fill_null(True)
        reason = joined.by_id.isnull().ifelse(f"actions.by_id of {one.kind}", f"actions.by_id of {one.by_another_than}")
        same = joined.by_id.notnull() & joined.by_the_same.fill_null(False)
        told = doubtful(~same & ~unknown, ~same & unknown, reason)
        return self._also(rows, joined, told)

    def _named(self, one: Doing, rows: Any) -> Any:
        """`!`: a row that names nobody counts if the set has one child there."""
        people = self._standard.for_each
        if not one.naming_child:
            return rows
        if isinstance(people, People):
            joined = self._with_children_there(rows, people)
        else:
            joined = rows.mutate(children_there=ibis.literal(0))
        named = (joined.row_person != NONE) | (joined.children_there.fill_null(0) == 1)
        return self._also(rows, joined, doubtful(named, ~named, _missing("person_id", one.kind)))

    def _when(self, one: Doing, rows: Any) -> Any:
        """Not before T where the test asks for that; on T's day where the standard says so (record tests, 1.5)."""
        when = _missing("happened_at", one.kind)
        if one.on_the_day:
            joined = self._on_the_day(rows)
            early = ~joined.same_day & ~joined.apart & (joined.latest <= joined.due_earliest)
            told = doubtful(joined.itself | joined.same_day | early, ~joined.apart, when)
            return self._also(rows, joined, told)
        if one.near is not None:
            joined = rows.mutate(kind=ibis.literal(one.kind))
            told = near(joined, "start", self._parameters, one.near)
            close = told.holds.fill_null(False)
            joined = joined.mutate(same_day=close, apart=~told.holds.fill_null(True))
            sure = joined.itself | joined.same_day
            return self._also(rows, joined, doubtful(sure, ~joined.same_day & ~joined.apart, when))
        if one.since is not None:
            begun = with_beginning(self._files, self._parameters, self._asked, rows, one.since)
            return self._not_before(rows, begun, ibis.literal(True), when)
        by_row = per_act(self._standard, self._test)
        if not (one.anywhere or one.elsewhere or by_row) or isinstance(self._test.due, AtOnce):
            return rows
        asked = ibis.literal(True) if by_row else rows.row_file != rows.file
        begun = rows.mutate(begins_earliest=rows.start_earliest, begins_latest=rows.start_latest)
        return self._not_before(rows, begun, asked, when)

    def _after_first(self, one: Doing, rows: Any) -> Any:
        """Not before the first act of another kind, where one is on record (MC-16)."""
        if one.not_before is None:
            return rows
        done = self._files.done.filter(self._files.done.kind == one.not_before)
        done = done.select("file", other_person=done.person, begins_earliest=done.earliest, begins_latest=done.latest)
        pairs = within(rows.select(*WHO).distinct(), done, ["file"])
        pairs = pairs.filter((pairs.person == NONE) | pairs.other_person.isin([NONE, pairs.person]))
        first = pairs.group_by(*WHO).aggregate(
            begins_earliest=pairs.begins_earliest.min(), begins_latest=pairs.begins_latest.min()
        )
        begun = beside(rows, first, WHO)
        return self._not_before(rows, begun, begun.begins_earliest.notnull(), _missing("happened_at", one.kind))

    def _staged(self, one: Doing, rows: Any) -> Any:
        """Not what discharged the stage before, nor what lies before that."""
        if not self._test.after:
            return rows
        spent = (rows.action_id == rows.after_id).fill_null(False)
        too_soon = (rows.latest < rows.after_earliest).fill_null(False)
        early = (rows.earliest < rows.after_latest).fill_null(False)
        told = doubtful(~spent & ~too_soon & ~early, ~spent & ~too_soon & early, _missing("happened_at", one.kind))
        return self._also(rows, rows, told)

    def _not_before(self, rows: Any, begun: Any, asked: Any, when: Any) -> Any:
        asked = asked & ~begun.itself
        too_soon = asked & (begun.latest < begun.begins_earliest)
        early = asked & (begun.earliest < begun.begins_latest) & ~begun.from_start
        return self._also(rows, begun, doubtful(~too_soon & ~early, ~too_soon & early, when))

    def _also(self, rows: Any, joined: Any, told: Told) -> Any:
        """The rows with one more thing asked of them: the first reason in order stays."""
        answer = written(joined, "told", both([read(joined, "told"), told]))
        return self._files.keep("counted", answer.select(*rows.columns))

    def _with_children_there(self, rows: Any, people: People) -> Any:
        """How many of the set may be in the row's occurrence at T."""
        files = self._files.files.select("occurrence", "force", row_file="file")
        moments = rows.select("row_file", when_earliest="start_earliest", when_latest="start_latest").distinct()
        moments = within(moments, files, ["row_file"]).rename(file="row_file")
        found = members(self._files, people, moments)
        count = found.group_by("file", "when_earliest", "when_latest").aggregate(children_there=found.count())
        count = count.rename(row_file="file", start_earliest="when_earliest", start_latest="when_latest")
        return beside(rows, count, ("row_file", "start_earliest", "start_latest"))

    def _agreed(self, one: Doing, rows: Any) -> Any:
        """A partner's row counts only if the joint plan was agreed by then (IC-19)."""
        if one.partner_after is None:
            return rows
        joined, told = partner_agreed(self._files, one.kind, one.partner_after, rows)
        return self._also(rows, joined, told)

    @staticmethod
    def _on_the_day(rows: Any) -> Any:
        """In time if on T's local day, even if after T; on another day it does not count (AH-27)."""
        for instant, name in (("earliest", "row_first"), ("latest", "row_last")):
            rows = with_day(rows, instant, f"{name}_ordinal", f"{name}_code")
        for instant, name in (("start_earliest", "day_first"), ("start_latest", "day_last")):
            rows = with_day(rows, instant, f"{name}_ordinal", f"{name}_code")
        apart = (rows.row_last_ordinal < rows.day_first_ordinal) | (rows.row_first_ordinal > rows.day_last_ordinal)
        same = (
            (rows.row_first_ordinal == rows.row_last_ordinal)
            & (rows.day_first_ordinal == rows.day_last_ordinal)
            & (rows.row_first_ordinal == rows.day_first_ordinal)
        )
        return rows.mutate(same_day=same, apart=apart)


def _denying(one: Doing, member: Member) -> list[tuple[str, str | None]]:
    """The kinds whose denial, without value or with that value, denies the alternative whatever its values."""
    found: list[tuple[str, str | None]] = [(one.kind, None)]
    rules = [rule for rule in IMPLICATIONS if rule.kind == one.kind]
    found += [(r.implied, r.implied_value) for r in rules if not r.values or (one.values and one.values <= r.values)]
    found += [(kind, None) for kind in ALSO_DENIES.get(one.kind, ())]
    return found + ([(member.denied_by, None)] if member.denied_by else [])


def _values_to_deny(one: Doing) -> list[str]:
    """The values that must each be denied; where a row without value counts, too, denying them is not enough."""
    return [] if one.or_no_value else sorted(one.values)


def _among(column: Any, wanted: frozenset[str], name: str, kind: str) -> Told:
    return doubtful(column.isin(sorted(wanted)), column.isnull(), _missing(name, kind))


def _missing(column: str, kind: str) -> Any:
    return ibis.literal(f"actions.{column} of {kind}")
