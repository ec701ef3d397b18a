"""What a person must judge of how those who pose a risk to children are managed."""

from bounden.obligations.terms import AuditQuestion, Class, Duty, Severity, Type, registration
from bounden.standards.audit_sources import (
    MERSEYSIDE,
    ORDERS_AT_VISITS,
    PUBLIC_PROTECTION_MEETINGS,
    THAMES_VALLEY_VISITS,
)
from bounden.standards.offender_sources import OFFENDER_NOTIFICATION

RO_05 = AuditQuestion(
    id="RO-05",
    title="A registered sex offender tells police of travel abroad",
    question="Was travel abroad notified in time, and the return as well?",
    plain=(
        "A registered sex offender tells police of travel abroad at least 7 days before leaving and of the return "
        "within 3 days. It is the offender's duty; police watch it."
    ),
    area="offenders",
    type=Type.BY,
    classes=(Class.STATUTE,),
    severity=Severity.MEDIUM,
    clauses=(
        OFFENDER_NOTIFICATION.to_be_confirmed("Travel is notified at least 7 days before, the return within 3 days."),
    ),
    why_a_person="When the offender left and came back is no field of an extract.",
    asked_of=registration(),
    clock="7 days before leaving, 3 days after the return",
    duty=Duty.OFFENDER,
    to_be_confirmed=True,
)

RO_09 = AuditQuestion(
    id="RO-09",
    title="Two officers visit a registered sex offender, or the risk of going alone is assessed",
    question="Were there two officers at the visit, or a risk assessment for one going alone?",
    plain=(
        "Two officers visit a registered sex offender at home. Where one goes alone, the risk of that has been "
        "assessed beforehand and written down."
    ),
    area="offenders",
    type=Type.NEVER,
    classes=(Class.GOOD_PRACTICE,),
    severity=Severity.MEDIUM,
    clauses=(
        THAMES_VALLEY_VISITS.to_be_confirmed("The way in which offenders were visited was called risky practice."),
    ),
    why_a_person="How many officers went to a visit is no field of an extract.",
    asked_of=registration(),
    clock="at every visit",
    to_be_confirmed=True,
)

RO_17 = AuditQuestion(
    id="RO-17",
    title="The conditions of an offender's order are gone through at each visit",
    question="Were the conditions of the order reviewed at each visit?",
    plain=(
        "Where a court has set conditions for a registered sex offender, the officers go through them at each visit. A "
        "breach that they find is acted on."
    ),
    area="offenders",
    classes=(Class.STATUTE,),
    severity=Severity.HIGH,
    clauses=(ORDERS_AT_VISITS.to_be_confirmed("The conditions of orders are monitored at visits."),),
    why_a_person="What was gone through at a visit is free text; that the visit took place does not show it.",
    asked_of=registration(),
    clock="at every visit",
    to_be_confirmed=True,
)

RO_19 = AuditQuestion(
    id="RO-19",
    title="The neighbourhood team knows which offenders live in its area",
    question="Does the neighbourhood team know which registered offenders live there?",
    plain="The local officers know which registered sex offenders live in their area, and notice what matters.",
    area="offenders",
    type=Type.WHILE,
    classes=(Class.GOOD_PRACTICE,),
    severity=Severity.MEDIUM,
    clauses=(MERSEYSIDE.says("Neighbourhood teams should be aware of the offenders in their area."),),
    why_a_person="What officers know can only be asked; a briefing on record does not show it.",
    asked_of=registration(),
    clock="at every time",
)

RO_20 = AuditQuestion(
    id="RO-20",
    title="No offender manager has more offenders than can be managed",
    question="Has any offender manager more offenders than the number that the force has set?",
    plain=(
        "Each offender manager has few enough offenders to visit and assess them in time. We count those for whom the "
        "manager was the last to be named."
    ),
    area="offenders",
    type=Type.WHILE,
    classes=(Class.GOOD_PRACTICE,),
    severity=Severity.MEDIUM,
    clauses=(MERSEYSIDE.says("100 offenders for one manager is double what the inspectorate wants."),),
    why_a_person="It is an indicator of the team, owed to no one person; what follows from it is for leaders to say.",
    asked_of=None,
    clock="at every time",
    numbers=("ro_caseload",),
)

RO_21 = AuditQuestion(
    id="RO-21",
    title="Meetings on the most dangerous offenders are held in time",
    question=(
        "Of an offender managed at level 2 or 3 of the public protection arrangements: was the first meeting held in "
        "time, and were the reviews kept?"
    ),
    plain=(
        "An offender whom several agencies must manage together is discussed at a first meeting within 20 working "
        "days, and at reviews after that."
    ),
    area="offenders",
    type=Type.BY,
    classes=(Class.STATUTORY_GUIDANCE,),
    severity=Severity.MEDIUM,
    clauses=(
        PUBLIC_PROTECTION_MEETINGS.to_be_confirmed("The first meeting at level 2 or 3 is held within 20 working days."),
    ),
    why_a_person="The level at which an offender is managed is no field of an extract.",
    asked_of=registration(),
    clock="20 working days",
    to_be_confirmed=True,
)
