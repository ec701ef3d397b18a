"""Acts of one kind in the order of their times: from the n-th on, and the second in a row (RO-08, RO-10)."""

from bounden.obligations.judging.casefile import CaseFile
from bounden.obligations.judging.deeds import Deed
from bounden.obligations.judging.told import NO, Told, both, untold
from bounden.obligations.span import Span
from bounden.obligations.terms import FromTheNth, SecondInARow


def from_the_nth(file: CaseFile, start: FromTheNth, person_id: str | None) -> list[Deed]:
    """Each act from the n-th on."""
    return file.about(person_id, start.kind)[start.number - 1 :]


def second_in_a_row(file: CaseFile, start: SecondInARow, person_id: str | None) -> list[tuple[Deed, Span, Told]]:
    """The second act of every run, when the act at its place in time was, and whether it is the second."""
    acts = file.about(person_id, start.kind)
    latest = sorted(act.span.latest for act in acts)
    found = []
    for place, act in enumerate(acts[1:], start=1):
        told = _second(acts, place, start)
        if told.holds is not False:
            found.append((act, Span(act.span.earliest, latest[place]), told))
    return found


def _second(acts: list[Deed], place: int, start: SecondInARow) -> Told:
    if acts[place].value not in (None, start.value):
        return NO
    if any(_muddled(acts, near) for near in range(max(place - 2, 0), place + 1)):
        return untold(f"actions.happened_at of {start.kind}")
    opened = _is(acts[place - 2], start) if place > 1 else NO
    first = Told(not opened.holds) if opened.holds is not None else opened
    return both([_is(acts[place], start), _is(acts[place - 1], start), first])


def _is(act: Deed, start: SecondInARow) -> Told:
    return Told(act.value == start.value) if act.value else untold(f"actions.value of {start.kind}")


def _muddled(acts: list[Deed], place: int) -> bool:
    """Whether the records leave open on which side of it an act of another value lies."""
    one = acts[place]
    return any(
        other.value != one.value
        and (
            other.span == one.span or (other.span.earliest < one.span.latest and one.span.earliest < other.span.latest)
        )
        for other in acts
    )
