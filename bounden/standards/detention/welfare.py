"""A child in a police station: an adult at the child's side, parents told, food, and no night in a cell."""

from bounden.obligations.terms import (
    DETAINED_CHILDREN,
    DETENTION_ENDED,
    Class,
    First,
    LookedAfter,
    Severity,
    Standard,
    Test,
    Type,
    WakingHours,
    Within,
    all_of,
    any_of,
    detention,
)
from bounden.standards.sources import CODE_C_3, FORTY_FOUR_HOURS, PACE_38, PACE_57, TRANSFERS

PD_01 = Standard(
    id="PD-01",
    title="An appropriate adult is called for the child",
    plain=(
        "As soon as a child is detained, the custody officer calls an appropriate adult to come to the child's side. "
        "We count 30 minutes."
    ),
    area="detention",
    type=Type.BY,
    classes=(Class.STATUTORY_GUIDANCE,),
    severity=Severity.HIGH,
    clauses=(CODE_C_3.says("As soon as practicable, the appropriate adult is told and asked to come."),),
    why="South Yorkshire, 2014: a girl of 13 was arrested; no record of an appropriate adult being sought.",
    looks_at=detention(),
    for_each=DETAINED_CHILDREN,
    tests=(
        Test(
            starts=First(("detention_authorised",), else_report=True),
            due=Within("pd_adult_called"),
            discharged_by=all_of("appropriate_adult_called"),
        ),
    ),
    ends=(DETENTION_ENDED,),
)

PD_05 = Standard(
    id="PD-05",
    title="The council is asked for a bed when bail is refused",
    plain=(
        "When a child is charged and refused bail, the council is asked at once for a place to sleep, at any hour. A "
        "certificate for the court does not replace asking. We count an hour."
    ),
    area="detention",
    type=Type.BY,
    classes=(Class.STATUTE,),
    severity=Severity.CRITICAL,
    clauses=(
        PACE_38.says("Section 38(6): the custody officer secures that the child is moved to council accommodation."),
        TRANSFERS.says("The council is asked whenever bail is refused to a child."),
    ),
    why="A child who is refused bail must not spend the night in a cell because nobody asked for a bed.",
    looks_at=detention(besides=("mental_health",)),
    for_each=DETAINED_CHILDREN,
    tests=(
        Test(
            starts=First(("bail_refused",)),
            due=Within("pd_transfer"),
            discharged_by=all_of("accommodation_requested"),
        ),
    ),
    ends=(DETENTION_ENDED,),
)

PD_16 = Standard(
    id="PD-16",
    title="The parents are told that their child is detained",
    plain=(
        "As soon as a child is detained, whoever is responsible for the child is told; if the child is looked after, "
        "the council too. We count 2 hours."
    ),
    area="detention",
    type=Type.BY,
    classes=(Class.STATUTE,),
    severity=Severity.MEDIUM,
    clauses=(PACE_57.to_be_confirmed("Section 57: the person responsible for the child's welfare is informed."),),
    why="Wandsworth, 2010: three children were held overnight and did not speak to their parents until morning.",
    looks_at=detention(),
    for_each=DETAINED_CHILDREN,
    tests=(
        Test(
            starts=First(("detention_authorised",), else_report=True),
            due=Within("pd_parent"),
            discharged_by=all_of("parent_told", any_of("authority_told", when=LookedAfter())),
        ),
    ),
    ends=(DETENTION_ENDED,),
    to_be_confirmed=True,
)

PD_17 = Standard(
    id="PD-17",
    title="A detained child is looked after: risks assessed, food and drink offered",
    plain=(
        "First: within an hour of arrival, the risk to the child in custody is assessed. Second: food and drink are "
        "offered at least every 6 hours, the hours from 23:00 to 07:00 not counted. An offer counts, even if refused."
    ),
    area="detention",
    type=Type.BY,
    classes=(Class.STATUTORY_GUIDANCE,),
    severity=Severity.HIGH,
    clauses=(FORTY_FOUR_HOURS.says("After 44 hours staff realised that the girl had gone without food or water."),),
    why="Nottinghamshire, 2015: a girl of 16 was 44 hours in custody before staff saw she had not eaten or drunk.",
    looks_at=detention(),
    for_each=DETAINED_CHILDREN,
    tests=(
        Test(
            stage="1",
            starts=First(("detention_authorised",), else_report=True),
            due=Within("pd_risk"),
            discharged_by=all_of("custody_risk_assessed"),
        ),
        Test(
            stage="2",
            type=Type.REC,
            starts=First(("detention_authorised",), else_report=True),
            due=WakingHours("pd_food"),
            discharged_by=all_of("fed_and_watered"),
        ),
    ),
    ends=(DETENTION_ENDED,),
    audit="Was it escalated when she refused food twice running, and her care plan followed?",
)
