"""What a person must judge of how a force is led: audits, boards, capacity, training, records and partners."""

from bounden.obligations.terms import AuditQuestion, Class, Duty, Severity, Type, occurrences
from bounden.standards.audit_sources import (
    ACCELERATED_CAUSES,
    DATA_PROTECTION_62,
    GLOUCESTERSHIRE,
    POLICE_ACT_55,
    RETENTION,
    SELF_AUDIT,
    THAMES_VALLEY,
    THAMES_VALLEY_BOARDS,
    THAMES_VALLEY_STAFF,
    WARWICKSHIRE_REVIEW,
)
from bounden.standards.sources import EXPLOITATION_MET, THAMES_VALLEY_NEGLECT, WORKING_TOGETHER

GOV_05 = AuditQuestion(
    id="GOV-05",
    title="The commissioner's comment answers each recommendation",
    question="Does the comment say what is done on each recommendation, or why nothing is done?",
    plain=(
        "Where an inspection report makes a recommendation, the commissioner's published comment says what has been or "
        "will be done about it, or why nothing is."
    ),
    area="governance",
    classes=(Class.STATUTE,),
    severity=Severity.MEDIUM,
    clauses=(
        POLICE_ACT_55.says(
            "The comments include what action has been or is to be taken on each recommendation, or why none is."
        ),
    ),
    why_a_person="What a comment says about each recommendation has to be read.",
    asked_of=occurrences("recommendation"),
    clock="with the comment",
    duty=Duty.COMMISSIONER,
)

GOV_06 = AuditQuestion(
    id="GOV-06",
    title="Cases of each area are audited every month",
    question=(
        "In each area: was a sample audited, were cases graded and the child's voice scored, was a part graded again "
        "by somebody else, and were the themes fed back?"
    ),
    plain=(
        "Every month the force audits a sample of cases of each area of work. Each is graded, the child's voice is "
        "scored, a part is graded a second time, and what was learnt goes back to the teams."
    ),
    area="governance",
    type=Type.REC,
    classes=(Class.GOOD_PRACTICE,),
    severity=Severity.HIGH,
    clauses=(THAMES_VALLEY.says("The child's voice is recorded inconsistently; measures of quality are needed."),),
    why_a_person="The product's own register of audits shows that they took place; their worth is for people to say.",
    asked_of=None,
    clock="every month",
)

GOV_07 = AuditQuestion(
    id="GOV-07",
    title="The board sees demand, timeliness and quality together",
    question="Did the board see demand, timeliness and quality together, and did it track its actions?",
    plain=(
        "Every month those who lead look at how much work there is, how fast it is done and how good it is for "
        "children, all three together, and follow up what they decided."
    ),
    area="governance",
    type=Type.REC,
    classes=(Class.GOOD_PRACTICE,),
    severity=Severity.HIGH,
    clauses=(
        THAMES_VALLEY_BOARDS.says(
            "The board covered too much, too rarely; performance data did not tell leaders enough about demand and "
            "outcomes."
        ),
        GLOUCESTERSHIRE.says("After the inspection a vulnerability board meets every month."),
    ),
    why_a_person="What a board saw and did stands in its papers and minutes.",
    asked_of=None,
    clock="every month",
)

GOV_08 = AuditQuestion(
    id="GOV-08",
    title="The daily meeting reviews every child who is missing, protected or in custody",
    question="Did the daily meeting review every child who was missing, under police protection or in custody?",
    plain=(
        "Every day the management meeting goes through each child who is missing, under police protection or in "
        "custody, or was the night before."
    ),
    area="governance",
    type=Type.REC,
    classes=(Class.GOOD_PRACTICE,),
    severity=Severity.HIGH,
    clauses=(
        WARWICKSHIRE_REVIEW.says(
            "The daily management meeting reviews missing children, police protection and children in custody."
        ),
    ),
    why_a_person="Who was spoken of at a meeting stands in its minutes, in no extract of cases.",
    asked_of=None,
    clock="every day",
)

GOV_09 = AuditQuestion(
    id="GOV-09",
    title="Everyone who works with children at risk has current training for the role",
    question="Is each role holder's training current?",
    plain=(
        "Whoever has a role in protecting children has been trained for it, and the training is not out of date: "
        "those who grade risk, who investigate abuse, who interview children, who manage offenders."
    ),
    area="governance",
    type=Type.WHILE,
    classes=(Class.GOOD_PRACTICE,),
    severity=Severity.MEDIUM,
    clauses=(
        ACCELERATED_CAUSES.says("Those who graded the risk to missing children were not trained."),
        THAMES_VALLEY_NEGLECT.says("Knowledge of good practice varied, also among specialist officers."),
    ),
    why_a_person="Training stands in the force's personnel records, which no extract of its cases holds.",
    asked_of=None,
    clock="at every time",
)

