"""One judged case as a page to read: by occurrence and child, what was owed, when it was due and what became of it."""

from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import datetime
from itertools import groupby

from rich.console import Console
from rich.padding import Padding
from rich.text import Text

from bounden.cli.expectations import WITHDRAWN, concluded
from bounden.cli.local_time import local_words, span_words
from bounden.ingest.case_files import CaseFile
from bounden.obligations.obligation import Obligation
from bounden.records import Occurrence, Person
from bounden.standards import standard

# Worst first, and the colour on a terminal; the word always stands beside it.
_STYLES = {
    "missed": "bold red",
    "late": "red",
    "cannot_tell": "yellow",
    "pending": "blue",
    "excused": "cyan",
    "met": "green",
    WITHDRAWN: "dim",
}
_ORDER = {outcome: place for place, outcome in enumerate(_STYLES)}
_LABELS = 12


def outcome_words(outcome: str) -> str:
    """An outcome as people say it."""
    return outcome.replace("_", " ")


def print_case(console: Console, case: CaseFile, obligations: Sequence[Obligation], reasons: dict[str, str]) -> None:
    """Print a case; `reasons` says for each obligation key why the outcome is what it is."""
    records = case.records()
    people = {person.person_id: person for person in records.people}
    console.print(Text(f"{case.case}  {case.force}", style="bold"))
    if case.summary:
        console.print(Padding(Text(" ".join(case.summary.split())), (0, 0, 0, 2)))
    for occurrence in records.occurrences:
        owed = [each for each in obligations if each.occurrence_id == occurrence.occurrence_id]
        console.print()
        console.print(Text(_heading(case, occurrence), style="bold"))
        if not owed:
            console.print("  No standard of the rulebook applies.")
        for person_id, theirs in groupby(sorted(owed, key=_place), key=lambda each: each.person_id):
            console.print(Padding(Text(_whom(case, people, person_id), style="underline"), (1, 0, 0, 2)))
            for each in theirs:
                _print_obligation(console, each, reasons[each.key])
    console.print()
    console.print(Text(_totals(obligations), style="bold"))
    console.print()


def _place(owed: Obligation) -> tuple[object, ...]:
    far = owed.due.earliest if owed.due else datetime.max
    return (owed.person_id or "", _ORDER[concluded(owed)], far, owed.standard, owed.stage)


def _short(case: CaseFile, id: str) -> str:
    return id.removeprefix(f"{case.case}/")


def _heading(case: CaseFile, occurrence: Occurrence) -> str:
    words = [_short(case, occurrence.occurrence_id), occurrence.kind.replace("_", " ")]
    if occurrence.category:
        words.append(occurrence.category.replace("_", " "))
    if occurrence.reported_at:
        words.append(f"reported {local_words(occurrence.reported_at)}")
    return " · ".join(words)


def _whom(case: CaseFile, people: dict[str, Person], person_id: str | None) -> str:
    if person_id is None:
        return "The occurrence as a whole"
    person = people.get(person_id)
    age = f", {person.age_years}" if person and person.age_years is not None else ""
    return f"{_short(case, person_id)}{age}"


def _print_obligation(console: Console, owed: Obligation, reason: str) -> None:
    result = concluded(owed)
    title = f"{owed.standard}{f' ({owed.stage})' if owed.stage else ''}  {standard(owed.standard).title}"
    head = Text()
    head.append(f"{outcome_words(result).upper():<{_LABELS}}", style=_STYLES[result])
    head.append(title)
    console.print(Padding(head, (0, 0, 0, 4)))
    for label, words in _facts(owed, reason):
        line = Text(f"{label:<9}", style="dim")
        line.append(words, style="default")
        console.print(Padding(line, (0, 0, 0, 4 + _LABELS)))


def _facts(owed: Obligation, reason: str) -> Iterable[tuple[str, str]]:
    yield "due", span_words(owed.due)
    if owed.discharged:
        yield "done", span_words(owed.discharged)
    if owed.withdrawn:
        yield "ended", span_words(owed.withdrawn)
    yield "because", reason
    if owed.missing:
        yield "missing", owed.missing


def _totals(obligations: Sequence[Obligation]) -> str:
    counts = Counter(concluded(each) for each in obligations)
    parts = [f"{counts[outcome]} {outcome_words(outcome)}" for outcome in _STYLES if counts[outcome]]
    return f"{len(obligations)} obligations: {', '.join(parts)}" if parts else "No obligation."
