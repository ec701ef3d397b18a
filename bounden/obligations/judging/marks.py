"""Instants of the clock at which a state still lasts: so long after the report, or each night (MC-17, PD-09)."""

from collections.abc import Iterator
from datetime import date, datetime, time

from bounden.obligations.clock.local import at_clock_time, day_of, days_after
from bounden.obligations.judging.casefile import CaseFile, first_of
from bounden.obligations.judging.endings import END_UNSURE, ends
from bounden.obligations.judging.limits import Clock
from bounden.obligations.judging.told import NO, YES, Told, both, untold
from bounden.obligations.span import Span
from bounden.obligations.terms import EachNight, Ending, Mark

BEGIN_UNSURE = "when the cause began"
#: The clocks change between 01:00 and 02:00 local: from then on every time of day exists once on every day.
CLOCKS_CHANGED_BY = time(2)


def passed(file: CaseFile, mark: Mark, person_id: str | None, clock: Clock) -> tuple[Span | None, Told]:
    """The instant of a mark (None: the report is not known), and whether it has come and the cause still lasted."""
    if file.report is None:
        return None, YES
    at = clock.after(file.report, mark.limit)
    if at.earliest > file.as_of:
        return at, NO
    return at, _lasting(at, _first_end(file, mark.unless, person_id, file.report))


def nights(
    file: CaseFile, each: EachNight, begun: Span, person_id: str | None, clock: Clock
) -> Iterator[tuple[date, datetime, Told]]:
    """Each local day and the instant of its time at which the state lasted or may have.

    Where the start is known no better than within `at_most`, there is none: see `may_be_any_night`. Raises ValueError
    for a time of day before 02:00.
    """
    shown = clock.parameters.clock_time(each.at)
    if shown < CLOCKS_CHANGED_BY:
        raise ValueError(f"{each.at} must be 02:00 or later: an earlier time may not exist, or come twice")
    longest = clock.after(begun, each.at_most)
    end = _first_end(file, each.until, person_id, begun) or longest
    # A night after the first possible end is only possible, and not for ever.
    end = Span(end.earliest, max(end.earliest, min(end.latest, longest.latest)))
    day = day_of(begun.earliest)
    while (at := at_clock_time(day, shown)) <= file.as_of and at < end.latest:
        if at >= begun.earliest:
            began = YES if at >= begun.latest else untold(BEGIN_UNSURE)
            yield day, at, both([began, _lasting(Span.exactly(at), end)])
        day = days_after(day, 1)


def may_be_any_night(each: EachNight, begun: Span, clock: Clock) -> bool:
    """Whether the start of a state is known so badly that its nights cannot be told apart."""
    return clock.after(begun, each.at_most).earliest < begun.latest


def _first_end(file: CaseFile, unless: tuple[Ending, ...], person_id: str | None, start: Span) -> Span | None:
    return first_of(span for ending in unless for span in ends(file, ending, person_id, start))


def _lasting(at: Span, end: Span | None) -> Told:
    if end is None or end.earliest > at.latest:
        return YES
    return NO if end.latest <= at.earliest else untold(END_UNSURE)
