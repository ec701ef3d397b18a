"""The worked examples of a standard, judged: what happens in each, and what the standard concludes."""

import functools
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, fields, is_dataclass

from bounden.ingest import case_files
from bounden.obligations.evaluator import evaluate
from bounden.obligations.judging.casefile import Book
from bounden.obligations.judging.flag_files import file_of
from bounden.obligations.obligation import Obligation
from bounden.obligations.outcome import outcome
from bounden.obligations.parameters import Parameters
from bounden.obligations.terms import DueOf, Standard
from bounden.records import Records
from bounden.reports.handbook.timeline import Timeline, local_id, nothing_owed, timeline
from bounden.standards import parameters, standard
from bounden.standards.examples import Example, as_if_in_force, examples_of


@dataclass(frozen=True, slots=True, kw_only=True)
class Worked:
    """One worked example. shows: what it is an example of, such as "just before"; a timeline for each obligation."""

    number: int
    title: str
    shows: str
    timelines: tuple[Timeline, ...]


@dataclass(frozen=True, slots=True)
class Examples:
    """The examples of one standard as records that can be judged again under another text of it.

    first: the standards that it follows from, judged before it.
    """

    examples: tuple[Example, ...]
    records: Records
    first: tuple[Standard, ...]

    def judged(self, one: Standard, numbers: Parameters) -> dict[str, list[Obligation]]:
        """What the standard makes of each example, by the example's id."""
        if not self.examples:
            return {}
        as_of = max(o.judged_at for o in self.records.occurrences if o.judged_at)
        found: dict[str, list[Obligation]] = {example.case_id: [] for example in self.examples}
        for owed in evaluate(self.records, as_if_in_force([*self.first, one]), numbers, as_of):
            if owed.standard == one.id:
                found[case_files.case_of(owed)].append(owed)
        return found


@functools.cache
def examples(id: str) -> Examples:
    """The examples of the standard of this id, read as strictly as a user's case files."""
    held = examples_of(id)
    cases = [case_files.of_mapping(each.name, each.case) for each in held]
    first = tuple(standard(each) for each in dict.fromkeys(_followed(standard(id))))
    return Examples(held, case_files.together(cases), first)


@functools.lru_cache(maxsize=1)  # asked of one standard twice in a row: by `worked`, and by what its examples show
def judged_as_written(one: Standard) -> dict[str, list[Obligation]]:
    """What the standard makes of each of its examples under the numbers of the rulebook, by the example's id."""
    return examples(one.id).judged(one, parameters())


def worked(one: Standard) -> tuple[Worked, ...]:
    """The examples of a standard, in the order written."""
    held = examples(one.id)
    judged = judged_as_written(one)
    book = Book(held.records)
    return tuple(
        Worked(
            number=number,
            title=example.title,
            shows=example.shows.replace("_", " "),
            timelines=tuple(_timelines(example, judged[example.case_id], book)),
        )
        for number, example in enumerate(held.examples, start=1)
    )


def _timelines(example: Example, owed: list[Obligation], book: Book) -> Iterator[Timeline]:
    """One for each obligation; of those that differ in their start alone and end alike, the first."""
    if not owed:
        for occurrence in book.occurrences:
            if occurrence.occurrence_id.startswith(f"{example.case_id}/") and occurrence.judged_at:
                yield nothing_owed(book.file(occurrence.force, occurrence.occurrence_id, occurrence.judged_at))
                return
    groups: dict[tuple[object, ...], list[Obligation]] = {}
    for each in owed:
        groups.setdefault((each.occurrence_id, each.person_id, each.stage, outcome(each)), []).append(each)
    for alike in groups.values():
        first = alike[0]
        file = file_of(book, first, standard(first.standard))
        yield timeline(first, file, of=_of(first, owed), more=len(alike) - 1)


def _of(one: Obligation, owed: Sequence[Obligation]) -> str:
    """Whose the obligation is, as far as those of the example differ in it."""
    said = [f"stage {one.stage}"] if len({each.stage for each in owed}) > 1 else []
    said += [
        local_id(getattr(one, name)) or "nobody named"
        for name in ("occurrence_id", "person_id")
        if len({getattr(each, name) for each in owed}) > 1
    ]
    return ", ".join(said)


def _followed(term: object) -> Iterator[str]:
    """The ids of the standards from whose obligations a term follows."""
    if isinstance(term, DueOf):
        yield term.standard
    elif isinstance(term, tuple):
        for part in term:
            yield from _followed(part)
    elif is_dataclass(term) and not isinstance(term, type):
        for field in fields(term):
            yield from _followed(getattr(term, field.name))
