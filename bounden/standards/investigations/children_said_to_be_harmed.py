"""The children whom a report says to have been harmed."""

from bounden.obligations.terms import People

CHILDREN_SAID_TO_BE_HARMED = People(
    name="each child who is subject or victim", roles=frozenset({"child_subject", "victim"})
)
