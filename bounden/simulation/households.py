"""Families that stories draw from, so that the same people turn up in several of them under several records."""

from bounden.simulation.people import Family, family
from bounden.simulation.story import Story, day


def some_family(story: Story) -> Family:
    """One of the families of the force."""
    force = story.force
    return family(force.seed, force.name, story.chance.whole(0, force.families - 1), day(force.as_of))
