"""Somebody has the case, is trained for it, works to a plan, and is supervised."""

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
from bounden.standards.sources import (
    DRIFT_AND_DELAY,
    INSPECTIONS_2019,
    NON_SPECIALISTS,
    ONLINE_ABUSE,
    SEVENTEEN_DAYS,
    WEAK_SUPERVISION,
)

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

INV_02 = Standard(
    id="INV-02",
    title="The investigation follows a plan",
    plain=(
        "Within 48 hours of the case being given to somebody, a plan of the investigation is on record: what is to be "
        "found out, by whom and by when."
    ),
    area="investigations",
    type=Type.BY,
    classes=(Class.GOOD_PRACTICE,),
    severity=Severity.MEDIUM,
    clauses=(WEAK_SUPERVISION.says("Supervision was weak, and cases went to officers who were no specialists."),),
    why="Devon and Cornwall, 2015: a friend's father was suspected; six months later he had not been arrested.",
    looks_at=abuse_incident().having(CHILDREN_AT_RISK),
    for_each=Each.OCCURRENCE,
    tests=(
        Test(
            starts=First(("investigator_allocated",)),
            due=Within("plan_set"),
            discharged_by=all_of("investigation_plan_set"),
        ),
    ),
    ends=(INVESTIGATION_CLOSED,),
)

INV_03 = Standard(
    id="INV-03",
    title="A supervisor looks at every open investigation, every 28 days",
    plain=(
        "As long as an investigation of child abuse is open, a supervisor looks at it at least every 28 days, so that "
        "it does not drift. Time runs from the first sign that it began: an investigation, an investigator or a crime "
        "on record."
    ),
    area="investigations",
    type=Type.REC,
    classes=(Class.GOOD_PRACTICE,),
    severity=Severity.HIGH,
    clauses=(
        DRIFT_AND_DELAY.says("Investigations were plagued by drift and delay."),
        INSPECTIONS_2019.to_be_confirmed("Open investigations are reviewed by a supervisor; how often was not seen."),
    ),
    why="In harm's way, 2015: 220 of 576 cases were inadequate; investigations were plagued by drift and delay.",
    looks_at=abuse_incident().having(CHILDREN_AT_RISK),
    for_each=Each.OCCURRENCE,
    tests=(
        Test(
            starts=First(("investigation_started", "investigator_allocated", "crime_recorded")),
            due=Within("review_every"),
            discharged_by=all_of("supervisor_reviewed"),
        ),
    ),
    ends=(INVESTIGATION_CLOSED,),
    audit="Did the review ask what is missing, and move the case on?",
    to_be_confirmed=True,
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
