"""`bounden explain`: why one obligation has its outcome."""

import re
from typing import Annotated

import typer

from bounden.cli.case_report import outcome_words
from bounden.cli.expectations import WITHDRAWN
from bounden.cli.options import Snapshots
from bounden.cli.terminal import output
from bounden.obligations.explain import is_open
from bounden.reports.handbook.confirming import to_be_confirmed
from bounden.reports.handbook.good import good, told
from bounden.snapshots.read import open_current

_KEY = re.compile(r"[0-9a-f]{32}")


def _key(text: str) -> str:
    if not _KEY.fullmatch(text):
        raise typer.BadParameter("an obligation key is 32 hex digits, as in the first column of bounden outcomes")
    return text


def explain(
    snapshots: Snapshots,
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
    for each in to_be_confirmed(explanation.standard):
        console.print(f"To be confirmed: {each}", markup=False)
    for sentence in explanation.sentences:
        records = f"  [{', '.join(sentence.records)}]" if sentence.records else ""
        console.print(f"{sentence.text}{records}", markup=False)
    one = good(explanation.standard.id)
    if one and is_open(explanation.outcome, explanation.standard, explanation.obligation.stage):
        console.print("\nWhat good looks like:", style="bold")
        for line in told(one):
            console.print(line, markup=False)
