"""The closed set of terms in which every standard is written.

A standard says which occurrences it looks at, for whom it makes an obligation, from which instant time runs, by when
the duty is due, what discharges it, what excuses it and what ends it. Nothing else can be said: each term has one
meaning in the reference evaluator and one set-based form in the engine (record tests, section 1).
"""

from bounden.obligations.terms.conditions import (
    AboutAChild,
    AgedFrom,
    AgedUpTo,
    Condition,
    EitherOf,
    Flagged,
    GradedAtDue,
    HasChildAtRisk,
    LookedAfter,
    NotDenied,
    NotKnownUnder,
    RecordedValue,
    Under,
)
from bounden.obligations.terms.deadlines import (
    AtOnce,
    ByCurrentGrade,
    ByFirstGrade,
    Due,
    NextSchoolDay,
    WakingHours,
    Within,
)
from bounden.obligations.terms.endings import (
    DETENTION_ENDED,
    FOUND,
    INVESTIGATION_CLOSED,
    PROTECTION_ENDED,
    REGISTRATION_ENDED,
    Ending,
    told_instead,
)
from bounden.obligations.terms.evidence import Doing, Evidence, FlagHeld, Member, all_of, any_of, doing
from bounden.obligations.terms.excuses import Excuse, reasoned
from bounden.obligations.terms.people import (
    CHILD_SUBJECTS,
    CHILDREN_AT_RISK,
    CHILDREN_AT_SCENE,
    CHILDREN_IN_VEHICLE_OR_AT_ARREST,
    CHILDREN_LIKELY_TO_SUFFER_HARM,
    CHILDREN_OF_SUSPECT,
    DETAINED_CHILDREN,
    MISSING_CHILDREN,
    OFFENDERS,
    PROTECTED_CHILDREN,
    SUSPECTS,
    SUSPECTS_AND_OFFENDERS,
    VICTIMS_AND_WITNESSES,
    VICTIMS_UNDER_18,
    Each,
    People,
)
from bounden.obligations.terms.scope import (
    Scope,
    abuse_incident,
    any_occurrence,
    detention,
    incident,
    missing,
    occurrences,
    police_protection,
    registration,
    risk_incident,
)
from bounden.obligations.terms.standard import Class, Clause, Duty, Severity, Standard, Test, Type
from bounden.obligations.terms.starts import (
    Attendance,
    ChildKnown,
    DueOf,
    EachRow,
    EarlierOf,
    First,
    FirstUnattended,
    LaterOf,
    Report,
    SignificantHarm,
    Start,
)

__all__ = [name for name in dir() if not name.startswith("_") and name[0].isupper()] + [
    "abuse_incident",
    "all_of",
    "any_occurrence",
    "any_of",
    "detention",
    "doing",
    "incident",
    "missing",
    "occurrences",
    "police_protection",
    "reasoned",
    "registration",
    "risk_incident",
    "told_instead",
]
