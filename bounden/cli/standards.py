"""`bounden standards`: the rulebook."""

import json
import sys
from difflib import get_close_matches
from enum import StrEnum
from typing import Annotated

import typer

from bounden.cli.handbook import print_entry
from bounden.cli.plain_terms import plain
from bounden.cli.terminal import output, progress
from bounden.obligations.terms import Standard
from bounden.reports.handbook import describe
from bounden.standards import RULEBOOK, RULEBOOK_VERSION, parameters
from bounden.standards.areas import AREAS
from bounden.standards.parameters import parameters_of


class Format(StrEnum):
    """How to print the rulebook."""

    TEXT = "text"
    JSON = "json"


def standards(
    id: Annotated[
        str | None,
        typer.Argument(metavar="[ID]", help="One standard, such as MC-06; otherwise all of them.", show_default=False),
    ] = None,
    format: Annotated[
        Format, typer.Option(metavar="text|json", help="A page to read, or JSON: an array, or one object for ID.")
    ] = Format.TEXT,
) -> None:
    """The rulebook: each standard with its clause, its dates, its owner, its numbers and its worked examples."""
    if id is None:
        _print_all(format)
        return
    one = next((each for each in RULEBOOK if each.id == id.upper()), None)
    if one is None:
        near = get_close_matches(id.upper(), [each.id for each in RULEBOOK], n=3)
        hint = f"; did you mean {' or '.join(near)}?" if near else "; bounden standards lists them"
        raise typer.BadParameter(f"the rulebook holds no standard {id}{hint}", param_hint="ID")
    if format is Format.JSON:
        sys.stdout.write(f"{json.dumps(_as_data(one), ensure_ascii=False, indent=2)}\n")
    else:
        print_entry(output(), describe(one.id))


def _as_data(one: Standard) -> dict[str, object]:
    numbers = [plain(parameters().by_name[name]) for name in parameters_of(one)]
    return {**plain(one), "parameters": numbers, "handbook": plain(describe(one.id))}


def _print_all(format: Format) -> None:
    if format is Format.JSON:
        with progress() as report:
            held = []
            for done, one in enumerate(RULEBOOK):
                report("Judging the worked examples", done, len(RULEBOOK))
                held.append(_as_data(one))
        sys.stdout.write(f"{json.dumps(held, ensure_ascii=False, indent=2)}\n")
        return
    console = output()
    console.print(f"Rulebook {RULEBOOK_VERSION}: {len(RULEBOOK)} standards", style="bold")
    for area, label in AREAS.items():
        if here := [one for one in RULEBOOK if one.area == area]:
            console.print(f"\n{label}", style="bold")
            for one in here:
                console.print(f"  {one.id:<7} {one.severity.value:<9} {one.title}", markup=False)
