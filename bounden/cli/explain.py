"""`bounden explain`: why one obligation has its outcome."""

import re
from collections.abc import Iterable
from pathlib import Path
from typing import Annotated

import typer

from bounden.cli.case_report import outcome_words
from bounden.cli.expectations import WITHDRAWN
from bounden.cli.terminal import output
from bounden.obligations.explain import is_open
from bounden.snapshots.read import open_current
from bounden.standards.guidance import Guidance, guidance_of

_KEY = re.compile(r"[0-9a-f]{32}")


def _key(text: str) -> str:
    if not _KEY.fullmatch(text):
        raise typer.BadParameter("an obligation key is 32 hex digits, as in the first column of bounden outcomes")
    return text


def explain(
    snapshots: Annotated[
        Path,
        typer.Argument(
            metavar="SNAPSHOTS", help="The store that bounden build wrote to.", exists=True, file_okay=False
        ),
    ],
    key: Annotated[str, typer.Argument(metavar="KEY", help="The key of the obligation.", parser=_key)],
) -> None:
    """Why one obligation has its outcome: the clause, the records, the instants, in words.

    Where somebody can still act, what good looks like is added, with its source and published findings on each side.
    """
    console = output()
    explanation = open_current(snapshots).explain(key)
    result = outcome_words(explanation.outcome or WITHDRAWN)
    title = f"{explanation.standard.id}  {explanation.standard.title}: {result}"
    console.print(title, style="bold", markup=False)
    for sentence in explanation.sentences:
        records = f"  [{', '.join(sentence.records)}]" if sentence.records else ""
        console.print(f"{sentence.text}{records}", markup=False)
    stage = explanation.obligation.stage
    guidance = guidance_of(explanation.standard.id)
    if guidance and is_open(explanation.outcome, explanation.standard, stage):
        console.print()
        for line in _what_good_looks_like(guidance):
            console.print(line, markup=False)


def _what_good_looks_like(guidance: Guidance) -> Iterable[str]:
    yield "What good looks like:"
    for number, sentence in enumerate(guidance.sentences, start=1):
        yield f"{number}. {sentence}"
    for source in guidance.sources:
        yield f"Source: {source.name}, {source.url}"
    for label, shown in (("It fell short", guidance.fell_short), ("It was done well", guidance.done_well)):
        if shown:
            case = f"case {shown.case}, " if shown.case else ""
            yield f"{label}: {shown.says} ({case}{shown.source.name}, {shown.source.url})"
