"""The children of a household, whether or not anybody wrote them into the incident."""

from dataclasses import replace

from bounden.obligations.terms import CHILDREN_AT_RISK

CHILDREN_AT_RISK_OR_LINKED = replace(
    CHILDREN_AT_RISK,
    name="each child at risk, or child of the household or family of a victim or suspect",
    linked_to=frozenset({"victim", "suspect"}),
)
