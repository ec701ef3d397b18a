"""What good looks like for a standard, as every interface tells it."""

from collections.abc import Iterator

from bounden.reports.handbook.entry import Finding, Good
from bounden.standards.guidance import Shown, guidance_of

FELL_SHORT, DONE_WELL = "Where it fell short", "Where it was done well"


def good(standard: str) -> Good | None:
    """What good looks like for the standard of this id; None where nobody has written it."""
    guidance = guidance_of(standard)
    if guidance is None:
        return None
    sides = ((FELL_SHORT, guidance.fell_short), (DONE_WELL, guidance.done_well))
    return Good(
        sentences=guidance.sentences,
        sources=tuple((source.name, source.url) for source in guidance.sources),
        findings=tuple(_finding(label, shown) for label, shown in sides if shown),
    )


def _finding(label: str, shown: Shown) -> Finding:
    return Finding(
        done_well=label == DONE_WELL,
        label=label,
        says=shown.says,
        case=shown.case,
        source=shown.source.name,
        url=shown.source.url,
    )


def told(one: Good) -> Iterator[str]:
    """It as lines of plain text."""
    for number, sentence in enumerate(one.sentences, start=1):
        yield f"{number}. {sentence}"
    for name, url in one.sources:
        yield f"Source: {name}, {url}"
    for each in one.findings:
        case = f"case {each.case}, " if each.case else ""
        yield f"{each.label}: {each.says} ({case}{each.source}, {each.url})"
