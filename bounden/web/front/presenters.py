"""The numbers of the front page, ready to be shown."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from bounden.obligations.naming import parameters_of
from bounden.obligations.wording.instants import say_value
from bounden.standards import RULEBOOK
from bounden.standards.parameters import read_value
from bounden.web.front.rates import Rate
from bounden.web.wording import AREAS, OUTCOMES

SHOWN = ("met", "late", "missed", "cannot_tell")


@dataclass(frozen=True, slots=True)
class Line:
    """One line of the table of areas."""

    area: str
    label: str
    rate: Rate

    @property
    def stack(self) -> list[dict[str, Any]]:
        """The stretches of its bar, as shares of what was judged."""
        parts, x = [], 0.0
        for outcome in SHOWN:
            n = getattr(self.rate, outcome)
            if n:
                width = 100 * n / self.rate.judged
                parts.append(
                    {"outcome": outcome, "look": OUTCOMES[outcome], "n": n, "x": round(x, 2), "width": round(width, 2)}
                )
                x += width
        return parts

    @property
    def bounds(self) -> dict[str, float] | None:
        """Places of the worst case, the rate and the best case on a line of hundredths."""
        rate = self.rate
        if rate.worst is None or rate.best is None:
            return None
        place = {
            "worst": round(rate.worst, 2),
            "best": round(rate.best, 2),
            "width": round(max(rate.best - rate.worst, 0.6), 2),
        }
        return place if rate.share is None else {**place, "share": round(rate.share, 2)}


def lines(counts: Iterable[dict[str, Any]], *, police: bool) -> tuple[Line, ...]:
    """One line an area, in the order of a case, for police duties or for those of partners."""
    by_area: dict[str, dict[str | None, int]] = defaultdict(dict)
    for row in counts:
        if row["police"] is police:
            by_area[row["area"]][row["outcome"]] = row["n"]
    return tuple(Line(area, label, Rate.of(by_area[area])) for area, label in AREAS.items() if area in by_area)


def total(lines: Iterable[Line]) -> Line:
    """All lines together."""
    return Line("", "All areas", sum((line.rate for line in lines), Rate()))


@dataclass(frozen=True, slots=True)
class Own:
    """A force's own number beside the national one, with a standard that rests on it."""

    force: str
    name: str
    value: str
    national: str
    standards: tuple[str, ...]


def own(local: Iterable[Mapping[str, str]]) -> tuple[Own, ...]:
    """The numbers of forces' own, from a manifest, each with the standards of today that rest on it."""
    return tuple(
        Own(
            force=number["force"],
            name=number["name"],
            value=_said(number["value"]),
            national=_said(number["national"]),
            standards=tuple(one.id for one in RULEBOOK if number["name"] in parameters_of(one)),
        )
        for number in local
    )


def _said(text: str) -> str:
    value = read_value(text)
    return text if value is None else say_value(value)


def percent(value: float | None) -> str:
    """A share in whole per cent; below 1 and above 99 it is not rounded to certainty."""
    if value is None:
        return "–"
    if 0 < value < 1:
        return "under 1%"
    if 99 < value < 100:
        return "over 99%"
    return f"{value:.0f}%"
