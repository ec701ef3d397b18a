"""`bounden check`: judge case files."""

import json
import sys
from datetime import datetime
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from bounden.cli.absent_forces import warn_of_absent
from bounden.cli.case_report import print_case
from bounden.cli.expectations import unmet
from bounden.cli.options import AsOf, Engine, Local, now, refuse_spark
from bounden.cli.reasons import because
from bounden.cli.terminal import output, say
from bounden.ingest import case_files
from bounden.ingest.case_files import CaseFile
from bounden.obligations.obligation import Obligation
from bounden.reports.handbook.confirming import unconfirmed
from bounden.snapshots.evaluators import JUDGES
from bounden.snapshots.local import own_words
from bounden.snapshots.manifest import instant
from bounden.snapshots.obligation_table import as_row
from bounden.standards import RULEBOOK, parameters, rules
from bounden.standards.local_numbers import read_local_numbers


class Format(StrEnum):
    """How to print what was judged."""

    TEXT = "text"
    JSON = "json"


_PRINTED = (
    "triggered_at", "triggered_at_latest", "due_at", "due_at_latest", "discharged_at", "discharged_at_latest",
    "withdrawn_at", "withdrawn_at_latest",
)  # fmt: skip


def check(
    files: Annotated[
        list[Path],
        typer.Argument(
            metavar="FILE.yaml…", help="Case files.", exists=True, dir_okay=False, readable=True, show_default=False
        ),
    ],
    as_of: AsOf = None,
    local: Local = None,
    format: Annotated[
        Format, typer.Option(metavar="text|json", help="A page to read, or one JSON object a line.")
    ] = Format.TEXT,
    engine: Annotated[Engine, typer.Option(metavar="reference|duckdb|spark", help="What judges.")] = Engine.REFERENCE,
    strict: Annotated[
        bool,
        typer.Option(
            "--strict", help="Exit with 1 where an expectation of a case file is not reached.", show_default=False
        ),
    ] = False,
) -> None:
    """Judge case files: every obligation of each case, with its outcome and the reason for it.

    A case file's own as_of, where it is earlier, goes before --as-of. Expectations that are not reached are listed.
    Where the number or the source of a standard is not confirmed yet, it says so; in JSON to_be_confirmed is true.
    """
    refuse_spark(engine)
    moment = as_of or now()
    own = read_local_numbers(local or [], parameters())
    judged_by = rules(own)
    cases = case_files.read(files)
    warn_of_absent(own, [case.force for case in cases])
    known = {each.id for each in RULEBOOK}
    failed: list[str] = []
    console = output()
    by_case: dict[str, list[Obligation]] = {case.case: [] for case in cases}
    for owed in JUDGES[engine.value](case_files.together(cases), judged_by, moment):
        by_case[case_files.case_of(owed)].append(owed)
    for case in cases:
        obligations = by_case[case.case]
        if format is Format.JSON:
            for owed in obligations:
                sys.stdout.write(f"{json.dumps(_line(case, owed), ensure_ascii=False)}\n")
        else:
            print_case(console, case, obligations)
        failed += unmet(case, obligations, known)
    for words in failed:
        say(f"Not reached: {words}")
    if failed and strict:
        raise typer.Exit(1)


def _line(case: CaseFile, owed: Obligation) -> dict[str, object]:
    row = as_row(owed)
    instants = {name: _written(row[name]) for name in _PRINTED}
    return {
        "case": case.case,
        "force": owed.force,
        "occurrence": row["occurrence_id"],
        "person": owed.person_id,
        "standard": owed.standard,
        "stage": owed.stage,
        "obligation_key": owed.key,
        **instants,
        "outcome": row["outcome"],
        "to_be_confirmed": owed.standard in unconfirmed(),
        "because": because(owed),
        "missing": owed.missing,
        "local_numbers": own_words(owed.rule) if owed.rule else "",
    }


def _written(moment: object) -> str | None:
    return instant(moment) if isinstance(moment, datetime) else None
