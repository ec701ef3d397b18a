"""By which numbers a standard is judged, for which forces and when: the national ones, and a force's own.

A number of a force's own holds for what begins while it is in force. Where the number itself decides when the duty
begins (the 24-hour mark of a missing child), the day of the report counts instead, so that no duty falls between two
numbers or is made twice.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta

from bounden.obligations.clock.local import day_of
from bounden.obligations.extent import binds
from bounden.obligations.naming import numbers_named, parameters_of
from bounden.obligations.parameters import Parameters, Value
from bounden.obligations.terms import Standard


@dataclass(frozen=True, slots=True, kw_only=True)
class LocalNumber:
    """A force's own value of a number of the rulebook.

    force: its name; capitals make no difference. begins, ends: local days, both included; empty: always. reference: the
    force's own document. why, authorised_by: why it asks for less than the national number, and who decided it; else
    empty.
    """

    force: str
    name: str
    value: Value
    begins: date | None = None
    ends: date | None = None
    reference: str
    why: str = ""
    authorised_by: str = ""

    def on(self, day: date) -> bool:
        """Whether it is in force on a day."""
        return _covers(self, day)


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Rule:
    """A standard with the numbers that decide about it.

    force: it is for this one alone; empty: for all but `besides` (names in lower case). begins, ends: local days of T
    or, if `by_report`, of the report; empty: any. own: the numbers of the force's own among the parameters; national:
    the parameters without these.
    """

    standard: Standard
    parameters: Parameters
    national: Parameters
    force: str = ""
    besides: frozenset[str] = frozenset()
    begins: date | None = None
    ends: date | None = None
    by_report: bool = False
    own: tuple[LocalNumber, ...] = ()

    def of(self, force: str) -> bool:
        """Whether the rule is for a force; a standard of England alone is for one in Wales by its own numbers."""
        name = force.lower()
        chosen = name == self.force if self.force else name not in self.besides
        return chosen and (bool(self.own) or binds(self.standard, force))

    def on(self, began: datetime, reported: datetime) -> bool:
        """Whether the rule is for what began then (naive UTC) in an occurrence reported then."""
        if self.begins is None and self.ends is None:
            return True
        return _covers(self, day_of(reported if self.by_report else began))


def _covers(dated: LocalNumber | Rule, day: date) -> bool:
    return (dated.begins is None or day >= dated.begins) and (dated.ends is None or day <= dated.ends)


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Rules:
    """What records are judged by: the standards, the national numbers, and those of forces' own."""

    standards: tuple[Standard, ...]
    parameters: Parameters
    local: tuple[LocalNumber, ...] = ()

    def each(self) -> list[Rule]:
        """The rules, as `rules_of` makes them."""
        return rules_of(self.standards, self.parameters, self.local)


def rules_of(standards: Iterable[Standard], national: Parameters, local: Sequence[LocalNumber] = ()) -> list[Rule]:
    """The rules by which standards are judged: for every force and day exactly one of each standard that binds it."""
    return [rule for standard in standards for rule in _rules(standard, national, local)]


def _rules(standard: Standard, national: Parameters, local: Sequence[LocalNumber]) -> Iterator[Rule]:
    named = parameters_of(standard)
    numbers: dict[str, list[LocalNumber]] = defaultdict(list)
    for number in local:
        if number.name in named:
            numbers[number.force.lower()].append(number)
    yield Rule(standard=standard, parameters=national, national=national, besides=frozenset(numbers))
    starts = {name for test in standard.tests for name in numbers_named(test.starts)}
    for force, own in sorted(numbers.items()):
        for begins, ends in _periods(own):
            held = tuple(number for number in own if number.on(begins or ends or date.max))
            yield Rule(
                standard=standard,
                parameters=with_own(national, held),
                national=national,
                force=force,
                begins=begins,
                ends=ends,
                by_report=any(number.name in starts for number in own),
                own=held,
            )


def _periods(own: Sequence[LocalNumber]) -> Iterator[tuple[date | None, date | None]]:
    """The spans of days in each of which the same numbers are in force, in order, from always to always."""
    days = {number.begins for number in own if number.begins}
    days |= {number.ends + timedelta(days=1) for number in own if number.ends}
    begins: date | None = None
    for day in sorted(days):
        yield begins, day - timedelta(days=1)
        begins = day
    yield begins, None


def with_own(national: Parameters, own: Sequence[LocalNumber]) -> Parameters:
    """The national numbers with a force's own in their places, each of class local."""
    return national.having(
        *(
            replace(
                national.by_name[number.name],
                value=number.value,
                class_="local",
                reference=number.reference,
                to_be_confirmed=False,
                in_force_from=number.begins,
            )
            for number in own
        )
    )
