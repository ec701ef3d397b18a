"""The first hours of a missing child: graded, searched for, phoned, the council told."""

from bounden.obligations.terms import (
    FOUND,
    MISSING_CHILDREN,
    AgedFrom,
    AtOnce,
    Class,
    EitherOf,
    First,
    Flagged,
    GradedAtDue,
    LookedAfter,
    Report,
    Severity,
    Standard,
    Test,
    Type,
    Under,
    Within,
    all_of,
    any_of,
    doing,
    missing,
    reasoned,
)
from bounden.standards.sources import CHILDREN_AS_MEDIUM, EIGHT_HOURS_MISSING, MISSING_2014, THAMES_VALLEY_MISSING

MC_01 = Standard(
    id="MC-01",
    title="The risk to a missing child is graded",
    plain="When a child is reported missing, the risk is graded within 60 minutes: everything else follows the grade.",
    area="missing",
    type=Type.BY,
    classes=(Class.NATIONAL_GUIDANCE, Class.LOCAL),
    severity=Severity.CRITICAL,
    clauses=(THAMES_VALLEY_MISSING.says("It took three hours to complete a risk assessment for a girl of 13."),),
    why="Thames Valley, 2023: three hours before a girl of 13 on a child protection plan was graded, and then medium.",
    looks_at=missing(),
    for_each=MISSING_CHILDREN,
    tests=(Test(starts=Report(), due=Within("mc_grade"), discharged_by=all_of("risk_graded")),),
    ends=(FOUND,),
)

SPECIAL_DANGER = frozenset(
    {
        "child_protection_plan",
        "sexual_exploitation_risk",
        "criminal_exploitation_risk",
        "medical_need",
        "self_harm_risk",
    }
)

MC_03 = Standard(
    id="MC-03",
    title="A missing child in special danger is graded high",
    plain=(
        "A missing child who is under 13, on a child protection plan, at risk of exploitation, in need of medicine or "
        "likely to harm herself is graded high from the start, or an inspector writes down why not."
    ),
    area="missing",
    type=Type.BY,
    classes=(Class.GOOD_PRACTICE,),
    severity=Severity.CRITICAL,
    clauses=(
        THAMES_VALLEY_MISSING.says("A girl on a child protection plan and at risk of exploitation was graded medium."),
        CHILDREN_AS_MEDIUM.says("Every missing child is treated as at least medium risk."),
    ),
    why="Thames Valley, 2023: a girl of 13, on a plan and known to be exploited, was graded medium.",
    looks_at=missing(),
    for_each=MISSING_CHILDREN,
    only_where=(EitherOf((Flagged(SPECIAL_DANGER), Under("mc_high_age"))),),
    tests=(
        Test(
            starts=First(("risk_graded",)),
            due=AtOnce(),
            discharged_by=all_of(
                any_of(
                    doing("risk_graded", "high", "very_high"),
                    doing("risk_regraded", "high", "very_high", never_before_start=True),
                )
            ),
        ),
    ),
    excuse=reasoned(rank="inspector"),
    ends=(FOUND,),
)

MC_06 = Standard(
    id="MC-06",
    title="The missing child's home and bedroom are searched",
    plain=(
        "When a child is reported missing, officers search the home, the bedroom included, within 4 hours of the "
        "report: the child may be there, and what is found tells where to look."
    ),
    area="missing",
    type=Type.BY,
    classes=(Class.GOOD_PRACTICE,),
    severity=Severity.CRITICAL,
    clauses=(THAMES_VALLEY_MISSING.says("The bedroom of a girl of 13 was not searched for more than 15 hours."),),
    why="Thames Valley, 2023: more than 15 hours passed before anybody searched the girl's bedroom.",
    looks_at=missing(),
    for_each=MISSING_CHILDREN,
    tests=(Test(starts=Report(), due=Within("mc_search"), discharged_by=all_of("home_searched")),),
    excuse=reasoned(),
    ends=(FOUND,),
)

