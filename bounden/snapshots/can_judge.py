"""What a delivery can show: which standards its records can judge, and the feed or field that would unlock most.

Asked before anything is judged. A standard is judged *in full* where silence is omission for everything it rests on;
*in part* where what was done can be shown, but silence cannot be read; *nothing* of it where no obligation can arise.
"""

import enum
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Any

import duckdb

from bounden.obligations.judging.feeds import Feed
from bounden.obligations.needs import Need, Use, needs
from bounden.obligations.rules import Rules
from bounden.obligations.terms import Standard
from bounden.obligations.wording.kinds import say_missing
from bounden.snapshots.delivered import Delivered, Filled, Sort, delivered

FILE_NAME = "can_judge.json"


class Judges(enum.StrEnum):
    """How much of a standard the records of a force can judge, most first."""

    IN_FULL = "in full"
    IN_PART = "in part"
    NOTHING = "nothing"


@dataclass(frozen=True, slots=True, order=True)
class Lack:
    """A feed that is not complete (column empty), or a field that rows of a feed leave empty."""

    table: str
    kind: str
    column: str


@dataclass(frozen=True, slots=True)
class OfStandard:
    """What one force's records can judge of one standard. occurrences: those of the kinds that it looks
    at; flags, where it looks at flags.
    """

    standard: str
    judges: Judges
    occurrences: int
    lacks: tuple[Lack, ...]


@dataclass(frozen=True, slots=True)
class Gap:
    """One lack of one force, with what supplying it would unlock.

    state: "not supplied" or "not stated" of a feed; of a field: rows, and how many of them leave it empty. alone: the
    standards that lack nothing else; with_others: those that lack more besides.
    """

    lack: Lack
    state: str
    rows: int
    empty: int
    alone: tuple[str, ...]
    with_others: tuple[str, ...]

    @property
    def words(self) -> str:
        """What is lacking, in words, with its code in brackets."""
        lack = self.lack
        place = f"{lack.table}/{lack.kind}" if lack.kind else lack.table
        if not lack.column:
            return say_missing(f"feed {place}: {self.state}")
        field = say_missing(f"{lack.table}.{lack.column}" + (f" of {lack.kind}" if lack.kind else ""))
        return f"{field}, empty in {self.empty:,} of {self.rows:,} rows"


@dataclass(frozen=True, slots=True)
class OfForce:
    """What the records of one force can judge; gaps in the order of what they would unlock, most first."""

    force: str
    standards: tuple[OfStandard, ...]
    gaps: tuple[Gap, ...]


def can_judge(connection: duckdb.DuckDBPyConnection, rules: Rules, as_of: datetime) -> tuple[OfForce, ...]:
    """What each force of a delivery can judge as things stand at `as_of` (naive UTC). Nothing is judged for it.

    Standards that are only proposed, or do not bind a force, are left out. `connection` holds the nine tables.
    """
    rules_in_force = [rule for rule in rules.each() if not rule.standard.proposed]
    found = []
    for held in delivered(connection):
        binding = {rule.standard.id: rule.standard for rule in rules_in_force if rule.of(held.force)}
        found.append(_of_force(held, tuple(binding.values()), as_of))
    return tuple(found)


def _of_force(held: Delivered, standards: tuple[Standard, ...], as_of: datetime) -> OfForce:
    found = [_of_standard(held, one, as_of) for one in standards]
    states = {lack: state for _, lacks in found for lack, state in lacks.items()}
    alone: dict[Lack, list[str]] = defaultdict(list)
    with_others: dict[Lack, list[str]] = defaultdict(list)
    for one, lacks in found:
        # What no such occurrence can show, no feed would unlock.
        if one.occurrences:
            for lack in lacks:
                (alone if len(lacks) == 1 else with_others)[lack].append(one.standard)
    gaps = [
        Gap(lack, *_state(states[lack]), tuple(alone[lack]), tuple(with_others[lack]))
        for lack in {*alone, *with_others}
    ]
    gaps.sort(key=lambda gap: (-len(gap.alone), -len(gap.with_others), gap.lack))
    return OfForce(held.force, tuple(one for one, _ in found), tuple(gaps))


