"""Police ranks (record tests, 1.7)."""

from bounden.records.vocabulary import RANKS

_IGNORED = frozenset({"detective", "temporary"})


def rank_of(by_rank: str | None, by_role: str | None) -> int | None:
    """How senior somebody is, from 0; "detective" and "temporary" are ignored; None where it is not known.

    A role of supervisor stands for a sergeant.
    """
    if by_rank:
        words = [w for w in by_rank.strip().lower().replace("-", "_").replace(" ", "_").split("_") if w not in _IGNORED]
        name = "_".join(words)
        return RANKS.index(name) if name in RANKS else None
    return RANKS.index("sergeant") if by_role == "supervisor" else None
