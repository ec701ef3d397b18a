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
    any_occurrence,
    reasoned,
)
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