def _state(state: Feed | Filled) -> tuple[str, int, int]:
    return ("", state.rows, state.empty) if isinstance(state, Filled) else (state.value, 0, 0)


def _of_standard(held: Delivered, standard: Standard, as_of: datetime) -> tuple[OfStandard, dict[Lack, Feed | Filled]]:
    ways = [way for test in standard.tests for way in standard.scope_of(test).ways]
    sorts = {sort for sort in held.occurrences if any(way.fits(*sort) for way in ways)}
    number = sum(held.occurrences[sort] for sort in sorts)
    lacks: dict[Lack, Feed | Filled] = {}
    starts = False
    for test in standard.tests:
        rests_on = needs(standard, test)
        lacks |= {lack: state for need in rests_on for lack, state in _lacks(held, need, sorts, as_of)}
        starts |= _can_start(held, rests_on, lacks)
    if not number or not starts:
        judges = Judges.NOTHING
    elif any(isinstance(state, Feed) for state in lacks.values()):
        judges = Judges.IN_PART
    else:
        judges = Judges.IN_FULL
    return OfStandard(standard.id, judges, number, tuple(sorted(lacks))), lacks


def _can_start(held: Delivered, rests_on: tuple[Need, ...], lacks: dict[Lack, Feed | Filled]) -> bool:
    """Whether an act that starts the clock may be found: one is there, or its feed is complete and none happened."""
    kinds = [need.kind for need in rests_on if need.use is Use.STARTS and not need.column]
    return not kinds or any(held.done.get(kind) or Lack("actions", kind, "") not in lacks for kind in kinds)


def _lacks(held: Delivered, need: Need, sorts: set[Sort], as_of: datetime) -> Iterator[tuple[Lack, Feed | Filled]]:
    if not need.column:
        said = held.feed(need.table, need.kind, sorts, as_of)
        if said is not Feed.COMPLETE:
            yield Lack(need.table, need.kind, ""), said
    elif need.table == "occurrences":
        rows = sum(held.occurrences[sort] for sort in sorts)
        empty = sum(held.unreported[sort] for sort in sorts)
        if empty:
            yield Lack(need.table, "", need.column), Filled(rows, empty)
    else:
        filled = held.fields.get((need.table, need.kind, need.column))
        if filled and filled.empty:
            yield Lack(need.table, need.kind, need.column), filled


def as_data(found: tuple[OfForce, ...]) -> list[dict[str, Any]]:
    """As JSON can hold it; `of_data` reads it back."""
    return [
        {
            "force": one.force,
            "standards": [
                {
                    "standard": each.standard,
                    "judges": each.judges.value,
                    "occurrences": each.occurrences,
                    "lacks": [_words(lack) for lack in each.lacks],
                }
                for each in one.standards
            ],
            "gaps": [
                {
                    **_words(gap.lack),
                    "state": gap.state,
                    "rows": gap.rows,
                    "empty": gap.empty,
                    "alone": list(gap.alone),
                    "with_others": list(gap.with_others),
                }
                for gap in one.gaps
            ],
        }
        for one in found
    ]


def of_data(data: list[dict[str, Any]]) -> tuple[OfForce, ...]:
    """Read back what `as_data` wrote."""
    return tuple(
        OfForce(
            one["force"],
            tuple(
                OfStandard(
                    each["standard"],
                    Judges(each["judges"]),
                    each["occurrences"],
                    tuple(Lack(**lack) for lack in each["lacks"]),
                )
                for each in one["standards"]
            ),
            tuple(
                Gap(
                    Lack(gap["table"], gap["kind"], gap["column"]),
                    gap["state"],
                    gap["rows"],
                    gap["empty"],
                    tuple(gap["alone"]),
                    tuple(gap["with_others"]),
                )
                for gap in one["gaps"]
            ),
        )
        for one in data
    )


def _words(lack: Lack) -> dict[str, str]:
    return {"table": lack.table, "kind": lack.kind, "column": lack.column}
