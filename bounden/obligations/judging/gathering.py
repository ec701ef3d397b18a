"""The rows that count as evidence for one alternative, its feed and its denials (record tests, 1.3 to 1.5)."""

from dataclasses import replace
from datetime import datetime

from bounden.obligations.clock.local import day_of
from bounden.obligations.judging.casefile import CaseFile, first_of
from bounden.obligations.judging.deeds import ALSO_DENIES, IMPLICATIONS, Deed
from bounden.obligations.judging.excuses import near
from bounden.obligations.judging.feeds import Feed
from bounden.obligations.judging.flags_as_evidence import flags_held, its_entry
from bounden.obligations.judging.implied import showing, without_answered
from bounden.obligations.judging.people import members
from bounden.obligations.judging.question import Alternative, Found, Question
from bounden.obligations.judging.ranks import rank_of
from bounden.obligations.judging.starts import per_act, starts, window
from bounden.obligations.judging.told import YES, Told, both, refused, untold
from bounden.obligations.span import Span
from bounden.obligations.terms import (
    AtOnce,
    Doing,
    Each,
    FlagHeld,
    ItsEntry,
    ItsNote,
    ItsRank,
    Member,
    People,
    Start,
    Type,
)
from bounden.obligations.wording.kinds import say_kind, say_word
from bounden.records.vocabulary import RANKS

#: Roles of people who are not police: a child seen by them counts only on an agreed joint plan (IC-19).
PARTNERS = frozenset(
    "partner_agency social_worker social_care social_services council local_authority health nurse doctor school "
    "teacher education probation youth_justice".split()
)
POLICE = frozenset(
    "officer supervisor investigating_officer investigator detective police call_handler control_room custody_officer "
    "offender_manager missing_coordinator".split()
)


def gather(asked: Question, one: Doing | FlagHeld | ItsEntry | ItsNote | ItsRank, member: Member) -> Alternative:
    """Everything on record about one alternative."""
    if isinstance(one, FlagHeld):
        return flags_held(asked, one, _since(asked, one.begun_since) if one.begun_since else None)
    if isinstance(one, ItsEntry):
        return its_entry(asked)
    if isinstance(one, ItsNote | ItsRank):
        return _the_row_itself(asked, one)
    person = None if one.of_anyone else asked.person_id
    over = window(asked.file, asked.start, asked.due.latest)
    rows = _rows(asked, one, person)
    return Alternative(
        kind=one.kind,
        rows=tuple(found for found in rows if found.told.holds is not False),
        feed=asked.file.feed(one.kind, person, over),
        denied_until=_denied_until(asked, one, member, person),
        never_before_start=one.never_before_start,
        passed_over=tuple(found for found in rows if found.told.holds is False),
        denials=tuple(asked.file.denied(person, one.kind)),
    )


def _rows(asked: Question, one: Doing, person: str | None) -> tuple[Found, ...]:
    if asked.type is Type.REC:
        sure = (Found(asked.next_evidence),) if asked.next_evidence else ()
        either = sure + tuple(Found(deed, untold(why)) for deed, why in asked.maybe_evidence)
        return tuple(row for row in either if row.deed.kind == one.kind)
    files = [(asked.file, YES)]
    if one.anywhere and person:
        files += [(file, YES) for file in asked.file.book.elsewhere(asked.file, person)]
    if asked.standard.for_each is Each.REPORT:
        files += [(file, YES) for file in asked.file.book.report_of(asked.file)]
    if one.elsewhere:
        for other, belongs in members(asked.file, one.elsewhere, asked.start):
            files += [(file, belongs) for file in asked.file.book.elsewhere(asked.file, other)]
    found = []
    for file, belongs in files:
        for deed, told in showing(file, one.kind, asked.start):
            judged = _counts(asked, file, one, deed, person)
            found.append(replace(judged, told=both([told, judged.told, belongs])))
    return without_answered(found, asked.due)


