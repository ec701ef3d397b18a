"""An entry laid out: headings, and under each a few kinds of block. Every rendering shows these, and nothing else.

Whoever adds something to an entry gives it a place here, and it stands on the page, in the terminal and in print.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import ClassVar

from bounden.reports.handbook.coverage import OUTCOME, PART, SITUATION, Shown
from bounden.reports.handbook.entry import Asked, Citation, Entry, Good, Stage
from bounden.reports.handbook.worked import Worked

NOT_SHOWN = "no example"
CONFIRM = "to be confirmed"
NO_OUTCOME = "It has no outcome from records and is in no rate."


@dataclass(frozen=True, slots=True)
class Text:
    """A paragraph."""

    kind: ClassVar[str] = "text"
    text: str


@dataclass(frozen=True, slots=True)
class Fact:
    """A labelled value, or several; notes stand under them, smaller."""

    label: str
    values: tuple[str, ...]
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Facts:
    """A list of labelled values."""

    kind: ClassVar[str] = "facts"
    facts: tuple[Fact, ...]


@dataclass(frozen=True, slots=True)
class Citations:
    """Clauses with their sources and links."""

    kind: ClassVar[str] = "citations"
    clauses: tuple[Citation, ...]


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell of a table: its text, what stands under it, codes as a delivery names them, and a mark of caution."""

    text: str
    under: str = ""
    codes: tuple[str, ...] = ()
    caution: str = ""


@dataclass(frozen=True, slots=True)
class Table:
    """A table with a heading for each column, and what stands over it where a section has several."""

    kind: ClassVar[str] = "table"
    columns: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]
    caption: str = ""


@dataclass(frozen=True, slots=True)
class Examples:
    """Worked examples, each with its lines of time."""

    kind: ClassVar[str] = "examples"
    examples: tuple[Worked, ...]


@dataclass(frozen=True, slots=True)
class Advice:
    """What good looks like: its sentences in order, their sources, and a published finding on each side."""

    kind: ClassVar[str] = "advice"
    good: Good


Block = Text | Facts | Citations | Table | Examples | Advice


@dataclass(frozen=True, slots=True)
class Section:
    """A heading with what stands under it. key: a word that names it in addresses and styles."""

    key: str
    title: str
    blocks: tuple[Block, ...]


def facts(entry: Entry | Asked) -> Facts:
    """What a standard is, beside what it says: shown at the side of its page, at the head elsewhere."""
    return Facts(
        (
            Fact("Area", (entry.area,)),
            Fact("Severity", (entry.severity,)),
            Fact("Standing", entry.standing, (entry.local,) if entry.local else ()),
            Fact("Whose duty", (entry.duty,), (entry.duty_means,)),
            Fact("In force", (entry.in_force,)),
            Fact("Binds", (entry.binds,)),
            Fact("Author", (entry.author,)),
            Fact("Checker", (entry.checker,)),
            Fact("Next review", (entry.next_review,)),
            Fact("Version", (entry.version,)),
        )
    )


def sections(entry: Entry | Asked) -> tuple[Section, ...]:
    """Everything else that the handbook says of a standard or audit question, in the order in which it is read."""
    held = _asked(entry) if isinstance(entry, Asked) else _standard(entry)
    return (*held, *_editions(entry))


def _editions(entry: Entry | Asked) -> Iterator[Section]:
    if entry.history:
        rows = tuple((Cell(each.dated), Cell(each.says)) for each in entry.history)
        yield Section("history", "Editions", (Table(("Edition", "What changed"), rows),))


def _standard(entry: Entry) -> Iterator[Section]:
    yield Section("why", "Why it matters", (Text(entry.why),))
    if entry.good:
        yield Section("good", "What good looks like", (Advice(entry.good),))
    yield Section("stands", "Where it stands", (Citations(entry.clauses),))
    yield Section("judged", "How it is judged", (Facts(tuple(_judged(entry))),))
    yield Section("cannot-tell", "What cannot be told", tuple(_cannot_tell(entry)))
    if entry.numbers:
        yield Section("numbers", "Numbers it rests on", (_numbers(entry),))
    if entry.examples:
        yield Section("examples", "Worked examples", (Examples(entry.examples),))
    if entry.shown:
        yield Section("shown", "What its examples show", tuple(_shown(entry.shown)))


def _asked(entry: Asked) -> Iterator[Section]:
    yield Section("asked", "What an audit asks", (Text(entry.question),))
    yield Section("person", "Why a person answers it", (Text(entry.why_a_person), Text(NO_OUTCOME)))
    yield Section("stands", "Where it stands", (Citations(entry.clauses),))
    held = [Fact("Asked of", (entry.asked_of,)), Fact("By when, or how often", (entry.clock or "it has no clock",))]
    if entry.type:
        held.append(Fact("Type of duty", (entry.type,)))
    yield Section("when", "Of what and when it is asked", (Facts(tuple(held)),))
    if entry.numbers:
        yield Section("numbers", "Numbers it rests on", (_numbers(entry),))


def _judged(entry: Entry) -> Iterator[Fact]:
    yield Fact("Kind of occurrence", (entry.looks_at,), tuple(f"Only: {one}" for one in entry.only_where))
    yield Fact("Owed to, or for", (entry.for_each,))
    for stage in entry.stages:
        yield from _stage(stage)
    yield Fact("Excused by", (entry.excuse,))
    yield Fact("Ended, if by the limit, by", (entry.ends,))


def _stage(stage: Stage) -> Iterator[Fact]:
    if stage.name:
        notes = (f"In force {stage.in_force}",) if stage.in_force else ()
        yield Fact(f"Stage {stage.name}", ("A duty of its own, with its own limit",), notes)
    elif stage.in_force:
        yield Fact("This limit", (f"In force {stage.in_force}",))
    if stage.looks_at:
        yield Fact("Looks at", (stage.looks_at,))
    yield Fact("Type", (stage.type,))
    yield Fact("Time runs from", (stage.starts,))
    yield Fact("Limit", (stage.due,))
    yield Fact("Discharged by", (stage.evidence,))
    if stage.rests:
        yield Fact("Rests", (stage.rests,))


def _cannot_tell(entry: Entry) -> Iterator[Block]:
    rows = tuple((Cell(each.what, codes=each.where), Cell(each.means)) for each in entry.cannot_tell)
    yield Table(("What the records can lack", "What follows"), rows)
    if entry.audit:
        yield Text(f"No record can show, so the case audit asks: {entry.audit}")


def _numbers(entry: Entry | Asked) -> Table:
    rows = tuple(
        (
            Cell(each.meaning, codes=(each.name,)),
            Cell(each.value),
            Cell(each.standing, under=each.reference, caution="" if each.confirmed else CONFIRM),
        )
        for each in entry.numbers
    )
    return Table(("Number", "Value", "Standing and reference"), rows)


_COVERAGE = (
    (OUTCOME, "Outcomes", "Outcome", "Reached in example"),
    (SITUATION, "Situations", "Situation", "Example"),
    (PART, "Parts of the standard", "Part", "Without it, another outcome in example"),
)


def _shown(shown: Sequence[Shown]) -> Iterator[Table]:
    for of, caption, what, by in _COVERAGE:
        rows = [(each.says, ", ".join(str(number) for number in each.by)) for each in shown if each.of == of]
        cells = tuple((Cell(says), Cell(numbers, caution="" if numbers else NOT_SHOWN)) for says, numbers in rows)
        yield Table((what, by), cells, caption)
