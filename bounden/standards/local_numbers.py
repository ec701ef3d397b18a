"""Reads the numbers of a force's own from its file: strict, with file, line and what to do.

One file holds the numbers of one force:

    force: Wexshire Police
    numbers:
      mc_search:
        - value: 2 h
          from: 2025-04-01
          reference: Missing persons policy 4.2, paragraph 12

A value that asks for less than the national number, or that cannot be compared with it, needs `why` and
`authorised_by`. What statute sets cannot be relaxed at all.
"""

from collections.abc import Iterable, Iterator
from datetime import date, time
from difflib import get_close_matches
from itertools import pairwise, product
from pathlib import Path

import yaml

from bounden.obligations.clock.rest_hours import waking_day
from bounden.obligations.parameters import Frequency, Limit, Parameter, Parameters, Value
from bounden.obligations.rules import LocalNumber
from bounden.obligations.strictness import alike, strictness
from bounden.obligations.terms import Class
from bounden.standards.parameters import read_value, value_text

_ALLOWED = ("value", "from", "to", "reference", "why", "authorised_by")
_YEARS = range(1900, 2201)
#: The most of each unit that a force may set: two years, or an age; the table of days reaches no farther than three.
_MOST = {"min": 1_051_200, "h": 17_520, "d": 730, "wd": 500, "m": 24, "years": 120}
_MOST_TIMES = 10_000


class LocalNumbersRefused(ValueError):
    """Files of local numbers cannot be used; every reason, one a line."""


def read_local_numbers(paths: Iterable[Path], national: Parameters) -> tuple[LocalNumber, ...]:
    """The numbers of forces' own in these files, by force, name and date.

    Raises LocalNumbersRefused with every reason of every file.
    """
    found: list[LocalNumber] = []
    reasons: list[str] = []
    of_force: dict[str, Path] = {}
    for path in paths:
        page = _page(path, reasons)
        force = _force(path, page, reasons) if page else ""
        if not page or not force:
            continue
        if force.lower() in of_force:
            other = of_force[force.lower()]
            reasons.append(f"{path}: {other} holds numbers of this force, too; keep one file for each force")
        of_force[force.lower()] = path
        own = [
            number
            for name, body in _numbers(path, page, reasons)
            for number in _entries(path, force, name, body, national, reasons)
        ]
        reasons += [f"{path}: {reason}" for reason in no_waking_day(own, national)]
        found += own
    if reasons:
        raise LocalNumbersRefused("\n".join(reasons))
    return tuple(sorted(found, key=lambda number: (number.force, number.name, number.begins or date.min)))


def _page(path: Path, reasons: list[str]) -> dict[str, tuple[yaml.Node, yaml.Node]]:
    """The keys of the page with their nodes; empty, and why in `reasons`, if it is none."""
    try:
        node = yaml.compose(path.read_text(encoding="utf-8"), Loader=yaml.SafeLoader)
    except OSError as error:
        reasons.append(f"{path}: cannot be read: {error.strerror}")
        return {}
    except (yaml.YAMLError, UnicodeDecodeError) as error:
        mark = getattr(error, "problem_mark", None)
        where = f", line {mark.line + 1}, column {mark.column + 1}" if mark else ""
        reasons.append(f"{path}{where}: is no YAML in UTF-8")
        return {}
    if not isinstance(node, yaml.MappingNode) or not node.value:
        reasons.append(f"{path}: must hold force: and numbers:")
        return {}
    return _keys(path, node, ("force", "numbers"), reasons)


def _keys(
    path: Path, node: yaml.MappingNode, allowed: tuple[str, ...], reasons: list[str]
) -> dict[str, tuple[yaml.Node, yaml.Node]]:
    """The keys of a mapping; one that is not allowed, or stands twice, is a reason. allowed: empty: any."""
    found: dict[str, tuple[yaml.Node, yaml.Node]] = {}
    for key, value in node.value:
        name = str(key.value)
        if name in found:
            reasons.append(f"{_at(path, key)}: {name} stands twice; keep one")
        elif allowed and name not in allowed:
            reasons.append(f"{_at(path, key)}: {name} is not known here; use {', '.join(allowed)}")
        else:
            found[name] = (key, value)
    return found


def _at(path: Path, node: yaml.Node) -> str:
    return f"{path}, line {node.start_mark.line + 1}"


def _force(path: Path, page: dict[str, tuple[yaml.Node, yaml.Node]], reasons: list[str]) -> str:
    _, node = page.get("force", (None, None))
    if not isinstance(node, yaml.ScalarNode) or not str(node.value).strip():
        reasons.append(f"{path}: force: must name the force as its deliveries do")
        return ""
    return str(node.value).strip()


def _numbers(
    path: Path, page: dict[str, tuple[yaml.Node, yaml.Node]], reasons: list[str]
) -> Iterator[tuple[yaml.Node, yaml.Node]]:
    _, node = page.get("numbers", (None, None))
    if not isinstance(node, yaml.MappingNode) or not node.value:
        reasons.append(f"{path}: numbers: must map the name of each number to its entries")
        return
    yield from _keys(path, node, (), reasons).values()


