"""The list of standards and audit questions: what a reader may choose, search and sort by, read strictly."""

from collections.abc import Mapping
from dataclasses import dataclass

from django.core.exceptions import BadRequest
from django.http import QueryDict

from bounden.obligations.terms import AuditQuestion, Class, Duty, Standard, Type
from bounden.reports.handbook.confirming import to_be_confirmed
from bounden.standards import CATALOGUE
from bounden.standards.audit import kind_of
from bounden.web.wording import AREAS, KINDS, SEVERITIES, plain

Written = Standard | AuditQuestion

FORCE = {"yes": "In force", "proposed": "Proposed"}
CONFIRMED = {"no": "To be confirmed", "yes": "Confirmed"}
FILTERS: Mapping[str, tuple[str, Mapping[str, str]]] = {
    "kind": ("Kind", KINDS),
    "area": ("Area", AREAS),
    "class": ("Standing", {one.name: plain(one.value) for one in Class}),
    "severity": ("Severity", SEVERITIES),
    "duty": ("Whose duty", {one.value: plain(one.value) for one in Duty}),
    "confirmed": ("Number and source", CONFIRMED),
    "force": ("In force", FORCE),
    "type": ("Type", {one.name: plain(one.value) for one in Type}),
}
SORTS = {"severity": "Severity", "class": "Standing", "duty": "Whose duty", "title": "Title"}
BY_AREA = "Area"
_LONGEST = 200


@dataclass(frozen=True, slots=True)
class Line:
    """One line of the list."""

    id: str
    title: str
    plain: str
    area: str
    kind: str
    standing: str
    others: str  # whose duty it is, if not that of the police
    severity: str
    to_be_confirmed: bool
    proposed: bool


@dataclass(frozen=True, slots=True)
class Group:
    """Lines under a heading."""

    heading: str
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class Wanted:
    """What a reader asked for: the value of each filter (empty: any), the order, and words to search for."""

    chosen: Mapping[str, str]
    sort: str
    words: tuple[str, ...]


def wanted(asked: QueryDict, *, searched: str = "") -> Wanted:
    """Read the filters and the order. Raises BadRequest for a value that is not on offer."""
    chosen = {name: asked.get(name, "") for name in FILTERS}
    sort = asked.get("sort", "")
    for name, value in chosen.items():
        if value and value not in FILTERS[name][1]:
            raise BadRequest(f"the handbook has no {name} of that name")
    if sort and sort not in SORTS:
        raise BadRequest("the handbook has no such order")
    return Wanted(chosen, sort, tuple(searched[:_LONGEST].lower().split()))


def listed(asked: Wanted) -> tuple[Group, ...]:
    """What fits, by area in the order of a case and then by id; or in the order asked for, under one heading."""
    found = [one for one in CATALOGUE.values() if _fits(one, asked)]
    if asked.sort:
        lines = tuple(_line(one) for one in sorted(found, key=lambda one: _rank(one, asked.sort)))
        return (Group(f"In order of {SORTS[asked.sort].lower()}", lines),) if lines else ()
    return tuple(
        Group(label, tuple(_line(one) for one in held))
        for area, label in AREAS.items()
        if (held := [one for one in found if one.area == area])
    )


def _fits(one: Written, asked: Wanted) -> bool:
    held = {
        "kind": {kind_of(one).value},
        "area": {one.area},
        "class": {each.name for each in one.classes},
        "severity": {one.severity.value},
        "duty": {one.duty.value},
        "confirmed": {"no" if to_be_confirmed(one) else "yes"},
        "force": {"proposed" if _proposed(one) else "yes"},
        "type": {one.type.name} if one.type else set(),
    }
    fits = all(not value or value in held[name] for name, value in asked.chosen.items())
    text = _text(one) if asked.words else ""
    return fits and all(word in text for word in asked.words)


def _proposed(one: Written) -> bool:
    return isinstance(one, Standard) and bool(one.proposed)


def _text(one: Written) -> str:
    """Everything that is searched."""
    said = [one.id, one.title, one.plain, one.why if isinstance(one, Standard) else one.question]
    said += [f"{clause.text} {clause.source}" for clause in one.clauses]
    return " ".join(said).lower()


def _rank(one: Written, sort: str) -> tuple[object, ...]:
    return {
        "severity": (list(SEVERITIES).index(one.severity.value), one.id),
        "class": (list(Class).index(one.classes[0]), one.id),
        "duty": (list(Duty).index(one.duty), one.id),
        "title": (one.title.lower(), one.id),
    }[sort]


def _line(one: Written) -> Line:
    return Line(
        id=one.id,
        title=one.title,
        plain=one.plain,
        area=AREAS[one.area],
        kind=KINDS[kind_of(one).value],
        standing=plain(", ".join(each.value for each in one.classes)),
        others="" if one.duty is Duty.POLICE else f"clock of the {one.duty.value}: watched and chased",
        severity=one.severity.value,
        to_be_confirmed=bool(to_be_confirmed(one)),
        proposed=_proposed(one),
    )
