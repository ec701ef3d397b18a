"""Why something was not taken in: file, line, column and reason; never a value."""

import csv
import re
from collections.abc import Sequence
from dataclasses import dataclass
from difflib import get_close_matches
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from bounden.ingest.account import Account

_LISTED = 25
_NAME = re.compile(r"[A-Za-z_]{1,40}")


@dataclass(frozen=True, slots=True)
class Refusal:
    """One reason. `line` is the physical line, 1 being the first (0: the file as a whole); `column` may be empty."""

    file: str
    line: int
    column: str
    reason: str

    def __str__(self) -> str:
        where = f"{self.file}:{self.line}" if self.line else self.file
        return f"{where}: {self.column}: {self.reason}" if self.column else f"{where}: {self.reason}"


class Refused(Exception):
    """The delivery was refused and nothing was written.

    Carries every reason and, where records were counted, the account.
    """

    def __init__(self, refusals: Sequence[Refusal], account: "Account | None" = None) -> None:
        self.refusals = tuple(sorted(dict.fromkeys(refusals), key=lambda r: (r.file, r.line)))
        self.account = account
        super().__init__(self.listing())

    def listing(self, most: int = _LISTED) -> str:
        """The reasons, a line each, cut after `most` with the number of those left out."""
        lines = [str(refusal) for refusal in self.refusals[:most]]
        if len(self.refusals) > most:
            lines.append(f"… and {len(self.refusals) - most} more reasons")
        return "\n".join(lines)

    def write(self, path: Path) -> None:
        """Write every reason to a CSV file: file, line, column, reason."""
        with path.open("w", encoding="utf-8", newline="") as file:
            rows = csv.writer(file)
            rows.writerow(("file", "line", "column", "reason"))
            rows.writerows((r.file, r.line, r.column, r.reason) for r in self.refusals)


def shape(value: str) -> str:
    """What a value looks like, without giving it away: it may be somebody's name."""
    if not value:
        return "empty text"
    what = "digits" if value.isascii() and value.isdigit() else "text"
    length = len(value)
    return f"{what} of {length} character{'' if length == 1 else 's'}"


def named(name: str) -> str:
    """A column or key that should not be there: by name if it looks like one, or else by shape, as it may be data."""
    return name if _NAME.fullmatch(name) else shape(name)


def not_a_word_of(value: str, words: frozenset[str]) -> str:
    """That a value is none of a closed list of words, with the nearest word or, for a short list, all of them."""
    reason = f"{shape(value)} is not a known word"
    near = get_close_matches(value, sorted(words), n=1)
    if near:
        return f"{reason}; did you mean {near[0]}?"
    if len(words) <= 20:
        return f"{reason}; known are {', '.join(sorted(words))}"
    return f"{reason}; the contract lists the words of this column"
