"""What follows when inspectors or reviewers have made their recommendations."""

from bounden.obligations.terms import (
    ByTimeLimit,
    Class,
    Duty,
    Each,
    Report,
    ReportedBy,
    Severity,
    Standard,
    Test,
    Type,
    Within,
    all_of,
    doing,
    occurrences,
)
from bounden.standards.audit_sources import (
    ACCELERATED_CAUSES,
    FOLLOW_UP,
    INSPECTORS_AND_COMMISSIONERS,
    POLICE_ACT_55,
    REVIEWS_OF_PRACTICE,
)
from bounden.standards.sources import WARWICKSHIRE

GOV_01 = Standard(
    id="GOV-01",
    title="What the inspectorate recommends is carried out in its time",
    plain=(
        "A recommendation of the inspectorate is carried out, and somebody senior has endorsed that it is, by the time "
        "limit that it sets: three months, six months or a date. For immediately we count 28 days. One whose maker is "
        "not on record is taken as the inspectorate's."
    ),
    area="governance",
    type=Type.BY,
    classes=(Class.GOOD_PRACTICE,),
    severity=Severity.HIGH,
    clauses=(
        WARWICKSHIRE.says("Recommendations are to be carried out immediately, within three or within six months."),
        ACCELERATED_CAUSES.says("Recommendations set a date, such as 31 December 2023."),
    ),
    why="Metropolitan Police, 2025: causes of concern were closed after change, but late action remained.",
    looks_at=occurrences("recommendation"),
    for_each=Each.OCCURRENCE,
    only_where=(ReportedBy("inspectorate"),),
    tests=(
        Test(
            starts=Report(),
            due=ByTimeLimit({"immediately": "rec_immediate", "3_months": "3 m", "6_months": "6 m"}),
            discharged_by=all_of("closed", "closure_endorsed"),
        ),
    ),
    audit="Does the evidence hold, and is an owner named?",
)

GOV_02 = Standard(
    id="GOV-02",
    title="The action plan reaches the inspectorate within six weeks",
    plain=(
        "Within six weeks of the publication of a child protection inspection the force sends the inspectorate a plan "
        "of what it will do about all of its recommendations."
    ),
    area="governance",
    type=Type.BY,
    classes=(Class.GOOD_PRACTICE,),
    severity=Severity.HIGH,
    clauses=(FOLLOW_UP.says("The force provides an action plan within six weeks of publication."),),
    why="By the plan the inspectorate decides how to follow up: by talking, by further inspection or by a revisit.",
    looks_at=occurrences("recommendation"),
    for_each=Each.REPORT,
    only_where=(ReportedBy("inspectorate"),),
    tests=(Test(starts=Report(), due=Within("42 d"), discharged_by=all_of(doing("disseminated", "action_plan"))),),
)

GOV_03 = Standard(
    id="GOV-03",
    title="The chief constable comments on the report to the commissioner",
    plain=(
        "The chief constable sends the commissioner comments on the report by the date that the commissioner sets. "
        "Records hold no such date. We count 42 days from publication."
    ),
    area="governance",
    type=Type.BY,
    classes=(Class.STATUTE,),
    severity=Severity.MEDIUM,
    clauses=(
        INSPECTORS_AND_COMMISSIONERS.says(
            "Section 55(4): the chief constable comments on the report by a date that the commissioner sets."
        ),
    ),
    why="The commissioner answers the report in public and needs to know before what the force says to it.",
    looks_at=occurrences("recommendation"),
    for_each=Each.REPORT,
    only_where=(ReportedBy("inspectorate"),),
    tests=(
        Test(
            starts=Report(),
            due=Within("chief_comment"),
            discharged_by=all_of(doing("disseminated", "chief_constable_comment")),
        ),
    ),
)

GOV_04 = Standard(
    id="GOV-04",
    title="The commissioner publishes comments on the report and sends them",
    plain=(
        "Within 56 days, the day of publication included, the commissioner publishes comments on the inspection report "
        "and sends them to the inspectorate and the Home Secretary. It is the commissioner's duty; police watch it."
    ),
    area="governance",
    type=Type.BY,
    classes=(Class.STATUTE,),
    severity=Severity.HIGH,
    clauses=(
        POLICE_ACT_55.says(
            "Comments are published, and copies sent to inspectors and the Secretary of State, before the end of 56 "
            "days beginning with the day on which the report is published."
        ),
    ),
    why="Thames Valley: the report was published on 8 November 2023, so that the last day was 2 January 2024.",
    looks_at=occurrences("recommendation"),
    for_each=Each.REPORT,
    only_where=(ReportedBy("inspectorate"),),
    tests=(
        Test(
            starts=Report(),
            due=Within("56 d beginning with"),
            discharged_by=all_of(
                doing("disseminated", "commissioner_comment_published"),
                doing("disseminated", "commissioner_comment_sent"),
            ),
        ),
    ),
    duty=Duty.COMMISSIONER,
)

GOV_16 = Standard(
    id="GOV-16",
    title="What another review recommends is carried out in its time",
    plain=(
        "A recommendation of a safeguarding practice review, or of anybody but the inspectorate, is carried out, and "
        "somebody senior has endorsed that it is, by the time limit that it sets. For immediately we count 28 days."
    ),
    area="governance",
    type=Type.BY,
    classes=(Class.STATUTORY_GUIDANCE,),
    severity=Severity.MEDIUM,
    clauses=(REVIEWS_OF_PRACTICE.to_be_confirmed("What a review recommends is followed through to its end."),),
    why="What is learnt from a child's death or serious harm helps the next child only if it is done.",
    looks_at=occurrences("recommendation"),
    for_each=Each.OCCURRENCE,
    only_where=(ReportedBy("inspectorate", another=True),),
    tests=(
        Test(
            starts=Report(),
            due=ByTimeLimit({"immediately": "rec_immediate", "3_months": "3 m", "6_months": "6 m"}),
            discharged_by=all_of("closed", "closure_endorsed"),
        ),
    ),
    to_be_confirmed=True,
)
