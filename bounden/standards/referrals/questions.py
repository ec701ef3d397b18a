"""What a person must judge of referral, joint work and police protection."""

from bounden.obligations.terms import (
    CHILDREN_AT_RISK,
    AuditQuestion,
    Class,
    Duty,
    Extent,
    Severity,
    Type,
    police_protection,
    risk_incident,
)
from bounden.standards.audit_sources import (
    JOINT_ENQUIRIES,
    PROTECTION_OR_COURT,
    SERIOUS_HARM,
    SERIOUS_HARM_REVIEWED,
)
from bounden.standards.sources import BUCKS_ENQUIRIES, FAMILY_RIGHTS, LEWISHAM_ENQUIRIES

AH_07 = AuditQuestion(
    id="AH-07",
    title="It is on record whether enquiries are single or joint, and who leads",
    question="Does the record say whether enquiries are single or joint, who leads them, and why?",
    plain=(
        "When child protection enquiries begin, police and the council decide whether one of them enquires or both "
        "together, and who leads. The decision and its reason are written down."
    ),
    area="referrals",
    classes=(Class.STATUTORY_GUIDANCE,),
    severity=Severity.MEDIUM,
    clauses=(
        JOINT_ENQUIRIES.to_be_confirmed("The decision for single or joint enquiries and the lead agency are recorded."),
    ),
    why_a_person="The decision and its reason stand in the text of the minutes, in no field of their own.",
    asked_of=risk_incident().having(CHILDREN_AT_RISK),
    clock="at the strategy discussion",
    to_be_confirmed=True,
)

AH_10 = AuditQuestion(
    id="AH-10",
    title="The council completes its assessment",
    question="Was the council's assessment complete within 45 working days?",
    plain=(
        "The council completes its assessment of the child within 45 working days of the referral. This is "
        "England's limit; Wales has its own. Police watch the council's clock and chase it."
    ),
    area="referrals",
    type=Type.BY,
    classes=(Class.STATUTORY_GUIDANCE,),
    severity=Severity.LOW,
    clauses=(
        BUCKS_ENQUIRIES.says("The assessment is completed within 45 working days."),
        LEWISHAM_ENQUIRIES.says("The assessment is completed within 45 working days."),
    ),
    why_a_person="The end of the assessment stands in the council's records; no police extract holds it.",
    asked_of=risk_incident().having(CHILDREN_AT_RISK),
    clock="45 working days",
    duty=Duty.COUNCIL,
    extent=Extent.ENGLAND,
)

AH_19 = AuditQuestion(
    id="AH-19",
    title="A child under police protection keeps contact where that is good for the child",
    question=(
        "Was contact with the family allowed where it was good for the child, and was it weighed whether police "
        "protection was needed instead of a court order?"
    ),
    plain=(
        "A child under police protection may see parents and others close to the child, as far as that is reasonable "
        "and good for the child. Police use the power only where there is no time for the council to ask a court."
    ),
    area="referrals",
    classes=(Class.STATUTE, Class.GOOD_PRACTICE),
    severity=Severity.MEDIUM,
    clauses=(
        FAMILY_RIGHTS.says("Contact is allowed where it is in the child's interests."),
        PROTECTION_OR_COURT.says("Whether the power is necessary is weighed against an order of the court."),
    ),
    why_a_person="What is good for this child, and what was necessary that day, is a judgement on the whole case.",
    asked_of=police_protection(),
)

AH_25 = AuditQuestion(
    id="AH-25",
    title="After a child's death or serious harm, police do their part of the rapid review on time",
    question=(
        "A child died or was seriously harmed: was the national panel notified, was the rapid review held, and did "
        "police contribute on time?"
    ),
    plain=(
        "When a child dies or is seriously harmed and abuse is suspected, the council notifies the national panel "
        "within 5 working days. The partners hold a rapid review within 15 working days; police give their part "
        "in time."
    ),
    area="referrals",
    type=Type.BY,
    classes=(Class.STATUTORY_GUIDANCE,),
    severity=Severity.HIGH,
    clauses=(
        SERIOUS_HARM.says("The council notifies the panel within 5 working days."),
        SERIOUS_HARM_REVIEWED.says("The rapid review is completed within 15 working days."),
    ),
    why_a_person="Notification and review stand in the records of the council and the partnership.",
    asked_of=risk_incident().having(CHILDREN_AT_RISK),
    clock="5 working days for the notification, 15 working days for the review",
    duty=Duty.COUNCIL,
)
