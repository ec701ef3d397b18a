"""A standard or audit question as a page of the handbook, and the list of them."""

from collections.abc import Iterable
from dataclasses import dataclass

from bounden.obligations.rules import LocalNumber
from bounden.obligations.terms import Standard
from bounden.reports.handbook import Asked, Entry, entry_of, sections
from bounden.reports.handbook.own import own_numbers
from bounden.reports.handbook.sections import Examples, Facts, Section, facts
from bounden.reports.handbook.worked import Worked
from bounden.standards import CATALOGUE
from bounden.standards.audit import Kind
from bounden.web.handbook.figures import Figure, figure
from bounden.web.wording import KINDS

# These stand beside the facts; what needs the width of a page stands below.
_NARROW = ("why", "good", "stands", "judged", "asked", "person", "when")


@dataclass(frozen=True, slots=True)
class Drawn:
    """One worked example with its drawings."""

    worked: Worked
    figures: tuple[Figure, ...]


@dataclass(frozen=True, slots=True)
class Page:
    """The page of a standard or audit question: what the handbook says of it, laid out for wide and narrow screens.

    kind: whether it is an audit question, in words; empty for a standard.
    """

    entry: Entry | Asked
    kind: str
    facts: Facts
    beside: tuple[Section, ...]
    below: tuple[Section, ...]
    examples: tuple[Drawn, ...]


def page(standard_id: str, local: Iterable[LocalNumber] = ()) -> Page:
    """The page of one standard or audit question; KeyError if the rulebook has none.

    `local`: the numbers of forces' own that the reader may see.
    """
    judged = isinstance(CATALOGUE[standard_id], Standard)
    entry = entry_of(standard_id)
    held = sections(entry)
    own = own_numbers(standard_id, local)
    drawn = tuple(
        Drawn(worked, tuple(figure(line) for line in worked.timelines))
        for section in held
        for block in section.blocks
        if isinstance(block, Examples)
        for worked in block.examples
    )
    return Page(
        entry=entry,
        kind="" if judged else KINDS[Kind.QUESTION.value],
        facts=facts(entry),
        beside=tuple(section for section in held if section.key in _NARROW),
        below=(*([own] if own else []), *(section for section in held if section.key not in _NARROW)),
        examples=drawn,
    )
