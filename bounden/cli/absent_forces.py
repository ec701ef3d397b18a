"""Numbers of a force that no record names: most often its name is spelt otherwise, and nothing is judged by them."""

from collections.abc import Iterable

from bounden.cli.terminal import say
from bounden.obligations.rules import LocalNumber


def warn_of_absent(local: Iterable[LocalNumber], forces: Iterable[str]) -> None:
    """Say which of the forces with numbers of their own are none of those of the records."""
    present = {force.lower() for force in forces}
    for force in sorted({number.force for number in local if number.force.lower() not in present}):
        say(
            f"Warning: no record is of {force}, so nothing is judged by its own numbers; spell force: in its file as "
            "the records do."
        )
