"""Conditions on the person or the occurrence, judged at T unless said otherwise: true, false or cannot be told."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from bounden.obligations.terms.people import People


@dataclass(frozen=True, slots=True)
class Flagged:
    """The person carries a flag of one of these kinds."""

    kinds: frozenset[str]


@dataclass(frozen=True, slots=True)
class OnTheRegister:
    """The person is the registered offender of a registration that is open (record tests, 1.10, offender)."""


@dataclass(frozen=True, slots=True)
class UnderWay:
    """The state that an action of this kind begins lasts at T: none of what ends it was done since (RO-14).

    ended: kind to the values that end it; empty: any. What is done at T itself ends it by then.
    """

    begun: str
    ended: Mapping[str, frozenset[str]] = field(hash=False)


@dataclass(frozen=True, slots=True)
class Supplied:
    """The extract says that this table is complete about the person, from the report to T or, once past, T + a limit.

    Where it does not say so, there is no test: silence is not even a reason to ask (RO-04).
    """

    table: str
    limit: str


@dataclass(frozen=True, slots=True)
class LookedAfter:
    """LAC: flag looked_after, or residence in a place of kind care_home."""


@dataclass(frozen=True, slots=True)
class AgedFrom:
    """Aged so many years (a parameter or a number) or over."""

    years: str


@dataclass(frozen=True, slots=True)
class AgedUpTo:
    """Aged at most so many whole years."""

    years: str


@dataclass(frozen=True, slots=True)
class Under:
    """Under so many years."""

    years: str


@dataclass(frozen=True, slots=True)
class NotKnownUnder:
    """Not known to be under so many years; an unknown age fits (INV-04)."""

    years: str


@dataclass(frozen=True, slots=True)
class EitherOf:
    """One of the conditions holds."""

    conditions: tuple["Condition", ...]


@dataclass(frozen=True, slots=True)
class NotDenied:
    """The kind is not recorded as not done, for him or for everybody; a done row beats a denial (INV-04)."""

    kind: str


@dataclass(frozen=True, slots=True)
class OnRecord:
    """An action of the kind is on record as done, for him or for nobody (INV-11)."""

    kind: str


@dataclass(frozen=True, slots=True)
class RecordedValue:
    """An action of the kind with one of these values is on record; a row without value: cannot be told (IC-03)."""

    kind: str
    values: frozenset[str]


@dataclass(frozen=True, slots=True)
class CategoryRecorded:
    """The occurrence has a category; an empty one: cannot be told, although it counts as `other` (AH-22)."""


@dataclass(frozen=True, slots=True)
class Followed:
    """After the first action of a kind one of another kind was done, or a flag of one of these kinds began (AH-08).

    A flag that has no beginning on record was held all along: it began after nothing.
    """

    first: str
    by: str
    flags: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class ReasonRecorded:
    """A reason under this standard is on record for the child: a rationale_recorded of that value (IC-12).

    among: the set in which a reason that names nobody counts only if there is one child; else it cannot be told.
    """

    standard: str
    among: People


@dataclass(frozen=True, slots=True)
class SignificantHarmSuspected:
    """There was reasonable cause to suspect significant harm of the person by then (1.10, SH).

    Where the test has no person: of every child there; of some of them only: it cannot be told (AH-03).
    """


@dataclass(frozen=True, slots=True)
class AboutAChild:
    """The row that gives T names a child, or names nobody in an occurrence with a child.

    or_suspect: or names a suspect there (DM-01, where an arrest names the suspect of what was done to the child).
    """

    or_suspect: bool = False


@dataclass(frozen=True, slots=True)
class HasChildAtRisk:
    """The occurrence has a child at risk (CR)."""


@dataclass(frozen=True, slots=True)
class GradedAtDue:
    """The risk grade at D, the last risk_graded or risk_regraded, is one of these; ungraded: it is not (MC-07)."""

    grades: frozenset[str]


@dataclass(frozen=True, slots=True)
class ReportedBy:
    """Whoever reported the occurrence had this role, or nobody's role is on record (GOV-01).

    another: a role is on record, and this is not among them (GOV-16).
    """

    role: str
    another: bool = False


Condition = (
    Flagged
    | OnTheRegister
    | UnderWay
    | Supplied
    | LookedAfter
    | AgedFrom
    | AgedUpTo
    | Under
    | NotKnownUnder
    | EitherOf
    | NotDenied
    | OnRecord
    | RecordedValue
    | CategoryRecorded
    | Followed
    | ReasonRecorded
    | SignificantHarmSuspected
    | AboutAChild
    | HasChildAtRisk
    | GradedAtDue
    | ReportedBy
)
