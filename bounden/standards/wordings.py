"""Reads a list of plain phrases, each with where it comes from: strict, with file and what to do."""

import re
from pathlib import Path

from bounden.obligations.phrases import PHRASE
from bounden.standards.strict_yaml import place, read_mapping

_HERE = Path(__file__).parent
_KEYS = {"from", "url"}
_ADDRESS = re.compile(r"https?://\S+")


class PhrasesRefused(ValueError):
    """A list of phrases cannot be used; every reason, one a line."""


def phrases_of(path: str | Path) -> frozenset[str]:
    """The phrases of a file, named from this folder.

    Raises PhrasesRefused with every reason: a phrase is lower-case words, and each says `from` what report it is and at
    what `url` that can be read.
    """
    file = _HERE / path
    reasons: list[str] = []
    read = read_mapping(file, "each phrase to where it comes from", reasons)
    for phrase, origin in read.items():
        where = f"{place(file)}: phrase {list(read).index(phrase) + 1}"
        if not PHRASE.fullmatch(phrase):
            reasons.append(f"{where}: must be lower-case words with one space between them")
        if not isinstance(origin, dict) or set(origin) != _KEYS or not all(origin.values()):
            reasons.append(f"{where}: must have from and url, and nothing else")
        elif not _ADDRESS.fullmatch(str(origin["url"])):
            reasons.append(f"{where}: url must be an address")
    if not read and not reasons:
        reasons.append(f"{place(file)}: must hold at least one phrase")
    if reasons:
        raise PhrasesRefused("\n".join(reasons))
    return frozenset(read)
