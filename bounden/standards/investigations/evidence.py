"""The evidence of a child: medical examination, interview, devices, and what exploitation needs."""

from bounden.obligations.terms import (
    CHILDREN_AT_RISK,
    CHILDREN_AT_SCENE,
    INVESTIGATION_CLOSED,
    VICTIMS_AND_WITNESSES,
    AgedFrom,
    Class,
    Each,
    First,
    FlagHeld,
    Report,
    Severity,
    Standard,
    Test,
    Type,
    Within,
    abuse_incident,
    all_of,
    any_of,
    doing,
    incident,
    reasoned,
)
from bounden.standards.investigations.children_said_to_be_harmed import CHILDREN_SAID_TO_BE_HARMED
from bounden.standards.sources import (
    BUCKS_MEDICALS,
    EVIDENCE_INTERVIEWS,
    EXPLOITATION_MET,
    PIPPA,
    SIX_MONTHS_UNEXAMINED,
)

INV_05 = Standard(
    id="INV-05",
    title="A doctor decides on a medical examination",
    plain=(
        "When a child is said to have been assaulted, abused or neglected, a doctor or nurse decides by the end of "
        "the next day whether the child is to be examined. Police and social workers do not decide it alone."
    ),
    area="investigations",
    type=Type.BY,
    classes=(Class.STATUTORY_GUIDANCE, Class.LOCAL),
    severity=Severity.HIGH,
    clauses=(BUCKS_MEDICALS.says("Whether and when to examine is decided with a doctor at the strategy discussion."),),
    why="In harm's way, 2015: police and social workers took a girl's bleeding for eczema and asked no doctor.",
    looks_at=incident("physical_abuse", "sexual_abuse", "neglect"),
    for_each=CHILDREN_SAID_TO_BE_HARMED,
    tests=(
        Test(
            starts=Report(),
            due=Within("medical"),
            discharged_by=all_of(any_of(doing("medical_decided", by_role="health"), "medical_held")),
        ),
    ),
    excuse=reasoned(),
)

INV_06 = Standard(
    id="INV-06",
    title="The child's evidence is taken in a recorded interview",
    plain=(
        "A child of three or over who is victim or witness is interviewed on record by somebody trained for it within "
        "5 working days of the report: what a child remembers and will say fades."
    ),
    area="investigations",
    type=Type.BY,
    classes=(Class.STATUTORY_GUIDANCE,),
    severity=Severity.HIGH,
    clauses=(
        PIPPA.says("The interview is planned, and an intermediary is considered."),
        EVIDENCE_INTERVIEWS.says("A trained interviewer takes the child's account; the child is spared repeating it."),
    ),
    why="West Mercia, 2016: after eight months a girl of 16 had still not been interviewed.",
    looks_at=abuse_incident() | incident("domestic_abuse"),
    for_each=VICTIMS_AND_WITNESSES,
    only_where=(AgedFrom("speaks_from"),),
    tests=(
        Test(
            starts=Report(),
            due=Within("interview"),
            discharged_by=all_of(doing("evidence_interview_held", naming_child=True)),
        ),
    ),
    excuse=reasoned(),
    audit="Was the interview planned, and an intermediary considered?",
)

INV_17 = Standard(
    id="INV-17",
    title="An exploited child is flagged, assessed and the exploiters disrupted",
    plain=(
        "Within 48 hours of a report of exploitation the child is flagged on police systems, the risk of exploitation "
        "is assessed, and it is planned how those who exploit are stopped. A flag that is already there counts."
    ),
    area="investigations",
    type=Type.BY,
    classes=(Class.GOOD_PRACTICE,),
    severity=Severity.HIGH,
    clauses=(EXPLOITATION_MET.says("Children at risk of exploitation were not flagged as such on police systems."),),
    why="Metropolitan Police, 2017: a missing girl was found with an offender; nothing on record to prevent more harm.",
    looks_at=incident("sexual_exploitation", "criminal_exploitation"),
    for_each=CHILDREN_AT_SCENE,
    tests=(
        Test(
            starts=Report(),
            due=Within("exploitation"),
            discharged_by=all_of(
                any_of(
                    FlagHeld(frozenset({"sexual_exploitation_risk", "criminal_exploitation_risk"})),
                    doing("flag_added", anywhere=True),
                ),
                "exploitation_assessed",
                "disruption_plan_set",
            ),
        ),
    ),
    excuse=reasoned(),
)

INV_18 = Standard(
    id="INV-18",
    title="Seized devices are examined",
    plain=(
        "Telephones and computers are examined within 30 days of being seized or handed in; what may show a child "
        "comes first. If it takes longer, somebody senior is told by then."
    ),
    area="investigations",
    type=Type.BY,
    classes=(Class.GOOD_PRACTICE,),
    severity=Severity.MEDIUM,
    clauses=(SIX_MONTHS_UNEXAMINED.to_be_confirmed("Devices are examined within 30 days; the limit is remembered."),),
    why="North Yorkshire, 2023: devices in a child rape case lay unexamined for six months; nobody challenged it.",
    looks_at=incident().having(CHILDREN_AT_RISK) | incident("online_abuse"),
    for_each=Each.OCCURRENCE,
    tests=(
        Test(
            starts=First(("devices_seized", "devices_submitted")),
            due=Within("devices"),
            discharged_by=all_of("devices_examined"),
        ),
    ),
    excuse=reasoned(or_done="escalated"),
    ends=(INVESTIGATION_CLOSED,),
    audit="Was material that may identify a child examined first?",
    to_be_confirmed=True,
)