GOV_10 = AuditQuestion(
    id="GOV-10",
    title="Staff are set against the work that waits",
    question="Was capacity set against demand, such as the age of the queue of referrals and the caseloads?",
    plain=(
        "Every week leaders set the staff of each team against the work that waits for it, such as how old the oldest "
        "referral in the queue is and how many cases each person has, and move people where children wait."
    ),
    area="governance",
    type=Type.REC,
    classes=(Class.GOOD_PRACTICE,),
    severity=Severity.MEDIUM,
    clauses=(THAMES_VALLEY_STAFF.says("Referral teams had uneven processes, queues of referrals and too few staff."),),
    why_a_person="How many staff a team has is in no extract of cases, and what is enough is a judgement.",
    asked_of=None,
    clock="every week",
)

GOV_11 = AuditQuestion(
    id="GOV-11",
    title="Every look at a child's record is logged",
    question="Is every act on a record logged, with its reason, its time and the person?",
    plain=(
        "Whoever collects, changes, reads, discloses, combines or erases a record leaves an entry in a log. For "
        "reading and disclosing it shows why, when, by whom and, as far as possible, to whom."
    ),
    area="governance",
    type=Type.REC,
    classes=(Class.STATUTE,),
    severity=Severity.HIGH,
    clauses=(
        DATA_PROTECTION_62.says(
            "Logs are kept of collection, alteration, consultation, disclosure, combination and erasure; those of "
            "consultation and disclosure show the justification, the date and time and, where possible, who it was."
        ),
    ),
    why_a_person="Tests of the software check our own log; the logs of the force's systems are for its auditors.",
    asked_of=None,
    clock="at every act",
)

GOV_12 = AuditQuestion(
    id="GOV-12",
    title="It is decided and on record how long a person's record is kept",
    question="Is each decision to keep or to erase on record, and for children under 10 the purpose?",
    plain=(
        "Each person's record is reviewed when its time comes. The decision to keep or to erase it is written down. "
        "A record about a child under 10 is kept only for a stated purpose."
    ),
    area="governance",
    type=Type.REC,
    classes=(Class.STATUTORY_GUIDANCE,),
    severity=Severity.MEDIUM,
    clauses=(
        RETENTION.to_be_confirmed("Records are reviewed, retained or disposed of by group; the years are remembered."),
    ),
    why_a_person="The group of a record and the decision on it are no fields of an extract.",
    asked_of=None,
    clock="by the group of the record",
    to_be_confirmed=True,
)

GOV_13 = AuditQuestion(
    id="GOV-13",
    title="The force audits each year how it safeguards children",
    question=(
        "In the yearly self-audit: is it clear who answers for safeguarding, is there a lead at board level, and does "
        "the force listen to children?"
    ),
    plain=(
        "Once a year the force examines itself on its duty to safeguard children: who answers for it, who leads it at "
        "the top, and whether children are listened to."
    ),
    area="governance",
    type=Type.REC,
    classes=(Class.STATUTE,),
    severity=Severity.MEDIUM,
    clauses=(
        SELF_AUDIT.says("A line of accountability, a lead at board level and a culture of listening to children."),
    ),
    why_a_person="It is an examination of the force by itself; its evidence is no record of a case.",
    asked_of=None,
    clock="every year",
)

GOV_14 = AuditQuestion(
    id="GOV-14",
    title="The safeguarding partners publish their report and their arrangements",
    question="Were the partners' report and arrangements published?",
    plain=(
        "The safeguarding partners, of whom the chief officer of police is one, publish each year a report on what "
        "they did, and how they work together."
    ),
    area="governance",
    type=Type.REC,
    classes=(Class.STATUTORY_GUIDANCE,),
    severity=Severity.LOW,
    clauses=(WORKING_TOGETHER.to_be_confirmed("The partners publish their arrangements and a report each year."),),
    why_a_person="It is a publication of the partners, found on their site and in no extract.",
    asked_of=None,
    clock="every year",
    to_be_confirmed=True,
)

GOV_15 = AuditQuestion(
    id="GOV-15",
    title="What the records lack is checked every week",
    question=(
        "Was it checked where dates of birth, schools, flags and links are missing, and where the answer stands in "
        "free text alone?"
    ),
    plain=(
        "Every week the force looks for what its records lack: dates of birth, schools, flags, links between people, "
        "and answers that stand only in free text. Each published build lists what it found."
    ),
    area="governance",
    type=Type.REC,
    classes=(Class.GOOD_PRACTICE,),
    severity=Severity.MEDIUM,
    clauses=(EXPLOITATION_MET.says("What is recorded, and flags on children at risk, were found wanting."),),
    why_a_person="Each build lists what is missing; whether anybody acted on the list, a person must say.",
    asked_of=None,
    clock="every week",
)
