"""Reactive management: offenders of low risk who are no longer visited by the calendar, but watched for any change."""

from bounden.obligations.terms import (
    REGISTRATION_ENDED,
    AtOnce,
    Class,
    Each,
    EachRow,
    Preceded,
    Severity,
    Standard,
    Test,
    Type,
    UnderWay,
    Within,
    all_of,
    doing,
    registration,
)
from bounden.standards.offender_sources import REACTIVE_MANAGEMENT, VISIT_FREQUENCY

_ABOVE_LOW = ("medium", "high", "very_high")
_REACTIVE = UnderWay(
    begun="reactive_started",
    ended={"visited": frozenset({"seen"}), "risk_set": frozenset(_ABOVE_LOW)},
)

RO_14 = Standard(
    id="RO-14",
    title="Only offenders of steadily low risk are left without visits, and any sign against it is looked at",
    plain=(
        "A registered sex offender comes under reactive management only if his risk was low and he breached nothing "
        "in the 3 years before. Once he is, anything learnt of him, any change and any breach is followed by a review "
        "on the next working day."
    ),
    area="offenders",
    type=Type.NEVER,
    classes=(Class.NATIONAL_GUIDANCE,),
    severity=Severity.CRITICAL,
    clauses=(
        VISIT_FREQUENCY.says("Offenders of low risk for at least three years may be managed without planned visits."),
        REACTIVE_MANAGEMENT.says("Reactive management answers intelligence and changes instead of making visits."),
    ),
    why="Nobody visits an offender under reactive management: if a sign is not looked at, nothing else will show it.",
    looks_at=registration(),
    for_each=Each.ROW,
    tests=(
        Test(
            stage="1",
            starts=EachRow(("reactive_started",)),
            due=AtOnce(),
            breach=Preceded(by=(doing("risk_set", *_ABOVE_LOW), doing("breach_established")), within="36 m"),
        ),
        Test(
            stage="2",
            type=Type.BY,
            starts=EachRow(("intelligence_received", "change_found", "breach_established")),
            only_where=(_REACTIVE,),
            due=Within("ro_reactive"),
            discharged_by=all_of("reactive_reviewed"),
        ),
    ),
    ends=(REGISTRATION_ENDED,),
)
