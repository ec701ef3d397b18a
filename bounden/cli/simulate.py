"""`bounden simulate`: synthetic forces with known answers."""

from pathlib import Path
from typing import Annotated

import typer

from bounden.cli.terminal import output, progress
from bounden.simulation import AS_OF
from bounden.simulation import simulate as simulate_forces
from bounden.snapshots.manifest import instant

_ANSWERS = "answers"


def simulate(
    out: Annotated[
        Path,
        typer.Option(
            "--out", metavar="DIR", help="A new directory for the delivery.", file_okay=False, show_default=False
        ),
    ],
    scale: Annotated[
        float,
        typer.Option(metavar="S", min=0.0001, max=1000.0, help="1 is a force of two and a half million people."),
    ] = 1.0,
    years: Annotated[int, typer.Option(metavar="N", min=1, max=20, help="How many years its records reach back.")] = 1,
    seed: Annotated[int, typer.Option(metavar="N", min=0, help="The same seed makes the same forces.")] = 1,
    forces: Annotated[
        int, typer.Option(metavar="N", min=1, max=1000, help="How many forces, each with its own name.")
    ] = 1,
) -> None:
    """Make synthetic forces: a delivery of invented records, with what every duty in it must come to.

    Failings are planted at known rates. Beside the tables stand answers.parquet (the outcome of every obligation at
    the as_of that manifest.json names), truth_people.parquet (the true person behind each record) and
    truth_narratives.parquet (the true children in each narrative).
    """
    if out.exists() and any(out.iterdir()):
        raise typer.BadParameter(f"{out} is not empty: name a new directory", param_hint="--out")
    with progress() as report:
        rows = simulate_forces(out, scale=scale, years=years, seed=seed, forces=forces, progress=report)
    console = output()
    console.print(
        f"{rows['occurrences']} occurrences, {rows['actions']} actions, {rows[_ANSWERS]} known answers in {out}"
    )
    console.print("To judge them as of the day on which the answers hold:", markup=False)
    console.print(f"  bounden build {out} --out SNAPSHOTS --as-of {instant(AS_OF)}", markup=False, soft_wrap=True)
