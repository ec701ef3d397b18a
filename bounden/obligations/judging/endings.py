"""When the cause of an obligation ended (record tests, 1.6)."""

from dataclasses import dataclass
from datetime import date

from bounden.obligations.clock.local import end_of_day, start_of_day
from bounden.obligations.judging.casefile import CaseFile, first_of
from bounden.obligations.span import Span
from bounden.obligations.terms import Each, Ending, Standard

END_UNSURE = "when the cause ended"


@dataclass(frozen=True, slots=True)
class Ended:
    """The first end on record, and why it may be none of this person's."""

    span: Span
    doubt: str = ""


def ended(file: CaseFile, standard: Standard, person_id: str | None, start: Span, children_there: int) -> Ended | None:
    """The first end on record; None if none is. A child's death ends every obligation owed to that child.

    start: T, before which some actions are no end.
    children_there: how many belong to the set, for a row that must name the child and names nobody.
    """
    spans = [s for ending in standard.ends if not ending.rationale_for for s in ends(file, ending, person_id, start)]
    children = not isinstance(standard.for_each, Each) and standard.for_each.children
    if children and (death := _death(file, person_id)):
        spans.append(death)
    first = first_of(spans)
    if first:
        return Ended(first)
    for ending in standard.ends:
        rows = [d for d in file.about(person_id, *ending.kinds) if ending.rationale_for == d.value and d.value]
        if named := first_of(d.span for d in rows if d.person_id or children_there == 1):
            return Ended(named)
        if unnamed := first_of(d.span for d in rows):
            return Ended(unnamed, f"actions.person_id of {rows[0].kind}")
    return None


def ends(file: CaseFile, ending: Ending, person_id: str | None, start: Span) -> list[Span]:
    """Every end of one sort on record; start: T, before which some actions are no end."""
    spans = [d.span for d in file.about(person_id, *ending.kinds)]
    if ending.since_start:
        spans = [span for span in spans if span.latest >= start.earliest]
    if file.closed and (ending.closed_at or (ending.else_closed_at and not spans)):
        spans.append(file.closed)
    if ending.died and (death := _death(file, _offender(file, person_id))):
        spans.append(death)
    return spans


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
