"""What a person must judge of how missing children are looked for."""

from bounden.obligations.terms import AuditQuestion, Class, Severity, Type, missing
from bounden.standards.audit_sources import ACCELERATED_CAUSES, MISSING_GOVERNANCE
from bounden.standards.sources import MISSING_RISK

MC_02 = AuditQuestion(
    id="MC-02",
    title="Every fact behind the risk grade is on record with its source",
    question="Is each fact behind the grade on record, with its source, a contact and the time?",
    plain=(
        "Whoever grades the risk to a missing child writes down each fact that was used: who said it, how that person "
        "can be reached, and when it was said."
    ),
    area="missing",
    classes=(Class.NATIONAL_GUIDANCE,),
    severity=Severity.MEDIUM,
    clauses=(
        MISSING_RISK.says("Each piece of information used is logged with its source, contact details and the time."),
    ),
    why_a_person="The facts behind a grade are free text in the log; whether all are there, only a reader can say.",
    asked_of=missing(),
    clock="at grading",
)

MC_18 = AuditQuestion(
    id="MC-18",
    title="Whoever grades the risk to a missing child is trained to do so",
    question="Was the person who graded the risk trained to grade it?",
    plain="The risk to a missing child is graded by somebody who has been trained to recognise it.",
    area="missing",
    type=Type.WHILE,
    classes=(Class.GOOD_PRACTICE,),
    severity=Severity.MEDIUM,
    clauses=(ACCELERATED_CAUSES.says("Those who graded the risk to missing children were not trained; train them."),),
    why_a_person="Training stands in the force's personnel records, which no extract of its cases holds.",
    asked_of=missing(),
    clock="at every time",
)

MC_19 = AuditQuestion(
    id="MC-19",
    title="The force has named leads for missing people and measures how it does",
    question="Are the strategic and the tactical lead for missing people named, and is there a performance framework?",
    plain=(
        "One senior officer answers for how the force looks for missing people, another for the daily work. Both are "
        "named, and the force measures how well it does."
    ),
    area="missing",
    type=Type.WHILE,
    classes=(Class.NATIONAL_GUIDANCE,),
    severity=Severity.MEDIUM,
    clauses=(
        MISSING_GOVERNANCE.says("A strategic and a tactical lead are named; there is a framework for performance."),
    ),
    why_a_person="Who leads, and by what measures, is a decision of the force, about no one case.",
    asked_of=None,
    clock="at every time",
)
