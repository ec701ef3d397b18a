"""Reads the worked examples of the standards: strict, every scalar as text, with file, line and what to do.

An example is a case file in short (contract, section 2): what is `given` for its standard, what the example adds to
it, and what the standard must conclude. It is kept as plain lists and mappings of text, as a case file holds them.
"""

import functools
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from bounden.obligations.refused import RulebookRefused
from bounden.obligations.terms import Standard
from bounden.standards.strict_yaml import place, read_mapping

DEFAULTS: Mapping[str, str] = {
    "force": "Wexshire Police",
    "starts_at": "2026-03-04T10:00",  # a Wednesday in winter time
    "as_of": "+90d",
    "coverage": "complete",
}
OUTCOMES = ("met", "late", "missed", "pending", "excused", "cannot_tell", "withdrawn")
NONE = "none"

_BODY = (
    "force", "source", "starts_at", "as_of", "coverage", "people", "places", "relationships", "residences",
    "occurrences",
)  # fmt: skip
_EXAMPLE = ("title", "shows", "actions", "expect", *_BODY)
_EXPECTED = ("outcome", "person", "stage", "occurrence")
_STANDARD_ID = re.compile(r"[A-Z]{2,3}-[0-9]{2}")
_SHOWS = re.compile(r"[a-z][a-z_]*")
_HERE = Path(__file__).parent


class ExamplesRefused(RulebookRefused):
    """An examples file cannot be used; every reason, one a line."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Expected:
    """One outcome that the standard must reach; person and occurrence are ids of the example, None: any."""

    outcome: str
    person: str | None = None
    stage: str | None = None
    occurrence: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Example:
    """One worked example of a standard.

    case_id: its own, such as "MC-06.2". shows: what it is an example of (just_before, unknown, ...).
    case: the case file, as mappings, lists and text. expects: one for each obligation of the standard in the case;
    empty: the standard makes none. every: the one expectation holds for every obligation, however many.
    """

    case_id: str
    standard: str
    title: str
    shows: str
    case: Mapping[str, Any]
    expects: tuple[Expected, ...]
    every: bool

    @property
    def name(self) -> str:
        """How messages name it: "IC-09, example 2"."""
        return ", example ".join(self.case_id.split("."))


def as_if_in_force(standards: Iterable[Standard]) -> tuple[Standard, ...]:
    """The standards by which examples are judged: those that are only proposed, too."""
    return tuple(replace(one, proposed="") for one in standards)


@functools.cache
def worked_examples() -> tuple[Example, ...]:
    """The examples of every area, in the order written.

    Raises ExamplesRefused with every reason of every file.
    """
    read: list[Example] = []
    reasons: list[str] = []
    for path in sorted(_HERE.glob("*/examples.yaml")):
        read += read_examples(path, reasons)
    if reasons:
        raise ExamplesRefused("\n".join(reasons))
    return tuple(read)


def examples_of(standard: str) -> tuple[Example, ...]:
    """The examples of one standard."""
    return tuple(one for one in worked_examples() if one.standard == standard)


def read_examples(path: Path, reasons: list[str]) -> list[Example]:
    """The examples of one file; adds to `reasons` what is wrong with it."""
    where = place(path)
    found = reasons[:]
    page = read_mapping(path, "the id of each standard to what is given and its examples", reasons)
    read: list[Example] = []
    for standard, body in page.items():
        if not _STANDARD_ID.fullmatch(str(standard)):
            reasons.append(
                f"{where}: must be the id of a standard, such as MC-06, not a text of {len(standard)} letters"
            )
        elif not isinstance(body, dict) or set(body) - {"given", "examples"} or not isinstance(_list(body), list):
            reasons.append(f"{where}: {standard}: must have examples, a list, and may have given; nothing else")
        else:
            for number, one in enumerate(_list(body), start=1):
                read += _example(
                    standard, number, body.get("given", {}), one, f"{where}: {standard}, example {number}", reasons
                )
    return read if reasons == found else []


def _list(body: dict[str, Any]) -> Any:
    return body.get("examples")


def _example(standard: str, number: int, given: Any, written: Any, where: str, reasons: list[str]) -> list[Example]:
    if not isinstance(written, dict) or not isinstance(given, dict):
        reasons.append(f"{where}: must be a mapping")
        return []
    wrong = [f"{key} is not known here" for key in written if key not in _EXAMPLE]
    wrong += [f"{key} is not known in given" for key in given if key not in _BODY]
    wrong += [f"{key} is missing" for key in ("title", "shows", "expect") if not written.get(key)]
    if not _SHOWS.fullmatch(str(written.get("shows", "shows"))):
        wrong.append("shows must be a word such as just_before")
    body = {**DEFAULTS, **given, **{key: written[key] for key in written if key in _BODY}}
    occurrences = _with_actions(body.get("occurrences"), written.get("actions", []), wrong)
    expects = _expects(written.get("expect"), wrong)
    if wrong:
        reasons.extend(f"{where}: {one}" for one in wrong)
        return []
    case_id = f"{standard}.{number}"
    case = {"case": case_id, "summary": str(written["title"]), **body, "occurrences": occurrences}
    return [
        Example(
            case_id=case_id,
            standard=standard,
            title=str(written["title"]),
            shows=str(written["shows"]),
            case=case,
            expects=expects,
            every=isinstance(written["expect"], str) and written["expect"] != NONE,
        )
    ]


def _with_actions(occurrences: Any, actions: Any, wrong: list[str]) -> list[dict[str, Any]]:
    """The occurrences with the example's actions added: to the last one, or to the one named by `in`."""
    if not isinstance(occurrences, list) or not occurrences or not all(isinstance(o, dict) for o in occurrences):
        wrong.append("needs occurrences, here or in given")
        return []
    if not isinstance(actions, list) or not all(isinstance(a, dict) for a in actions):
        wrong.append("actions must be a list of mappings")
        return []
    added: dict[str, list[Any]] = {str(o.get("id")): [] for o in occurrences}
    last = str(occurrences[-1].get("id"))
    for action in actions:
        target = str(action.get("in", last))
        if target not in added:
            wrong.append("an action names an occurrence that is not there")
            continue
        added[target].append({key: value for key, value in action.items() if key != "in"})
    return [{**o, "actions": [*o.get("actions", []), *added[str(o.get("id"))]]} for o in occurrences]


def _expects(written: Any, wrong: list[str]) -> tuple[Expected, ...]:
    if written == NONE:
        return ()
    entries = [{"outcome": written}] if isinstance(written, str) else written
    if not isinstance(entries, list) or not all(isinstance(e, dict) and not set(e) - set(_EXPECTED) for e in entries):
        wrong.append(f"expect must be an outcome, none, or a list of {', '.join(_EXPECTED)}")
        return ()
    if not all(e.get("outcome") in OUTCOMES for e in entries):
        wrong.append(f"an outcome is one of {', '.join(OUTCOMES)}")
        return ()
    return tuple(Expected(**e) for e in entries)
