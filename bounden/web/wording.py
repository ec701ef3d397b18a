"""The words and colours of outcomes, severities, areas, kinds and roles. Nothing else names a colour."""

import functools
from dataclasses import dataclass

from bounden.obligations.terms import PhraseFound
from bounden.standards import RULEBOOK
from bounden.standards.areas import AREAS as AREAS


@dataclass(frozen=True, slots=True)
class Look:
    """How one outcome is shown."""

    word: str
    colour: str  # the suffix of a GOV.UK tag and of the classes of the drawing
    meaning: str


OUTCOMES = {
    "missed": Look("Missed", "red", "the limit has passed and the records show that it was not done by then"),
    "late": Look("Late", "orange", "done, but after the limit"),
    "pending": Look("Pending", "teal", "the limit has not been reached"),
    "cannot_tell": Look("Cannot tell", "grey", "the records do not hold what would decide it"),
    "met": Look("Met", "green", "done in time"),
    "excused": Look("Excused", "purple", "somebody entitled to do so recorded why not"),
    "withdrawn": Look("Withdrawn", "grey", "its cause ended before the limit; it is in no count"),
}

#: A breach that stands in words alone (DM-04).
WORDING = Look(
    "Wording found, to be confirmed", "red", "a phrase that blames a child was found; nobody has confirmed it yet"
)

SEVERITIES = {"critical": "Critical", "high": "High", "medium": "Medium", "low": "Low"}  # most severe first

KINDS = {"standard": "From records", "question": "Audit question"}  # of the entries of the catalogue

OCCURRENCES = {
    "incident": "Incident",
    "missing": "Missing episode",
    "detention": "Detention",
    "police_protection": "Police protection",
    "registration": "Registered offender",
    "disclosure": "Disclosure request",
    "intelligence": "Intelligence",
    "recommendation": "Recommendation",
    "flag": "Flag",
}

CATEGORIES = {"drink_drug_drive": "drink or drug driving", "concern_for_child": "concern for a child"}

VERDICTS = {
    "criticised": Look("Criticised", "red", "inspectors criticised how the case was handled"),
    "inadequate": Look("Inadequate", "red", "inspectors graded the case inadequate"),
    "praised": Look("Praised", "green", "inspectors praised how the case was handled"),
    "good": Look("Good", "green", "inspectors graded the case good"),
}

ABBREVIATIONS = {"nrm": "NRM", "marac": "MARAC", "dara": "DARA", "dash": "DASH"}


def outcome(value: str | None, standard: str = "") -> Look:
    """How an outcome is shown; none at all is a withdrawn obligation. standard: of which, where that is known.

    What was only found by its words reads so, until a person has confirmed or dismissed it.
    """
    if value == "missed" and standard in _found_by_words():
        return WORDING
    return OUTCOMES[value or "withdrawn"]


@functools.cache
def _found_by_words() -> frozenset[str]:
    return frozenset(one.id for one in RULEBOOK for test in one.tests if isinstance(test.breach, PhraseFound))


def category(value: str) -> str:
    """A category as it follows a colon."""
    return CATEGORIES.get(value, plain(value).lower())


def plain(word: str | None) -> str:
    """A word of the vocabulary as a reader would write it: `child_seen` → `Child seen`."""
    if not word:
        return ""
    parts = [ABBREVIATIONS.get(part, part) for part in word.split("_")]
    text = " ".join(parts)
    return text[0].upper() + text[1:]
