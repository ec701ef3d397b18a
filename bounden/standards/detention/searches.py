"""Searches of a child that expose the body."""

from bounden.obligations.terms import (
    AboutAChild,
    AtOnce,
    Class,
    Each,
    EachRow,
    Severity,
    Standard,
    Test,
    Type,
    Within,
    all_of,
    any_occurrence,
    doing,
    reasoned,
)
from bounden.standards.local_sources import SEARCH_PROPOSALS, STRIP_SEARCH_FIGURES
from bounden.standards.sources import CODE_C_ANNEX_A

PD_10 = Standard(
    id="PD-10",
    title="No child is strip searched without an appropriate adult",
    plain=(
        "A search that exposes a child's body is never made without an appropriate adult there, unless there is an "
        "urgent risk of serious harm, or the child and the adult agree, and the reason is written down. It holds "
        "anywhere, not only in custody."
    ),
    area="detention",
    type=Type.NEVER,
    classes=(Class.STATUTORY_GUIDANCE,),
    severity=Severity.CRITICAL,
    clauses=(
        CODE_C_ANNEX_A.says(
            "A search exposing intimate parts of a child takes place in the presence of the appropriate adult, save "
            "in urgent cases of serious harm, or where the child says so before the adult and the adult agrees."
        ),
    ),
    why="At strip searches of children from 2018 to 2022, no appropriate adult was confirmed in 52% of cases.",
    looks_at=any_occurrence(),
    for_each=Each.ROW,
    only_where=(AboutAChild(),),
    tests=(Test(starts=EachRow(("strip_searched",)), due=AtOnce(), breach=frozenset({"without"})),),
    excuse=reasoned(),
    audit="Same sex, reason, place and result on record?",
)

PD_11 = Standard(
    id="PD-11",
    title="An inspector authorises the strip search of a child before it is made",
    plain=(
        "Before a search that exposes a child's body, an inspector or somebody more senior has authorised it. It would "
        "hold anywhere, not only in custody."
    ),
    area="detention",
    type=Type.BEFORE,
    classes=(Class.STATUTORY_GUIDANCE,),
    severity=Severity.HIGH,
    clauses=(SEARCH_PROPOSALS.says("It is proposed that an inspector authorises every strip search of a child."),),
    why="Police strip searched 457 children in the year to June 2023; whoever is asked first may say no.",
    looks_at=any_occurrence(),
    for_each=Each.ROW,
    only_where=(AboutAChild(),),
    tests=(
        Test(
            starts=EachRow(("strip_searched",)),
            due=AtOnce(),
            discharged_by=all_of(doing("strip_search_authorised", rank="inspector")),
        ),
    ),
    proposed="The revised codes were consulted on in 2024; that they are in force has not been seen.",
)

PD_12 = Standard(
    id="PD-12",
    title="A child who was strip searched is referred",
    plain=(
        "Within 24 hours of a search that exposes a child's body, the child is referred to children's social care, "
        "whether or not anything was found, and though she has been released."
    ),
    area="detention",
    type=Type.BY,
    classes=(Class.GOOD_PRACTICE,),
    severity=Severity.HIGH,
    clauses=(STRIP_SEARCH_FIGURES.says("45% of strip searches of children led to a safeguarding referral."),),
    why="More than half of the strip searches of children led to no referral, whatever the search was for.",
    looks_at=any_occurrence(),
    for_each=Each.ROW,
    only_where=(AboutAChild(),),
    tests=(
        Test(
            starts=EachRow(("strip_searched",)),
            due=Within("pd_referral"),
            discharged_by=all_of(doing("referral_submitted", anywhere=True)),
        ),
    ),
)
