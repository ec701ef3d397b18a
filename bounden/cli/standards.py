"""`bounden standards`: the rulebook."""

import json
import sys
from difflib import get_close_matches
from enum import StrEnum
from itertools import groupby
from typing import Annotated

import typer
from rich.console import Console
from rich.padding import Padding

from bounden.cli.plain_terms import plain
from bounden.cli.terminal import output
from bounden.obligations.parameters import Parameter
from bounden.obligations.terms import Standard
from bounden.standards import RULEBOOK, RULEBOOK_VERSION, parameters
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
    """The rulebook: each standard with its clause, its dates, its owner and the numbers it rests on."""
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
        _print_one(output(), one)


def _numbers(one: Standard) -> list[Parameter]:
    return [parameters().by_name[name] for name in parameters_of(one)]


def _as_data(one: Standard) -> dict[str, object]:
    return {**plain(one), "parameters": [plain(each) for each in _numbers(one)]}


def _print_all(format: Format) -> None:
    if format is Format.JSON:
        sys.stdout.write(f"{json.dumps([_as_data(one) for one in RULEBOOK], ensure_ascii=False, indent=2)}\n")
        return
    console = output()
    console.print(f"Rulebook {RULEBOOK_VERSION}: {len(RULEBOOK)} standards", style="bold")
    for area, held in groupby(sorted(RULEBOOK, key=lambda one: (one.area, one.id)), key=lambda one: one.area):
        console.print(f"\n{area.capitalize()}", style="bold")
        for one in held:
            console.print(f"  {one.id:<7} {one.severity.value:<9} {one.title}", markup=False)


def _print_one(console: Console, one: Standard) -> None:
    def line(text: str, indent: int = 0) -> None:
        console.print(Padding(text, (0, 0, 0, indent)), markup=False)

    console.print(f"{one.id}  {one.title}", style="bold", markup=False)
    classes = ", ".join(each.value for each in one.classes)
    line(f"{one.severity.value} · {classes} · {one.type.value} · {one.duty.value} duty")
    if one.to_be_confirmed:
        line("The number or the source is not yet confirmed.")
    line("")
    line(one.plain)
    line("")
    line("Stands in:")
    for clause in one.clauses:
        line(f"{clause.text}{'' if clause.confirmed else ' (to be confirmed)'}", 2)
        line(f"{clause.source}, {clause.url}", 4)
    line(f"In force: {_in_force(one)}")
    line(f"Why: {one.why}")
    if one.audit:
        line(f"Records cannot show, an audit asks: {one.audit}")
    if numbers := _numbers(one):
        line("Numbers:")
        for each in numbers:
            confirmed = " (to be confirmed)" if each.to_be_confirmed else ""
            line(f"{each.name} = {each.value}: {each.meaning}. {each.class_}{confirmed}; {each.reference}", 2)
    line(f"Author {one.author}, checker {one.checker}, next review {one.next_review:%-d %B %Y}")


def _in_force(one: Standard) -> str:
    start = f"from {one.in_force_from:%-d %B %Y}" if one.in_force_from else "from any date"
    return f"{start} to {one.in_force_to:%-d %B %Y}" if one.in_force_to else start
