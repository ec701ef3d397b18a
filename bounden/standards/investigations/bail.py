"""A suspect who is not charged: bail before release under investigation, and both watched."""

from datetime import date

from bounden.obligations.terms import (
    CHILDREN_AT_RISK,
    SUSPECTS,
    AtOnce,
    Class,
    Each,
    EachRow,
    Ending,
    First,
    OnRecord,
    Severity,
    Standard,
    Test,
    Type,
    Within,
    all_of,
    doing,
    incident,
    risk_incident,
)
from bounden.standards.investigation_sources import SUSPECTS_WITHOUT_BAIL
from bounden.standards.sources import PRE_CHARGE_BAIL

INV_10 = Standard(
    id="INV-10",
    title="Bail is considered before a suspect is released under investigation",
    plain=(
        "Before a suspect is released under investigation in a case with a child at risk, it is written down why bail "
        "with conditions does not protect the child better. We count a reason of the 24 hours before the release that "
        "names this standard or none."
    ),
    area="investigations",
    type=Type.BEFORE,
    classes=(Class.STATUTE,),
    severity=Severity.CRITICAL,
    clauses=(
        PRE_CHARGE_BAIL.says(
            "Bail is used wherever it is necessary and proportionate, and decided with the victim's safety in view."
        ),
    ),
    why="Kay Richardson was killed by her former partner, who was released under investigation and not on bail.",
    looks_at=risk_incident().having(CHILDREN_AT_RISK),
    for_each=Each.ROW,
    tests=(
        Test(
            starts=EachRow(("released_under_investigation",)),
            due=AtOnce(),
            discharged_by=all_of(doing("rationale_recorded", "INV-10", or_no_value=True, since="bail_considered")),
        ),
    ),
    audit="Were the victim's views sought, and is the address of bail safe for the children there?",
)

_BAIL_ENDS = Ending(
    kinds=("closed", "charged", "released_under_investigation"), closed_at=True, flag="on_bail", since_start=True
)
_ARREST_OR_BAIL = First(("suspect_arrested",), otherwise=("bail_set",))

INV_11 = Standard(
    id="INV-11",
    title="Bail is extended by the rank that the law asks for, in time",
    plain=(
        "A suspect in a case with a child at risk who stays on bail has it extended first by an inspector within 3 "
        "months of the arrest, second by a superintendent within 6, and third by a court within 9. These are the "
        "limits of standard cases. Arrests before 28 October 2022 fell under other limits and are not judged."
    ),
    area="investigations",
    type=Type.BY,
    classes=(Class.STATUTE,),
    severity=Severity.HIGH,
    clauses=(PRE_CHARGE_BAIL.says("An inspector extends bail to six months, a superintendent to nine; then a court."),),
    why="When bail runs out unseen, the conditions that keep the suspect away from the child end with it.",
    looks_at=incident().having(CHILDREN_AT_RISK),
    for_each=SUSPECTS,
    only_where=(OnRecord("bail_set"),),
    tests=(
        Test(
            stage="1",
            starts=_ARREST_OR_BAIL,
            due=Within("3 m"),
            discharged_by=all_of(doing("bail_extended", rank="inspector")),
        ),
        Test(
            stage="2",
            after="1",
            starts=_ARREST_OR_BAIL,
            due=Within("6 m"),
            discharged_by=all_of(doing("bail_extended", rank="superintendent")),
        ),
        Test(
            stage="3",
            after="2",
            starts=_ARREST_OR_BAIL,
            due=Within("9 m"),
            discharged_by=all_of(doing("bail_extended", by_role="court")),
        ),
    ),
    ends=(_BAIL_ENDS,),
    in_force_from=date(2022, 10, 28),
)

INV_12 = Standard(
    id="INV-12",
    title="A supervisor looks at every suspect who is under investigation without bail",
    plain=(
        "As long as a suspect in a case with a child at risk is released under investigation, a supervisor looks at "
        "the case at least every 30 days: nothing else keeps him from the child. Charge, bail or closure ends it."
    ),
    area="investigations",
    type=Type.REC,
    classes=(Class.NATIONAL_GUIDANCE, Class.LOCAL),
    severity=Severity.MEDIUM,
    clauses=(SUSPECTS_WITHOUT_BAIL.to_be_confirmed("How often such a case is reviewed; the 30 days are remembered."),),
    why="Inspection of bail and release under investigation, 2020: victims were left at risk of suspects at large.",
    looks_at=incident().having(CHILDREN_AT_RISK),
    for_each=SUSPECTS,
    tests=(
        Test(
            starts=First(("released_under_investigation",)),
            due=Within("rui_review"),
            discharged_by=all_of("supervisor_reviewed"),
        ),
    ),
    ends=(Ending(kinds=("closed", "charged", "bail_set"), closed_at=True, since_start=True),),
    audit="Does the review restate what keeps the child safe?",
    to_be_confirmed=True,
)
