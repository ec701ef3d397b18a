"""When each standard was new and when it changed, in words: the history.yaml of each area, beside its standards.

Each standard has an entry for every edition of the rulebook in which it is new or reads differently. An entry holds
the fingerprint of the text it speaks of, so that a test can tell when the text has moved on and nobody said so.
`make docs` writes new entries and renews the fingerprint of the edition that is being written; only what changed has
to be said by a person.
"""

import functools
import hashlib
import re
from collections.abc import Mapping
from dataclasses import MISSING, dataclass, fields, is_dataclass, replace
from datetime import date
from itertools import pairwise
from pathlib import Path
from typing import Any

from bounden.obligations.naming import parameters_of
from bounden.obligations.parameters import Parameters
from bounden.obligations.refused import RulebookRefused
from bounden.obligations.terms import AuditQuestion, Standard
from bounden.standards.strict_yaml import place, read_mapping
from bounden.standards.version import canonical_text

FIRST = "First edition."
_HERE = Path(__file__).parent
_ENTRY = ("edition", "says", "text")
_TEXT = re.compile(r"[0-9a-f]{12}")
# Who answers for the text and when it is looked at again is no change of the duty.
_NOT_THE_DUTY = ("author", "checker", "next_review")
_HEADING = (
    "# When each standard was new and when it changed. `make docs` writes the entry of a new edition, and text, the\n"
    "# fingerprint of what it speaks of; what changed (says) is for a person to write.\n"
)


class HistoryRefused(RulebookRefused):
    """A history file cannot be used; every reason, one a line."""


@dataclass(frozen=True, slots=True)
class Change:
    """An edition in which a standard was new or changed. text: the fingerprint of how it reads from then on."""

    edition: date
    says: str
    text: str


def history_of(standard: str) -> tuple[Change, ...]:
    """The editions of one standard, the first one first; empty where none is written."""
    return _histories().get(standard, ())


@functools.cache
def _histories() -> dict[str, tuple[Change, ...]]:
    found: dict[str, tuple[Change, ...]] = {}
    for path in sorted(_HERE.glob("*/history.yaml")):
        found.update(read_history(path))
    return found


def read_history(path: Path) -> dict[str, tuple[Change, ...]]:
    """The histories of one file, by standard.

    Raises HistoryRefused with every reason.
    """
    reasons: list[str] = []
    found: dict[str, tuple[Change, ...]] = {}
    for standard, written in read_mapping(path, "the id of each standard to its editions", reasons).items():
        where = f"{place(path)}: {standard}"
        if not isinstance(written, list) or not written:
            reasons.append(f"{where}: must be a list of editions")
            continue
        changes = [change for one in written if (change := _change(one, where, reasons))]
        if any(later.edition <= earlier.edition for earlier, later in pairwise(changes)):
            reasons.append(f"{where}: its editions must stand in order of their dates, each once")
        found[standard] = tuple(changes)
    if reasons:
        raise HistoryRefused("\n".join(reasons))
    return found


def _change(written: Any, where: str, reasons: list[str]) -> Change | None:
    if not isinstance(written, dict) or set(written) != set(_ENTRY):
        reasons.append(f"{where}: each edition has {', '.join(_ENTRY)}, and nothing else")
        return None
    try:
        edition = date.fromisoformat(str(written["edition"]))
    except ValueError:
        reasons.append(f"{where}: an edition is a date, as 2026-01-31")
        return None
    if not _TEXT.fullmatch(str(written["text"])):
        reasons.append(f"{where}: text must be 12 hex digits; make docs writes them")
        return None
    return Change(edition, str(written["says"]), str(written["text"]))


def fingerprint(one: Standard | AuditQuestion, parameters: Parameters) -> str:
    """12 hex digits that change with the duty: its words, its terms, its clauses and the numbers that it names.

    What stands at its default is left out, so that a new kind of term changes no standard that does not use it.
    """
    numbers = {name: parameters.by_name[name] for name in parameters_of(one)}
    return hashlib.sha256(canonical_text(_stated((one, numbers))).encode()).hexdigest()[:12]


def _stated(value: Any) -> Any:
    """The value as what it states: fields at their default, and who answers for it, are left out."""
    if isinstance(value, tuple):
        return tuple(_stated(each) for each in value)
    if isinstance(value, Mapping):
        return {key: _stated(each) for key, each in value.items()}
    if not is_dataclass(value) or isinstance(value, type):
        return value
    stated: dict[str, Any] = {"": type(value).__name__}
    for field in fields(value):
        default = field.default_factory() if field.default_factory is not MISSING else field.default
        held = getattr(value, field.name)
        if held != default and not (isinstance(value, Standard | AuditQuestion) and field.name in _NOT_THE_DUTY):
            stated[field.name] = _stated(held)
    return stated


def renewed(changes: tuple[Change, ...], text: str, edition: date) -> tuple[Change, ...]:
    """The history of a standard that reads `text` in an edition.

    New: its first entry. Changed within the edition that is being written: that entry speaks of the new text. Changed
    since an earlier edition: one more entry, whose words are still to be written.
    """
    if not changes:
        return (Change(edition, FIRST, text),)
    last = changes[-1]
    if last.text == text:
        return changes
    if last.edition == edition:
        return (*changes[:-1], replace(last, text=text))
    return (*changes, Change(edition, "", text))


def written_out(histories: Mapping[str, tuple[Change, ...]]) -> str:
    """The text of a history.yaml."""
    lines = [_HEADING]
    for standard, changes in sorted(histories.items()):
        lines.append(f"{standard}:\n")
        for change in changes:
            says = change.says.replace("\\", "\\\\").replace('"', '\\"')
            lines.append(f'  - {{edition: {change.edition}, says: "{says}", text: "{change.text}"}}\n')
    return "".join(lines)
