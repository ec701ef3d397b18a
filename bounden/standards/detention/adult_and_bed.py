"""A child in police detention: the adult comes and is there, and a refused bed is not the last word."""

from bounden.obligations.terms import (
    DETAINED_CHILDREN,
    DETENTION_ENDED,
    AboutAChild,
    AtOnce,
    Class,
    Each,
    EachRow,
    First,
    Severity,
    Standard,
    Test,
    Type,
    Within,
    all_of,
    detention,
    reasoned,
)
from bounden.standards.sources import APPROPRIATE_ADULTS, CODE_C_3, CONCORDAT, INSPECTION_CRITERIA

PD_02 = Standard(
    id="PD-02",
    title="The appropriate adult comes",
    plain=(
        "Within 2 hours of being called, the appropriate adult is with the child, or it is written down why not. Then "
        "the child's rights are explained again, with the adult there."
    ),
    area="detention",
    type=Type.BY,
    classes=(Class.STATUTORY_GUIDANCE, Class.LOCAL),
    severity=Severity.MEDIUM,
    clauses=(
        CODE_C_3.to_be_confirmed("The adult comes to the station, and the rights are given again with the adult."),
    ),
    why="Wandsworth, 2010: mothers came only the next day, and a volunteer for the third child was called late.",
    looks_at=detention(),
    for_each=DETAINED_CHILDREN,
    tests=(
        Test(
            starts=First(("appropriate_adult_called",)),
            due=Within("pd_adult_arrived"),
            discharged_by=all_of("appropriate_adult_arrived"),
        ),
    ),
    excuse=reasoned(),
    ends=(DETENTION_ENDED,),
    audit="Were the child's rights explained again when the adult was there?",
    to_be_confirmed=True,
)

PD_04 = Standard(
    id="PD-04",
    title="No detained child is interviewed without an appropriate adult",
    plain=(
        "A detained child is never interviewed without an appropriate adult in the room, unless a superintendent has "
        "written down by then why it could not wait."
    ),
    area="detention",
    type=Type.NEVER,
    classes=(Class.STATUTORY_GUIDANCE,),
    severity=Severity.CRITICAL,
    clauses=(APPROPRIATE_ADULTS.says("The appropriate adult is physically present when the child is interviewed."),),
    why="A child alone with officers may say whatever ends the interview; the adult is there to see it is fair.",
    looks_at=detention().having(DETAINED_CHILDREN),
    for_each=Each.ROW,
    only_where=(AboutAChild(),),
    tests=(Test(starts=EachRow(("interviewed",)), due=AtOnce(), breach=frozenset({"without"})),),
    excuse=reasoned(rank="superintendent"),
    ends=(DETENTION_ENDED,),
)

PD_07 = Standard(
    id="PD-07",
    title="When the council has no bed, somebody senior hears of it that night",
    plain=(
        "When the council refuses a bed for a child who was refused bail, it is taken up with somebody senior within 4 "
        "hours, so that the child does not spend the night in a cell because nobody asked again."
    ),
    area="detention",
    type=Type.BY,
    classes=(Class.NATIONAL_GUIDANCE,),
    severity=Severity.HIGH,
    clauses=(CONCORDAT.says("A refusal is logged and taken to somebody senior, and the figures are collected."),),
    why="Wandsworth, 2010: the council offered no bed; staff could not remember that it had ever offered one.",
    looks_at=detention().having(DETAINED_CHILDREN),
    for_each=Each.ROW,
    only_where=(AboutAChild(),),
    tests=(
        Test(
            starts=EachRow(("accommodation_refused",)),
            due=Within("pd_refusal"),
            discharged_by=all_of("escalated"),
        ),
    ),
    ends=(DETENTION_ENDED,),
    audit="Are the figures of refused transfers collected?",
)

PD_15 = Standard(
    id="PD-15",
    title="Before release somebody asks whether the child is exploited",
    plain=(
        "Before a child leaves custody, somebody has asked whether others exploit the child, and has written the "
        "answer down: a child who was arrested may be a child who was used."
    ),
    area="detention",
    type=Type.BEFORE,
    classes=(Class.GOOD_PRACTICE,),
    severity=Severity.HIGH,
    clauses=(INSPECTION_CRITERIA.to_be_confirmed("Children in custody are screened for exploitation before release."),),
    why="South Yorkshire, 2014: a girl of 13 was arrested at a sex offender's home; no risk assessment was made.",
    looks_at=detention(),
    for_each=DETAINED_CHILDREN,
    tests=(Test(starts=First(("released",)), due=AtOnce(), discharged_by=all_of("exploitation_screened")),),
    audit="Was it asked why the child was out, what home is like, and was the child referred and offered diversion?",
    to_be_confirmed=True,
)
