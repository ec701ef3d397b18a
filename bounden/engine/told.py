"""What the records tell of a condition, as two columns: it holds (true, false, null: cannot be told) and the reason."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import reduce
from operator import and_, or_
from typing import Any

import ibis

from bounden.engine.joins import beside

_UNTOLD = ibis.null().cast("boolean")
_NO_REASON = ibis.null().cast("string")


@dataclass(frozen=True, slots=True)
class Told:
    """holds: a boolean column, null where the records cannot tell; reason: null unless they cannot."""

    holds: Any
    reason: Any

    def where(self, condition: Any) -> "Told":
        """The same, but plainly false where the condition does not hold."""
        return Told(condition.ifelse(self.holds, False), condition.ifelse(self.reason, _NO_REASON))


def certain(holds: Any) -> Told:
    """What is known one way or the other; an empty column counts as no."""
    return Told(holds.fill_null(False), _NO_REASON)


def doubtful(yes: Any, doubt: Any, reason: Any) -> Told:
    """Holds where `yes`; cannot be told where `doubt`, for that reason; else does not hold."""
    yes, doubt = yes.fill_null(False), doubt.fill_null(False)
    unsure = ~yes & doubt
    return Told(unsure.ifelse(_UNTOLD, yes), unsure.ifelse(reason, _NO_REASON))


def either(told: Iterable[Told]) -> Told:
    """Holds if one holds; else cannot be told if one cannot, for the first of the reasons by alphabet."""
    parts = list(told)
    if not parts:
        return Told(ibis.literal(False), _NO_REASON)
    holds = reduce(or_, (t.holds for t in parts))
    reason = ibis.least(*(t.reason for t in parts)) if len(parts) > 1 else parts[0].reason
    return Told(holds, holds.isnull().ifelse(reason, _NO_REASON))


def both(told: Iterable[Told]) -> Told:
    """Does not hold if one does not; else cannot be told if one cannot, for the first reason in order."""
    parts = list(told)
    if not parts:
        return Told(ibis.literal(True), _NO_REASON)
    holds = reduce(and_, (t.holds for t in parts))
    return Told(holds, holds.isnull().ifelse(ibis.coalesce(*(t.reason for t in parts)), _NO_REASON))


def written(table: Any, name: str, told: Told) -> Any:
    """The table with the two columns of an answer."""
    return table.mutate(**{f"{name}_holds": told.holds, f"{name}_reason": told.reason})


def read(table: Any, name: str) -> Told:
    """The answer that stands in a table under a name."""
    return Told(table[f"{name}_holds"], table[f"{name}_reason"])


def gathered(table: Any, keys: Sequence[str], name: str, rows: Any) -> Any:
    """The table with the answer that one of `rows` (keys, holds, reason) gives: `either` of them, none is no."""
    found = rows.group_by(*keys).aggregate(
        one_yes=rows.holds.any(), one_doubt=rows.holds.isnull().any(), one_reason=rows.reason.min()
    )
    joined = beside(table, found, keys)
    told = doubtful(joined.one_yes, joined.one_doubt, joined.one_reason)
    return written(joined, name, told).drop("one_yes", "one_doubt", "one_reason")
