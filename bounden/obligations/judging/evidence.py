"""Evidence for one member of what must be done: which rows count, and what the records show at D (1.3 to 1.5)."""

import enum
from dataclasses import dataclass, replace
from datetime import datetime

from bounden.obligations.clock.local import day_of
from bounden.obligations.judging.casefile import CaseFile
from bounden.obligations.judging.deeds import ALSO_DENIES, IMPLICATIONS, LONG_AGO, Deed
from bounden.obligations.judging.feeds import Feed
from bounden.obligations.judging.people import members
from bounden.obligations.judging.starts import Started, window
from bounden.obligations.judging.told import Told, untold
from bounden.obligations.span import Span
from bounden.obligations.terms import AtOnce, Doing, Each, FlagHeld, Member, People, Standard, Test, Type

#: Roles of people who are not police: a child seen by them counts only on an agreed joint plan (IC-19).
PARTNERS = frozenset(
    "partner_agency social_worker social_care council local_authority health school education probation "
    "youth_justice".split()
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """One test for one person: what is asked, of which file, from when and by when."""

    file: CaseFile
    standard: Standard
    test: Test
    person_id: str | None
    started: Started
    start: Span
    due: Span
    next_evidence: Deed | None = None
    maybe_evidence: tuple[Deed, ...] = ()

    @property
    def type(self) -> Type:
        return self.standard.type_of(self.test)

    @property
    def about(self) -> str | None:
        """Whom rows must name, unless they name nobody; None: anybody."""
        return self.person_id


class State(enum.StrEnum):
    """What the records show of one member at D."""

    MET = "met"
    LATE = "late"
    NOT_DONE = "not done"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Found:
    """A row that counts or may: told says which field is missing then. in_time: at D by its nature."""

    deed: Deed
    told: Told = Told(True)
    in_time: bool = False


@dataclass(frozen=True, slots=True)
class Alternative:
    """One alternative: its rows, its feed up to D2, and up to when it is denied."""

    kind: str
    rows: tuple[Found, ...]
    feed: Feed
    denied_until: datetime | None
    never_before_start: bool


@dataclass(frozen=True, slots=True)
class Weighed:
    """A member weighed: its state, the row that decides, what is missing, and the denial that holds."""

    state: State
    span: Span | None = None
    evidence_id: str | None = None
    missing: str = ""
    denied_until: datetime | None = None
    alternatives: tuple[Alternative, ...] = ()


def weigh(asked: Question, member: Member) -> Weighed:
    """What the records show of one member at D (record tests, 1.2 and 1.4, "any")."""
    gathered = tuple(_gather(asked, one, member) for one in member.alternatives)
    rows = [found for one in gathered for found in one.rows]
    sure = sorted((f for f in rows if f.told.holds), key=_by_latest)
    base = Weighed(State.UNKNOWN, alternatives=gathered)
    if sure and (sure[0].in_time or sure[0].deed.span.latest <= asked.due.earliest):
        return replace(base, state=State.MET, span=_in_time(sure[0], asked.due), evidence_id=_id(sure[0]))
    if rows and all(f.deed.span.earliest > asked.due.latest and not f.in_time for f in rows):
        first = min(rows, key=lambda f: f.deed.order)
        barred = _bar_to_late(gathered, rows, asked.due)
        if not barred:
            return replace(base, state=State.LATE, span=first.deed.span, evidence_id=_id(first))
        return replace(base, missing=barred)
    if rows:
        kept = sure[0] if sure else None
        return replace(
            base,
            span=kept.deed.span if kept else None,
            evidence_id=_id(kept) if kept else None,
            missing=_why_unsure(rows, asked.due),
        )
    silent = [one for one in gathered if not _known_not_done(one, asked)]
    if not silent:
        denials = [one.denied_until for one in gathered]
        until = min((d for d in denials if d), default=None) if None not in denials else None
        return replace(base, state=State.NOT_DONE, denied_until=until)
    return replace(base, missing=f"feed actions/{silent[0].kind}: {silent[0].feed}")


def _by_latest(found: Found) -> tuple[bool, datetime, datetime, str]:
    span = found.deed.span
    return (not found.in_time, span.latest, span.earliest, found.deed.action_id)


def _id(found: Found) -> str | None:
    return found.deed.action_id or None


def _in_time(found: Found, due: Span) -> Span:
    """The span of a row that is in time; one that is so by its nature is not later than D1."""
    span = found.deed.span
    if not found.in_time:
        return span
    return Span(min(span.earliest, due.earliest), min(span.latest, due.earliest))


def _bar_to_late(gathered: tuple[Alternative, ...], rows: list[Found], due: Span) -> str:
    for one in gathered:
        if one.feed is Feed.NOT_SUPPLIED:
            return f"feed actions/{one.kind}: {one.feed}"
    if all(f.deed.implied for f in rows):
        for one in gathered:
            denied = one.denied_until is not None and one.denied_until >= due.latest
            if one.feed is not Feed.COMPLETE and not denied:
                return f"feed actions/{one.kind}: {one.feed}"
    return ""


def _why_unsure(rows: list[Found], due: Span) -> str:
    """The first field that leaves it open, else the time of the first row that may be in time."""
    near = sorted((f for f in rows if f.deed.span.earliest <= due.latest or f.in_time), key=lambda f: f.deed.order)
    return next((f.told.reason for f in near if f.told.reason), f"actions.happened_at of {near[0].deed.kind}")


def _known_not_done(one: Alternative, asked: Question) -> bool:
    if one.feed is Feed.COMPLETE:
        return True
    if one.denied_until is not None and one.denied_until >= asked.due.latest:
        return True
    return one.never_before_start and isinstance(asked.test.due, AtOnce)


def _gather(asked: Question, one: Doing | FlagHeld, member: Member) -> Alternative:
    if isinstance(one, FlagHeld):
        return _flags(asked, one)
    person = None if one.of_anyone else asked.about
    over = window(asked.file, asked.start, asked.due.latest)
    return Alternative(
        kind=one.kind,
        rows=_rows(asked, one, person),
        feed=asked.file.feed(one.kind, person, over),
        denied_until=_denied_until(asked, one, member, person),
        never_before_start=one.never_before_start,
    )


def _rows(asked: Question, one: Doing, person: str | None) -> tuple[Found, ...]:
    if asked.type is Type.REC:
        maybe = tuple(Found(d, untold(f"actions.value of {d.kind}")) for d in asked.maybe_evidence)
        return ((Found(asked.next_evidence),) if asked.next_evidence else ()) + maybe
    files = [asked.file]
    if one.anywhere and person:
        files += asked.file.book.elsewhere(asked.file, person)
    found = []
    for file in files:
        for deed, told in _of_the_kind(file, one, asked):
            judged = _counts(asked, file, one, deed, person)
            if judged is not None:
                reason = told.reason or judged.told.reason
                found.append(replace(judged, told=untold(reason) if reason else judged.told))
    return tuple(found)


def _of_the_kind(file: CaseFile, one: Doing, asked: Question) -> list[tuple[Deed, Told]]:
    """Rows of the kind itself and those that imply it."""
    rows = [(d, Told(True)) for d in file.deeds if d.kind == one.kind]
    for rule in IMPLICATIONS:
        if rule.implied != one.kind:
            continue
        for deed in file.deeds:
            if deed.kind != rule.kind or (rule.values and deed.value and deed.value not in rule.values):
                continue
            told = untold(f"actions.value of {deed.kind}") if rule.values and deed.value is None else Told(True)
            span = deed.span if rule.same_moment else Span(min(asked.start.earliest, deed.span.earliest), deed.span.latest)
            rows.append((replace(deed, kind=one.kind, value=rule.implied_value, span=span, implied=True), told))
    if one.kind == "closed" and file.closed:
        here = file.occurrence_id
        rows.append((Deed(here, here, "closed", None, None, file.closed, implied=True), Told(True)))
    return rows


def _counts(asked: Question, file: CaseFile, one: Doing, deed: Deed, person: str | None) -> Found | None:
    """Whether a row counts: None if not; else with the first field that leaves it open."""
    if person is not None and deed.person_id not in (None, person):
        return None
    for check in (_value, _role, _another):
        told = check(file, one, deed)
        if told.holds is not True:
            return Found(deed, told) if told.holds is None else None
    doubts = []
    if one.naming_child and deed.person_id is None and _children_there(asked, file) != 1:
        doubts.append(f"actions.person_id of {deed.kind}")
    if one.partner_after:
        agreed = _after_agreement(file, one.partner_after, deed, person)
        if agreed.holds is False:
            return None
        doubts.append(agreed.reason)
    first = asked.started.first
    itself = first is not None and not deed.implied and deed.action_id == first.action_id
    in_time = itself
    if one.on_the_day and not itself:
        same = _same_day(deed.span, asked.start)
        if same is False:
            return None
        in_time = same is True
        if same is None and deed.span.latest > asked.due.earliest:
            doubts.append(f"actions.happened_at of {deed.kind}")
    after_start = one.anywhere or (asked.standard.for_each is Each.ROW and not one.on_the_day)
    if after_start and not itself and not isinstance(asked.test.due, AtOnce):
        if deed.span.latest < asked.start.earliest:
            return None
        if deed.span.earliest < asked.start.latest and not deed.implied:
            doubts.append(f"actions.happened_at of {deed.kind}")
    reason = next((d for d in doubts if d), "")
    return Found(deed, untold(reason) if reason else Told(True), in_time=in_time)


def _value(file: CaseFile, one: Doing, deed: Deed) -> Told:
    if not one.values:
        return Told(True)
    return untold(f"actions.value of {deed.kind}") if deed.value is None else Told(deed.value in one.values)


def _role(file: CaseFile, one: Doing, deed: Deed) -> Told:
    if not one.by_role:
        return Told(True)
    return untold(f"actions.by_role of {deed.kind}") if deed.by_role is None else Told(deed.by_role in one.by_role)


def _another(file: CaseFile, one: Doing, deed: Deed) -> Told:
    """By somebody other than who did the first action of the named kind (AH-15)."""
    if one.by_another_than is None:
        return Told(True)
    starters = file.about(deed.person_id, one.by_another_than)
    if deed.by_id is None or not starters or starters[0].by_id is None:
        return untold(f"actions.by_id of {deed.kind if deed.by_id is None else one.by_another_than}")
    return Told(deed.by_id != starters[0].by_id)


def _after_agreement(file: CaseFile, kind: str, deed: Deed, person: str | None) -> Told:
    """A partner's row counts only if the joint plan was agreed by then (IC-19)."""
    if deed.by_role not in PARTNERS:
        return Told(True)
    plans = file.about(person, kind)
    if any(p.span.latest <= deed.span.earliest for p in plans):
        return Told(True)
    if any(p.span.earliest <= deed.span.latest for p in plans):
        return untold(f"actions.happened_at of {kind}")
    complete = file.feed(kind, person, window(file, deed.span, deed.span.latest)) is Feed.COMPLETE
    denied = any(d.until >= deed.span.latest for d in file.denied(person, kind))
    return Told(False) if complete or denied else untold(f"feed actions/{kind}: not stated")


def _children_there(asked: Question, file: CaseFile) -> int:
    people = asked.standard.for_each
    return len(members(file, people, asked.start)) if isinstance(people, People) else 0


def _same_day(one: Span, other: Span) -> bool | None:
    days = {day_of(i) for i in (one.earliest, one.latest, other.earliest, other.latest)}
    if len(days) == 1:
        return True
    apart = day_of(one.latest) < day_of(other.earliest) or day_of(one.earliest) > day_of(other.latest)
    return False if apart else None


def _denied_until(asked: Question, one: Doing, member: Member, person: str | None) -> datetime | None:
    """Up to when the alternative is recorded as not done, for the test's person (record tests, 1.3)."""
    file = asked.file
    ends = [d.until for d in file.denied(person, one.kind) if d.value is None]
    if one.values:
        each = [[d.until for d in file.denied(person, one.kind) if d.value in (None, v)] for v in sorted(one.values)]
        if all(each):
            ends.append(min(max(untils) for untils in each))
    for rule in IMPLICATIONS:
        if rule.kind == one.kind and (not rule.values or (one.values and one.values <= rule.values)):
            ends += [d.until for d in file.denied(person, rule.implied) if d.value in (None, rule.implied_value)]
    for kind in (*ALSO_DENIES.get(one.kind, ()), *((member.denied_by,) if member.denied_by else ())):
        ends += [d.until for d in file.denied(person, kind) if d.value is None]
    if isinstance(asked.test.due, AtOnce) and asked.started.first is None and asked.started.row is not None:
        if asked.started.row in file.denials:
            ends.append(asked.file.as_of)
    return max(ends, default=None)


def _flags(asked: Question, one: FlagHeld) -> Alternative:
    """A flag already held counts from T; one that ended before D does not count (INV-17)."""
    file, due = asked.file, asked.due
    rows = []
    for flag in file.book.flags[file.force, asked.person_id or ""]:
        earliest = flag.from_at or LONG_AGO
        if flag.kind not in one.kinds or earliest > file.as_of:
            continue
        latest = min(flag.from_at_latest or earliest, file.as_of)
        since = asked.start.earliest
        span = Span(max(earliest, since), max(latest, since))
        told = Told(True)
        if flag.to_at is not None:
            ended = flag.to_at_latest or flag.to_at
            if ended <= due.earliest:
                continue
            if flag.to_at <= due.latest:
                told = untold("flags.to_at")
        rows.append(Found(Deed("", file.occurrence_id, "flag", flag.kind, flag.person_id, span), told))
    over = Span(min(asked.start.earliest, due.latest), due.latest)
    missing = any(file.feed(kind, asked.person_id, over, "flags") is Feed.NOT_SUPPLIED for kind in one.kinds)
    return Alternative("flag", tuple(rows), Feed.NOT_SUPPLIED if missing else Feed.COMPLETE, None, False)
