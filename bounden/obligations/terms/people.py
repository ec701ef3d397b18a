"""For whom a test makes obligations (record tests, 1.5 and 1.10)."""

import enum
from dataclasses import dataclass

from bounden.records.vocabulary import ROLES


class Each(enum.StrEnum):
    """Tests that are not made per person.

    REPORT: the recommendations of one system with one source_ref together; one without is a report of its own. The
    first of them by report, then id, carries the obligation; what stands in any of them is evidence (GOV-02).
    """

    OCCURRENCE = "the occurrence"
    ROW = "each such act on record"
    REPORT = "each inspection report, all its recommendations together"


@dataclass(frozen=True, slots=True, kw_only=True)
class People:
    """A set of persons of one occurrence, one obligation each, however many roles a person has.

    roles: the roles that belong to the set.
    children: only those who count as a child at the start; unknown age makes the membership unknown.
    suspects_if_harmful_behaviour: a child suspect belongs in harmful_sexual_behaviour.
    flagged: whoever is involved in any role and carries a flag of one of these kinds belongs too (RO-18).
    linked_to: children at the other end of a relationship with a person in one of these roles belong too.
    in_vehicle_or_at_arrest: only those in a vehicle with a suspect, or child_present in drink_drug_drive or where
        a suspect was arrested (IC-13).
    likely_to_suffer_harm: only children for whom there is reasonable cause to suspect significant harm (1.10, SH).
    else_occurrence: one obligation for the occurrence where nobody belongs (INV-22).
    """

    name: str
    roles: frozenset[str]
    children: bool = True
    suspects_if_harmful_behaviour: bool = False
    flagged: frozenset[str] = frozenset()
    linked_to: frozenset[str] = frozenset()
    in_vehicle_or_at_arrest: bool = False
    likely_to_suffer_harm: bool = False
    else_occurrence: bool = False


_SCENE = frozenset({"child_subject", "victim", "child_present"})
_RISK = _SCENE | {"child_of_household", "child_of_suspect"}

FLAGGED_CHILDREN = People(name="each child so flagged, for each flag", roles=frozenset({"flag"}))
VICTIMS_UNDER_18 = People(name="each child who is a victim", roles=frozenset({"victim"}))
CHILD_SUBJECTS = People(name="each child who is the subject", roles=frozenset({"child_subject"}))
CHILDREN_AT_SCENE = People(name="each child who is subject, victim or present", roles=_SCENE)
CHILDREN_AT_RISK = People(name="each child at risk", roles=_RISK, suspects_if_harmful_behaviour=True)
VICTIMS_AND_WITNESSES = People(name="each child who is victim or witness", roles=frozenset({"victim", "witness"}))
CHILDREN_IN_VEHICLE_OR_AT_ARREST = People(
    name="each child in the vehicle or present at the arrest", roles=_SCENE, in_vehicle_or_at_arrest=True
)
CHILDREN_LIKELY_TO_SUFFER_HARM = People(
    name="each child for whom there is reasonable cause to suspect significant harm",
    roles=_RISK | {"missing_person", "protected_child"},
    suspects_if_harmful_behaviour=True,
    likely_to_suffer_harm=True,
)
CHILDREN_OF_SUSPECT = People(
    name="each child of the suspect or of the household",
    roles=frozenset({"child_of_household", "child_of_suspect"}),
    linked_to=frozenset({"suspect"}),
)
CHILDREN_INVOLVED = People(name="each child involved", roles=ROLES)
MISSING_CHILDREN = People(name="the missing child", roles=frozenset({"missing_person"}))
DETAINED_CHILDREN = People(name="the detained child", roles=frozenset({"detained_person"}))
PROTECTED_CHILDREN = People(name="each child under police protection", roles=frozenset({"protected_child"}))
SUSPECTS = People(name="each suspect", roles=frozenset({"suspect"}), children=False)
SUSPECTS_AND_OFFENDERS = People(
    name="each suspect or registered offender, or the occurrence where none is named",
    roles=frozenset({"suspect", "registered_offender"}),
    children=False,
    else_occurrence=True,
)
OFFENDERS = People(name="the registered offender", roles=frozenset({"registered_offender"}), children=False)
KNOWN_OFFENDERS = People(
    name="each registered offender, or person flagged as one",
    roles=frozenset({"registered_offender"}),
    children=False,
    flagged=frozenset({"registered_sex_offender"}),
)
MISSING_PEOPLE = People(name="the missing person", roles=frozenset({"missing_person"}), children=False)
