"""What a child who is a victim needs, and a crime of neglect as a crime."""

from bounden.obligations.terms import (
    CHILDREN_AT_RISK,
    VICTIMS_UNDER_18,
    Class,
    Each,
    FirstOfEachDay,
    Report,
    Severity,
    Standard,
    Test,
    Type,
    Within,
    all_of,
    doing,
    incident,
    reasoned,
)
from bounden.standards.investigation_sources import VICTIMS_CODE_6
from bounden.standards.sources import NEEDS_RARELY_ASSESSED, THAMES_VALLEY_NEGLECT

INV_13 = Standard(
    id="INV-13",
    title="A child who is a victim hears what happens to the suspect",
    plain=(
        "When a suspect is arrested, interviewed, bailed or released, or the case ends without action, the child who "
        "is the victim, or whoever cares for the child, is told with the reasons by the end of the next working day. "
        "What happens on one day is told together."
    ),
    area="investigations",
    type=Type.BY,
    classes=(Class.STATUTORY_GUIDANCE,),
    severity=Severity.HIGH,
    clauses=(
        VICTIMS_CODE_6.says("Victims with enhanced rights are told within one working day, other victims within five."),
        VICTIMS_CODE_6.to_be_confirmed("Everybody under 18 has enhanced rights; this is remembered."),
    ),
    why="Metropolitan Police, 2025: inspectors found that the force had problems keeping to the victims' code.",
    looks_at=incident().having(VICTIMS_UNDER_18),
    for_each=Each.OCCURRENCE,
    tests=(
        Test(
            starts=FirstOfEachDay(
                (
                    "suspect_arrested",
                    "suspect_interviewed",
                    "released_under_investigation",
                    "bail_set",
                    "bail_extended",
                    "closed",
                ),
                values={"closed": frozenset({"no_further_action"})},
            ),
            due=Within("1 wd"),
            discharged_by=all_of("victim_updated"),
        ),
    ),
    excuse=reasoned(),
    to_be_confirmed=True,
)

INV_14 = Standard(
    id="INV-14",
    title="The child's needs as a victim are assessed",
    plain=(
        "Within 2 working days of the report, somebody finds out what each child who is a victim needs to get through "
        "what comes: help, protection, an intermediary, special measures in court."
    ),
    area="investigations",
    type=Type.BY,
    classes=(Class.STATUTORY_GUIDANCE,),
    severity=Severity.MEDIUM,
    clauses=(NEEDS_RARELY_ASSESSED.says("The force rarely carried out initial assessments of victims' needs."),),
    why="Metropolitan Police, 2025: inspectors found that victims' needs were rarely assessed at the start.",
    looks_at=incident(),
    for_each=VICTIMS_UNDER_18,
    tests=(
        Test(
            starts=Report(),
            due=Within("needs"),
            discharged_by=all_of(doing("needs_assessed", naming_child=True)),
        ),
    ),
    excuse=reasoned(),
)

INV_16 = Standard(
    id="INV-16",
    title="Neglect is recorded as a crime, and its history is read",
    plain=(
        "First: a report of neglect is recorded as a crime within 24 hours. Second: within 5 working days somebody has "
        "read everything known of the child in order of time, since neglect shows over months and not in one call."
    ),
    area="investigations",
    type=Type.BY,
    classes=(Class.GOOD_PRACTICE,),
    severity=Severity.HIGH,
    clauses=(THAMES_VALLEY_NEGLECT.says("Child neglect and abuse were not investigated effectively."),),
    why="Thames Valley, 2023: that neglect was not effectively investigated is one of the six areas to improve.",
    looks_at=incident("neglect").having(CHILDREN_AT_RISK),
    for_each=Each.OCCURRENCE,
    tests=(
        Test(stage="1", starts=Report(), due=Within("24 h"), discharged_by=all_of("crime_recorded")),
        Test(stage="2", starts=Report(), due=Within("chronology"), discharged_by=all_of("chronology_reviewed")),
    ),
    excuse=reasoned(),
)
