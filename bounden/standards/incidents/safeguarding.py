"""What is done for the children before the shift ends, and who is told."""

from bounden.obligations.terms import (
    CHILDREN_AT_RISK,
    CHILDREN_IN_VEHICLE_OR_AT_ARREST,
    AgedFrom,
    AgedUpTo,
    Attendance,
    CarerArrested,
    ChildKnown,
    Class,
    EarlierOf,
    First,
    NextSchoolDay,
    ReasonRecorded,
    Severity,
    Standard,
    Test,
    Type,
    Within,
    all_of,
    any_occurrence,
    any_of,
    doing,
    incident,
    reasoned,
    risk_incident,
    told_instead,
)
from bounden.standards.incidents.linked_children import CHILDREN_AT_RISK_OR_LINKED
from bounden.standards.sources import (
    ENCOMPASS,
    ENCOMPASS_NOTICE,
    NEGLECT_TOOLKIT,
    SISTER_OF_SUSPECT,
    THAMES_VALLEY_NEGLECT,
)

IC_10 = Standard(
    id="IC-10",
    title="The school knows before the child arrives",
    plain=(
        "When police go to domestic abuse, the school of each child of 4 to 17 who belongs to the home is told before "
        "the next school day starts, so that somebody looks after the child there. It does not matter whether the "
        "child was present. In the holidays the first day back counts. For a child taught at home, the council is "
        "told instead."
    ),
    area="incidents",
    type=Type.BY,
    classes=(Class.STATUTORY_GUIDANCE, Class.NATIONAL_GUIDANCE),
    severity=Severity.HIGH,
    clauses=(
        ENCOMPASS.says("Forces notify the child's school of a domestic abuse incident."),
        ENCOMPASS_NOTICE.says("The notice goes out before the start of the next school day."),
        ENCOMPASS.to_be_confirmed("The day on which the duty commenced; until then it was national guidance."),
    ),
    why="A child who saw violence in the night sits in class in the morning; the school can help only if it knows.",
    looks_at=incident("domestic_abuse"),
    for_each=CHILDREN_AT_RISK_OR_LINKED,
    only_where=(AgedFrom("school_from"), AgedUpTo("17")),
    tests=(
        Test(
            starts=First(("officers_arrived",)),
            due=NextSchoolDay(),
            discharged_by=all_of(doing("school_notified", naming_child=True)),
        ),
    ),
    excuse=reasoned(),
    ends=(told_instead("IC-12"),),
)

IC_12 = Standard(
    id="IC-12",
    title="The council knows of a child taught at home",
    plain=(
        "A child who is taught at home has no school that could be told of domestic abuse. Where an officer has "
        "written down that this is so, the council is told before the next school day starts."
    ),
    area="incidents",
    type=Type.BY,
    classes=(Class.STATUTORY_GUIDANCE,),
    severity=Severity.MEDIUM,
    clauses=(ENCOMPASS_NOTICE.says("For a child educated at home, the officer of the council is notified instead."),),
    why="A child whom no teacher sees in the morning has nobody to notice; the council can send somebody.",
    looks_at=incident("domestic_abuse"),
    for_each=CHILDREN_AT_RISK_OR_LINKED,
    only_where=(AgedFrom("school_from"), AgedUpTo("17"), ReasonRecorded("IC-12", among=CHILDREN_AT_RISK_OR_LINKED)),
    tests=(
        Test(
            starts=First(("officers_arrived",)),
            due=NextSchoolDay(),
            discharged_by=all_of(doing("authority_told", naming_child=True)),
        ),
    ),
)

IC_13 = Standard(
    id="IC-13",
    title="A child in the car or at an arrest is looked after",
    plain=(
        "When a driver is stopped for drink or drugs with a child in the car, or somebody is arrested in front of a "
        "child, officers assess before the shift ends whether that child is safe, and tell the partners."
    ),
    area="incidents",
    type=Type.BY,
    classes=(Class.GOOD_PRACTICE,),
    severity=Severity.CRITICAL,
    clauses=(
        THAMES_VALLEY_NEGLECT.says("A baby of one was in the back of a drug-driver's car; nobody assessed the baby."),
    ),
    why="Thames Valley, 2023: officers dealt with the drug-driver; for the baby on the back seat nothing was done.",
    looks_at=incident(),
    for_each=CHILDREN_IN_VEHICLE_OR_AT_ARREST,
    tests=(
        Test(
            starts=EarlierOf(Attendance(), First(("suspect_arrested",), of_anyone=True)),
            due=Within("shift_end"),
            discharged_by=all_of("safeguarding_assessed", "referral_submitted"),
        ),
    ),
    audit="Was the offence of neglect considered?",
)

IC_14 = Standard(
    id="IC-14",
    title="When a carer is arrested, somebody fit has the children",
    plain=(
        "When police arrest somebody who cares for a child, or who belongs to the child's family or household, "
        "officers see within 4 hours who has the child now and whether that person is fit for it. Or they take the "
        "child into police protection."
    ),
    area="incidents",
    type=Type.BY,
    classes=(Class.GOOD_PRACTICE,),
    severity=Severity.CRITICAL,
    clauses=(
        NEGLECT_TOOLKIT.says("Who has the child when police leave? Was that person checked, and the council asked?"),
    ),
    why="A child whose mother is taken away at night stays with whoever is there, unless somebody asks who that is.",
    looks_at=any_occurrence(),
    for_each=CHILDREN_AT_RISK,
    tests=(
        Test(
            starts=CarerArrested(),
            due=Within("attendance"),
            discharged_by=all_of(any_of("carer_checked", doing("protection_started", anywhere=True))),
        ),
    ),
    audit="Was a carer taken to hospital, or otherwise unable to look after the children?",
)

IC_20 = Standard(
    id="IC-20",
    title="Every child of the home is assessed",
    plain=(
        "By the end of the shift in which police knew of them, officers have asked of each child by name: is this "
        "child safe? They ask it of every child at risk, and of every child in the family or household of a suspect "
        "or victim."
    ),
    area="incidents",
    type=Type.BY,
    classes=(Class.GOOD_PRACTICE,),
    severity=Severity.CRITICAL,
    clauses=(
        THAMES_VALLEY_NEGLECT.says("No safeguarding assessment was made for the baby in the car."),
        SISTER_OF_SUSPECT.says("A suspect of very high risk lived with his sister of 15; no assessment for four days."),
    ),
    why="Online abuse inspection, 2023: the suspect lived with his sister of 15; for four days nobody assessed her.",
    looks_at=risk_incident(),
    for_each=CHILDREN_AT_RISK_OR_LINKED,
    tests=(
        Test(
            starts=ChildKnown(),
            due=Within("shift_end"),
            discharged_by=all_of(doing("safeguarding_assessed", naming_child=True)),
        ),
    ),
)
