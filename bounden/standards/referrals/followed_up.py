"""What becomes of a referral, a discussion and a conference: checked, answered, written down, reported to."""

from bounden.obligations.terms import (
    AtOnce,
    Class,
    DueOf,
    Duty,
    Each,
    EachRow,
    Ending,
    Extent,
    Severity,
    Standard,
    Test,
    Type,
    Within,
    all_of,
    any_occurrence,
    any_of,
    doing,
    reasoned,
)
from bounden.standards.sources import ONE_WORKING_DAY, THAMES_VALLEY_QUEUES, WORKING_TOGETHER

AH_02 = Standard(
    id="AH-02",
    title="Every referral is checked within a day",
    plain=(
        "Within 24 hours of an officer sending a referral, somebody who knows child protection has read it, checked "
        "that it is complete and graded the risk afresh."
    ),
    area="referrals",
    type=Type.BY,
    classes=(Class.LOCAL,),
    severity=Severity.HIGH,
    clauses=(THAMES_VALLEY_QUEUES.says("Referrals waited in queues before anybody dealt with them."),),
    why="Thames Valley, 2023: referrals queued in the hubs, which had too few staff and did not all work alike.",
    looks_at=any_occurrence(),
    for_each=Each.ROW,
    tests=(
        Test(
            starts=EachRow(("referral_submitted",)),
            due=Within("referral_check"),
            discharged_by=all_of("referral_checked"),
        ),
    ),
    audit="Is the second grade right, and was the referral complete?",
)

AH_04 = Standard(
    id="AH-04",
    title="The council answers a referral by the next working day",
    plain=(
        "By the end of the first working day after police shared a referral, the council has said that it has it and "
        "what it will do. If nothing comes, police ask."
    ),
    area="referrals",
    type=Type.BY,
    classes=(Class.STATUTORY_GUIDANCE,),
    severity=Severity.MEDIUM,
    clauses=(
        ONE_WORKING_DAY.says(
            "Within one working day a social worker acknowledges the referral and decides about the next steps."
        ),
    ),
    why="A referral that nobody answers is a child whom each side believes to be with the other.",
    looks_at=any_occurrence(),
    for_each=Each.ROW,
    tests=(Test(starts=EachRow(("referral_shared",)), due=Within("1 wd"), discharged_by=all_of("referral_answered")),),
    duty=Duty.COUNCIL,
    extent=Extent.ENGLAND,
)

AH_24 = Standard(
    id="AH-24",
    title="Police take an unanswered referral to a manager",
    plain=(
        "When the council has not answered a referral in time, police take it to a named manager within 2 working "
        "days, unless the answer has come by then."
    ),
    area="referrals",
    type=Type.BY,
    classes=(Class.GOOD_PRACTICE,),
    severity=Severity.MEDIUM,
    clauses=(ONE_WORKING_DAY.says("The referrer follows up if the answer is not forthcoming, and may escalate."),),
    why="Reading, 2025: inspectors found that information was shared inconsistently and decisions were weak.",
    looks_at=any_occurrence(),
    for_each=Each.OCCURRENCE,
    tests=(Test(starts=DueOf("AH-04"), due=Within("escalation"), discharged_by=all_of("escalated")),),
    excuse=reasoned(),
    ends=(Ending(kinds=("referral_answered",), since_start=True),),
    audit="Where the council refused or police disagreed, was that taken to a manager, too?",
)

AH_06 = Standard(
    id="AH-06",
    title="What a strategy discussion decided is on police systems",
    plain=(
        "Within 24 hours of a strategy discussion, its decisions and who does what stand on police systems, where the "
        "next officer can read them."
    ),
    area="referrals",
    type=Type.BY,
    classes=(Class.STATUTORY_GUIDANCE,),
    severity=Severity.MEDIUM,
    clauses=(WORKING_TOGETHER.to_be_confirmed("The decisions and actions of a strategy discussion are recorded."),),
    why="Reading, 2025: inspectors found that information was shared inconsistently and decisions were weak.",
    looks_at=any_occurrence(),
    for_each=Each.ROW,
    tests=(
        Test(
            starts=EachRow(("strategy_discussion_held",)),
            due=Within("minutes"),
            discharged_by=all_of("strategy_minutes_recorded"),
        ),
    ),
    to_be_confirmed=True,
)

AH_09 = Standard(
    id="AH-09",
    title="Police come to the child protection conference, or send a report",
    plain=(
        "When a child protection conference is held, the first or a review, somebody from police goes there that day, "
        "or a written report is there by the time it starts."
    ),
    area="referrals",
    type=Type.BEFORE,
    classes=(Class.STATUTORY_GUIDANCE,),
    severity=Severity.MEDIUM,
    clauses=(WORKING_TOGETHER.to_be_confirmed("Police attend conferences and reviews, or send a report."),),
    why="A conference decides on a plan for the child; what police know of the home must be there when it does.",
    looks_at=any_occurrence(),
    for_each=Each.ROW,
    tests=(
        Test(
            starts=EachRow(("conference_held",)),
            due=AtOnce(),
            discharged_by=all_of(any_of(doing("meeting_attended", on_the_day=True), "conference_report_supplied")),
        ),
    ),
    to_be_confirmed=True,
)