def _entries(
    path: Path, force: str, key: yaml.Node, body: yaml.Node, national: Parameters, reasons: list[str]
) -> list[LocalNumber]:
    name = str(key.value)
    if name not in national.by_name:
        near = get_close_matches(name, national.by_name, n=3)
        hint = f"did you mean {' or '.join(near)}?" if near else "bounden standards ID names those of a standard"
        reasons.append(f"{_at(path, key)}: the rulebook has no number {name}; {hint}")
        return []
    if not isinstance(body, yaml.SequenceNode) or not body.value:
        reasons.append(f"{_at(path, key)}: {name} must have a list of entries, each with value and reference")
        return []
    found: list[LocalNumber] = []
    for node in body.value:
        before = len(reasons)
        entry = _entry(path, force, name, node, national.by_name[name], reasons)
        if len(reasons) == before and entry:
            found.append(entry)
    found.sort(key=lambda number: number.begins or date.min)
    for one, other in pairwise(found):
        if one.ends is None or other.begins is None or one.ends >= other.begins:
            reasons.append(f"{_at(path, key)}: {name} has two values for the same days; give the earlier one a to:")
    return found


def _entry(
    path: Path, force: str, name: str, node: yaml.Node, national: Parameter, reasons: list[str]
) -> LocalNumber | None:
    where = f"{_at(path, node)}: {name}"
    if not isinstance(node, yaml.MappingNode):
        reasons.append(f"{where}: an entry has {', '.join(_ALLOWED)}")
        return None
    held = _keys(path, node, _ALLOWED, reasons)
    # Scalars are read as they stand: YAML would make a number of "23:00".
    text = {key: str(value.value).strip() for key, (_, value) in held.items() if isinstance(value, yaml.ScalarNode)}
    reasons += [f"{where}: {key} must be one line of text" for key in held if key not in text]
    reasons += [f"{where}: {key} is missing" for key in ("value", "reference") if not text.get(key)]
    value = read_value(text.get("value", ""))
    if text.get("value") and not usable(national.value, value):
        reasons.append(f"{where}: value must be {needed(national.value)}")
        return None
    begins, ends = _day(where, "from", text, reasons), _day(where, "to", text, reasons)
    if begins and ends and ends < begins:
        reasons.append(f"{where}: to lies before from")
    if value is None:
        return None
    number = LocalNumber(
        force=force,
        name=name,
        value=value,
        begins=begins,
        ends=ends,
        reference=text.get("reference", ""),
        why=text.get("why", ""),
        authorised_by=text.get("authorised_by", ""),
    )
    reasons += [f"{where}: {each}" for each in _not_allowed(number, national)]
    return number


def usable(national: Value, value: Value | None) -> bool:
    """Whether a value may stand where the national one does: counted alike, more than 0 and not beyond all sense."""
    return value is not None and alike(national, value) and _within_sense(value)


def needed(national: Value) -> str:
    """What `usable` asks of a value, in words."""
    return f"of the kind of the national one, {value_text(national)}, not 0 and at most two years (an age: 120)"


def _within_sense(value: Value) -> bool:
    match value:
        case Frequency():
            return 0 < value.times <= _MOST_TIMES and _within_sense(value.within)
        case Limit():
            # A unit that only law uses has no entry.
            return 0 < value.amount <= _MOST.get(value.unit, _MOST["d"])
        case int():
            return 0 < value <= _MOST_TIMES
    return True


def no_waking_day(own: Iterable[LocalNumber], national: Parameters) -> Iterator[str]:
    """Why the hours of rest leave no day between them, if they do not."""
    own = tuple(own)
    values = {
        name: {national.clock_time(name)} | {n.value for n in own if n.name == name and isinstance(n.value, time)}
        for name in ("rest_from", "rest_to")
    }
    for rest_from, rest_to in product(values["rest_from"], values["rest_to"]):
        try:
            waking_day(rest_from, rest_to)
        except ValueError as error:
            yield str(error)


def _day(where: str, key: str, text: dict[str, str], reasons: list[str]) -> date | None:
    if key not in text:
        return None
    try:
        day = date.fromisoformat(text[key])
    except ValueError:
        reasons.append(f"{where}: {key} must be a date, as 2026-01-31")
        return None
    if day.year not in _YEARS:
        reasons.append(f"{where}: {key} must lie between {_YEARS[0]} and {_YEARS[-1]}; leave it out for always")
        return None
    return day


def _not_allowed(number: LocalNumber, national: Parameter) -> Iterator[str]:
    """Why a force may not set this number so."""
    found = strictness(national, number.value)
    if not found.needs_reason:
        return
    if national.class_ == Class.STATUTE.value:
        yield f"{number.value} is {found} beside {national.value}, which is law; a force cannot relax it"
    elif not number.why or not number.authorised_by:
        yield (
            f"{number.value} is {found} beside the national {national.value}; say why, and authorised_by: who in the "
            "force decided it"
        )
