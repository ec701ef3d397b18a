"""Numbered marks of what happened, set on as many rows as keep them from covering one another."""

from collections.abc import Sequence
from dataclasses import dataclass

from bounden.obligations.span import Span
from bounden.web.cases.scale import Scale

APART = 7.5  # hundredths of the width: a mark's own width on a phone


@dataclass(frozen=True, slots=True)
class Mark:
    """One record on the line: a disc with its number, and a whisker as long as its time is uncertain."""

    number: int
    x: float
    whisker: float
    row: int
    done: bool


def marks(records: Sequence[tuple[int, Span, bool]], scale: Scale) -> tuple[Mark, ...]:
    """Marks for (number, when, done) in order of time; those that lie wholly outside the scale are left out."""
    rows: list[float] = []
    placed = []
    for number, when, done in records:
        if when.latest < scale.start or when.earliest > scale.end:
            continue
        x = scale.x(when.earliest)
        whisker = round(scale.x(when.latest) - x, 2)
        row = next((i for i, taken in enumerate(rows) if taken + APART <= x), len(rows))
        if row == len(rows):
            rows.append(x)
        rows[row] = x
        placed.append(Mark(number, x, whisker if whisker > 0.3 else 0, row, done))
    return tuple(placed)
