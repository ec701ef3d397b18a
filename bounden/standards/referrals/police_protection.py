"""Police protection: what the law asks from the moment officers take a child into it."""

from bounden.obligations.terms import (
    PROTECTED_CHILDREN,
    PROTECTION_ENDED,
    AgedFrom,
    Class,
    First,
    Severity,
    Standard,
    Test,
    Type,
    Within,
    all_of,
    any_of,
    doing,
    police_protection,
    reasoned,
)
from bounden.standards.sources import CHILDREN_ACT_46, FAMILY_RIGHTS, HOME_OFFICE_17_2008, SEVENTY_TWO_HOURS

AH_12 = Standard(
    id="AH-12",
    title="The council is told that a child is under police protection",
    plain=(
        "As soon as officers have taken a child into police protection, they tell the council where the child was "
        "found what they did and why. We count 2 hours."
    ),
    area="referrals",
    type=Type.BY,
    classes=(Class.STATUTE,),
    severity=Severity.CRITICAL,
    clauses=(
        CHILDREN_ACT_46.says(
            "Section 46(3)(a): as soon as is reasonably practicable, inform the local authority within whose area the "
            "child was found of the steps taken and the reasons for taking them."
        ),
    ),
    why="Within three days the council must take over from police; each hour in which it does not know is lost.",
    looks_at=police_protection(),
    for_each=PROTECTED_CHILDREN,
    tests=(
        Test(
            starts=First(("protection_started",), else_report=True),
            due=Within("s46_authority"),
            discharged_by=all_of("finding_authority_told"),
        ),
    ),
    ends=(PROTECTION_ENDED,),
)

AH_13 = Standard(
    id="AH-13",
    title="The council where the child lives is told where the child is now",
    plain=(
        "As soon as officers have taken a child into police protection, they tell the council where the child usually "
        "lives where the child is being looked after. We count 4 hours."
    ),
    area="referrals",
    type=Type.BY,
    classes=(Class.STATUTE,),
    severity=Severity.HIGH,
    clauses=(
        CHILDREN_ACT_46.says(
            "Section 46(3)(b): give details of the place at which the child is accommodated to the authority within "
            "whose area the child is ordinarily resident."
        ),
    ),
    why="The council at home knows the child and the family; it can help only if it knows where the child is.",
    looks_at=police_protection(),
    for_each=PROTECTED_CHILDREN,
    tests=(
        Test(
            starts=First(("protection_started",), else_report=True),
            due=Within("s46_home_authority"),
            discharged_by=all_of("home_authority_told"),
        ),
    ),
    ends=(PROTECTION_ENDED,),
)

AH_14 = Standard(
    id="AH-14",
    title="The child is told why, and is asked what she wants",
    plain=(
        "As soon as a child is under police protection, somebody finds out what the child wishes and feels and writes "
        "it down, also for a baby. A child of three or over is told what is happening and why. We count 4 hours."
    ),
    area="referrals",
    type=Type.BY,
    classes=(Class.STATUTE,),
    severity=Severity.HIGH,
    clauses=(
        CHILDREN_ACT_46.says("Section 46(3)(c): inform the child, if the child appears capable of understanding."),
        CHILDREN_ACT_46.to_be_confirmed("Section 46(3)(d): take steps to discover the child's wishes and feelings."),
    ),
    why="A child whom strangers take from home is afraid. What she says tells what happened and what she needs.",
    looks_at=police_protection(),
    for_each=PROTECTED_CHILDREN,
    tests=(
        Test(
            starts=First(("protection_started",), else_report=True),
            due=Within("s46_child"),
            discharged_by=all_of("child_views_recorded", any_of("child_told", when=AgedFrom("speaks_from"))),
        ),
    ),
    excuse=reasoned(),
    ends=(PROTECTION_ENDED,),
)

AH_15 = Standard(
    id="AH-15",
    title="Another officer inquires whether police protection is right",
    plain=(
        "As soon as a child is under police protection, the designated officer looks into the case. It is never the "
        "officer who took the child. We count 4 hours."
    ),
    area="referrals",
    type=Type.BY,
    classes=(Class.STATUTE, Class.NATIONAL_GUIDANCE),
    severity=Severity.CRITICAL,
    clauses=(
        CHILDREN_ACT_46.says("Section 46(3)(e): secure that the case is inquired into by the designated officer."),
        HOME_OFFICE_17_2008.says("The designated officer is not the officer who took the child."),
    ),
    why="Nobody should be the only judge of taking a child from home: a second officer must look at once.",
    looks_at=police_protection(),
    for_each=PROTECTED_CHILDREN,
    tests=(
        Test(
            starts=First(("protection_started",), else_report=True),
            due=Within("s46_designated"),
            discharged_by=all_of(doing("designated_officer_inquired", by_another_than="protection_started")),
        ),
    ),
    ends=(PROTECTION_ENDED,),
)

AH_16 = Standard(
    id="AH-16",
    title="The parents are told that police have taken the child",
    plain=(
        "As soon as a child is under police protection, the parents, and whoever had the child before, are told what "
        "was done and why, or it is written down why not. We count 4 hours."
    ),
    area="referrals",
    type=Type.BY,
    classes=(Class.STATUTE,),
    severity=Severity.MEDIUM,
    clauses=(FAMILY_RIGHTS.says("Section 46(4): parents, those responsible and prior carers are informed."),),
    why="Parents who are not told look for the child, and cannot say who in the family could take the child in.",
    looks_at=police_protection(),
    for_each=PROTECTED_CHILDREN,
    tests=(
        Test(
            starts=First(("protection_started",), else_report=True),
            due=Within("s46_parents"),
            discharged_by=all_of("parents_told"),
        ),
    ),
    excuse=reasoned(),
    ends=(PROTECTION_ENDED,),
)

AH_17 = Standard(
    id="AH-17",
    title="Police protection ends within 72 hours",
    plain=(
        "A child may be kept under police protection for 72 hours at most. It cannot be extended: by then the child is "
        "home, with family, or in the care of the council."
    ),
    area="referrals",
    type=Type.BY,
    classes=(Class.STATUTE,),
    severity=Severity.CRITICAL,
    clauses=(
        CHILDREN_ACT_46.says("Section 46(6): no child may be kept in police protection for more than 72 hours."),
        SEVENTY_TWO_HOURS.says("The 72 hours cannot be extended."),
    ),
    why="It is a power to take a child without asking a court; Parliament gave it three days and no more.",
    looks_at=police_protection(),
    for_each=PROTECTED_CHILDREN,
    tests=(
        Test(
            starts=First(("protection_started",), else_report=True),
            due=Within("72 h"),
            discharged_by=all_of(doing("protection_ended", naming_child=True)),
        ),
    ),
    audit="Did protection end as soon as there was no more cause for it?",
)
