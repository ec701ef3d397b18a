"""A standard: a cited, dated duty, written so that a detective inspector can read it."""

import enum
from dataclasses import dataclass
from datetime import date

from bounden.obligations.terms.breaches import Breach
from bounden.obligations.terms.conditions import Condition
from bounden.obligations.terms.deadlines import Due
from bounden.obligations.terms.endings import Ending
from bounden.obligations.terms.evidence import Evidence
from bounden.obligations.terms.excuses import Excuse
from bounden.obligations.terms.people import Each, People
from bounden.obligations.terms.scope import Scope
from bounden.obligations.terms.starts import First, Start


class Type(enum.StrEnum):
    """The types of a test (record tests, 1.1)."""

    BY = "do it by the due instant"
    BEFORE = "do it before another recorded act"
    REC = "do it in every interval while a state lasts"
    WHILE = "must stand as long as a state lasts"
    NEVER = "must not be done in this form"


class Class(enum.StrEnum):
    """The standing of a standard, strongest first."""

    STATUTE = "statute"
    STATUTORY_GUIDANCE = "statutory guidance"
    NATIONAL_GUIDANCE = "national guidance"
    GOOD_PRACTICE = "good practice"
    LOCAL = "local"


class Severity(enum.StrEnum):
    """How much harm may follow."""

    CRITICAL = "critical"  # a child may be at immediate risk
    HIGH = "high"
    MEDIUM = "medium"
    LOW = "low"


class Duty(enum.StrEnum):
    """Whose duty it is. Others' clocks are watched and chased, never scored as a police failure."""

    POLICE = "police"
    COUNCIL = "council"
    OFFENDER = "offender"
    COMMISSIONER = "commissioner"


class Extent(enum.StrEnum):
    """Where it binds the forces. Guidance on children is each country's own; police law is mostly common to both."""

    ENGLAND_AND_WALES = "England and Wales"
    ENGLAND = "England"


@dataclass(frozen=True, slots=True, kw_only=True)
class Clause:
    """Where the duty stands in law, guidance or a finding.

    confirmed: the stated fact was seen in the source; otherwise it is shown as "to be confirmed".
    """

    text: str
    source: str
    url: str
    confirmed: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class Test:
    """What is judged. A standard has one, or one a stage.

    starts: the instant T from which time runs; for a recurring duty, the start of the state.
    discharged_by: what counts as done; for a prohibition, None.
    breach: the form of the triggering row that breaches a prohibition; any other is the proper form.
    paused_by, resumed_by: a recurring duty rests from the one to the other or to the next evidence (RO-07).
    type: the type of this stage where it differs from the standard's.
    after: the stage that must have been discharged on record, whether in time or late; what discharged it, and what
        lies before that, does not count again (INV-11).
    only_where: what must hold at T for this stage besides the standard's own conditions.
    looks_at: the occurrences of this stage where they differ from the standard's.
    in_force_from, in_force_to: a version of this stage, by the local day of T, so that a limit and the one that it
        superseded stand side by side; empty: any date on which the standard is in force.
    """

    starts: Start
    due: Due
    discharged_by: Evidence | None = None
    stage: str = ""
    type: Type | None = None
    breach: Breach = frozenset()
    paused_by: str | None = None
    resumed_by: First | None = None
    only_where: tuple[Condition, ...] = ()
    after: str = ""
    looks_at: Scope | None = None
    in_force_from: date | None = None
    in_force_to: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Standard:
    """One standard of the rulebook.

    area: the area of work, also its folder. to_be_confirmed: the number or the source is not yet confirmed.
    why: the finding or published case behind it. audit: the part that records cannot show.
    proposed: why it is not in force yet; it is shown, and makes no obligations until this is empty.
    only_where: all must hold at T. in_force_from, in_force_to: by the local day of T; empty: any date.
    extent: of England alone, it binds no force in Wales (record tests, 1.11).
    """

    id: str
    title: str
    plain: str
    area: str
    type: Type
    classes: tuple[Class, ...]
    severity: Severity
    clauses: tuple[Clause, ...]
    looks_at: Scope
    for_each: People | Each
    tests: tuple[Test, ...]
    why: str
    only_where: tuple[Condition, ...] = ()
    excuse: Excuse | None = None
    ends: tuple[Ending, ...] = ()
    duty: Duty = Duty.POLICE
    extent: Extent = Extent.ENGLAND_AND_WALES
    audit: str = ""
    to_be_confirmed: bool = False
    proposed: str = ""
    in_force_from: date | None = None
    in_force_to: date | None = None
    author: str = "bounden"
    checker: str = "not yet checked"
    next_review: date = date(2027, 11, 21)

    def type_of(self, test: Test) -> Type:
        """The type of one of its tests."""
        return test.type or self.type

    def scope_of(self, test: Test) -> Scope:
        """The occurrences that one of its tests looks at."""
        return test.looks_at or self.looks_at

    def conditions_of(self, test: Test) -> tuple[Condition, ...]:
        """What must hold at T for one of its tests."""
        return self.only_where + test.only_where

    def in_force(self, test: Test, day: date) -> bool:
        """Whether one of its tests applies to a trigger of that local day."""
        begins = [d for d in (self.in_force_from, test.in_force_from) if d]
        ends = [d for d in (self.in_force_to, test.in_force_to) if d]
        return all(day >= d for d in begins) and all(day <= d for d in ends)

    def test_of(self, stage: str, day: date) -> Test:
        """The test of a stage, in the version that applies to a trigger of that local day."""
        return next(test for test in self.tests if test.stage == stage and self.in_force(test, day))
