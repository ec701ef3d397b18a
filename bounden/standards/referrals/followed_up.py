"""What becomes of a referral, a discussion and a conference: checked, answered, written down, reported to."""

from bounden.obligations.terms import (
    CHILDREN_INVOLVED,
    AtOnce,
    Class,
    DueOf,
    Duty,
    Each,
    EachRow,
    Ending,
    Extent,
    Followed,
    LastBefore,
    Severity,
    SignificantHarmSuspected,
    Standard,
    Test,
    Type,
    Within,
    WithinIf,
    all_of,
    any_occurrence,
    any_of,
    doing,
    reasoned,
)
from bounden.standards.sources import (
    BUCKS_ENQUIRIES,
    LEWISHAM_ENQUIRIES,
    ONE_WORKING_DAY,
    THAMES_VALLEY_DELAYS,
    THAMES_VALLEY_QUEUES,
    WORKING_TOGETHER,
)

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

AH_03 = Standard(
    id="AH-03",
    title="A referral reaches the council, at once where harm is feared",
    plain=(
        "What an officer refers is with the council within 24 hours. Where there is good reason to think that the "
        "child is being badly harmed, or will be, it is there within an hour. If it is not to be shared, the reason is "
        "written down."
    ),
    area="referrals",
    type=Type.BY,
    classes=(Class.GOOD_PRACTICE,),
    severity=Severity.CRITICAL,
    clauses=(
        THAMES_VALLEY_QUEUES.says("Referrals waited in queues before anybody dealt with them."),
        THAMES_VALLEY_DELAYS.says("There are delays in contacting social services to safeguard children."),
    ),
    why="Thames Valley, 2023: referrals queued in the hubs, and plans to protect the vulnerable came late.",
    looks_at=any_occurrence(),
    for_each=Each.ROW,
    tests=(
        Test(
            starts=EachRow(("referral_submitted",)),
            due=WithinIf(SignificantHarmSuspected(), "referral_share_urgent", otherwise="referral_share"),
            discharged_by=all_of("referral_shared"),
        ),
    ),
    excuse=reasoned(),
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
    tests=(
        Test(
            starts=EachRow(("referral_shared",)),
            due=Within("council_answer"),
            discharged_by=all_of("referral_answered"),
        ),
    ),
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

AH_08 = Standard(
    id="AH-08",
    title="The conference on a child is held within 15 working days",
    plain=(
        "When an enquiry leads to a child protection conference, the council holds it within 15 working days of the "
        "last strategy discussion before the enquiry began. The records show only that it led to one when a "
        "conference or a plan followed."
    ),
    area="referrals",
    type=Type.BY,
    classes=(Class.STATUTORY_GUIDANCE,),
    severity=Severity.MEDIUM,
    clauses=(
        BUCKS_ENQUIRIES.says("The initial conference takes place within 15 working days of the strategy discussion."),
        LEWISHAM_ENQUIRIES.says("The conference is held within 15 working days of the strategy meeting."),
    ),
    why="Until the conference nobody has agreed who keeps the child safe. Three weeks is long for a child.",
    looks_at=any_occurrence(),
    for_each=CHILDREN_INVOLVED,
    only_where=(Followed("enquiry_started", by="conference_held", flags=frozenset({"child_protection_plan"})),),
    tests=(
        Test(
            starts=LastBefore("strategy_discussion_held", before="enquiry_started"),
            due=Within("conference"),
            discharged_by=all_of(doing("conference_held", naming_child=True)),
        ),
    ),
    duty=Duty.COUNCIL,
    extent=Extent.ENGLAND,
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
