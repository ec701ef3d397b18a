"""A standard as a page of the handbook, and the list of standards."""

from dataclasses import dataclass
from typing import Any

from bounden.reports.handbook import Entry, describe, sections
from bounden.reports.handbook.sections import Examples, Facts, Section, facts
from bounden.reports.handbook.worked import Worked
from bounden.standards import RULEBOOK
from bounden.web.handbook.figures import Figure, figure
from bounden.web.wording import AREAS

# These stand beside the facts; what needs the width of a page stands below.
_NARROW = ("why", "stands", "judged")


@dataclass(frozen=True, slots=True)
class Drawn:
    """One worked example with its drawings."""

    worked: Worked
    figures: tuple[Figure, ...]


@dataclass(frozen=True, slots=True)
class Page:
    """The page of a standard: what the handbook says of it, laid out for a wide and for a narrow screen."""

    entry: Entry
    facts: Facts
    beside: tuple[Section, ...]
    below: tuple[Section, ...]
    examples: tuple[Drawn, ...]


def page(standard_id: str) -> Page:
    """The page of one standard; KeyError if the rulebook has none."""
    entry = describe(standard_id)
    held = sections(entry)
    drawn = tuple(
        Drawn(worked, tuple(figure(line) for line in worked.timelines))
        for section in held
        for block in section.blocks
        if isinstance(block, Examples)
        for worked in block.examples
    )
    return Page(
        entry=entry,
        facts=facts(entry),
        beside=tuple(section for section in held if section.key in _NARROW),
        below=tuple(section for section in held if section.key not in _NARROW),
        examples=drawn,
    )


def listed(area: str, type_: str, class_: str, severity: str) -> list[dict[str, Any]]:
    """The standards that fit the filters (empty: any), by area in the order of a case, then by id."""
    found = [
        one for one in RULEBOOK
        if area in ("", one.area)
        and type_ in ("", one.type.name)
        and (not class_ or class_ in {c.name for c in one.classes})
        and severity in ("", one.severity.value)
    ]  # fmt: skip
    return [
        {"area": label, "standards": held}
        for key, label in AREAS.items()
        if (held := [one for one in found if one.area == key])
    ]
