"""What good looks like, as the pages show it: three sentences, their sources, and a published finding on each side."""

from collections.abc import Callable
from dataclasses import dataclass

from bounden.standards.guidance import Shown, guidance_of
from bounden.standards.sources import Source

LABELS = {"fell_short": "Where it fell short", "done_well": "Where it was done well"}


@dataclass(frozen=True, slots=True)
class Side:
    """A published finding. page: the address of its case here; empty: only the report can be read."""

    name: str
    label: str
    says: str
    page: str
    source: Source


@dataclass(frozen=True, slots=True)
class Good:
    """What the part of the page says."""

    sentences: tuple[str, ...]
    sources: tuple[Source, ...]
    sides: tuple[Side, ...]


def good(standard: str, case_page: Callable[[str], str] = lambda case: "") -> Good | None:
    """What good looks like for a standard; none where nothing is written.

    `case_page` gives the address of a published case's own page, or an empty text where the reader has none.
    """
    guidance = guidance_of(standard)
    if guidance is None:
        return None
    sides = {"fell_short": guidance.fell_short, "done_well": guidance.done_well}
    return Good(
        sentences=guidance.sentences,
        sources=guidance.sources,
        sides=tuple(_side(name, shown, case_page) for name, shown in sides.items() if shown),
    )


def _side(name: str, shown: Shown, case_page: Callable[[str], str]) -> Side:
    return Side(
        name=name,
        label=LABELS[name],
        says=shown.says,
        page=case_page(shown.case) if shown.case else "",
        source=shown.source,
    )
