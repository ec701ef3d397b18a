"""The page of a standard on a terminal."""

from collections.abc import Iterable

from rich.console import Console
from rich.padding import Padding

from bounden.obligations.rules import LocalNumber
from bounden.reports.handbook import Asked, Entry, sections
from bounden.reports.handbook.entry import Good
from bounden.reports.handbook.good import told
from bounden.reports.handbook.own import own_numbers
from bounden.reports.handbook.sections import (
    CONFIRM,
    Advice,
    Block,
    Cell,
    Citations,
    Examples,
    Facts,
    Table,
    Text,
    facts,
)


def print_entry(console: Console, entry: Entry | Asked, local: Iterable[LocalNumber] = ()) -> None:
    """Everything that the handbook says of a standard or audit question, and the numbers of forces' own."""
    page = _Page(console)
    console.print(f"{entry.id}  {entry.title}", style="bold", markup=False)
    page.line(entry.plain)
    for notice in entry.notices:
        page.line(notice)
    page.line("")
    page.block(facts(entry))
    own = own_numbers(entry.id, local)
    for section in (*sections(entry), *([own] if own else [])):
        console.print(f"\n{section.title}", style="bold", markup=False)
        for block in section.blocks:
            page.block(block)


class _Page:
    def __init__(self, console: Console) -> None:
        self._console = console

    def line(self, text: str, indent: int = 0) -> None:
        """A paragraph, wrapped to the terminal."""
        self._console.print(Padding(text, (0, 0, 0, indent)), markup=False)

    def block(self, block: Block) -> None:
        match block:
            case Text(text):
                self.line(text, 2)
            case Advice(good):
                self._advice(good)
            case Facts(held):
                for fact in held:
                    self.line(f"{fact.label}: {', '.join(fact.values)}", 2)
                    for note in fact.notes:
                        self.line(note, 4)
            case Citations(clauses):
                for clause in clauses:
                    self.line(f"{clause.text}{'' if clause.confirmed else f' ({CONFIRM})'}", 2)
                    self.line(f"{clause.source}, {clause.url}", 4)
            case Table():
                self._table(block)
            case Examples(examples):
                for worked in examples:
                    self.line(f"{worked.number}. {worked.title} ({worked.shows})", 2)
                    for timeline in worked.timelines:
                        self.line(timeline.line, 4)

    def _advice(self, good: Good) -> None:
        for said in told(good):
            self.line(said, 2)

    def _table(self, table: Table) -> None:
        """A table as lines: it would have no room for its columns."""
        if table.caption:
            self.line(f"{table.caption}:", 2)
        for first, *rest in table.rows:
            said = "; ".join(_cell(cell) for cell in rest)
            self.line(f"{_cell(first)}: {said}", 4 if table.caption else 2)


def _cell(cell: Cell) -> str:
    said = f"{cell.text} ({cell.caution})" if cell.text and cell.caution else cell.text or cell.caution
    said += f", {cell.under}" if cell.under else ""
    return f"{said} [{', '.join(cell.codes)}]" if cell.codes else said
