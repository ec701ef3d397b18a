"""Who plays which part in an incident of a category."""

from collections.abc import Callable, Mapping
from datetime import datetime, timedelta

from bounden.obligations.clock.local import day_of
from bounden.simulation.cast import Cast
from bounden.simulation.force import CONTROL
from bounden.simulation.households import family_with_child
from bounden.simulation.people import Recorded, TruePerson, lone, years_between
from bounden.simulation.story import Story

_GROWS_FOR = timedelta(days=480)


class Household:
    """The people of one family as a system holds them, for one incident or several.

    children: every child on record; ties: the relationships on record, as (adult, child). A child without a date of
    birth has none: only its role says that it is a child.
    """

    def __init__(self, story: Story, at: datetime, youngest: int, oldest: int, *, recorded: bool = True) -> None:
        self.story, self.chance, self.at = story, story.chance, at
        self.home, self.fitting = family_with_child(story, at, youngest, oldest, at + _GROWS_FOR)
        self.address = story.place("home", self.home.address, self.home.postcode, CONTROL)
        self.adults = [story.adult(adult, CONTROL) for adult in self.home.adults]
        self.ties: list[tuple[Recorded, Recorded]] = []
        self._records: dict[str, Recorded] = {}
        for true in self.home.children if recorded else ():
            if true.born < day_of(at) and years_between(true.born, day_of(at + _GROWS_FOR)) < 18:
                self._record(true)

    def _record(self, true: TruePerson) -> None:
        sure = self.chance.happens(0.7)
        child = self.story.person(true, CONTROL, birth_needed=sure, child_until=self.at + _GROWS_FOR)
        self._records[true.id] = child
        for adult in self.adults if child.born else ():
            if self.chance.happens(0.6):
                self.story.related(adult, child, self.chance.pick(("parent", "parent", "household", "carer")), CONTROL)
                self.ties.append((adult, child))

    @property
    def children(self) -> list[Recorded]:
        """Every child on record, the eldest first."""
        return list(self._records.values())

    def record_of(self, true: TruePerson) -> Recorded | None:
        """The record of somebody, if there is one."""
        return self._records.get(true.id)

    @property
    def main(self) -> Recorded:
        """The child whom it is about: of the age asked for."""
        found = [who for true in self.fitting if (who := self._records.get(true.id))]
        return found[0]

    def others(self, *but: Recorded) -> list[Recorded]:
        """The other children on record."""
        return [child for child in self.children if child not in but]

    def stranger(self) -> Recorded:
        """An adult from outside the family."""
        story = self.story
        born = day_of(self.at - self.chance.span(timedelta(days=19 * 365), timedelta(days=60 * 365)))
        name = f"{story.name}-{len(self.children)}-{self.chance.whole(0, 10**6)}"
        return story.adult(lone(story.force.seed, story.force.name, name, born, girl=self.chance.happens(0.1)), CONTROL)


def _harmed(household: Household, cast: Cast) -> Recorded:
    """The child said to be harmed: victim of a crime, or subject of the report."""
    child = household.main
    cast.child(child, "victim" if child.born and household.chance.happens(0.6) else "child_subject")
    return child


def _around(household: Household, cast: Cast, *but: Recorded, present: float = 0.4, home: float = 0.3) -> None:
    """The other children: present, of the household, or in no role."""
    for child in household.others(*but):
        drawn = household.chance.random()
        if drawn < present:
            cast.child(child, "child_present")
        elif drawn < present + home:
            cast.child(child, "child_of_household")


def _domestic(household: Household, cast: Cast) -> None:
    victim, *others = household.adults
    cast.adult(victim, "victim")
    cast.adult(others[0] if others else household.stranger(), "suspect")
    _around(household, cast, present=0.5, home=0.25)


def _concern(household: Household, cast: Cast) -> None:
    cast.child(household.main, "child_subject")
    cast.adult(household.adults[-1], "suspect" if household.chance.happens(0.3) else "informant")
    _around(household, cast, household.main)


def _neglect(household: Household, cast: Cast) -> None:
    for child in household.children:
        cast.child(child, "child_subject")
    for adult in household.adults:
        cast.adult(adult, "suspect")
    cast.adult(household.adults[0], "carer")


def _assault(household: Household, cast: Cast) -> None:
    child = _harmed(household, cast)
    suspect = household.adults[-1] if household.chance.happens(0.6) else household.stranger()
    if household.chance.happens(0.85):
        cast.adult(suspect, "suspect")
    for other in household.others(child):
        drawn = household.chance.random()
        if drawn < 0.25 and other.born:
            cast.child(other, "witness")
        elif drawn < 0.5:
            cast.child(other, "child_present")


def _exploitation(household: Household, cast: Cast) -> None:
    child = _harmed(household, cast)
    if household.chance.happens(0.6):
        cast.adult(household.stranger(), "suspect")
    _around(household, cast, child, present=0.05, home=0.2)


def _online(household: Household, cast: Cast) -> None:
    cast.adult(household.adults[-1], "suspect")
    children = household.children
    if household.chance.happens(0.3):
        cast.child(household.main, "child_subject")
        children = household.others(household.main)
    for child in children:
        role = household.chance.weighed((("child_of_suspect", 0.4), ("child_of_household", 0.3), (None, 0.3)))
        if role:
            cast.child(child, role)


def _driving(household: Household, cast: Cast) -> None:
    cast.adult(household.adults[0], "suspect", vehicle=True)
    for child in household.children:
        drawn = household.chance.random()
        if drawn < 0.7 or child is household.main:
            cast.child(child, "child_present" if drawn < 0.6 else "child_subject", vehicle=True)


def _behaviour(household: Household, cast: Cast) -> None:
    cast.child(household.main, "suspect" if household.main.born else "child_subject")
    for child in household.others(household.main)[:1]:
        cast.child(child, "victim" if child.born else "child_subject")


def _subject(household: Household, cast: Cast) -> None:
    cast.child(household.main, "child_subject")
    if household.chance.happens(0.5):
        cast.adult(household.adults[0], "informant")


PARTS: Mapping[str, Callable[[Household, Cast], None]] = {
    "domestic_abuse": _domestic,
    "concern_for_child": _concern,
    "neglect": _neglect,
    "physical_abuse": _assault,
    "sexual_abuse": _assault,
    "sexual_exploitation": _exploitation,
    "criminal_exploitation": _exploitation,
    "online_abuse": _online,
    "drink_drug_drive": _driving,
    "harmful_sexual_behaviour": _behaviour,
    "mental_health": _subject,
    "other": _subject,
}
