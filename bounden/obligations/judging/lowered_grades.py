"""Grades of risk that lie below the grade before them (record tests, 1.9)."""

from bounden.obligations.judging.casefile import CaseFile
from bounden.obligations.judging.deeds import Deed
from bounden.obligations.judging.told import NO, YES, Told, untold

#: very_high > high > medium > low = standard > no_apparent_risk.
LEVELS = {"very_high": 4, "high": 3, "medium": 2, "low": 1, "standard": 1, "no_apparent_risk": 0}
LOWEST, HIGHEST = min(LEVELS.values()), max(LEVELS.values())


def lowerings(file: CaseFile, kinds: tuple[str, ...]) -> list[tuple[Deed, Told]]:
    """Every row whose grade is, or may be, below the grade before it."""
    told = [(d, _lowered(d, [o for o in file.about(d.person_id, *kinds) if o is not d])) for d in file.of_kind(*kinds)]
    return [(deed, each) for deed, each in told if each.holds is not False]


def _lowered(row: Deed, others: list[Deed]) -> Told:
    """Every row that may be the last before it is weighed; where none is certainly before it, there may be none."""
    before = [d for d in others if d.span.earliest <= row.span.latest]
    sure = [d for d in before if d.span.latest < row.span.earliest]
    last = [d for d in before if not any(o.span.earliest > d.span.latest for o in sure)]
    told = [_below(row, d) for d in last] + ([] if sure else [NO])
    doubts = sorted(t.reason for t in told if t.holds is None)
    if len({t.holds for t in told}) == 1 and not doubts:
        return told[0]
    return untold(doubts[0] if doubts else f"actions.happened_at of {row.kind}")


def _below(row: Deed, before: Deed) -> Told:
    """Whether one grade is below another; a row without value may have any."""
    here, there = LEVELS.get(row.value or ""), LEVELS.get(before.value or "")
    if here is not None and there is not None:
        return YES if here < there else NO
    if here == HIGHEST or there == LOWEST:
        return NO
    return untold(f"actions.value of {row.kind if here is None else before.kind}")
