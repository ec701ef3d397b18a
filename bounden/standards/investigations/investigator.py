"""Somebody has the case, and is trained for it."""

from bounden.obligations.terms import (
    CHILD_SUBJECTS,
    CHILDREN_AT_RISK,
    INVESTIGATION_CLOSED,
    VICTIMS_UNDER_18,
    Class,
    Each,
    First,
    Report,
    Severity,
    Standard,
    Test,
    Type,
    Within,
    abuse_incident,
    all_of,
    doing,
    incident,
    reasoned,
)
from bounden.standards.sources import NON_SPECIALISTS, ONLINE_ABUSE, SEVENTEEN_DAYS

INV_01 = Standard(
    id="INV-01",
    title="The investigator is trained to investigate child abuse",
    plain=(
        "Within 24 hours of the case being given to somebody, it is in the hands of an investigator who is accredited "
        "for this kind of crime, or it is written down why not."
    ),
    area="investigations",
    type=Type.BY,
    classes=(Class.GOOD_PRACTICE,),
    severity=Severity.HIGH,
    clauses=(
        ONLINE_ABUSE.says("Officers who are not specialists investigated child abuse."),
        NON_SPECIALISTS.says("Frontline officers with no specialist training dealt with reports of sexual abuse."),
    ),
    why="Nottinghamshire, 2016: a frontline officer kept an exploitation case for six months; evidence was lost.",
    looks_at=abuse_incident().having(CHILDREN_AT_RISK),
    for_each=Each.OCCURRENCE,
    tests=(
        Test(
            starts=First(("investigator_allocated",)),
            due=Within("accredited"),
            discharged_by=all_of(doing("investigator_allocated", "accredited")),
        ),
    ),
    excuse=reasoned(),
    ends=(INVESTIGATION_CLOSED,),
)

INV_21 = Standard(
    id="INV-21",
    title="A named investigator has the case within a day of the report",
    plain=(
        "Within 24 hours of a report of a crime against a child, a named investigator has the case. Time runs from "
        "the report, not from the day on which somebody gave it out."
    ),
    area="investigations",
    type=Type.BY,
    classes=(Class.GOOD_PRACTICE,),
    severity=Severity.CRITICAL,
    clauses=(SEVENTEEN_DAYS.says("No officer was assigned until 17 days after the report."),),
    why="Metropolitan Police, 2016: for 17 days nobody had the case, while the man went on messaging the girl of 14.",
    looks_at=incident().having(VICTIMS_UNDER_18) | abuse_incident().having(CHILD_SUBJECTS),
    for_each=Each.OCCURRENCE,
    tests=(Test(starts=Report(), due=Within("start"), discharged_by=all_of("investigator_allocated")),),
    ends=(INVESTIGATION_CLOSED,),
)
