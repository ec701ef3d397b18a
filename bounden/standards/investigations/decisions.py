"""Decisions about a child: with a reason and a rank, endorsed where a case ends, accepted where it moves."""

from bounden.obligations.terms import (
    CHILDREN_AT_RISK,
    CHILDREN_INVOLVED,
    AboutAChild,
    AtOnce,
    Class,
    Each,
    EachLowering,
    EachRow,
    First,
    ItsNote,
    ItsRank,
    Severity,
    Standard,
    Test,
    Type,
    Within,
    all_of,
    any_occurrence,
    any_of,
    doing,
    incident,
)
from bounden.standards.sources import MISSING_CHILDREN_MET, NATIONAL_DECISION_MODEL, SHORTCUTS, WEAK_SUPERVISION

DM_01 = Standard(
    id="DM-01",
    title="A key decision about a child has its reason and its rank",
    plain=(
        "When a child is taken into police protection, a suspect is arrested, bailed or released, a risk is graded, "
        "bail is refused or a case ends without action, the record says why and in what rank. The reason stands with "
        "the act, or is written from an hour before it to an hour after."
    ),
    area="investigations",
    type=Type.BY,
    classes=(Class.NATIONAL_GUIDANCE,),
    severity=Severity.MEDIUM,
    clauses=(
        NATIONAL_DECISION_MODEL.says("Decision makers structure a rationale of what they did and why."),
        NATIONAL_DECISION_MODEL.to_be_confirmed("Reason, time and rank are on record; this is remembered."),
    ),
    why="West Midlands, 2014: supervisors wrote of a missing girl of 13 that it was a lifestyle choice.",
    looks_at=any_occurrence(),
    for_each=Each.ROW,
    only_where=(AboutAChild(or_suspect=True),),
    tests=(
        Test(
            starts=EachRow(
                (
                    "protection_started",
                    "suspect_arrested",
                    "risk_graded",
                    "risk_regraded",
                    "bail_set",
                    "bail_refused",
                    "released_under_investigation",
                    "closed",
                ),
                values={"closed": frozenset({"no_further_action"})},
            ),
            due=Within("same_time"),
            discharged_by=all_of(
                any_of(ItsNote(), doing("rationale_recorded", since="same_time")),
                any_of(ItsRank("constable"), doing("rationale_recorded", rank="constable", since="same_time")),
            ),
        ),
    ),
    audit="Which decisions not to act left no record?",
    to_be_confirmed=True,
)

DM_02 = Standard(
    id="DM-02",
    title="A supervisor endorses the end of a case without action",
    plain=(
        "Before a case with a child at risk is closed without action against anybody, a supervisor has endorsed that. "
        "A case that ends with a charge or a caution needs no such endorsement."
    ),
    area="investigations",
    type=Type.BEFORE,
    classes=(Class.GOOD_PRACTICE,),
    severity=Severity.HIGH,
    clauses=(
        WEAK_SUPERVISION.says("An investigation was closed without a suspect identified and without a referral."),
    ),
    why="Devon and Cornwall, 2015: the case of a girl of 13 who had sent images was closed; nobody told the council.",
    looks_at=incident().having(CHILDREN_AT_RISK),
    for_each=Each.OCCURRENCE,
    tests=(
        Test(
            starts=First(("closed",), frozenset({"no_further_action", "other"})),
            due=AtOnce(),
            discharged_by=all_of("closure_endorsed"),
        ),
    ),
    audit="Was a safeguarding plan in place, and were the partners told?",
)

DM_03 = Standard(
    id="DM-03",
    title="Only an inspector lowers the grade of a child's risk",
    plain=(
        "When the risk to a child is graded lower than before, an inspector or somebody above does it, or a supervisor "
        "approves it within an hour."
    ),
    area="investigations",
    type=Type.BEFORE,
    classes=(Class.GOOD_PRACTICE,),
    severity=Severity.HIGH,
    clauses=(MISSING_CHILDREN_MET.says("Those who grade the risk are trained and use all that the force knows."),),
    why="Metropolitan Police, 2023 and 2025: inspectors found the risk of missing children graded too low.",
    looks_at=any_occurrence(),
    for_each=Each.ROW,
    only_where=(AboutAChild(),),
    tests=(
        Test(
            starts=EachLowering(("risk_graded", "risk_regraded")),
            due=AtOnce(),
            discharged_by=all_of(any_of(ItsRank("lower_rank"), doing("supervisor_approved", near="same_time"))),
        ),
    ),
    audit="Does the record say what new information justifies the lower grade?",
)

DM_07 = Standard(
    id="DM-07",
    title="A case that is handed on has a new owner",
    plain=(
        "When a case with a child is handed to another team or force, somebody there accepts it within 24 hours, by "
        "name or by role. Until then nobody may be protecting the child."
    ),
    area="investigations",
    type=Type.BY,
    classes=(Class.GOOD_PRACTICE,),
    severity=Severity.MEDIUM,
    clauses=(SHORTCUTS.says("A report about a girl in care left no investigation on record, and the girl moved."),),
    why="Sussex, 2018: a girl of 16 in care sent images to a man abroad; no investigation was on record.",
    looks_at=any_occurrence().having(CHILDREN_INVOLVED),
    for_each=Each.ROW,
    tests=(
        Test(
            starts=EachRow(("case_transferred",)),
            due=Within("transfer"),
            discharged_by=all_of(doing("transfer_accepted", signed=True)),
        ),
    ),
    audit="Were the actions to safeguard the child carried over?",
)
