"""One judged case as a page to read: by occurrence and child, what was owed, when it was due and what became of it."""

from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import datetime
from itertools import groupby

from rich.console import Console
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from bounden.cli.expectations import WITHDRAWN, concluded
from bounden.cli.reasons import shortly
from bounden.ingest.case_files import CaseFile
from bounden.obligations.obligation import Obligation
from bounden.obligations.span import Span
from bounden.obligations.wording.instants import say_instant, say_span
from bounden.records import Occurrence, Person
from bounden.reports.handbook.confirming import unconfirmed
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


def print_case(console: Console, case: CaseFile, obligations: Sequence[Obligation]) -> None:
    """Print a case."""
    records = case.records()
    people = {person.person_id: person for person in records.people}
    console.print(Text(f"{case.case}  {case.force}", style="bold"))
    if case.summary:
        _print_indented(console, Text(" ".join(case.summary.split())), 2)
    headings = {occurrence.occurrence_id: _heading(case, occurrence) for occurrence in records.occurrences}
    if not all(each.occurrence_id for each in obligations):
        headings[""] = "flags of the people in it"
    for occurrence_id, heading in headings.items():
        owed = [each for each in obligations if each.occurrence_id == occurrence_id]
        console.print()
        console.print(Text(heading, style="bold"))
        if not owed:
            console.print("  No standard of the rulebook applies.")
        for person_id, theirs in groupby(sorted(owed, key=_place), key=lambda each: each.person_id):
            console.print()
            _print_indented(console, Text(_whom(case, people, person_id), style="underline"), 2)
            for each in theirs:
                _print_obligation(console, case, each)
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
        words.append(f"reported {say_instant(occurrence.reported_at)}")
    return " · ".join(words)


def _whom(case: CaseFile, people: dict[str, Person], person_id: str | None) -> str:
    if person_id is None:
        return "The occurrence as a whole"
    person = people.get(person_id)
    age = f", {person.age_years}" if person and person.age_years is not None else ""
    return f"{_short(case, person_id)}{age}"


def _print_obligation(console: Console, case: CaseFile, owed: Obligation) -> None:
    result = concluded(owed)
    unsure = " (to be confirmed)" if owed.standard in unconfirmed() else ""
    title = f"{owed.standard}{f' ({owed.stage})' if owed.stage else ''}  {standard(owed.standard).title}{unsure}"
    head = Text()
    head.append(f"{outcome_words(result).upper():<{_LABELS}}", style=_STYLES[result])
    head.append(title)
    _print_indented(console, head, 4)
    facts = Table.grid(padding=(0, 1))
    for label, words in _facts(owed):
        facts.add_row(Text(label, style="dim"), words.replace(f"{case.case}/", ""))
    console.print(Padding(facts, (0, 0, 0, 4 + _LABELS), expand=False))


def _print_indented(console: Console, text: Text, columns: int) -> None:
    console.print(Padding(text, (0, 0, 0, columns), expand=False))


def _facts(owed: Obligation) -> Iterable[tuple[str, str]]:
    yield "due", _span(owed.due) if owed.due else "cannot be told"
    if owed.discharged:
        yield "done", _span(owed.discharged)
    if owed.withdrawn:
        yield "ended", _span(owed.withdrawn)
    yield from shortly(owed).items()


def _span(span: Span) -> str:
    return say_instant(span.earliest) if span.exact else say_span(span)


def _totals(obligations: Sequence[Obligation]) -> str:
    counts = Counter(concluded(each) for each in obligations)
    parts = [f"{counts[outcome]} {outcome_words(outcome)}" for outcome in _STYLES if counts[outcome]]
    return f"{len(obligations)} obligations: {', '.join(parts)}" if parts else "No obligation."
