"""The acts on record that show a kind of act: of the kind itself, or implying it (record tests, 1.3)."""

from dataclasses import replace

from bounden.obligations.judging.casefile import CaseFile
from bounden.obligations.judging.deeds import IMPLICATIONS, Deed
from bounden.obligations.judging.question import Found
from bounden.obligations.judging.told import YES, Told, untold
from bounden.obligations.span import Span


def showing(file: CaseFile, kind: str, start: Span) -> list[tuple[Deed, Told]]:
    """The done rows of a kind and those that imply it: one step, never a chain."""
    rows = [(d, YES) for d in file.deeds if d.kind == kind]
    for rule in IMPLICATIONS:
        if rule.implied != kind:
            continue
        for deed in file.deeds:
            if deed.kind != rule.kind or (rule.values and deed.value and deed.value not in rule.values):
                continue
            told = untold(f"actions.value of {deed.kind}") if rule.values and deed.value is None else YES
            span = deed.span
            if not rule.same_moment:
                span = Span(min(start.earliest, span.earliest), span.latest)
            shown = replace(deed, kind=kind, value=rule.implied_value, span=span, implied=True)
            rows.append((replace(shown, up_to=None if rule.same_moment else deed.span), told))
    if kind == "closed" and file.closed:
        here = file.occurrence_id
        rows.append((Deed(here, here, "closed", None, None, file.closed, implied=True), YES))
    return rows


def without_answered(rows: list[Found], due: Span) -> tuple[Found, ...]:
    """The rows without those that imply what is on record: one act up to them, and there is one (record tests, 1.3).

    What implies it and may itself lie within the limit stays: it shows, or may, that there was one in time.
    """
    own = [found.deed for found in rows if found.told.holds and not found.deed.implied]
    return tuple(
        found
        for found in rows
        if found.deed.up_to is None
        or found.deed.up_to.earliest <= due.latest
        or not any(_answers(deed, found.deed, found.deed.up_to) for deed in own)
    )


def _answers(own: Deed, implied: Deed, up_to: Span) -> bool:
    """Whether an act on record is taken for the one that is implied: about the same person or nobody, not after it."""
    same = own.person_id is None or implied.person_id in (None, own.person_id)
    return same and own.span.earliest <= up_to.latest
