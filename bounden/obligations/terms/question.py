"""An audit question: a cited, dated duty that no record can answer, so that a person does."""

from dataclasses import dataclass
from datetime import date

from bounden.obligations.terms.scope import Scope
from bounden.obligations.terms.standard import Class, Clause, Duty, Extent, Severity, Type


@dataclass(frozen=True, slots=True, kw_only=True)
class AuditQuestion:
    """One duty of the catalogue that is asked about in an audit. It makes no obligation and has no outcome.

    question: as the auditor asks it. plain: the duty itself. why_a_person: why records cannot answer it.
    asked_of: the occurrences of which it is asked; None: of the force as a whole.
    type: how it would be judged if an extract held the data; None: it needs judgement whatever the records hold.
    clock: by when, or how often, in words; empty: it has none. numbers: the parameters on which it rests.
    extent: of England alone, it is not asked of a force in Wales. in_force_from, in_force_to: empty: any date.
    """

    id: str
    title: str
    question: str
    plain: str
    area: str
    classes: tuple[Class, ...]
    severity: Severity
    clauses: tuple[Clause, ...]
    why_a_person: str
    asked_of: Scope | None
    type: Type | None = None
    clock: str = ""
    numbers: tuple[str, ...] = ()
    duty: Duty = Duty.POLICE
    extent: Extent = Extent.ENGLAND_AND_WALES
    to_be_confirmed: bool = False
    in_force_from: date | None = None
    in_force_to: date | None = None
    author: str = "bounden"
    checker: str = "not yet checked"
    next_review: date = date(2027, 11, 21)
