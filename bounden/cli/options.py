"""What several commands take."""

from datetime import UTC, datetime
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from bounden.obligations.clock.reading import parse_instant


class Engine(StrEnum):
    """What judges: plain Python row by row, which defines the meaning, or queries on DuckDB."""

    REFERENCE = "reference"
    DUCKDB = "duckdb"
    SPARK = "spark"


def refuse_spark(engine: Engine | None) -> None:
    """Spark belongs to the contract's options but cannot be used yet."""
    if engine is Engine.SPARK:
        raise typer.BadParameter("the Spark engine is not written yet; use duckdb or reference", param_hint="--engine")


def _instant(text: str) -> datetime:
    try:
        return parse_instant(text).latest
    except ValueError as error:
        raise typer.BadParameter(str(error)) from error


def now() -> datetime:
    """The present instant: naive UTC, whole seconds."""
    return datetime.now(UTC).replace(tzinfo=None, microsecond=0)


Extracts = Annotated[
    Path,
    typer.Argument(
        metavar="EXTRACTS",
        help="A delivery: a directory of the nine tables as CSV or Parquet, or of case files.",
        exists=True,
        file_okay=False,
        show_default=False,
    ),
]

Snapshots = Annotated[
    Path,
    typer.Argument(metavar="SNAPSHOTS", help="The store that bounden build wrote to.", exists=True, file_okay=False),
]

AsOf = Annotated[
    datetime | None,
    typer.Option(
        "--as-of",
        parser=_instant,
        metavar="T",
        help="Judge as things stood then: ISO 8601, London time without an offset; a date is the end of that day.",
        show_default=False,
    ),
]


Local = Annotated[
    list[Path] | None,
    typer.Option(
        "--local",
        metavar="FILE",
        help="Numbers of a force's own, which go before the national ones; one file for each force.",
        exists=True,
        dir_okay=False,
        show_default=False,
    ),
]
