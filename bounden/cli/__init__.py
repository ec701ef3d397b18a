"""The commands: each translates its arguments, calls one thing below and prints what came back."""

import sys

from bounden.obligations.refused import RulebookRefused


def main() -> None:
    """The console script. A rulebook that cannot be used ends it with every reason on standard error and status 1."""
    try:
        # The commands read the rulebook as they are imported.
        from bounden.cli.application import main as run

        run()
    except RulebookRefused as refused:
        sys.stderr.write(f"The rulebook cannot be used:\n{refused}\n")
        sys.exit(1)
