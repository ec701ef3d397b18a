"""Registered sex offenders whom other officers meet, and those who are missing."""

from bounden.obligations.terms import (
    FOUND,
    KNOWN_OFFENDERS,
    MISSING_PEOPLE,
    Class,
    Each,
    EitherOf,
    First,
    Flagged,
    OnTheRegister,
    Report,
    Severity,
    Standard,
    Test,
    Type,
    Within,
    all_of,
    any_of,
    detention,
    doing,
    incident,
    missing,
    occurrences,
)
from bounden.standards.offender_sources import OFFENDER_RISK, OFFENDERS_WANTED

RO_18 = Standard(
    id="RO-18",
    title="What any officer learns of a registered sex offender reaches his manager",
    plain=(
        "When officers meet a registered sex offender in an incident or in custody, or learn something of him, the "
        "officers who manage him are told within 24 hours, or an intelligence report reaches them."
    ),
    area="offenders",
    type=Type.BY,
    classes=(Class.NATIONAL_GUIDANCE,),
    severity=Severity.HIGH,
    clauses=(OFFENDER_RISK.says("What officers and staff learn of an offender is passed to his manager."),),
    why="A manager who hears nothing between two visits cannot know that an offender has met a family with children.",
    looks_at=(incident() | detention() | occurrences("intelligence")).having(KNOWN_OFFENDERS),
    for_each=Each.OCCURRENCE,
    tests=(
        Test(
            starts=First(("received",), else_report=True),
            due=Within("intelligence"),
            discharged_by=all_of(
                any_of(
                    doing("managers_told", elsewhere=KNOWN_OFFENDERS),
                    doing("intelligence_received", elsewhere=KNOWN_OFFENDERS),
                    "disseminated",
                    "intelligence_disseminated",
                )
            ),
        ),
    ),
)

RO_22 = Standard(
    id="RO-22",
    title="A registered sex offender who is missing is circulated and looked for every week",
    plain=(
        "When a registered sex offender is missing, he is circulated within 24 hours, and a supervisor reviews the "
        "search for him every 7 days until he is found."
    ),
    area="offenders",
    type=Type.BY,
    classes=(Class.GOOD_PRACTICE,),
    severity=Severity.CRITICAL,
    clauses=(OFFENDERS_WANTED.says("729 registered offenders were missing from 31 forces between 2019 and 2021."),),
    why="Between 2019 and 2021, 31 forces did not know where 729 registered sex offenders were.",
    looks_at=missing(),
    for_each=MISSING_PEOPLE,
    only_where=(EitherOf((OnTheRegister(), Flagged(frozenset({"registered_sex_offender"})))),),
    tests=(
        Test(
            stage="1",
            starts=Report(),
            due=Within("ro_circulated"),
            discharged_by=all_of(doing("circulated", anywhere=True)),
        ),
        Test(
            stage="2",
            type=Type.REC,
            starts=Report(),
            due=Within("ro_missing_review"),
            discharged_by=all_of("supervisor_reviewed"),
        ),
    ),
    ends=(FOUND,),
    audit="Is there a plan of action to find him?",
)
