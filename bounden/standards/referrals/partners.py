"""Telling the partners, planning with them, and going to their meetings."""

from bounden.obligations.terms import (
    CHILDREN_AT_RISK,
    CHILDREN_LIKELY_TO_SUFFER_HARM,
    AboutAChild,
    AtOnce,
    ChildKnown,
    Class,
    Each,
    EachRow,
    Severity,
    SignificantHarm,
    Standard,
    Test,
    Type,
    Within,
    all_of,
    any_occurrence,
    any_of,
    doing,
    missing,
    police_protection,
    reasoned,
    risk_incident,
)
from bounden.standards.sources import BUCKS_ENQUIRIES, FORTY_TIMES_MISSING, MEETING_NOT_ATTENDED, WARWICKSHIRE

AH_01 = Standard(
    id="AH-01",
    title="The partners are told of a child at risk",
    plain=(
        "Officers who learn of a child at risk send a referral about that child before their shift ends, so that "
        "those who can help the family know."
    ),
    area="referrals",
    type=Type.BY,
    classes=(Class.GOOD_PRACTICE, Class.LOCAL),
    severity=Severity.CRITICAL,
    clauses=(WARWICKSHIRE.says("Concerns about children are to be reported effectively to partners."),),
    why="Devon and Cornwall, 2015: a girl of 13 had sent images to a man; the case was closed without a referral.",
    looks_at=risk_incident(),
    for_each=CHILDREN_AT_RISK,
    tests=(Test(starts=ChildKnown(), due=Within("shift_end"), discharged_by=all_of("referral_submitted")),),
    excuse=reasoned(),
)

AH_05 = Standard(
    id="AH-05",
    title="Police and partners discuss what to do",
    plain=(
        "When there is good reason to think that a child is being badly harmed, or will be, police, the council and "
        "health discuss within 24 hours what each of them does."
    ),
    area="referrals",
    type=Type.BY,
    classes=(Class.STATUTORY_GUIDANCE, Class.LOCAL),
    severity=Severity.CRITICAL,
    clauses=(BUCKS_ENQUIRIES.says("The strategy discussion is held usually within 24 hours."),),
    why="West Yorkshire, 2015: a girl of 15 was pressed to meet men in a hotel; the discussion took two months.",
    looks_at=risk_incident() | missing() | police_protection(),
    for_each=CHILDREN_LIKELY_TO_SUFFER_HARM,
    tests=(
        Test(
            starts=SignificantHarm(),
            due=Within("strategy_discussion"),
            discharged_by=all_of(doing("strategy_discussion_held", anywhere=True)),
        ),
    ),
    excuse=reasoned(),
)

AH_26 = Standard(
    id="AH-26",
    title="It is written down who keeps the child safe",
    plain=(
        "When there is good reason to think that a child is being badly harmed, or will be, it is written down within "
        "24 hours who keeps the child safe, how, and until when."
    ),
    area="referrals",
    type=Type.BY,
    classes=(Class.GOOD_PRACTICE,),
    severity=Severity.CRITICAL,
    clauses=(FORTY_TIMES_MISSING.says("A girl of 14 had gone missing 40 times; officers made no plan for her."),),
    why="South Yorkshire, 2014: instead of a plan, officers noted that the grandmother had no control over the girl.",
    looks_at=risk_incident() | missing() | police_protection(),
    for_each=CHILDREN_LIKELY_TO_SUFFER_HARM,
    tests=(
        Test(
            starts=SignificantHarm(),
            due=Within("safeguarding_plan"),
            discharged_by=all_of(doing("safeguarding_plan_set", anywhere=True)),
        ),
    ),
    excuse=reasoned(),
    audit="Does the plan say who, how and until when?",
)

AH_27 = Standard(
    id="AH-27",
    title="Police come to the partners' meeting, or send a report",
    plain=(
        "When partners call police to a meeting about a child, somebody goes there that day, or a written report is "
        "there by the time it starts."
    ),
    area="referrals",
    type=Type.BEFORE,
    classes=(Class.STATUTORY_GUIDANCE, Class.GOOD_PRACTICE),
    severity=Severity.MEDIUM,
    clauses=(MEETING_NOT_ATTENDED.says("Police did not attend a meeting about children feared to be exploited."),),
    why="Metropolitan Police, 2017: social services feared exploitation and called a meeting; police did not come.",
    looks_at=any_occurrence(),
    for_each=Each.ROW,
    only_where=(AboutAChild(),),
    tests=(
        Test(
            starts=EachRow(
                ("multi_agency_meeting_held", "meeting_attended"), denied_too=frozenset({"meeting_attended"})
            ),
            due=AtOnce(),
            discharged_by=all_of(any_of(doing("meeting_attended", on_the_day=True), "conference_report_supplied")),
        ),
    ),
)
