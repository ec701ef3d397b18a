"""What a person must judge of investigations, of decisions and of the adult whom the child can trust."""

from bounden.obligations.terms import (
    VICTIMS_AND_WITNESSES,
    AuditQuestion,
    Class,
    Severity,
    Type,
    detention,
    incident,
    missing,
    police_protection,
)
from bounden.standards.audit_sources import PROTECTION_OR_COURT, THAMES_VALLEY
from bounden.standards.sources import INSPECTION_CRITERIA, PIPPA

INV_20 = AuditQuestion(
    id="INV-20",
    title="The force knows the pattern of exploitation and of children going missing",
    question="Was the problem profile refreshed within the last 12 months, and was it used to direct work?",
    plain=(
        "Once a year the force draws a fresh picture of where, by whom and how children are exploited and why they go "
        "missing, and directs its work by it."
    ),
    area="investigations",
    type=Type.REC,
    classes=(Class.GOOD_PRACTICE,),
    severity=Severity.MEDIUM,
    clauses=(
        THAMES_VALLEY.says(
            "Better use of intelligence should inform services; why children go missing is poorly understood, so it "
            "does not inform the management of risk."
        ),
    ),
    why_a_person="A problem profile is a document of the force, about no one case; no extract holds it.",
    asked_of=None,
    clock="every 12 months",
)

DM_06 = AuditQuestion(
    id="DM-06",
    title="In office hours, a court order is weighed before police protection",
    question="In office hours: was an emergency protection order weighed before police protection was used?",
    plain=(
        "While the council's offices and the courts are open, the council can ask a court for an emergency protection "
        "order. Police weigh that first and take the child into police protection only where there is no time for it."
    ),
    area="investigations",
    classes=(Class.NATIONAL_GUIDANCE,),
    severity=Severity.LOW,
    clauses=(PROTECTION_OR_COURT.says("An emergency protection order is considered before police protection."),),
    why_a_person="What was weighed stands in the reasons, which are free text; whether there was time is a judgement.",
    asked_of=police_protection(),
    clock="before police protection is used",
)

TA_02 = AuditQuestion(
    id="TA-02",
    title="The child has one named person to turn to",
    question="Has the child one named contact, and did that stay so throughout?",
    plain=(
        "A child who is a victim or a witness is given one named person in the police, who stays the same, so that the "
        "child knows whom to turn to."
    ),
    area="investigations",
    type=Type.BY,
    classes=(Class.GOOD_PRACTICE,),
    severity=Severity.LOW,
    clauses=(
        INSPECTION_CRITERIA.to_be_confirmed(
            "A child who is victim or witness has one contact; the limit is remembered."
        ),
    ),
    why_a_person="Extracts hold no contact person, and whether the contact was kept is for the child to say.",
    asked_of=incident().having(VICTIMS_AND_WITNESSES),
    clock="48 hours",
    to_be_confirmed=True,
)

TA_04 = AuditQuestion(
    id="TA-04",
    title="A child's language and way of communicating are met",
    question="Was each communication need or language met, and is it on record how?",
    plain=(
        "Where a child needs an interpreter, an intermediary or another way of communicating, police see to it at the "
        "first contact and write down what they did."
    ),
    area="investigations",
    type=Type.BY,
    classes=(Class.STATUTORY_GUIDANCE,),
    severity=Severity.MEDIUM,
    clauses=(PIPPA.says("The needs of the witness are met: an intermediary, an interpreter, adjustments."),),
    why_a_person="A child's language or need of support is no field of an extract.",
    asked_of=incident() | missing() | police_protection() | detention(),
    clock="at contact",
)
