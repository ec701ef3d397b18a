"""The commands: each translates its arguments, calls one thing below and prints what came back."""


def main() -> None:
    """The console script."""
    from bounden.cli.application import main as run

    run()
