"""What an audit asks: the audit questions, and of each standard the part that records cannot show."""

import enum
from collections.abc import Iterable
from dataclasses import dataclass

from bounden.obligations.extent import binds
from bounden.obligations.terms import AuditQuestion, Scope, Severity, Standard
from bounden.obligations.terms.scope import FLAG
from bounden.records import Occurrence
from bounden.standards import CATALOGUE

_NO_CATEGORY = "other"


class Kind(enum.StrEnum):
    """How an entry of the catalogue is answered."""

    STANDARD = "standard"  # from records
    QUESTION = "question"  # by a person, in an audit


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """One question that an auditor answers.

    id, title, area, severity: of the entry of the catalogue that asks it. kind: whether that entry is judged from
    records as well, so that the question is about the rest. question: in words. why_a_person: why it is asked.
    """

    id: str
    title: str
    area: str
    severity: Severity
    kind: Kind
    question: str
    why_a_person: str


def kind_of(one: Standard | AuditQuestion) -> Kind:
    """Whether records or a person answer it."""
    return Kind.STANDARD if isinstance(one, Standard) else Kind.QUESTION


def asked_of_a_case(occurrences: Iterable[Occurrence]) -> tuple[Asked, ...]:
    """What an audit asks of a case, by id: what may apply to one of its occurrences, by kind, category and force."""
    seen = {(one.force, one.kind, one.category or _NO_CATEGORY) for one in occurrences}
    return tuple(
        asked
        for one in CATALOGUE.values()
        if (scope := _scope(one))
        and any(binds(one, force) and _may_be_in(scope, kind, category) for force, kind, category in seen)
        and (asked := _asked(one))
    )


def asked_of_the_force() -> tuple[Asked, ...]:
    """What an audit asks of the force as a whole, by id: also what is about flags and so about no case."""
    return tuple(asked for one in CATALOGUE.values() if _scope(one) is None and (asked := _asked(one)))


def _scope(one: Standard | AuditQuestion) -> Scope | None:
    """The occurrences in whose cases it is asked; None: it is asked of the force."""
    scope = one.looks_at if isinstance(one, Standard) else one.asked_of
    return scope if scope and any(way.kinds != {FLAG} for way in scope.ways) else None


def _may_be_in(scope: Scope, kind: str, category: str) -> bool:
    return any(way.fits(kind, category) for way in scope.ways)


def _asked(one: Standard | AuditQuestion) -> Asked | None:
    """None for a standard that records answer whole."""
    question = one.audit if isinstance(one, Standard) else one.question
    why = "Records do not show this part." if isinstance(one, Standard) else one.why_a_person
    if not question:
        return None
    return Asked(
        id=one.id,
        title=one.title,
        area=one.area,
        severity=one.severity,
        kind=kind_of(one),
        question=question,
        why_a_person=why,
    )
