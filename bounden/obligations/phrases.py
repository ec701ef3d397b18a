"""Plain phrases looked for in a text: whatever the case, at the borders of words, over line ends and hyphens."""

import re
from collections.abc import Iterable
from functools import lru_cache

#: What a breach reads as, until a person has confirmed or dismissed it.
WORDING_FOUND = "wording found, to be confirmed"

#: A phrase is lower-case words, one space between two of them: other characters are written differently everywhere.
PHRASE = re.compile(r"[a-z]+( [a-z]+)*")


@lru_cache
def pattern(phrases: frozenset[str]) -> str:
    """The regular expression that finds one of the phrases in a text in lower case.

    It is the same for Python (with ASCII classes) and for a database. Raises ValueError for what is no phrase.
    """
    wrong = sorted(phrase for phrase in phrases if not PHRASE.fullmatch(phrase))
    if wrong or not phrases:
        raise ValueError(f"a phrase is lower-case words with one space between them, unlike: {wrong}")
    said = (r"[ \t\r\n-]+".join(phrase.split(" ")) for phrase in sorted(phrases))
    return f"(^|[^a-z0-9])({'|'.join(said)})($|[^a-z0-9])"


def stands_in(phrases: Iterable[str], text: str) -> bool:
    """Whether one of the phrases stands in a text."""
    return bool(re.search(pattern(frozenset(phrases)), text.lower(), re.ASCII))