def _counts(asked: Question, file: CaseFile, one: Doing, deed: Deed, person: str | None) -> Found:
    """Whether a row counts, with the first reason why not, or the first field that leaves it open."""
    if person is not None and deed.person_id not in (None, person):
        return Found(deed, refused("it names another person"))
    first = asked.started.first
    itself = first is not None and not deed.implied and deed.action_id == first.action_id
    told = [
        _value(one, deed),
        _role(one, deed),
        _rank(one, deed),
        _signed(one, deed),
        _another(asked, one, deed),
        _named(asked, file, one, deed),
        _agreed(file, one, deed, person),
        _after_first(asked, one, deed),
        YES if itself else _when(asked, one, deed),
        _staged(asked, deed),
    ]
    timely: bool | None = False
    if one.on_the_day:
        timely = _same_day(deed.span, asked.start).holds
    elif one.near is not None:
        timely = _near(asked, one.near, deed).holds
    return Found(deed, both(told), in_time=itself or timely is True, may_be_in_time=timely is None)


def _named(asked: Question, file: CaseFile, one: Doing, deed: Deed) -> Told:
    """`!`: a row that names nobody counts if the set has one child there."""
    if not one.naming_child or deed.person_id is not None or _children_there(asked, file) == 1:
        return YES
    return untold(f"actions.person_id of {deed.kind}")


def _when(asked: Question, one: Doing, deed: Deed) -> Told:
    """Not before T where the test asks for that; on T's day where the standard says so (record tests, 1.5)."""
    unsure = untold(f"actions.happened_at of {deed.kind}")
    if one.on_the_day:
        same = _same_day(deed.span, asked.start)
        if same.holds is None:
            return YES if deed.span.latest <= asked.due.earliest else unsure
        return same
    if one.near is not None:
        return _near(asked, one.near, deed)
    if one.since is not None:
        return _not_before(_since(asked, one.since), deed, "it lies too far back")
    elsewhere = deed.occurrence_id != asked.file.occurrence_id and asked.standard.for_each is not Each.REPORT
    since_start = elsewhere or per_act(asked.standard, asked.test)
    if not since_start or isinstance(asked.test.due, AtOnce):
        return YES
    return _not_before(asked.start, deed, "it lies before time began to run")


def _since(asked: Question, since: str | Start) -> Span:
    """From when a row may count; a start that cannot be told stands for T."""
    if isinstance(since, str):
        return asked.clock.before(asked.start, since)
    other = next(iter(starts(asked.file, since, asked.person_id, asked.clock)), None)
    return other.span if other and other.span else asked.start


def _after_first(asked: Question, one: Doing, deed: Deed) -> Told:
    """Not before the first act of another kind, where one is on record (MC-16)."""
    first = first_of(d.span for d in asked.file.about(asked.person_id, one.not_before)) if one.not_before else None
    if first is None:
        return YES
    return _not_before(first, deed, f"it lies before this: {say_kind(one.not_before or '')}")


def _staged(asked: Question, deed: Deed) -> Told:
    """Not what discharged the stage before, nor what lies before that."""
    stage = asked.started.after
    if stage is None:
        return YES
    if deed.action_id == stage.evidence_id:
        return refused("it discharged the stage before")
    return _not_before(stage.span, replace(deed, up_to=None), "it lies before the stage before was discharged")


def _not_before(begins: Span, deed: Deed, why: str) -> Told:
    if deed.span.latest < begins.earliest:
        return refused(why)
    unsure = deed.span.earliest < begins.latest and not deed.up_to
    return untold(f"actions.happened_at of {deed.kind}") if unsure else YES


def _near(asked: Question, limit: str, deed: Deed) -> Told:
    """Within a limit of T, before or after it."""
    return near(deed, asked.start, asked.clock.hours(limit))


def _value(one: Doing, deed: Deed) -> Told:
    if not one.values or (one.or_no_value and deed.value is None):
        return YES
    if deed.value is None:
        return untold(f"actions.value of {deed.kind}")
    return YES if deed.value in one.values else refused(f"its result is “{say_word(deed.value)}”")


def _role(one: Doing, deed: Deed) -> Told:
    if not one.by_role:
        return YES
    if deed.by_role is None:
        return untold(f"actions.by_role of {deed.kind}")
    return YES if deed.by_role in one.by_role else refused(f"it was done in the role of {say_word(deed.by_role)}")


def _rank(one: Doing, deed: Deed) -> Told:
    return at_least(one.rank, deed) if one.rank else YES


