"""Notices that keep a violent partner away: the children are thought of, and a court hears the case."""

from bounden.obligations.terms import (
    CHILDREN_AT_RISK,
    AtOnce,
    Class,
    Each,
    EachRow,
    Severity,
    Standard,
    Test,
    Type,
    Within,
    all_of,
    doing,
    incident,
)
from bounden.standards.investigation_sources import PROTECTION_NOTICES, VIOLENCE_NOTICES

INV_15 = Standard(
    id="INV-15",
    title="A protection notice considers the children and is before a court in 48 hours",
    plain=(
        "First: before a notice is served that keeps somebody away from a home with children, what the children need "
        "is assessed. Second: a court hears the case within 48 hours of the notice. Sundays, Christmas Day, Good "
        "Friday and bank holidays are not counted, under the Act of 2010 as under that of 2021."
    ),
    area="investigations",
    type=Type.BY,
    classes=(Class.STATUTE,),
    severity=Severity.HIGH,
    clauses=(
        PROTECTION_NOTICES.says(
            "The application is heard within 48 hours, without Sundays, Christmas Day, Good Friday and bank holidays."
        ),
        VIOLENCE_NOTICES.says("The officer considers the welfare of those under 18; a court hears it in 48 hours."),
        VIOLENCE_NOTICES.to_be_confirmed("Under the Act of 2010 the same days are left out; this is remembered."),
    ),
    why="The law gives 48 hours because the notice ends with the hearing: then only an order protects the family.",
    looks_at=incident().having(CHILDREN_AT_RISK),
    for_each=Each.ROW,
    tests=(
        Test(
            stage="1",
            type=Type.BEFORE,
            starts=EachRow(("protection_notice_served",)),
            due=AtOnce(),
            discharged_by=all_of(doing("safeguarding_assessed", of_anyone=True)),
        ),
        Test(
            stage="2",
            starts=EachRow(("protection_notice_served",)),
            due=Within("48 h without Sundays and holidays"),
            discharged_by=all_of("protection_hearing_held"),
        ),
    ),
    audit="Did the officer who authorised the notice consider the children?",
    to_be_confirmed=True,
)
