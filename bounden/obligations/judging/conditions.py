"""Conditions on the person or the occurrence, as the records tell them."""

from dataclasses import dataclass

from bounden.obligations.judging.ages import aged_from, child, known_under
from bounden.obligations.judging.casefile import CaseFile
from bounden.obligations.judging.deeds import Deed, Denial
from bounden.obligations.judging.feeds import Feed
from bounden.obligations.judging.limits import Clock
from bounden.obligations.judging.one_after_another import followed
from bounden.obligations.judging.people import members
from bounden.obligations.judging.starts import significant_harm, window
from bounden.obligations.judging.states import flagged, looked_after, on_the_register, under_way
from bounden.obligations.judging.told import NO, YES, Told, both, either, untold
from bounden.obligations.span import Span
from bounden.obligations.terms import (
    CHILDREN_AT_RISK,
    CHILDREN_LIKELY_TO_SUFFER_HARM,
    AboutAChild,
    AgedFrom,
    AgedUpTo,
    CategoryRecorded,
    Condition,
    EitherOf,
    Flagged,
    Followed,
    GradedAtDue,
    HasChildAtRisk,
    LookedAfter,
    NotDenied,
    NotKnownUnder,
    OnRecord,
    OnTheRegister,
    People,
    ReasonRecorded,
    RecordedValue,
    ReportedBy,
    SignificantHarmSuspected,
    Supplied,
    Under,
    UnderWay,
)

HARM_UNSURE = "when harm was first suspected"


@dataclass(frozen=True, slots=True)
class Asked:
    """Of whom and of which row a condition is asked, at T and, where it speaks of D, at D."""

    file: CaseFile
    person_id: str | None
    when: Span
    row: Deed | Denial | None
    clock: Clock
    due: Span | None = None


def holds(condition: Condition, asked: Asked) -> Told:  # noqa: C901 - one case for each term of a closed set
    """Whether a condition holds, does not hold or cannot be told."""
    file, person_id, when = asked.file, asked.person_id or "", asked.when
    years = asked.clock.parameters.years
    person = file.book.people.get((file.force, person_id))
    match condition:
        case Flagged(kinds):
            return flagged(file, person_id, kinds, when)
        case OnTheRegister():
            return on_the_register(file, person_id, when)
        case UnderWay():
            return under_way(file, asked.person_id, condition, when)
        case Supplied(table, limit):
            return _supplied(asked, table, limit)
        case LookedAfter():
            return looked_after(file, person_id, when)
        case AgedFrom(limit):
            return aged_from(person, years(limit), when)
        case Under(limit):
            return _opposite(aged_from(person, years(limit), when))
        case AgedUpTo(limit):
            return _opposite(aged_from(person, years(limit) + 1, when))
        case NotKnownUnder(limit):
            return NO if known_under(person, years(limit), when) else YES
        case EitherOf(conditions):
            return either(holds(one, asked) for one in conditions)
        case NotDenied(kind):
            done = file.about(asked.person_id, kind)
            return YES if done or not file.denied(asked.person_id, kind) else NO
        case OnRecord(kind):
            return YES if file.about(asked.person_id, kind) else NO
        case RecordedValue(kind, values):
            return either(_has_value(deed, values) for deed in file.of_kind(kind))
        case CategoryRecorded():
            return YES if file.occurrence.category else untold("occurrences.category")
        case Followed():
            return followed(file, condition, asked.person_id)
        case ReasonRecorded(standard, among):
            return _reason_recorded(asked, standard, among)
        case SignificantHarmSuspected():
            return _harm_suspected(asked)
        case AboutAChild():
            return _about_a_child(asked, condition)
        case HasChildAtRisk():
            return either(told for _, told in members(file, CHILDREN_AT_RISK, when))
        case GradedAtDue(grades):
            return _graded(asked, grades)
        case ReportedBy(role, another):
            roles = {deed.by_role for deed in file.of_kind("reported")} - {None, ""}
            return Told(bool(roles) and role not in roles if another else not roles or role in roles)


def _supplied(asked: Asked, table: str, limit: str) -> Told:
    file, when = asked.file, asked.when
    end = asked.clock.after(when, limit).latest
    over = window(file, when, end if end < file.as_of else when.latest)
    return Told(file.feed("*", asked.person_id, over, table) is Feed.COMPLETE)


def _opposite(told: Told) -> Told:
    return told if told.holds is None else Told(not told.holds)


def _has_value(deed: Deed, values: frozenset[str]) -> Told:
    if deed.value is None:
        return untold(f"actions.value of {deed.kind}")
    return Told(deed.value in values)


def _about_a_child(asked: Asked, condition: AboutAChild) -> Told:
    named = asked.row.person_id if asked.row else None
    if named and condition.or_suspect and "suspect" in asked.file.roles(named):
        named = None
    people = [named] if named else list(asked.file.persons)
    return either(child(asked.file, person_id, asked.when) for person_id in people)


def _reason_recorded(asked: Asked, standard: str, among: People) -> Told:
    """A reason that names nobody counts if the set has one child there (`!`)."""
    rows = [d for d in asked.file.about(asked.person_id, "rationale_recorded") if d.value == standard]
    if not rows:
        return NO
    if any(d.person_id for d in rows) or len(members(asked.file, among, asked.when)) == 1:
        return YES
    return untold("actions.person_id of rationale_recorded")


def _harm_suspected(asked: Asked) -> Told:
    """Of the person; where there is none, of every child there."""
    file, when = asked.file, asked.when
    told = [
        both([member, _suspected_by(file, person_id, when, asked.clock)])
        for person_id, member in members(file, CHILDREN_LIKELY_TO_SUFFER_HARM, when)
        if asked.person_id in (None, person_id)
    ]
    if doubts := sorted(t.reason for t in told if t.holds is None):
        return untold(doubts[0])
    if not all(t.holds for t in told):
        return untold("actions.person_id") if any(t.holds for t in told) else NO
    return YES if told else NO


def _suspected_by(file: CaseFile, person_id: str, when: Span, clock: Clock) -> Told:
    started = significant_harm(file, person_id, clock)
    if started is None:
        return NO
    if started.span is None:
        return untold("occurrences.reported_at")
    begun = YES if started.span.latest <= when.earliest else NO
    unsure = begun.holds is False and started.span.earliest <= when.latest
    return both([started.told, untold(HARM_UNSURE) if unsure else begun])


def _graded(asked: Asked, grades: frozenset[str]) -> Told:
    """The grade at D: the last grade or re-grade by then; every grade that may be the last is weighed."""
    file, due = asked.file, asked.due or asked.when
    rows = [d for d in file.about(asked.person_id, "risk_graded", "risk_regraded") if d.span.earliest <= due.latest]
    if not rows:
        complete = file.feed("risk_graded", asked.person_id, window(file, asked.when, due.latest)) is Feed.COMPLETE
        denied = any(d.until >= due.latest for d in file.denied(asked.person_id, "risk_graded") if d.value is None)
        return NO if complete or denied else untold("feed actions/risk_graded: not stated")
    last = [
        row
        for row in rows
        if not any(o.span.earliest > row.span.latest and o.span.latest <= due.earliest for o in rows)
    ]
    told = [_has_value(row, grades) for row in last]
    if not any(row.span.latest <= due.earliest for row in rows):
        told.append(NO)  # none may have been made yet
    unsure = next((t for t in told if t.holds is None), None)
    if unsure:
        return unsure
    return Told(told[0].holds) if len({t.holds for t in told}) == 1 else untold("actions.happened_at of risk_graded")
