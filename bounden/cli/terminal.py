"""Where words go: what was asked for to standard output, everything else to standard error."""

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn

_WIDTH_OF_A_FILE = 120


def output() -> Console:
    """Standard output; lines of a fixed width where it is no terminal."""
    console = Console(highlight=False, soft_wrap=False)
    if not console.is_terminal:
        console = Console(highlight=False, width=_WIDTH_OF_A_FILE)
    return console


def say(text: str) -> None:
    """A line to standard error."""
    sys.stderr.write(f"{text}\n")


#: Told what is being done, units done, units in all (0: not known).
Report = Callable[[str, int, int], None]


@contextmanager
def progress() -> Iterator[Report]:
    """A bar on a terminal; otherwise a plain line to standard error as each step begins."""
    if not sys.stderr.isatty():
        yield _plain_lines()
        return
    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeElapsedColumn())
    with Progress(*columns, console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task("", total=None)

        def report(step: str, done: int, total: int) -> None:
            bar.update(task, description=step, completed=done, total=total or None)

        yield report


def _plain_lines() -> Report:
    last = ""

    def report(step: str, done: int, total: int) -> None:
        nonlocal last
        if step != last:
            last = step
            say(step)

    return report
