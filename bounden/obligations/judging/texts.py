"""What is written about an occurrence, and the phrases looked for in it (DM-04). No text leaves this module."""

from dataclasses import dataclass

from bounden.obligations.judging.casefile import CaseFile, first_of
from bounden.obligations.phrases import stands_in
from bounden.obligations.span import Span

REASON = "rationale_recorded"


@dataclass(frozen=True, slots=True)
class Text:
    """One text: its record, when it was written (None: cannot be told), and whether a phrase stands in it."""

    record_id: str
    span: Span | None
    found: bool


def texts(file: CaseFile, phrases: frozenset[str]) -> list[Text]:
    """The narrative, from the report, and the note of each reason written down."""
    read = []
    narrative = file.occurrence.narrative
    if narrative:
        read.append(Text(file.occurrence_id, file.report, stands_in(phrases, narrative)))
    reasons = [(deed, deed.note) for deed in file.of_kind(REASON) if deed.note]
    return read + [Text(deed.action_id, deed.span, stands_in(phrases, note)) for deed, note in reasons]


def first_text(file: CaseFile, phrases: frozenset[str]) -> tuple[bool, Span | None]:
    """Whether there is a text, and the instant of the first in which a phrase stands, else of the first."""
    written = texts(file, phrases)
    those = [text for text in written if text.found] or written
    return bool(written), first_of(text.span for text in those if text.span)
