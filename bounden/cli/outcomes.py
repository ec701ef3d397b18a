"""`bounden outcomes`: every obligation with its outcome."""

import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq
import typer

from bounden.cli.options import AsOf, Snapshots
from bounden.cli.rows import write_rows
from bounden.cli.terminal import progress, say
from bounden.reports.handbook.confirming import unconfirmed
from bounden.snapshots.local import differences
from bounden.snapshots.outcomes import outcomes_at
from bounden.snapshots.read import open_current


class Format(StrEnum):
    """How to write the obligations."""

    PARQUET = "parquet"
    CSV = "csv"
    JSON = "json"


def outcomes(
    snapshots: Snapshots,
    as_of: AsOf = None,
    format: Annotated[
        Format,
        typer.Option(
            metavar="parquet|csv|json",
            help="Parquet (needs --out), CSV safe for spreadsheets, or one JSON object a line.",
        ),
    ] = Format.CSV,
    out: Annotated[
        Path | None,
        typer.Option("--out", metavar="FILE", help="Write there instead of to standard output.", dir_okay=False),
    ] = None,
) -> None:
    """Every obligation with its outcome, at the build's as_of or at another instant.

    Another instant than the build's judges the records of the snapshot again as things stood then. Instants are UTC.
    The column to_be_confirmed is true where the number or the source of the standard is not confirmed yet.
    The last column, local_numbers, says where a force's own number decided, and what the national one is.
    """
    if format is Format.PARQUET and out is None:
        raise typer.BadParameter("Parquet is no text: name a file with --out", param_hint="--format")
    snapshot = open_current(snapshots)
    with progress() as report:
        table = outcomes_at(snapshot, as_of, progress=lambda done, total, name: report(f"judging {name}", done, total))
    table = _with_confirmation(table)
    judged_today = as_of is not None and as_of != snapshot.as_of
    table = _with_own_numbers(table, differences(snapshot.rules) if judged_today else snapshot.differences)
    if out is None:
        write_rows(sys.stdout, table, as_csv=format is Format.CSV)
        return
    if not out.parent.is_dir():
        raise typer.BadParameter(f"there is no directory {out.parent}", param_hint="--out")
    with _beside(out) as draft:
        if format is Format.PARQUET:
            pq.write_table(table, draft)
        else:
            with draft.open("w", encoding="utf-8", newline="") as file:
                write_rows(file, table, as_csv=format is Format.CSV)
    say(f"{table.num_rows} obligations written to {out}")


def _with_confirmation(table: pa.Table) -> pa.Table:
    """The table with whether the number or the source of each row's standard is still to be confirmed."""
    return table.append_column("to_be_confirmed", pc.is_in(table["standard"], pa.array(sorted(unconfirmed()))))


def _with_own_numbers(table: pa.Table, own: Mapping[str, str]) -> pa.Table:
    """The table with what a force's own numbers decided, beside the national ones; empty: nothing."""
    versions = pc.dictionary_encode(table["standard_version"]).combine_chunks()
    said = pa.array([own.get(version) for version in versions.dictionary.to_pylist()], pa.string())
    return table.append_column("local_numbers", said.take(versions.indices))


@contextmanager
def _beside(out: Path) -> Iterator[Path]:
    """A file beside the one asked for, which takes its place once it is whole."""
    draft = out.with_name(f".{out.name}.part")
    try:
        yield draft
        draft.replace(out)
    finally:
        draft.unlink(missing_ok=True)
