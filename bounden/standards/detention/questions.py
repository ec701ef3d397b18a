"""What a person must judge of children in police detention."""

from bounden.obligations.terms import DETAINED_CHILDREN, AuditQuestion, Class, Severity, Type, detention
from bounden.standards.audit_sources import ALTERNATIVES_TO_ARREST, TRANSFER_PROTOCOL, YOUNG_PERSONS_1933
from bounden.standards.sources import CONCORDAT

PD_08 = AuditQuestion(
    id="PD-08",
    title="Secure accommodation is asked for only where the child may do serious harm",
    question="Was secure accommodation asked for only where the test of serious harm was met?",
    plain=(
        "After charge and refused bail, police ask the council for a secure bed only where anything less would not "
        "protect the public from serious harm by this child. Otherwise they ask for any suitable bed."
    ),
    area="detention",
    classes=(Class.STATUTE, Class.NATIONAL_GUIDANCE),
    severity=Severity.MEDIUM,
    clauses=(
        CONCORDAT.says("Secure accommodation is requested only where the child poses a risk of serious harm."),
        TRANSFER_PROTOCOL.says("Secure accommodation is requested only where the test of serious harm is met."),
    ),
    why_a_person="Whether the public had to fear serious harm is a judgement on the child and the case.",
    asked_of=detention(besides=("mental_health",)).having(DETAINED_CHILDREN),
    clock="when the bed is asked for",
)

PD_13 = AuditQuestion(
    id="PD-13",
    title="A girl in police detention is in the care of a woman",
    question="Was a girl under 18 in the care of a woman while she was detained?",
    plain="A girl under 18 who is detained by police is in the care of a woman for as long as she is there.",
    area="detention",
    type=Type.WHILE,
    classes=(Class.STATUTE,),
    severity=Severity.MEDIUM,
    clauses=(YOUNG_PERSONS_1933.to_be_confirmed("Section 31: a girl, while detained, is under the care of a woman."),),
    why_a_person="Extracts do not say in whose care the girl was; the sex of staff is in no record of hers.",
    asked_of=detention().having(DETAINED_CHILDREN),
    clock="for as long as she is detained",
    to_be_confirmed=True,
)

PD_14 = AuditQuestion(
    id="PD-14",
    title="A child is arrested only after other ways were considered",
    question="Were alternatives to arresting the child considered first, and is it on record?",
    plain=(
        "Before police arrest a child they consider whether the child could come to an interview with an adult, or the "
        "matter be dealt with in the community, and write it down."
    ),
    area="detention",
    classes=(Class.GOOD_PRACTICE,),
    severity=Severity.MEDIUM,
    clauses=(
        ALTERNATIVES_TO_ARREST.says(
            "Alternatives to arrest, such as voluntary attendance, are considered for a child."
        ),
    ),
    why_a_person="What was considered before an arrest leaves no row, only words, if it leaves a trace at all.",
    asked_of=detention(besides=("mental_health",)).having(DETAINED_CHILDREN),
    clock="before the arrest",
)
