"""`bounden standards`: the rulebook."""

import json
import sys
from difflib import get_close_matches
from enum import StrEnum
from typing import Annotated

import typer

from bounden.cli.handbook import print_entry
from bounden.cli.options import Local
from bounden.cli.plain_terms import plain
from bounden.cli.terminal import output, progress
from bounden.obligations.naming import parameters_of
from bounden.obligations.rules import LocalNumber
from bounden.obligations.terms import AuditQuestion, Standard
from bounden.reports.handbook import entry_of
from bounden.standards import CATALOGUE, QUESTIONS, RULEBOOK, RULEBOOK_VERSION, parameters
from bounden.standards.areas import AREAS
from bounden.standards.audit import Kind, kind_of
from bounden.standards.local_numbers import read_local_numbers


class Format(StrEnum):
    """How to print the rulebook."""

    TEXT = "text"
    JSON = "json"


def standards(
    id: Annotated[
        str | None,
        typer.Argument(metavar="[ID]", help="One standard, such as MC-06; otherwise all of them.", show_default=False),
    ] = None,
    area: Annotated[
        str | None, typer.Option(metavar="AREA", help=f"Only those of one area: {', '.join(AREAS)}.")
    ] = None,
    kind: Annotated[
        Kind | None,
        typer.Option(metavar="standard|question", help="Only what records answer, or only what a person must."),
    ] = None,
    local: Local = None,
    format: Annotated[
        Format, typer.Option(metavar="text|json", help="A page to read, or JSON: an array, or one object for ID.")
    ] = Format.TEXT,
) -> None:
    """The rulebook: each standard with its clause, its dates, its owner, its numbers and its worked examples.

    What records cannot answer is an audit question: it has no examples, and says why a person answers it.
    """
    if area and area not in AREAS:
        raise typer.BadParameter(f"the rulebook has no area {area}; use {', '.join(AREAS)}", param_hint="--area")
    own = read_local_numbers(local or [], parameters())
    if id is None:
        chosen = [
            one for one in CATALOGUE.values() if area in (None, one.area) and (kind is None or kind_of(one) is kind)
        ]
        _print_all(chosen, own, format)
        return
    one = CATALOGUE.get(id.upper())
    if one is None:
        near = get_close_matches(id.upper(), CATALOGUE, n=3)
        hint = f"; did you mean {' or '.join(near)}?" if near else "; bounden standards lists them"
        raise typer.BadParameter(f"the rulebook holds no standard {id}{hint}", param_hint="ID")
    if format is Format.JSON:
        sys.stdout.write(f"{json.dumps(_as_data(one, own), ensure_ascii=False, indent=2)}\n")
    else:
        print_entry(output(), entry_of(one.id), own)


def _as_data(one: Standard | AuditQuestion, local: tuple[LocalNumber, ...]) -> dict[str, object]:
    names = parameters_of(one)
    numbers = [plain(parameters().by_name[name]) for name in names]
    own = [plain(number) for number in local if number.name in names]
    said = {"kind": kind_of(one).value, **plain(one), "parameters": numbers, "local_numbers": own}
    return {**said, "handbook": plain(entry_of(one.id))}


def _print_all(chosen: list[Standard | AuditQuestion], local: tuple[LocalNumber, ...], format: Format) -> None:
    if format is Format.JSON:
        with progress() as report:
            data = []
            for done, one in enumerate(chosen):
                report("Judging the worked examples", done, len(chosen))
                data.append(_as_data(one, local))
        sys.stdout.write(f"{json.dumps(data, ensure_ascii=False, indent=2)}\n")
        return
    console = output()
    held = f"{len(RULEBOOK)} standards judged from records, {len(QUESTIONS)} audit questions"
    console.print(f"Rulebook {RULEBOOK_VERSION}: {held}", style="bold")
    for area, label in AREAS.items():
        if here := [one for one in chosen if one.area == area]:
            console.print(f"\n{label}", style="bold")
            for one in here:
                console.print(
                    f"  {one.id:<7} {one.severity.value:<9} {kind_of(one).value:<9} {one.title}", markup=False
                )
