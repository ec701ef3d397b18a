"""`bounden what-if`: what would change under other numbers, or another rulebook."""

import sys
from collections import Counter
from collections.abc import Iterable
from datetime import datetime
from enum import StrEnum
from itertools import groupby
from operator import itemgetter
from pathlib import Path
from typing import Annotated, Any

import typer

from bounden.cli.absent_forces import warn_of_absent
from bounden.cli.case_report import outcome_words
from bounden.cli.options import AsOf, Local, Snapshots
from bounden.cli.rows import write_rows
from bounden.cli.terminal import output, progress
from bounden.obligations.parameters import Value
from bounden.obligations.rules import Rules
from bounden.snapshots.kept_rulebook import FILE_NAME, kept
from bounden.snapshots.manifest import instant
from bounden.snapshots.read import Snapshot, open_current
from bounden.snapshots.what_if import NONE, Replay, replay, with_local, with_value
from bounden.standards import rules as rules_of_today
from bounden.standards import standard
from bounden.standards.local_numbers import needed, no_waking_day, read_local_numbers, usable
from bounden.standards.parameters import read_value

TODAY = "today"


class Format(StrEnum):
    """How to print it."""

    TEXT = "text"
    JSON = "json"
    CSV = "csv"


def what_if(
    snapshots: Snapshots,
    set_: Annotated[
        list[str] | None,
        typer.Option("--set", metavar="NUMBER=VALUE", help='Such as "mc_search=2 h".', show_default=False),
    ] = None,
    force: Annotated[
        str | None, typer.Option("--force", metavar="FORCE", help="Set them for this force alone.", show_default=False)
    ] = None,
    local: Local = None,
    rulebook: Annotated[
        str | None,
        typer.Option(
            metavar="PATH|today",
            help="Another rulebook: a snapshot's directory or its rulebook.json; or the one of this version.",
            show_default=False,
        ),
    ] = None,
    as_of: AsOf = None,
    format: Annotated[
        Format,
        typer.Option(metavar="text|json|csv", help="What changes in short, or each obligation that changes, a line."),
    ] = Format.TEXT,
) -> None:
    """Judge a snapshot's records once more by other numbers, or by another rulebook, and show what would change.

    Nothing is published. What a snapshot was judged by is kept in it; only what is named here is changed.
    """
    if not (set_ or local or rulebook):
        raise typer.BadParameter("name what to change: --set, --local or --rulebook")
    if force and not set_:
        raise typer.BadParameter("it says for whom to --set a number", param_hint="--force")
    snapshot = open_current(snapshots)
    forces = {each.force for each in snapshot.can_judge}
    if force and force.lower() not in {each.lower() for each in forces}:
        raise typer.BadParameter(f"the snapshot holds no record of {force}", param_hint="--force")
    rules = _rules(snapshot, rulebook)
    if local:
        own = read_local_numbers(local, rules.parameters)
        warn_of_absent(own, forces)
        rules = with_local(rules, own)
    for text in set_ or []:
        name, value = _set(text, rules)
        rules = with_value(rules, name, value, force or "")
    if set_ and (wrong := list(no_waking_day(rules.local, rules.parameters))):
        raise typer.BadParameter("; ".join(wrong), param_hint="--set")
    with progress() as report:
        found = replay(
            snapshot, rules, as_of, progress=lambda done, total, name: report(f"judging {name}", done, total)
        )
    if format is Format.TEXT:
        _print(snapshot, as_of or snapshot.as_of, found)
    else:
        write_rows(sys.stdout, found.changes, as_csv=format is Format.CSV)


def _rules(snapshot: Snapshot, named: str | None) -> Rules:
    """The rules to begin from: the snapshot's own, today's or kept ones, each with the snapshot's local numbers."""
    own = snapshot.judged_by
    if named is None:
        return own
    if named == TODAY:
        return with_local(rules_of_today(), own.local)
    path = Path(named)
    if not path.exists():
        raise typer.BadParameter(f"there is no {named}", param_hint="--rulebook")
    _, rules = kept(path / FILE_NAME if path.is_dir() else path)
    return with_local(rules, own.local)


def _set(text: str, rules: Rules) -> tuple[str, Value]:
    name, _, written = (part.strip() for part in text.partition("="))
    if name not in rules.parameters.by_name:
        raise typer.BadParameter(
            f"the rulebook has no number {name}; bounden standards ID names those of a standard", param_hint="--set"
        )
    value, national = read_value(written), rules.parameters.by_name[name].value
    if value is None or not usable(national, value):
        raise typer.BadParameter(f"{name} must be {needed(national)}", param_hint="--set")
    return name, value


def _print(snapshot: Snapshot, as_of: datetime, found: Replay) -> None:
    console = output()
    rows = found.changes.to_pylist()
    console.print(f"Snapshot {snapshot.id}, as of {instant(as_of)}", style="bold")
    console.print(f"{found.before} obligations as it stands, {found.after} then; {len(rows)} would change.")
    for id, of_it in groupby(rows, key=itemgetter("standard")):
        console.print(f"\n{id}  {_title(id)}", style="bold", markup=False)
        for words, number in _counted(of_it):
            console.print(f"  {number:>7}  {words}", markup=False)


def _title(id: str) -> str:
    try:
        return standard(id).title
    except KeyError:
        return "(not in the rulebook of this version)"


def _counted(rows: Iterable[dict[str, Any]]) -> list[tuple[str, int]]:
    """What happens to the outcomes, with how many obligations it happens to; most first."""
    counts = Counter(_words(row["outcome_before"], row["outcome_after"]) for row in rows)
    return sorted(counts.items(), key=lambda pair: (-pair[1], pair[0]))


def _words(before: str, after: str) -> str:
    if before == NONE:
        return f"new: {outcome_words(after)}"
    if after == NONE:
        return f"no longer owed: was {outcome_words(before)}"
    if before == after:
        return f"{outcome_words(after)}, with another limit"
    return f"{outcome_words(before)} becomes {outcome_words(after)}"