def at_least(rank: str, deed: Deed) -> Told:
    """Whether it was done by that rank or above."""
    held = rank_of(deed.by_rank, deed.by_role)
    if held is None:
        return untold(f"actions.by_rank of {deed.kind}")
    return YES if held >= RANKS.index(rank) else refused(f"the rank is below {say_word(rank)}")


def _signed(one: Doing, deed: Deed) -> Told:
    return YES if not one.signed or deed.by_id or deed.by_role else untold(f"actions.by_id of {deed.kind}")


def _another(asked: Question, one: Doing, deed: Deed) -> Told:
    """By somebody other than who did the named kind for the test's person (AH-15)."""
    if one.by_another_than is None:
        return YES
    if deed.by_id is None:
        return untold(f"actions.by_id of {deed.kind}")
    starters = {starter.by_id for starter in asked.file.about(asked.person_id, one.by_another_than)}
    if deed.by_id in starters:
        return refused("it was done by the officer who began it")
    return YES if starters and None not in starters else untold(f"actions.by_id of {one.by_another_than}")


def _agreed(file: CaseFile, one: Doing, deed: Deed, person: str | None) -> Told:
    """A partner's row counts only if the joint plan was agreed by then; a role that is not known may be one (IC-19)."""
    if one.partner_after is None or deed.by_role is None or deed.by_rank or deed.by_role in POLICE:
        return YES
    kind = one.partner_after
    plans = file.about(person, kind)
    if any(p.span.latest <= deed.span.earliest for p in plans):
        return YES
    if deed.by_role not in PARTNERS:
        return untold(f"actions.by_role of {deed.kind}")
    if any(p.span.earliest <= deed.span.latest for p in plans):
        return untold(f"actions.happened_at of {kind}")
    shown = file.feed(kind, person, window(file, deed.span, deed.span.latest))
    denied = any(d.until >= deed.span.latest for d in file.denied(person, kind))
    if shown is Feed.COMPLETE or denied:
        return refused("a partner did it, and no joint plan had been agreed")
    return untold(f"feed actions/{kind}: {shown}")


def _children_there(asked: Question, file: CaseFile) -> int:
    people = asked.standard.for_each
    return len(members(file, people, asked.start)) if isinstance(people, People) else 0


def _same_day(one: Span, other: Span) -> Told:
    days = {day_of(i) for i in (one.earliest, one.latest, other.earliest, other.latest)}
    if len(days) == 1:
        return YES
    apart = day_of(one.latest) < day_of(other.earliest) or day_of(one.earliest) > day_of(other.latest)
    return refused("it was on another day") if apart else untold("actions.happened_at")


def _denied_until(asked: Question, one: Doing, member: Member, person: str | None) -> datetime | None:
    """Up to when the alternative is recorded as not done, for the test's person (record tests, 1.3)."""
    file = asked.file
    ends = [d.until for d in file.denied(person, one.kind) if d.value is None]
    if one.values and not one.or_no_value:
        each = [[d.until for d in file.denied(person, one.kind) if d.value in (None, v)] for v in sorted(one.values)]
        if all(each):
            ends.append(min(max(untils) for untils in each))
    for rule in IMPLICATIONS:
        if rule.kind == one.kind and (not rule.values or (one.values and one.values <= rule.values)):
            ends += [d.until for d in file.denied(person, rule.implied) if d.value in (None, rule.implied_value)]
    for kind in (*ALSO_DENIES.get(one.kind, ()), *((member.denied_by,) if member.denied_by else ())):
        ends += [d.until for d in file.denied(person, kind) if d.value is None]
    return max(ends, default=None)


def _the_row_itself(asked: Question, one: ItsNote | ItsRank) -> Alternative:
    """What the act itself says. Raises TypeError where no act gives T."""
    act = asked.started.row
    if not isinstance(act, Deed):
        raise TypeError(f"{asked.standard.id} asks what the act itself says, but no act gives its start")
    kind = "note" if isinstance(one, ItsNote) else "rank"
    if isinstance(one, ItsNote):
        told = YES if act.note else refused("it carries no note")
    else:
        rank = asked.clock.parameters.rank(one.rank)
        told = at_least(rank, act)
    found = Found(replace(act, span=asked.start), told, in_time=True)
    kept = told.holds is not False
    return Alternative(kind, (found,) if kept else (), Feed.COMPLETE, None, False, () if kept else (found,))
