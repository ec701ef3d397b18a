"""Flags, homes and relationships at an instant: from_at ≤ T < to_at, empty is open (record tests, 1.2)."""

from collections.abc import Iterable
from datetime import datetime

from bounden.obligations.judging.casefile import CaseFile
from bounden.obligations.judging.deeds import Deed
from bounden.obligations.judging.told import NO, YES, Told, either, untold
from bounden.obligations.span import Span
from bounden.obligations.terms import UnderWay
from bounden.records import Flag, Relationship, Residence

_ADULT_FIRST = frozenset({"parent", "grandparent", "carer"})
_EITHER_ORDER = frozenset({"household", "sibling", "other_relative"})


def flagged(file: CaseFile, person_id: str, kinds: frozenset[str], when: Span) -> Told:
    """Whether a person carries a flag of one of these kinds."""
    flags = [f for f in file.book.flags[file.force, person_id] if f.kind in kinds]
    return either([*(stands(f, when, "flags") for f in flags), absent(file, "flags", kinds, person_id, when)])


def on_the_register(file: CaseFile, person_id: str, when: Span) -> Told:
    """Whether a person is the registered offender of an open registration."""
    others = [file, *file.book.elsewhere(file, person_id)]
    return either(
        _open(other, when)
        for other in others
        if other.kind == "registration" and "registered_offender" in other.roles(person_id)
    )


def _open(registration: CaseFile, when: Span) -> Told:
    """From its report up to its closing."""
    begins, ends = registration.report, registration.closed
    if (begins and when.latest < begins.earliest) or (ends and ends.latest <= when.earliest):
        return NO
    if begins is None or begins.latest > when.earliest:
        return untold("occurrences.reported_at")
    return YES if ends is None or when.latest < ends.earliest else untold("occurrences.closed_at")


def under_way(file: CaseFile, person_id: str | None, term: UnderWay, when: Span) -> Told:
    """Whether a state that an action begins lasts: begun by then, and not ended since."""
    rows = file.about(person_id, *term.ended)
    ends = [d for d in rows if not term.ended[d.kind] or d.value in (None, *term.ended[d.kind])]
    return either(_lasts(begun, ends, term, when) for begun in file.about(person_id, term.begun))


def _lasts(begun: Deed, ends: list[Deed], term: UnderWay, when: Span) -> Told:
    if begun.span.earliest > when.latest:
        return NO
    doubts = [] if begun.span.latest <= when.earliest else [f"actions.happened_at of {begun.kind}"]
    for end in ends:
        if end.span.latest <= begun.span.earliest or end.span.earliest > when.latest:
            continue
        if end.value is None and term.ended[end.kind]:
            doubts.append(f"actions.value of {end.kind}")
        elif end.span.earliest > begun.span.latest and end.span.latest <= when.earliest:
            return NO
        else:
            doubts.append(f"actions.happened_at of {end.kind}")
    return untold(min(doubts)) if doubts else YES


def looked_after(file: CaseFile, person_id: str, when: Span) -> Told:
    """LAC: flag looked_after, or residence in a care home (record tests, 1.10)."""
    homes = [r for r in file.book.residences[file.force, person_id] if (file.force, r.place_id) in file.book.care_homes]
    return either(
        [
            flagged(file, person_id, frozenset({"looked_after"}), when),
            *(stands(r, when, "residences") for r in homes),
            absent(file, "residences", frozenset(), person_id, when),
        ]
    )


def linked(file: CaseFile, person_id: str, to: Iterable[str], when: Span) -> Told:
    """Whether a person stands at the child's end of a relationship with one of these people."""
    others = frozenset(to)
    ties = [t for t in file.book.relationships[file.force, person_id] if _links(t, person_id, others)]
    return either(stands(t, when, "relationships") for t in ties)


def linked_people(file: CaseFile, to: Iterable[str]) -> set[str]:
    """Everybody who ever stood at the child's end of a relationship with one of these people."""
    found = set()
    for other in to:
        for tie in file.book.relationships[file.force, other]:
            person_id = tie.other_person_id if tie.person_id == other else tie.person_id
            if _links(tie, person_id, frozenset({other})):
                found.add(person_id)
    return found


def _links(tie: Relationship, person_id: str, others: frozenset[str]) -> bool:
    if tie.person_id == tie.other_person_id:
        return False
    if tie.kind in _ADULT_FIRST:
        return tie.other_person_id == person_id and tie.person_id in others
    if tie.kind in _EITHER_ORDER:
        return (tie.other_person_id == person_id and tie.person_id in others) or (
            tie.person_id == person_id and tie.other_person_id in others
        )
    return False


def stands(state: Flag | Relationship | Residence, when: Span, table: str) -> Told:
    """Whether a state stands: from_at ≤ T < to_at."""
    from_latest = state.from_at_latest or state.from_at or datetime.min
    to_latest = state.to_at_latest or state.to_at or datetime.max
    if when.latest < (state.from_at or datetime.min) or when.earliest >= to_latest:
        return NO
    if from_latest <= when.earliest and when.latest < (state.to_at or datetime.max):
        return YES
    return untold(f"{table}.from_at" if from_latest > when.earliest else f"{table}.to_at")


def absent(file: CaseFile, table: str, kinds: frozenset[str], person_id: str, when: Span) -> Told:
    """An absent row is read as not held, unless the delivery says that the table is not supplied."""
    for row in file.book.coverage(file.force, table, file.occurrence_id):
        applies = (
            not row.supplied
            and (not kinds or row.kind == "*" or row.kind in kinds)
            and row.person_id in (None, person_id)
        )
        overlaps = (row.from_at or datetime.min) <= when.latest and (row.to_at or datetime.max) >= when.earliest
        if applies and overlaps:
            return untold(f"feed {table}: not supplied")
    return NO
