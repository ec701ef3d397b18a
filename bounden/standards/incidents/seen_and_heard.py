"""The child is seen, spoken to alone and heard, and every child of the home is identified."""

from bounden.obligations.terms import (
    CHILDREN_AT_SCENE,
    CHILDREN_INVOLVED,
    AgedFrom,
    Attendance,
    ByFirstGrade,
    Class,
    Each,
    EarlierOf,
    First,
    Report,
    Severity,
    Standard,
    Test,
    Type,
    Within,
    all_of,
    doing,
    incident,
    missing,
    police_protection,
    reasoned,
    risk_incident,
)
from bounden.standards.sources import (
    ARTHUR,
    DA_SUPERVISORS,
    ENCOMPASS_NOTICE,
    SIX_WEEKS_UNSEEN,
    THAMES_VALLEY_FATHER,
    VOICE_OF_THE_CHILD,
)

IC_04 = Standard(
    id="IC-04",
    title="Officers at the scene see the child",
    plain=(
        "Officers who come to a child at risk see each child there within 4 hours of arriving. If nobody comes within "
        "a day of the report, time runs all the same."
    ),
    area="incidents",
    type=Type.BY,
    classes=(Class.NATIONAL_GUIDANCE, Class.GOOD_PRACTICE),
    severity=Severity.CRITICAL,
    clauses=(
        THAMES_VALLEY_FATHER.says("In too many cases children were not being seen."),
        DA_SUPERVISORS.says("Item 8: the children have been seen."),
    ),
    why="Thames Valley, 2023: officers neither saw nor spoke to a boy of four whose father feared for him.",
    looks_at=risk_incident(),
    for_each=CHILDREN_AT_SCENE,
    tests=(
        Test(
            starts=Attendance(),
            due=Within("attendance"),
            discharged_by=all_of(doing("child_seen", naming_child=True)),
        ),
    ),
    excuse=reasoned(),
)

IC_05 = Standard(
    id="IC-05",
    title="Officers at the scene speak to the child alone",
    plain=(
        "Officers speak to each child of three or over within 4 hours of arriving, away from the adults: a child may "
        "not say in front of them what they did. A telephone call does not count."
    ),
    area="incidents",
    type=Type.BY,
    classes=(Class.GOOD_PRACTICE,),
    severity=Severity.HIGH,
    clauses=(ENCOMPASS_NOTICE.says("The notice says whether the child was spoken to, and whether alone."),),
    why="Bedfordshire, 2017: a girl of 15 told teachers of an assault; police took five days to speak to her.",
    looks_at=risk_incident(),
    for_each=CHILDREN_AT_SCENE,
    only_where=(AgedFrom("speaks_from"),),
    tests=(
        Test(
            starts=Attendance(),
            due=Within("attendance"),
            discharged_by=all_of(doing("child_spoken_to", "alone", naming_child=True)),
        ),
    ),
    excuse=reasoned(),
)

IC_06 = Standard(
    id="IC-06",
    title="What the child said and how the child was is written down",
    plain=(
        "Whoever sees a child, or speaks to one face to face, records before the shift ends what the child said, how "
        "the child was and behaved, and what it was like there. A child who cannot speak shows it in other ways."
    ),
    area="incidents",
    type=Type.BY,
    classes=(Class.GOOD_PRACTICE,),
    severity=Severity.HIGH,
    clauses=(
        VOICE_OF_THE_CHILD.says("Officers record what a child says, looks like and does, and the surroundings."),
        ARTHUR.says("Staff are reminded to look at appearance, reactions, surroundings and what the child says."),
    ),
    why="A child who is not heard cannot tell. What officers see that day is all that the next one can go by.",
    looks_at=incident() | missing() | police_protection(),
    for_each=CHILDREN_INVOLVED,
    tests=(
        Test(
            starts=EarlierOf(
                First(("child_seen",)), First(("child_spoken_to",), values=frozenset({"alone", "with_others"}))
            ),
            due=Within("shift_end"),
            discharged_by=all_of(doing("voice_recorded", naming_child=True)),
        ),
    ),
    excuse=reasoned(),
    audit="Does the record give the child's own words, demeanour and surroundings?",
)

IC_07 = Standard(
    id="IC-07",
    title="Every child of the home is identified",
    plain=(
        "After domestic abuse, neglect or concern for a child, officers establish by the end of the shift which "
        "children belong to the home or to either adult, also those who were not there. That there are none is "
        "recorded too."
    ),
    area="incidents",
    type=Type.BY,
    classes=(Class.STATUTORY_GUIDANCE, Class.GOOD_PRACTICE),
    severity=Severity.HIGH,
    clauses=(ENCOMPASS_NOTICE.says("Children related to either adult count, whether or not they were present."),),
    why="Gloucestershire, 2017: a boy of five was there when his mother was raped; police did not think of him.",
    looks_at=incident("domestic_abuse", "neglect", "concern_for_child"),
    for_each=Each.OCCURRENCE,
    tests=(Test(starts=Attendance(), due=Within("shift_end"), discharged_by=all_of("children_identified")),),
    audit="Are date of birth, relation and school of each child on record?",
)

IC_19 = Standard(
    id="IC-19",
    title="The child is seen soon after the report",
    plain=(
        "A child reported to be at risk is seen soon, however the call was graded: by the arrival time and 4 hours if "
        "it was immediate or priority, otherwise within 24 hours of the report. A partner may see the child instead, "
        "if police and partners had agreed on it."
    ),
    area="incidents",
    type=Type.BY,
    classes=(Class.GOOD_PRACTICE,),
    severity=Severity.CRITICAL,
    clauses=(SIX_WEEKS_UNSEEN.says("Nobody visited a girl of three until six weeks after the first call."),),
    why="North Yorkshire, 2022: a father reported danger to his daughter of three. Nobody saw her for six weeks.",
    looks_at=risk_incident(),
    for_each=CHILDREN_AT_SCENE,
    tests=(
        Test(
            starts=Report(),
            due=ByFirstGrade(
                kind="call_graded",
                limits={
                    "immediate": ("attend_immediate", "attendance"),
                    "priority": ("attend_priority", "attendance"),
                },
                otherwise=("first_seen",),
                unknown=(("attend_immediate", "attendance"), ("first_seen",)),
            ),
            discharged_by=all_of(
                doing("child_seen", naming_child=True, anywhere=True, partner_after="strategy_discussion_held")
            ),
        ),
    ),
    excuse=reasoned(),
)
