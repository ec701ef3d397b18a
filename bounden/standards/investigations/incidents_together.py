"""Incidents that look small alone: somebody reads the child's whole history."""

from bounden.obligations.terms import (
    CHILDREN_AT_RISK,
    Class,
    Repeated,
    Severity,
    Standard,
    Test,
    Type,
    Within,
    all_of,
    doing,
    risk_incident,
)
from bounden.standards.sources import THAMES_VALLEY_FATHER

DM_05 = Standard(
    id="DM-05",
    title="After the third incident about a child, somebody reads the whole history",
    plain=(
        "When an incident is the third or later about the same child within 12 months, somebody reads the child's "
        "history in order of time within 5 working days and weighs all of it together. One such reading answers every "
        "incident that is still open then."
    ),
    area="investigations",
    type=Type.BY,
    classes=(Class.GOOD_PRACTICE,),
    severity=Severity.HIGH,
    clauses=(
        THAMES_VALLEY_FATHER.says(
            "A call about domestic abuse three days before stood in the systems when a father asked for help; nobody "
            "went to see the boy."
        ),
    ),
    why="Thames Valley, 2023: a call three days before was on record; officers did not see the boy of four.",
    looks_at=risk_incident(),
    for_each=CHILDREN_AT_RISK,
    tests=(
        Test(
            starts=Repeated(risk_incident(), CHILDREN_AT_RISK, "linked_incidents"),
            due=Within("chronology"),
            discharged_by=all_of(doing("chronology_reviewed", anywhere=True)),
        ),
    ),
)