MC_07 = Standard(
    id="MC-07",
    title="The missing child's telephone is called",
    plain=(
        "The telephone of a missing child of 10 or over is called within an hour of the report. If the child is graded "
        "high by then, her telephone company is asked where it is, too. A text message is no call. If nobody knows a "
        "number, that is written down."
    ),
    area="missing",
    type=Type.BY,
    classes=(Class.GOOD_PRACTICE,),
    severity=Severity.CRITICAL,
    clauses=(THAMES_VALLEY_MISSING.says("The carers gave the girl's number; nobody rang it for seven hours."),),
    why="Thames Valley, 2023: her number was known, nobody rang it, and after seven hours a message was sent.",
    looks_at=missing(),
    for_each=MISSING_CHILDREN,
    only_where=(AgedFrom("mc_phone_age"),),
    tests=(
        Test(
            starts=Report(),
            due=Within("mc_phone"),
            discharged_by=all_of(
                "phone_called",
                any_of("telecoms_requested", when=GradedAtDue(frozenset({"high", "very_high"}))),
            ),
        ),
    ),
    excuse=reasoned(),
    ends=(FOUND,),
)

MC_08 = Standard(
    id="MC-08",
    title="The plan written for this child is followed",
    plain="Where a child has a plan for the day she goes missing, it is opened and followed within an hour.",
    area="missing",
    type=Type.BY,
    classes=(Class.GOOD_PRACTICE,),
    severity=Severity.HIGH,
    clauses=(THAMES_VALLEY_MISSING.says("The trigger plan, meant to help find the girl fast, was not used."),),
    why="Thames Valley, 2023: the girl had a trigger plan, and nobody used it.",
    looks_at=missing(),
    for_each=MISSING_CHILDREN,
    only_where=(Flagged(frozenset({"trigger_plan"})),),
    tests=(Test(starts=Report(), due=Within("mc_trigger_plan"), discharged_by=all_of("trigger_plan_used")),),
    ends=(FOUND,),
)

MC_10 = Standard(
    id="MC-10",
    title="The council hears of its missing child",
    plain=(
        "When a child who is looked after or on a child protection plan goes missing, the council is told within 2 "
        "hours: it is answerable for the child and knows where she may be."
    ),
    area="missing",
    type=Type.BY,
    classes=(Class.STATUTORY_GUIDANCE,),
    severity=Severity.HIGH,
    clauses=(
        MISSING_2014.to_be_confirmed("Police tell the council when a looked-after child is missing; no hours seen."),
    ),
    why="South Yorkshire, 2014: two girls of 13 went missing from care; officers did not tell social services.",
    looks_at=missing(),
    for_each=MISSING_CHILDREN,
    only_where=(EitherOf((LookedAfter(), Flagged(frozenset({"child_protection_plan"})))),),
    tests=(Test(starts=Report(), due=Within("mc_authority"), discharged_by=all_of("authority_told")),),
    ends=(FOUND,),
    to_be_confirmed=True,
)

MC_20 = Standard(
    id="MC-20",
    title="Somebody starts to look for the child",
    plain=(
        "Within an hour of the report somebody does something to find the child, whatever the grade: officers are "
        "sent, the home is searched, her telephone is called or enquiries are made where she may be."
    ),
    area="missing",
    type=Type.BY,
    classes=(Class.GOOD_PRACTICE,),
    severity=Severity.CRITICAL,
    clauses=(EIGHT_HOURS_MISSING.says("Nothing was done to find a boy of 14 in the eight hours he was missing."),),
    why="Metropolitan Police, 2025: a boy who had been stabbed before was missing for eight hours and nobody looked.",
    looks_at=missing(),
    for_each=MISSING_CHILDREN,
    tests=(
        Test(
            starts=Report(),
            due=Within("mc_first_enquiry"),
            discharged_by=all_of(
                any_of(
                    "officers_deployed",
                    "home_searched",
                    "phone_called",
                    "enquiries_made",
                    denied_by="enquiries_made",
                )
            ),
        ),
    ),
    ends=(FOUND,),
)
