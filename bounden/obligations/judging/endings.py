"""When the cause of an obligation ended (record tests, 1.6)."""

from datetime import date

from bounden.obligations.clock.local import end_of_day, start_of_day
from bounden.obligations.judging.casefile import CaseFile, first_of
from bounden.obligations.span import Span
from bounden.obligations.terms import Each, Ending, Standard


def ended(file: CaseFile, standard: Standard, person_id: str | None) -> Span | None:
    """The first end on record; None if none is. A child's death ends every obligation owed to that child."""
    spans = [_end(file, ending, person_id) for ending in standard.ends]
    children = not isinstance(standard.for_each, Each) and standard.for_each.children
    if children:
        spans.append(_death(file, person_id))
    return first_of(s for s in spans if s)


def _end(file: CaseFile, ending: Ending, person_id: str | None) -> Span | None:
    if ending.rationale_for:
        rows = [
            d.span for d in file.of_kind(*ending.kinds) if d.value == ending.rationale_for and d.person_id == person_id
        ]
        return first_of(rows)
    spans = [d.span for d in file.about(person_id, *ending.kinds)]
    if file.closed and (ending.closed_at or (ending.else_closed_at and not spans)):
        spans.append(file.closed)
    if ending.died and (death := _death(file, person_id)):
        spans.append(death)
    return first_of(spans)


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
