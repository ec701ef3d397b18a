"""Families that stories draw from, so that the same people turn up in several of them under several records."""

from datetime import datetime

from bounden.obligations.clock.local import day_of
from bounden.simulation.people import Family, TruePerson, family, years_between
from bounden.simulation.story import Story

_TRIES = 40
_GROWN = 18


def some_family(story: Story) -> Family:
    """One of the families of the force."""
    force = story.force
    return family(force.seed, force.name, story.chance.whole(0, force.families - 1), day_of(force.as_of), force.years)


def family_with_child(
    story: Story, at: datetime, youngest: int, oldest: int, child_until: datetime
) -> tuple[Family, list[TruePerson]]:
    """A family with a child of such an age at an instant, and all its children of that age, the eldest first.

    child_until: they are children until then.

    Children grow up with the years: in a force with few families it may be one that no other story draws.
    """
    force = story.force
    for drawn in range(_TRIES * 10):
        beyond = drawn >= _TRIES
        number = force.families + story.chance.whole(0, 10**9) if beyond else story.chance.whole(0, force.families - 1)
        home = family(force.seed, force.name, number, day_of(force.as_of), force.years)
        fitting = [
            child
            for child in home.children
            if child.born < day_of(at)
            and youngest <= years_between(child.born, day_of(at)) <= oldest
            and years_between(child.born, day_of(child_until)) < _GROWN
        ]
        if fitting:
            return home, fitting
    raise LookupError(f"no family of {force.name} has a child of {youngest} to {oldest} on {day_of(at)}")
