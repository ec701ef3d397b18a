"""`bounden build`: from a delivery to a published snapshot."""

from datetime import timedelta
from pathlib import Path
from typing import Annotated

import typer

from bounden.cli.absent_forces import warn_of_absent
from bounden.cli.options import AsOf, Engine, Extracts, Local, now, refuse_spark
from bounden.cli.terminal import output, progress, say
from bounden.snapshots.build import build as build_snapshot
from bounden.snapshots.can_judge import Judges
from bounden.snapshots.read import Snapshot
from bounden.standards import parameters
from bounden.standards.local_numbers import read_local_numbers


def build(
    extracts: Extracts,
    out: Annotated[
        Path,
        typer.Option(
            "--out", metavar="SNAPSHOTS", help="The store to publish in.", file_okay=False, show_default=False
        ),
    ],
    mapping: Annotated[
        str | None,
        typer.Option("--mapping", metavar="NAME", help="The mapping of a system's raw extracts.", show_default=False),
    ] = None,
    as_of: AsOf = None,
    local: Local = None,
    ahead: Annotated[
        int,
        typer.Option(
            "--ahead",
            metavar="DAYS",
            min=0,
            max=366,
            help="Also find out what time alone will change within so many days, so that until then a build into the "
            "same store judges only what its delivery touches.",
            show_default=False,
        ),
    ] = 0,
    full: Annotated[
        bool, typer.Option("--full", help="Judge everything, also where the build before looked ahead.")
    ] = False,
    engine: Annotated[
        Engine | None,
        typer.Option(
            metavar="reference|duckdb|spark",
            help="What judges; otherwise what is faster for the size of the delivery.",
            show_default=False,
        ),
    ] = None,
) -> None:
    """Read a delivery, validate it, judge it, verify the result and publish it as a snapshot.

    Nothing is published unless every row is accepted or a duplicate. A build that is stopped leaves what was published.
    The snapshot is the same whether everything was judged or only what the delivery touches.
    """
    refuse_spark(engine)
    if mapping is not None:
        raise typer.BadParameter("no mapping is written yet; deliver the canonical tables", param_hint="--mapping")
    own = read_local_numbers(local or [], parameters())
    judged: list[str] = []
    with progress() as report:
        snapshot = build_snapshot(
            extracts,
            out,
            as_of=as_of or now(),
            engine=engine and engine.value,
            local=own,
            ahead=timedelta(days=ahead),
            full=full,
            progress=report,
            tell=judged.append,
        )
    warn_of_absent(own, [each.force for each in snapshot.can_judge])
    for said in judged:
        say(said)
    _tell(snapshot)


def _tell(snapshot: Snapshot) -> None:
    manifest = snapshot.manifest
    for warning in manifest["account"]["warnings"]:
        say(f"Warning: {warning}")
    for force in manifest["coverage_not_stated"]:
        say(f"Warning: {force} states no coverage: what its records do not show cannot be told.")
    for feed in manifest["triggers_not_supplied"]:
        say(f"Warning: {feed['force']} does not supply {feed['kind']}: {', '.join(feed['standards'])} judge nothing.")
    present = {force.force.lower() for force in snapshot.can_judge}
    for own in (one for one in manifest["local"] if one["force"].lower() in present):
        since = f" from {own['from']}" if "from" in own else ""
        say(f"{own['force']} judges by its own {own['name']}{since}: {own['value']} (national {own['national']}).")
    for force in snapshot.can_judge:
        full = sum(one.judges is Judges.IN_FULL for one in force.standards)
        none = sum(one.judges is Judges.NOTHING for one in force.standards)
        part = len(force.standards) - full - none
        say(f"{force.force}: {full} standards judged in full, {part} in part, {none} not at all (bounden can-judge).")
    console = output()
    counts = manifest["outcomes"]
    console.print(f"Snapshot {snapshot.id}, as of {manifest['as_of']}: {sum(counts.values())} obligations")
    for outcome, number in counts.items():
        console.print(f"  {outcome.replace('_', ' '):<12} {number:>7}")
