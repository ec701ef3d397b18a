"""Registered sex offenders: assessed, visited as often as their risk asks, each with a named manager."""

from bounden.obligations.terms import (
    OFFENDERS,
    REGISTRATION_ENDED,
    ByCurrentGrade,
    Class,
    First,
    Report,
    Severity,
    SoonerAfter,
    Standard,
    Test,
    Type,
    Within,
    all_of,
    any_of,
    doing,
    reasoned,
    registration,
)
from bounden.standards.offender_sources import (
    OFFENDER_ASSESSMENTS,
    OFFENDER_NOTIFICATION,
    OFFENDER_RISK,
    OFFENDER_VISITS,
    VISIT_FREQUENCY,
)

RO_07 = Standard(
    id="RO-07",
    title="A registered sex offender is visited at home",
    plain=(
        "Officers visit a registered sex offender and see him: every month if his risk is very high, every 3 months "
        "if high, 6 if medium, 12 if low. A visit at which he was not seen does not count. When his risk is raised, "
        "the next visit comes sooner. Visits rest while he is under reactive management."
    ),
    area="offenders",
    type=Type.REC,
    classes=(Class.NATIONAL_GUIDANCE,),
    severity=Severity.CRITICAL,
    clauses=(
        VISIT_FREQUENCY.says("Visits by risk: monthly, every three, six or twelve months."),
        OFFENDER_VISITS.says("How often follows the current practice of the National Police Chiefs' Council."),
    ),
    why="Thames Valley, 2023: inspectors found an unacceptable number of visits to registered sex offenders overdue.",
    looks_at=registration(),
    for_each=OFFENDERS,
    tests=(
        Test(
            starts=Report(),
            due=ByCurrentGrade(
                first="risk_set",
                changed=("risk_set",),
                at_start=True,
                limits={
                    "very_high": "visit_every_very_high",
                    "high": "visit_every_high",
                    "medium": "visit_every_medium",
                    "low": "visit_every_low",
                },
                ungraded=("visit_every_very_high", "visit_every_low"),
            ),
            discharged_by=all_of(doing("visited", "seen")),
            paused_by="reactive_started",
            resumed_by=First(("risk_set",), values=frozenset({"very_high", "high", "medium"})),
        ),
    ),
    excuse=reasoned(),
    ends=(REGISTRATION_ENDED,),
)

RO_11 = Standard(
    id="RO-11",
    title="The risk of a new registered sex offender is assessed",
    plain=(
        "Within 15 days of a sex offender being registered, it is assessed what risk he is and to whom, or it is "
        "written down why not. Everything else, the visits first, follows from it."
    ),
    area="offenders",
    type=Type.BY,
    classes=(Class.NATIONAL_GUIDANCE,),
    severity=Severity.HIGH,
    clauses=(OFFENDER_NOTIFICATION.says("A new offender in the community is assessed within 15 days."),),
    why="How often an offender is visited follows from his risk; until it is assessed, nobody knows who is in danger.",
    looks_at=registration(),
    for_each=OFFENDERS,
    tests=(Test(starts=Report(), due=Within("15 d"), discharged_by=all_of("assessment_completed")),),
    excuse=reasoned(),
    ends=(REGISTRATION_ENDED,),
)

RO_12 = Standard(
    id="RO-12",
    title="The risk of a registered sex offender is assessed again every year, and after every change",
    plain=(
        "What risk a registered sex offender is, or the plan for managing him, is reviewed every 12 months, and within "
        "10 working days of a change in his life being found or of a breach being established."
    ),
    area="offenders",
    type=Type.REC,
    classes=(Class.NATIONAL_GUIDANCE,),
    severity=Severity.HIGH,
    clauses=(
        OFFENDER_ASSESSMENTS.to_be_confirmed("An assessment is reviewed each year and on any significant change."),
        OFFENDER_RISK.to_be_confirmed("Risk is assessed again when circumstances change."),
    ),
    why="An assessment made before he met a family says nothing of the children whom he lives with now.",
    looks_at=registration(),
    for_each=OFFENDERS,
    tests=(
        Test(
            starts=Report(),
            due=SoonerAfter("12 m", ("change_found", "breach_established"), "ro_review_event"),
            discharged_by=all_of(any_of("assessment_completed", "plan_reviewed")),
        ),
    ),
    ends=(REGISTRATION_ENDED,),
    to_be_confirmed=True,
)

RO_13 = Standard(
    id="RO-13",
    title="Every registered sex offender has a named manager",
    plain="From the first working day after registration, one named officer manages each registered sex offender.",
    area="offenders",
    type=Type.WHILE,
    classes=(Class.NATIONAL_GUIDANCE,),
    severity=Severity.HIGH,
    clauses=(OFFENDER_RISK.says("Each offender is managed by a named offender manager."),),
    why="Where nobody in particular manages an offender, nobody notices that he has met a family with children.",
    looks_at=registration(),
    for_each=OFFENDERS,
    tests=(Test(starts=Report(), due=Within("ro_manager"), discharged_by=all_of("manager_assigned")),),
    ends=(REGISTRATION_ENDED,),
)
