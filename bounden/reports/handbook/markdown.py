"""The printable reference: an entry as a page of Markdown."""

from collections.abc import Iterator

from bounden.reports.handbook.entry import Asked, Entry, Good
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
    sections,
)


def page(entry: Entry | Asked) -> str:
    """The whole page of a standard or audit question."""
    lines = [f"# {entry.id}: {cased(entry.title)}", "", entry.plain, ""]
    for notice in entry.notices:
        lines += [f"> **{notice}**", ""]
    lines += [*_facts(facts(entry)), ""]
    for section in sections(entry):
        lines += [f"## {section.title}", ""]
        for block in section.blocks:
            lines += [*_block(block), ""]
    return "\n".join(lines).rstrip() + "\n"


def cased(text: str) -> str:
    """With a capital at the beginning, the rest as it stands."""
    return text[:1].upper() + text[1:]


def cell(text: str) -> str:
    """A text as it may stand in a cell of a table."""
    return text.replace("|", "\\|").replace("\n", " ")


def _block(block: Block) -> Iterator[str]:
    match block:
        case Text(text):
            yield text
        case Facts():
            yield from _facts(block)
        case Citations(clauses):
            for one in clauses:
                confirmed = "" if one.confirmed else f" **({CONFIRM})**"
                yield f"- {one.text} [{one.source}]({one.url}){confirmed}"
        case Advice(good):
            yield from _advice(good)
        case Table(columns, rows, caption):
            if caption:
                yield from (f"### {caption}", "")
            yield f"| {' | '.join(columns)} |"
            yield f"|{'---|' * len(columns)}"
            for row in rows:
                yield f"| {' | '.join(_cell(each) for each in row)} |"
        case Examples(examples):
            for worked in examples:
                yield f"{worked.number}. **{cased(worked.title)}** ({worked.shows})"
                for line in worked.timelines:
                    yield f"    - {line.line}"


def _advice(good: Good) -> Iterator[str]:
    for number, sentence in enumerate(good.sentences, start=1):
        yield f"{number}. {sentence}"
    yield from ("", f"Source: {'; '.join(f'[{name}]({url})' for name, url in good.sources)}")
    for each in good.findings:
        case = f" (`{each.case}`)" if each.case else ""
        yield from ("", f"**{each.label}**: {each.says} [{each.source}]({each.url}){case}")


def _facts(block: Facts) -> Iterator[str]:
    for fact in block.facts:
        notes = "".join(f". *{cased(note)}*" for note in fact.notes)
        yield f"- **{fact.label}**: {', '.join(fact.values)}{notes}"


def _cell(one: Cell) -> str:
    parts = [cased(one.text)] if one.text else []
    parts += [f"**{one.caution}**"] if one.caution else []
    parts += [f"*{cased(one.under)}*"] if one.under else []
    parts += [", ".join(f"`{code}`" for code in one.codes)] if one.codes else []
    return cell("<br>".join(parts))
