"""The first of several acts on each local day (INV-13)."""

from collections import defaultdict
from collections.abc import Callable
from datetime import date

from bounden.obligations.clock.local import day_of, start_of_day
from bounden.obligations.judging.deeds import Deed
from bounden.obligations.judging.told import YES, Told, both, untold
from bounden.obligations.span import Span

_Act = tuple[Deed, Told]


def firsts_of_days(rows: list[Deed], counts: Callable[[Deed], Told]) -> list[tuple[Span, str, Told]]:
    """T, the id of the act that gives it, and whether there is a test: for each day, and each act of uncertain day.

    counts: whether an act is one of those asked for.
    """
    acts = [(deed, told) for deed in rows if (told := counts(deed)).holds is not False]
    days: dict[date, list[_Act]] = defaultdict(list)
    for deed, told in acts:
        if day_of(deed.span.earliest) == day_of(deed.span.latest):
            days[day_of(deed.span.earliest)].append((deed, told))
    undated = [(d, told) for d, told in acts if day_of(d.span.earliest) != day_of(d.span.latest)]
    found = [_of_day(day, of_day, [d for d, _ in undated]) for day, of_day in days.items()]
    return found + [_undated(deed, told, [d for d, _ in acts if d is not deed]) for deed, told in undated]


def _of_day(day: date, acts: list[_Act], undated: list[Deed]) -> tuple[Span, str, Told]:
    """The first act of a day; one of uncertain day may have come before it."""
    sure = [deed for deed, told in acts if told.holds]
    those = sure or [deed for deed, _ in acts]
    maybe = [deed.span.earliest for deed, _ in acts]
    maybe += [max(d.span.earliest, start_of_day(day)) for d in undated if _may_be_on(d, day, day)]
    span = Span(min(maybe), min(deed.span.latest for deed in those))
    told = YES if sure else untold(min(told.reason for _, told in acts))
    return span, min(those, key=lambda deed: deed.order).action_id, told


def _undated(deed: Deed, told: Told, others: list[Deed]) -> tuple[Span, str, Told]:
    first, last = day_of(deed.span.earliest), day_of(deed.span.latest)
    shared = any(_may_be_on(other, first, last) for other in others)
    alone = untold(f"actions.happened_at of {deed.kind}") if shared else YES
    return deed.span, deed.action_id, both([told, alone])


def _may_be_on(deed: Deed, first: date, last: date) -> bool:
    return day_of(deed.span.earliest) <= last and day_of(deed.span.latest) >= first
