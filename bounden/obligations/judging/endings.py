"""When the cause of an obligation ended (record tests, 1.6)."""

from dataclasses import dataclass
from datetime import date, datetime

from bounden.obligations.clock.local import end_of_day, start_of_day
from bounden.obligations.judging.casefile import CaseFile, first_of
from bounden.obligations.judging.states import stands
from bounden.obligations.judging.told import either
from bounden.obligations.span import Span
from bounden.obligations.terms import Each, Ending, Standard
from bounden.records import Flag

END_UNSURE = "when the cause ended"


@dataclass(frozen=True, slots=True)
class Ended:
    """The first end on record, and why it may be none of this person's."""

    span: Span
    doubt: str = ""


def ended(file: CaseFile, standard: Standard, person_id: str | None, children_there: int, since: Span) -> Ended | None:
    """The first end on record; None if none is. A child's death ends every obligation owed to that child.

    children_there: how many belong to the set, for a row that must name the child and names nobody. since: T; of a
    recurring duty, the start of its state. An end that may lie before it makes the first certain end uncertain.
    """
    plain = [ending for ending in standard.ends if not ending.rationale_for]
    found = [end for ending in plain for end in _ends(file, ending, person_id, since)]
    children = not isinstance(standard.for_each, Each) and standard.for_each.children
    if children and (death := _death(file, person_id)):
        found.append(Ended(death))
    if first := first_of(end.span for end in found if not end.doubt):
        return Ended(Span(min(end.span.earliest for end in found), first.latest))
    for ending in standard.ends:
        rows = [d for d in file.about(person_id, *ending.kinds) if ending.rationale_for == d.value and d.value]
        if named := first_of(d.span for d in rows if d.person_id or children_there == 1):
            return Ended(named)
        if unnamed := first_of(d.span for d in rows):
            return Ended(unnamed, f"actions.person_id of {rows[0].kind}")
    perhaps = first_of(end.span for end in found)
    return Ended(perhaps, min(end.doubt for end in found)) if perhaps else None


def ends(file: CaseFile, ending: Ending, person_id: str | None, start: Span) -> list[Span]:
    """Every end of one sort on record; start: T, before which some actions are no end."""
    return [end.span for end in _ends(file, ending, person_id, start)]


def _ends(file: CaseFile, ending: Ending, person_id: str | None, since: Span) -> list[Ended]:
    acts = file.about(person_id, *ending.kinds)
    rows = [d for d in acts if not ending.values or d.value in ending.values]
    ends = [(d.span, f"actions.happened_at of {d.kind}") for d in rows]
    if file.closed and (ending.closed_at or (ending.else_closed_at and not rows)):
        ends.append((file.closed, "occurrences.closed_at"))
    if ending.died and (death := _death(file, _offender(file, person_id))):
        ends.append((death, "people.died_on"))
    if not ending.since_start:
        return [Ended(span) for span, _ in ends] + _flag_ends(file, ending, person_id, since)
    nameless = [d for d in acts if ending.values and d.value is None]
    perhaps = [
        Ended(end.span, end.doubt or f"actions.value of {d.kind}")
        for d in nameless
        for end in _not_before([(d.span, f"actions.happened_at of {d.kind}")], since)
    ]
    return _not_before(ends, since) + perhaps + _flag_ends(file, ending, person_id, since)


def _flag_ends(file: CaseFile, ending: Ending, person_id: str | None, since: Span) -> list[Ended]:
    """The ends of flags at which no other such flag stands."""
    flags = [f for f in file.book.flags[file.force, person_id or ""] if f.kind == ending.flag]
    found = []
    for flag in flags:
        if flag.to_at is None or flag.to_at > file.as_of:
            continue
        span = Span(flag.to_at, max(flag.to_at, min(flag.to_at_latest or flag.to_at, file.as_of)))
        still = either(stands(other, span, "flags") for other in flags if _times(other) != _times(flag))
        if not still.holds:
            found += [Ended(end.span, end.doubt or still.reason) for end in _not_before([(span, "flags.to_at")], since)]
    return found


def _times(flag: Flag) -> tuple[datetime | None, ...]:
    return (flag.from_at, flag.from_at_latest, flag.to_at, flag.to_at_latest)


def _not_before(ends: list[tuple[Span, str]], since: Span) -> list[Ended]:
    """Those that are not certainly before an instant; of one that may be, the doubt."""
    return [
        Ended(Span(max(span.earliest, since.earliest), span.latest), "" if span.earliest >= since.latest else doubt)
        for span, doubt in ends
        if span.latest >= since.earliest
    ]


def _offender(file: CaseFile, person_id: str | None) -> str | None:
    """The test's person in that role, else the only one there who has it."""
    offenders = [p for p in file.persons if "registered_offender" in file.roles(p)]
    if person_id in offenders:
        return person_id
    return offenders[0] if len(offenders) == 1 else None


def _death(file: CaseFile, person_id: str | None) -> Span | None:
    person = file.book.people.get((file.force, person_id or ""))
    if person is None or person.died_on is None:
        return None
    return _day(person.died_on, file)


def _day(day: date, file: CaseFile) -> Span | None:
    first = start_of_day(day)
    if first > file.as_of:
        return None
    return Span(first, min(end_of_day(day), file.as_of))
