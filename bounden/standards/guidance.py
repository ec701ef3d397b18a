"""What good looks like: three sentences for each standard, where they come from, and a published case on each side.

They are for whoever can still act: what to do, what must be on record so that it counts, and what to do where it cannot
be done in time. They judge nothing: no outcome rests on them.
"""

import functools
import importlib
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from difflib import get_close_matches
from pathlib import Path
from typing import Any

from bounden.obligations.refused import RulebookRefused
from bounden.standards.sources import Source
from bounden.standards.strict_yaml import place, read_mapping

SENTENCES = 3
_HERE = Path(__file__).parent
_ENTRY = ("good", "sources", "fell_short", "done_well")
_SHOWN = ("says", "case", "source")
_CASE = ("report", "url")
_STANDARD_ID = re.compile(r"[A-Z]{2,3}-[0-9]{2}")
_WITHIN = re.compile(r"[.?!]\s")


class GuidanceRefused(RulebookRefused):
    """A guidance file cannot be used; every reason, one a line."""


@dataclass(frozen=True, slots=True)
class Shown:
    """One published finding in a sentence. case: the id of the published case that shows it; empty: it is no case."""

    says: str
    source: Source
    case: str = ""


@dataclass(frozen=True, slots=True)
class Guidance:
    """What good looks like for one standard. fell_short, done_well: a published finding on each side, if any."""

    standard: str
    sentences: tuple[str, ...]
    sources: tuple[Source, ...]
    fell_short: Shown | None
    done_well: Shown | None


@functools.cache
def named_sources() -> Mapping[str, Source]:
    """Every source by its name, wherever it stands: with the others, or in the module of the area that alone cites it.

    Raises GuidanceRefused if two sources have one name.
    """
    found: dict[str, Source] = {}
    for path in sorted(path for path in _HERE.rglob("*.py") if path.stem != "__init__"):
        module = importlib.import_module(
            ".".join(("bounden.standards", *path.relative_to(_HERE).with_suffix("").parts))
        )
        for name, source in vars(module).items():
            if isinstance(source, Source) and found.setdefault(name, source) != source:
                raise GuidanceRefused(f"{place(path)}: another source is named {name}; give this one another name")
    return found


def guidance_of(standard: str) -> Guidance | None:
    """The guidance of one standard, by its id; None where none is written."""
    return guidance().get(standard)


@functools.cache
def guidance() -> dict[str, Guidance]:
    """The guidance of every area, by the id of its standard.

    Raises GuidanceRefused with every reason of every file.
    """
    reasons: list[str] = []
    found = read_guidance(sorted(_HERE.glob("*/guidance.yaml")), published_cases(reasons), reasons)
    if reasons:
        raise GuidanceRefused("\n".join(reasons))
    return found


def read_guidance(paths: Iterable[Path], cases: dict[str, Source], reasons: list[str]) -> dict[str, Guidance]:
    """The guidance of these files; adds to `reasons` what is wrong with it. `cases` are those that may be named."""
    found: dict[str, Guidance] = {}
    for path in paths:
        for standard, written in read_mapping(path, "the id of each standard to its guidance", reasons).items():
            where = f"{place(path)}: {standard}"
            if not _STANDARD_ID.fullmatch(standard):
                reasons.append(f"{where}: must be the id of a standard, such as MC-06")
            elif standard in found:
                reasons.append(f"{where}: stands in two files; keep one")
            else:
                wrong: list[str] = []
                one = _guidance(standard, written, cases, wrong)
                reasons += [f"{where}: {each}" for each in wrong]
                found[standard] = one
    return found


def published_cases(reasons: list[str]) -> dict[str, Source]:
    """Every published case by its id, with the report that tells it; adds to `reasons` what is wrong with the list."""
    path = _HERE / "published_cases.yaml"
    found: dict[str, Source] = {}
    for case, written in read_mapping(path, "the id of each published case to its report and url", reasons).items():
        if not isinstance(written, dict) or sorted(written) != sorted(_CASE):
            reasons.append(f"{place(path)}: {case}: must have {' and '.join(_CASE)}, and nothing else")
        else:
            found[case] = Source(written["report"], written["url"])
    return found


def _guidance(standard: str, written: Any, cases: dict[str, Source], wrong: list[str]) -> Guidance:
    held = _mapping(written, _ENTRY, "", wrong)
    return Guidance(
        standard=standard,
        sentences=_sentences(held.get("good"), wrong),
        sources=tuple(_source(name, "sources", wrong) for name in _list(held.get("sources"), "sources", wrong)),
        fell_short=_shown("fell_short", held, cases, wrong),
        done_well=_shown("done_well", held, cases, wrong),
    )


def _sentences(written: Any, wrong: list[str]) -> tuple[str, ...]:
    sentences = tuple(_list(written, "good", wrong))
    if len(sentences) != SENTENCES:
        wrong.append(f"good must be {SENTENCES} sentences, each an item of the list")
    for number, sentence in enumerate(sentences, start=1):
        if not sentence.endswith(".") or _WITHIN.search(sentence):
            wrong.append(f"good, item {number}: must be one sentence, with a full stop at its end")
    return sentences


def _shown(side: str, held: dict[str, Any], cases: dict[str, Source], wrong: list[str]) -> Shown | None:
    if side not in held:
        return None
    shown = _mapping(held[side], _SHOWN, f"{side}: ", wrong)
    says, case, source = (str(shown.get(key, "")) for key in _SHOWN)
    if not says.endswith("."):
        wrong.append(f"{side}: says must be a sentence")
    if bool(case) is bool(source):
        wrong.append(f"{side}: must name either a case or a source")
    if case and case not in cases:
        wrong.append(f"{side}: {case} is not one of the published cases")
    return Shown(says, cases[case] if case in cases else _source(source, side, wrong), case)


def _source(name: str, where: str, wrong: list[str]) -> Source:
    if name in named_sources():
        return named_sources()[name]
    if name:
        near = get_close_matches(name, named_sources(), n=1)
        hint = f"did you mean {near[0]}?" if near else "write it as a Source beside the standard that cites it"
        wrong.append(f"{where}: {name} names no source; {hint}")
    return Source("", "")


def _mapping(written: Any, allowed: tuple[str, ...], where: str, wrong: list[str]) -> dict[str, Any]:
    if not isinstance(written, dict):
        wrong.append(f"{where}must be a mapping")
        return {}
    wrong += [f"{where}{key} is not known; use {', '.join(allowed)}" for key in written if key not in allowed]
    return written


def _list(written: Any, key: str, wrong: list[str]) -> list[str]:
    if not isinstance(written, list) or not written or not all(isinstance(one, str) and one for one in written):
        wrong.append(f"{key} must be a list of texts")
        return []
    return written
