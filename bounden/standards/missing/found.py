"""When the child is back: somebody asks what happened, face to face."""

from bounden.obligations.terms import (
    MISSING_CHILDREN,
    AtOnce,
    Class,
    Duty,
    First,
    Flagged,
    SameDay,
    Severity,
    Standard,
    Test,
    Type,
    Within,
    all_of,
    any_of,
    doing,
    missing,
    reasoned,
)
from bounden.standards.sources import (
    CLOSED_UNSEEN,
    FOUND_AND_WELL,
    OXFORDSHIRE_MISSING,
    RETURN_INTERVIEW_USE,
    RETURN_INTERVIEWS,
)

MC_11 = Standard(
    id="MC-11",
    title="An officer talks with the child who came back",
    plain=(
        "Within 24 hours of a missing child being found, an officer talks with her face to face, to see that she is "
        "safe and to learn where she was and with whom. A telephone call is not enough."
    ),
    area="missing",
    type=Type.BY,
    classes=(Class.NATIONAL_GUIDANCE,),
    severity=Severity.HIGH,
    clauses=(
        FOUND_AND_WELL.says("When a missing person is found, police hold a prevention interview, face to face."),
        OXFORDSHIRE_MISSING.says("Police see the child immediately after the return."),
    ),
    why="West Midlands, 2014: a girl of 15 came back at six in the morning; police neither checked on her nor asked.",
    looks_at=missing(),
    for_each=MISSING_CHILDREN,
    tests=(
        Test(
            starts=First(("found",)),
            due=Within("mc_prevention"),
            discharged_by=all_of(doing("prevention_interview_held", "face_to_face", naming_child=True)),
        ),
    ),
    excuse=reasoned(),
)

MC_12 = Standard(
    id="MC-12",
    title="The council is asked for a return interview",
    plain=(
        "On the day on which a missing child is found, or within 6 hours if that is later, police ask the council for "
        "the return interview: the council can only hold it in time if it knows."
    ),
    area="missing",
    type=Type.BY,
    classes=(Class.STATUTORY_GUIDANCE,),
    severity=Severity.MEDIUM,
    clauses=(OXFORDSHIRE_MISSING.says("Police tell the council of the return, so that an interview can be offered."),),
    why="What a child says on her return is lost if the council hears of the return too late to ask.",
    looks_at=missing(),
    for_each=MISSING_CHILDREN,
    tests=(
        Test(
            starts=First(("found",)),
            due=SameDay("same_day"),
            discharged_by=all_of("return_interview_requested"),
        ),
    ),
)

MC_13 = Standard(
    id="MC-13",
    title="Somebody independent interviews the child after her return",
    plain=(
        "Within 72 hours of her return the council has somebody independent ask the child why she went and what "
        "happened. It is the council's duty; police watch it, because what the child says protects her next time."
    ),
    area="missing",
    type=Type.BY,
    classes=(Class.STATUTORY_GUIDANCE,),
    severity=Severity.MEDIUM,
    clauses=(
        OXFORDSHIRE_MISSING.says("A return interview is offered within 72 hours of the child's return."),
        RETURN_INTERVIEWS.says("Return interviews are held by somebody independent, within 72 hours."),
    ),
    why="What children say in return interviews should feed their protection before they go missing again.",
    looks_at=missing(),
    for_each=MISSING_CHILDREN,
    tests=(Test(starts=First(("found",)), due=Within("72 h"), discharged_by=all_of("return_interview_held")),),
    duty=Duty.COUNCIL,
)

MC_14 = Standard(
    id="MC-14",
    title="What the child said in the return interview is used",
    plain=(
        "Within 5 working days of the return interview police have what the child said, have made intelligence of it, "
        "and have put it into the child's plan if there is one. If she said nothing new, that is written down."
    ),
    area="missing",
    type=Type.BY,
    classes=(Class.GOOD_PRACTICE,),
    severity=Severity.MEDIUM,
    clauses=(RETURN_INTERVIEW_USE.says("What a return interview brings to light should feed the child's protection."),),
    why="Thames Valley, 2023: why children go missing was poorly understood, so it could not inform the next search.",
    looks_at=missing(),
    for_each=MISSING_CHILDREN,
    tests=(
        Test(
            starts=First(("return_interview_held",)),
            due=Within("mc_rhi"),
            discharged_by=all_of(
                "return_interview_received",
                "intelligence_submitted",
                any_of("trigger_plan_updated", when=Flagged(frozenset({"trigger_plan"}))),
            ),
        ),
    ),
    excuse=reasoned(),
)

MC_16 = Standard(
    id="MC-16",
    title="No missing child's case is closed before an officer has seen her",
    plain=(
        "Before the case of a missing child is closed, somebody has seen her in person, not before she was found. A "
        "telephone call to say that she is back is no sighting."
    ),
    area="missing",
    type=Type.BEFORE,
    classes=(Class.GOOD_PRACTICE,),
    severity=Severity.HIGH,
    clauses=(CLOSED_UNSEEN.says("Children were not seen on their return; cases were closed on a telephone report."),),
    why="Metropolitan Police, 2023 to 2025: missing children were not seen when they came back.",
    looks_at=missing(),
    for_each=MISSING_CHILDREN,
    tests=(
        Test(
            starts=First(("closed",)),
            due=AtOnce(),
            discharged_by=all_of(doing("child_seen", naming_child=True, not_before="found")),
        ),
    ),
)
