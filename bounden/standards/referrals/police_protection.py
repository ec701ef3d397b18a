"""Police protection: what the law asks from the moment officers take a child into it."""

from bounden.obligations.terms import (
    PROTECTED_CHILDREN,
    PROTECTION_ENDED,
    Class,
    First,
    Severity,
    Standard,
    Test,
    Type,
    Within,
    all_of,
    doing,
    police_protection,
)
from bounden.standards.sources import CHILDREN_ACT_46, HOME_OFFICE_17_2008, SEVENTY_TWO_HOURS

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
