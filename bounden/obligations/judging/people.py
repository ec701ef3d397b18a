"""Who belongs to a set of people of an occurrence, at an instant (record tests, 1.10)."""

from bounden.obligations.judging.ages import child
from bounden.obligations.judging.casefile import CaseFile
from bounden.obligations.judging.states import flagged, linked, linked_people
from bounden.obligations.judging.told import NO, YES, Told, both, either, untold
from bounden.obligations.span import Span
from bounden.obligations.terms import People, Scope
from bounden.obligations.terms.scope import Looks


def candidates(file: CaseFile, people: People) -> list[str]:
    """Everybody who might belong, by id."""
    found = {p for p in file.persons if people.flagged or _in_role(file, p, people)}
    if people.linked_to:
        found |= linked_people(file, in_roles(file, people.linked_to))
    return sorted(found)


def belongs(file: CaseFile, people: People, person_id: str, when: Span) -> Told:
    """Whether a person belongs to the set. Significant harm is judged where its start is found."""
    role = YES if _in_role(file, person_id, people) else NO
    ties = (tied_to_adult(file, person_id, other, when) for other in in_roles(file, people.linked_to))
    flag = flagged(file, person_id, people.flagged, when) if people.flagged else NO
    told = [either([role, flag, *ties])]
    if people.children:
        told.append(child(file, person_id, when))
    if people.in_vehicle_or_at_arrest:
        told.append(_in_vehicle_or_at_arrest(file, person_id))
    return both(told)


def members(file: CaseFile, people: People, when: Span) -> list[tuple[str, Told]]:
    """Everybody who belongs or may belong, by id."""
    told = [(p, belongs(file, people, p, when)) for p in candidates(file, people)]
    return [(p, t) for p, t in told if t.holds is not False]


def in_scope(file: CaseFile, scope: Scope, when: Span) -> Told:
    """Whether a standard looks at the occurrence."""
    return either(_fits(file, way, when) for way in scope.ways)


def may_be_in_scope(file: CaseFile, scope: Scope) -> bool:
    """Whether kind and category fit at all."""
    return any(way.fits(file.kind, file.category) for way in scope.ways)


def _fits(file: CaseFile, way: Looks, when: Span) -> Told:
    if not way.fits(file.kind, file.category):
        return NO
    return both(either(t for _, t in members(file, people, when)) for people in way.having)


def tied_to_adult(file: CaseFile, person_id: str, other: str, when: Span) -> Told:
    """Whether somebody is an adult, and the person stands at the child's end of a relationship with that adult."""
    return both([_adult(file, other, when), linked(file, person_id, [other], when)])


def in_roles(file: CaseFile, roles: frozenset[str]) -> list[str]:
    """Everybody involved in one of these roles, by id."""
    return [p for p in file.persons if file.roles(p) & roles]


def _in_role(file: CaseFile, person_id: str, people: People) -> bool:
    roles = file.roles(person_id)
    if roles & people.roles:
        return True
    harmful = file.category == "harmful_sexual_behaviour"
    return people.suspects_if_harmful_behaviour and harmful and "suspect" in roles


def _adult(file: CaseFile, person_id: str, when: Span) -> Told:
    """Only an adult has linked children: the brother of a child victim is none (record tests, 1.10)."""
    told = child(file, person_id, when)
    return told if told.holds is None else Told(not told.holds)


def _in_vehicle_or_at_arrest(file: CaseFile, person_id: str) -> Told:
    """IC-13: in a vehicle with a suspect; or child_present in drink_drug_drive or where a suspect was arrested."""
    driving = file.category == "drink_drug_drive"
    if "child_present" in file.roles(person_id) and (driving or file.of_kind("suspect_arrested")):
        return YES
    parts = [part.vehicle for part in file.involvements if part.person_id == person_id]
    suspects = [part.vehicle for part in file.involvements if part.role == "suspect" and part.person_id != person_id]
    if any(parts):
        if any(suspects):
            return YES
        return untold("involvements.vehicle") if None in suspects else NO
    return untold("involvements.vehicle") if driving and None in parts else NO
