"""The console script: the commands, and what their exit statuses mean (0 done, 1 data refused, 2 wrong usage)."""

import os
import sys
from importlib.metadata import version
from io import TextIOWrapper
from typing import Annotated

import typer

from bounden.cli.build import build
from bounden.cli.can_judge import can_judge_delivery
from bounden.cli.check import check
from bounden.cli.explain import explain
from bounden.cli.outcomes import outcomes
from bounden.cli.simulate import simulate
from bounden.cli.standards import standards
from bounden.cli.terminal import say
from bounden.cli.what_if import what_if
from bounden.ingest.refusals import Refused
from bounden.obligations.clock.bank_holidays import BeyondBankHolidays
from bounden.snapshots.kept_rulebook import RulebookUnreadable
from bounden.snapshots.manifest import ManifestUnreadable
from bounden.snapshots.publish import StoreBusy
from bounden.snapshots.read import NothingPublished, Outdated, UnknownKey
from bounden.snapshots.verify import NotVerified
from bounden.standards.local_numbers import LocalNumbersRefused

DATA_REFUSED = 1
_REFUSALS = (
    BeyondBankHolidays, LocalNumbersRefused, ManifestUnreadable, NothingPublished, NotVerified, Outdated,
    RulebookUnreadable, StoreBusy, UnknownKey,
)  # fmt: skip

application = typer.Typer(
    name="bounden",
    help="Every duty police owe a child at risk: due when, met by what, and why.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)
for command in (check, build, outcomes, explain, standards, simulate):
    application.command()(command)
application.command("can-judge")(can_judge_delivery)
application.command("what-if")(what_if)


def _print_version(asked: bool) -> None:
    if asked:
        sys.stdout.write(f"bounden {version('bounden')}\n")
        raise typer.Exit


@application.callback()
def _bounden(
    _: Annotated[
        bool,
        typer.Option(
            "--version", callback=_print_version, is_eager=True, help="Print the version.", show_default=False
        ),
    ] = False,
) -> None:
    pass


def main() -> None:
    """Run a command. Refused data ends it with every reason on standard error and status 1."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(encoding="utf-8")  # whatever the machine's own
    try:
        application()
    except Refused as refused:
        for reason in refused.refusals:
            say(str(reason))
        number = len(refused.refusals)
        say(f"Refused for {number} reason{'' if number == 1 else 's'}. Nothing was published.")
        sys.exit(DATA_REFUSED)
    except _REFUSALS as refused:
        say(str(refused))
        sys.exit(DATA_REFUSED)
    except BrokenPipeError:
        # Whoever read the output has gone (| head): nothing more to say, and nowhere to say it.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        sys.exit(DATA_REFUSED)
