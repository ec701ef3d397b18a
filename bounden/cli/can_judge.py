"""`bounden can-judge`: which standards a delivery can judge, before anything is judged."""

import json
import sys
import tempfile
from enum import StrEnum
from itertools import groupby
from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console
from rich.padding import Padding

from bounden.cli.options import AsOf, Extracts, now
from bounden.cli.terminal import output, progress
from bounden.ingest.delivery import deliver
from bounden.snapshots.can_judge import Gap, Judges, OfForce, as_data, can_judge
from bounden.snapshots.rows import records_of
from bounden.standards import rules, standard

_MOST = 12


class Format(StrEnum):
    """How to print it."""

    TEXT = "text"
    JSON = "json"


def can_judge_delivery(
    extracts: Extracts,
    as_of: AsOf = None,
    format: Annotated[
        Format, typer.Option(metavar="text|json", help="A page to read, or JSON: an array with an object a force.")
    ] = Format.TEXT,
) -> None:
    """Say which standards a delivery can judge, which it cannot, and the feed or field that would unlock most.

    The delivery is read as strictly as by build; nothing is judged and nothing is published.
    """
    with progress() as report, tempfile.TemporaryDirectory(prefix="bounden-") as room:
        records = Path(room) / "records"
        records.mkdir()
        deliver(extracts, records, progress=report)
        report("counting what it can show", 0, 0)
        with records_of(records) as connection:
            found = can_judge(connection, rules(), as_of or now())
    if format is Format.JSON:
        sys.stdout.write(f"{json.dumps(as_data(found), ensure_ascii=False, indent=2)}\n")
        return
    console = output()
    for one in found:
        _print(console, one)


def _print(console: Console, one: OfForce) -> None:
    def line(text: str, indent: int = 0) -> None:
        console.print(Padding(text, (0, 0, 0, indent)), markup=False)

    counts = [f"{sum(each.judges is level for each in one.standards)} {level.value}" for level in Judges]
    console.print(f"{one.force}: {len(one.standards)} standards, {', '.join(counts)}", style="bold", markup=False)
    if one.gaps:
        line("What would unlock most:", 2)
    for gap in one.gaps[:_MOST]:
        line(gap.words, 4)
        line(unlocks(gap), 6)
    if len(one.gaps) > _MOST:
        line(f"and {len(one.gaps) - _MOST} more; --format json has all of them", 4)
    order = list(Judges)
    ranked = sorted(one.standards, key=lambda each: (order.index(each.judges), each.standard))
    for level, held in groupby(ranked, key=lambda each: each.judges):
        line(f"Judged {level.value}:", 2)
        for each in held:
            number = "no such occurrence" if not each.occurrences else f"{each.occurrences} occurrences"
            line(f"{each.standard:<7} {standard(each.standard).title} ({number})", 4)
    line("")


def unlocks(gap: Gap) -> str:
    """What supplying it would do, in words."""
    parts = []
    if gap.alone:
        parts.append(f"by itself it unlocks {', '.join(gap.alone)}")
    if gap.with_others:
        parts.append(f"with others {', '.join(gap.with_others)}")
    return "; ".join(parts)
