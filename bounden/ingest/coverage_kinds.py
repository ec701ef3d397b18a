"""The kinds that a coverage row may name."""

from bounden.records import vocabulary

_EVERY = frozenset({"*"})

_KINDS = {
    "actions": vocabulary.ALL_ACTION_KINDS,
    "flags": vocabulary.FLAG_KINDS,
    "involvements": vocabulary.ROLES,
    "occurrences": vocabulary.OCCURRENCE_KINDS,
    "places": vocabulary.PLACE_KINDS,
    "relationships": vocabulary.RELATIONSHIP_KINDS,
}


def kinds_of(table: str) -> frozenset[str]:
    """The kinds of a table, roles of involvements included, and * for every kind."""
    return _KINDS.get(table, frozenset()) | _EVERY
