"""A child who is kept in a cell: the detention reviewed, the night reasoned, the court told why there was no bed."""

from bounden.obligations.terms import (
    DETAINED_CHILDREN,
    DETENTION_ENDED,
    AtOnce,
    BeforeTheEnd,
    Class,
    EachNight,
    Ending,
    First,
    FirstThen,
    Severity,
    Standard,
    Test,
    Type,
    all_of,
    any_of,
    detention,
    doing,
    reasoned,
)
from bounden.standards.local_sources import NIGHTS_IN_NORTH_WALES
from bounden.standards.sources import CONCORDAT, DETENTION_REVIEWS, PACE_38

DETAINED = First(("detention_authorised",), else_report=True)

PD_03 = Standard(
    id="PD-03",
    title="Whether the child must stay detained is reviewed after 6 hours, then every 9",
    plain=(
        "The detention of a child is reviewed 6 hours after it was authorised at the latest, and then within 9 hours "
        "of the last review. An inspector may put a review off, and writes down why."
    ),
    area="detention",
    type=Type.REC,
    classes=(Class.STATUTE,),
    severity=Severity.HIGH,
    clauses=(
        DETENTION_REVIEWS.says("The first review is within 6 hours of detention being authorised, then every 9 hours."),
    ),
    why="Dyfed-Powys, 2014: children were held needlessly in cells; a review asks each time whether they must be.",
    looks_at=detention(besides=("mental_health",)),
    for_each=DETAINED_CHILDREN,
    tests=(Test(starts=DETAINED, due=FirstThen("6 h", "9 h"), discharged_by=all_of("detention_reviewed")),),
    excuse=reasoned(rank="inspector"),
    ends=(DETENTION_ENDED,),
    audit="Was the appropriate adult part of the review?",
)

PD_06 = Standard(
    id="PD-06",
    title="A child refused bail goes to a council bed, or the court is told why not",
    plain=(
        "A child who is charged and refused bail is moved to council accommodation before court, or it is certified "
        "for the court why that could not be. We count 36 hours where the records do not show that the child left."
    ),
    area="detention",
    type=Type.BEFORE,
    classes=(Class.STATUTE,),
    severity=Severity.HIGH,
    clauses=(
        PACE_38.to_be_confirmed("Section 38(6) and (7): moved, or a certificate to the court; from what age not seen."),
        CONCORDAT.says("The certificate for the court says why the child was not moved."),
    ),
    why="Wandsworth, 2010: two children of 13 and 14 were refused bail and spent a second night in the cells.",
    looks_at=detention(besides=("mental_health",)),
    for_each=DETAINED_CHILDREN,
    tests=(
        Test(
            starts=First(("bail_refused",)),
            due=BeforeTheEnd(end=Ending(kinds=("released",), closed_at=True), limit="pd_court"),
            discharged_by=all_of(any_of("no_transfer_certified", "transferred_to_authority")),
        ),
    ),
    audit="Was the ground lawful: impracticable, or no secure bed for a child who would do serious harm?",
    to_be_confirmed=True,
)

PD_09 = Standard(
    id="PD-09",
    title="For each night in a cell a senior officer writes down why",
    plain=(
        "For every night on which a child is in police detention at four in the morning, an inspector or somebody more "
        "senior has written down, in the 24 hours before, why the child could not be anywhere else."
    ),
    area="detention",
    type=Type.BY,
    classes=(Class.GOOD_PRACTICE,),
    severity=Severity.HIGH,
    clauses=(NIGHTS_IN_NORTH_WALES.says("Of 686 children detained, 174 were kept overnight."),),
    why="Nottinghamshire, 2014: children were detained overnight who need not have been.",
    looks_at=detention(),
    for_each=DETAINED_CHILDREN,
    tests=(
        Test(
            starts=EachNight(begins=DETAINED, at="overnight_at", until=(DETENTION_ENDED,), at_most="96 h"),
            due=AtOnce(),
            discharged_by=all_of(doing("overnight_rationale_recorded", rank="inspector", since="24 h")),
        ),
    ),
)
