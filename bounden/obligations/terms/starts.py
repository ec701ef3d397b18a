"""The instant T from which time runs (record tests, 1.8)."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from bounden.obligations.terms.endings import Ending
from bounden.obligations.terms.people import People
from bounden.obligations.terms.scope import Scope


@dataclass(frozen=True, slots=True)
class Report:
    """rep: the report of the occurrence; if empty, its first `reported`; both empty: cannot be told."""


@dataclass(frozen=True, slots=True)
class FlagBegun:
    """The beginning of the flag that is judged (AH-11)."""


@dataclass(frozen=True, slots=True)
class Occurred:
    """When what the occurrence records happened (occurred_at); if empty, the report.

    What lies after `as_of` has not happened yet and makes no test.
    """


@dataclass(frozen=True, slots=True)
class Attendance:
    """att: the earlier of the first officers_arrived and the report + `first_seen`."""


@dataclass(frozen=True, slots=True)
class ChildKnown:
    """kn: when police knew of the child: the report, or the earlier of attendance and children_identified.

    of: in a test for the occurrence, the earliest over these children (INV-23).
    """

    of: People | None = None


@dataclass(frozen=True, slots=True)
class First:
    """The first action of these kinds (with one of these values), done; none: no test, or from the report.

    values: a row without value may be the first: it widens T, and alone leaves it open whether there is a test.
    of_anyone: whomever the row names (IC-13, where the arrest names the suspect).
    otherwise: the kinds whose first action counts where none of the others is on record (INV-11).
    """

    kinds: tuple[str, ...]
    values: frozenset[str] = frozenset()
    else_report: bool = False
    of_anyone: bool = False
    otherwise: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class FirstUnattended:
    """The first resolved_without_attendance, or closed while officers_arrived is known not done (IC-17)."""


@dataclass(frozen=True, slots=True)
class EachRow:
    """Every action of these kinds makes its own obligation; `denied_too` also one that says it was not done.

    In a test for each of a set of people, every action that names the person or nobody does so for that person.

    values: rows of the kinds named there count only with one of these values; without value: cannot be told.
    else_report: where there is no such action, one obligation from the report (INV-19).
    besides: a row that names somebody in this role is read as naming nobody (RO-16: it tells of the offender, but the
        duty is owed to the child).
    """

    kinds: tuple[str, ...]
    denied_too: frozenset[str] = frozenset()
    values: Mapping[str, frozenset[str]] = field(default_factory=dict, hash=False)
    else_report: bool = False
    besides: str | None = None


@dataclass(frozen=True, slots=True)
class FirstOfEachDay:
    """The first of these actions on each local day: every such day makes its own obligation (INV-13).

    values: as in EachRow. An action of uncertain day makes an obligation of its own; where another may share its day,
    whether there is one cannot be told.
    """

    kinds: tuple[str, ...]
    values: Mapping[str, frozenset[str]] = field(default_factory=dict, hash=False)


@dataclass(frozen=True, slots=True)
class FirstText:
    """The first text of the occurrence in which one of these phrases stands, else its first text (DM-04).

    Texts are its narrative, from the report on, and the notes of reasons written down. A phrase is found whatever the
    case of its letters, at the borders of words, over line ends and hyphens. No text: no test.
    """

    phrases: frozenset[str]


@dataclass(frozen=True, slots=True)
class EachLowering:
    """Every action of these kinds whose grade is below the grade before it, for the person whom it names (DM-03).

    The grade before is that of the last such row about the person or about nobody. Rows of uncertain order, or
    without value, leave it open whether the grade was lowered.
    """

    kinds: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class FromTheNth:
    """Every action of the kind about the person, in the order of their times, from the n-th on (RO-08)."""

    number: int
    kind: str


@dataclass(frozen=True, slots=True)
class SecondInARow:
    """The second action of the kind in a row with this value, in every such run (RO-10).

    Actions of another value, or of none, of which it cannot be told on which side they lie leave it open.
    """

    kind: str
    value: str


@dataclass(frozen=True, slots=True)
class WithoutResidence:
    """Of a recurring duty: each time in which the person lives nowhere, from the report on (RO-04).

    It begins with the report or with the end of the last residence, and lasts until another begins.
    """


@dataclass(frozen=True, slots=True)
class CarerArrested:
    """The first arrest of somebody in role carer, or of an adult of whom the test's child is a linked child (IC-14).

    An arrest that names nobody may be that of any suspect or carer there: then it cannot be told.
    """


@dataclass(frozen=True, slots=True)
class LastBefore:
    """The last action of a kind up to the first action of another kind; without either of them no test (AH-08)."""

    kind: str
    before: str


@dataclass(frozen=True, slots=True)
class RepeatReport:
    """The report, if in the time before it an action of this kind was about a victim; else another start (AH-20).

    The action stands in another occurrence and names the victim, or names nobody where that person is the victim.
    within: how long before. Where it cannot be told whether there was one, T is either.
    """

    kind: str
    within: str
    otherwise: "Start"


@dataclass(frozen=True, slots=True)
class SignificantHarm:
    """The start of reasonable cause to suspect significant harm (1.10, SH)."""


@dataclass(frozen=True, slots=True)
class EarlierOf:
    """The earlier of two; a first action that is not on record leaves the other.

    One of which it cannot be told whether it began makes T wider, if it may be the earlier.
    """

    one: "Start"
    other: "Start"


@dataclass(frozen=True, slots=True)
class LaterOf:
    """The later of two; a first action that is not on record makes no test."""

    one: "Start"
    other: "Start"


@dataclass(frozen=True, slots=True)
class DueOf:
    """When another standard's obligation fell due without being met (late, missed or cannot be told).

    In a recurring duty the state lasts until that obligation is met after all, or falls due anew (RO-23).
    """

    standard: str


@dataclass(frozen=True, slots=True)
class Repeated:
    """The report, where it is the n-th or later about the same person within a limit (MC-15, DM-05).

    of: the occurrences that count. people: those who have a role of this set in them. often: a parameter, such as
    "3 in 90 d". Only reports before this one count, each as long as its own limit has not passed; whether one counts
    may be impossible to tell.
    """

    of: Scope
    people: People
    often: str


@dataclass(frozen=True, slots=True)
class FirstCounted:
    """The first of the reports that count towards a repeated one."""

    of: Repeated


@dataclass(frozen=True, slots=True)
class Mark:
    """The report + a limit, once that instant has come and unless one of the causes ended by then (MC-17)."""

    limit: str
    unless: tuple[Ending, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class EachNight:
    """Every time that the clock shows `at`, a parameter, while a state lasts (PD-09).

    begins: the start of the state, which belongs to it. until: what ends it; that instant does not belong to it.
    at_most: where no end is on record, the state is not taken to last longer than this limit; where the start is known
        no better than that, one test stands for every night, and it cannot be told.
    """

    begins: First
    at: str
    until: tuple[Ending, ...]
    at_most: str


Start = (
    Report
    | FlagBegun
    | Occurred
    | Attendance
    | ChildKnown
    | First
    | FirstUnattended
    | EachRow
    | FirstOfEachDay
    | FirstText
    | EachLowering
    | FromTheNth
    | SecondInARow
    | CarerArrested
    | LastBefore
    | RepeatReport
    | WithoutResidence
    | SignificantHarm
    | EarlierOf
    | LaterOf
    | DueOf
    | Repeated
    | FirstCounted
    | Mark
    | EachNight
)
