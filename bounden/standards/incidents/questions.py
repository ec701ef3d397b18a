"""What a person must judge of the first response to a child at risk."""

from bounden.obligations.terms import CHILDREN_AT_RISK, AuditQuestion, Class, Severity, incident, risk_incident
from bounden.standards.audit_sources import CONCERN_FOR_A_CHILD
from bounden.standards.sources import ENCOMPASS_NOTICE

IC_11 = AuditQuestion(
    id="IC-11",
    title="The notice to the school holds what the school needs",
    question=(
        "Does the notice hold the child's name and date of birth, a reference, place and time, whether the child was "
        "there, what the child said, who else was there, and the circumstances?"
    ),
    plain=(
        "When police tell a school of a domestic abuse incident, the notice says enough for the school to look after "
        "the child that morning: who the child is, what happened and when, and how the child was."
    ),
    area="incidents",
    classes=(Class.STATUTORY_GUIDANCE,),
    severity=Severity.MEDIUM,
    clauses=(
        ENCOMPASS_NOTICE.says(
            "The notice gives name, date of birth, reference, place and time, whether the child was present, the "
            "child's voice and who else was there, and the circumstances."
        ),
    ),
    why_a_person="Records say that a notice was sent; what it says stands in its text, which somebody has to read.",
    asked_of=incident("domestic_abuse"),
    clock="with the notice",
)

IC_16 = AuditQuestion(
    id="IC-16",
    title="Concern for officers alone does not keep police from a child",
    question="Was the decision not to send officers justified by more than concern for the officers' own safety?",
    plain=(
        "Where there is concern for a child, a risk to officers changes how police go, with whom and with what, not "
        "whether they go."
    ),
    area="incidents",
    classes=(Class.NATIONAL_GUIDANCE,),
    severity=Severity.HIGH,
    clauses=(
        CONCERN_FOR_A_CHILD.says("Concern for the safety of officers does not alone justify that nobody is deployed."),
    ),
    why_a_person="Reasons are free text: a record shows that one was written down, not whether it is good enough.",
    asked_of=risk_incident().having(CHILDREN_AT_RISK),
)

IC_18 = AuditQuestion(
    id="IC-18",
    title="A child who calls the police is kept on the line and kept safe",
    question=(
        "Was the child's call kept open, was advice given on how to stay safe, and was the child asked only what had "
        "to be asked?"
    ),
    plain=(
        "When a child calls, or a line stands open with a child on it, the call is kept open until help is there. The "
        "child is told how to stay safe and is asked only what is essential."
    ),
    area="incidents",
    classes=(Class.NATIONAL_GUIDANCE,),
    severity=Severity.MEDIUM,
    clauses=(
        CONCERN_FOR_A_CHILD.says(
            "A call from a child is kept open, safety advice is given, and only essential questions are asked."
        ),
    ),
    why_a_person="What was said, and in what tone, is in the recording of the call; somebody has to listen to it.",
    asked_of=incident(),
    clock="while the call lasts",
)
