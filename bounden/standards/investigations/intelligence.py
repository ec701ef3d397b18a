"""What is learnt about a child, a suspect or an offender reaches those who need it."""

from bounden.obligations.terms import (
    CHILDREN_AT_RISK,
    CHILDREN_INVOLVED,
    OFFENDERS,
    SUSPECTS,
    Class,
    Each,
    EachRow,
    Severity,
    Standard,
    Test,
    Type,
    Within,
    all_of,
    any_of,
    incident,
    occurrences,
)
from bounden.standards.investigation_sources import INTELLIGENCE_MANAGEMENT

_ABOUT_PEOPLE = (
    occurrences("intelligence").having(CHILDREN_INVOLVED)
    | occurrences("intelligence").having(SUSPECTS)
    | occurrences("intelligence").having(OFFENDERS)
)
_IN_CASES = incident().having(CHILDREN_AT_RISK)

INV_19 = Standard(
    id="INV-19",
    title="Intelligence about a child reaches those who need it",
    plain=(
        "Within 24 hours of coming in, intelligence about a child, a suspect or a registered sex offender is passed on "
        "to those who answer for it. The same holds for each report that an officer submits from a case with a child "
        "at risk."
    ),
    area="investigations",
    type=Type.BY,
    classes=(Class.NATIONAL_GUIDANCE,),
    severity=Severity.HIGH,
    clauses=(INTELLIGENCE_MANAGEMENT.says("Intelligence is graded, recorded and disseminated to those who need it."),),
    why="Thames Valley, 2023: that intelligence was not used effectively is one of the six areas to improve.",
    looks_at=_ABOUT_PEOPLE,
    for_each=Each.ROW,
    tests=(
        Test(
            stage="1",
            starts=EachRow(("received",), else_report=True),
            due=Within("intelligence"),
            discharged_by=all_of(any_of("disseminated", "intelligence_disseminated")),
        ),
        Test(
            stage="2",
            looks_at=_IN_CASES,
            starts=EachRow(("intelligence_submitted",)),
            due=Within("intelligence"),
            discharged_by=all_of(any_of("disseminated", "intelligence_disseminated")),
        ),
    ),
    audit="Was it graded rightly, and did the right owner get it?",
)
