"""Feeds of triggers that a delivery does not supply: their standards make no obligation, and that must be said once."""

from collections.abc import Iterable
from dataclasses import dataclass

from bounden.obligations.needs import starting_kinds
from bounden.obligations.terms import Standard
from bounden.records import Coverage

_EVERY_KIND = "*"


@dataclass(frozen=True, slots=True, kw_only=True, order=True)
class NotSupplied:
    """A kind of action that starts these standards, and that a force's delivery does not supply throughout."""

    force: str
    kind: str
    standards: tuple[str, ...]


def not_supplied(standards: Iterable[Standard], coverage: Iterable[Coverage]) -> list[NotSupplied]:
    """Every such kind of every force, in order (record tests, 1.2: such a trigger exists only where it is recorded)."""
    started: dict[str, set[str]] = {}
    for standard in (s for s in standards if not s.proposed):
        for test in standard.tests:
            for kind in starting_kinds(test.starts):
                started.setdefault(kind, set()).add(standard.id)
    lacking = {
        (row.force, kind)
        for row in coverage
        if row.table == "actions" and not row.supplied and row.occurrence_id is None and row.person_id is None
        for kind in (started if row.kind == _EVERY_KIND else (row.kind,))
        if kind in started
    }
    return [NotSupplied(force=f, kind=k, standards=tuple(sorted(started[k]))) for f, k in sorted(lacking)]
