"""Reads the parameters.yaml of the rulebook and of each area: strict, with file, line and what to do."""

import re
from collections.abc import Iterable
from datetime import date, time
from pathlib import Path

import yaml

from bounden.obligations.parameters import Frequency, Limit, Parameter, Parameters, Value
from bounden.obligations.refused import RulebookRefused
from bounden.obligations.strictness import directions
from bounden.obligations.terms import Class

_REQUIRED = ("value", "meaning", "class", "reference")
_ALLOWED = (*_REQUIRED, "to_be_confirmed", "in_force_from", "stricter")
_NAME = re.compile(r"[a-z][a-z0-9_]*")
_TIME = re.compile(r"([01][0-9]|2[0-3]):[0-5][0-9]")
_COUNT = re.compile(r"[0-9]+")
_WORD = re.compile(r"[a-z_]+")


#: What a value may be, in words.
VALUES = 'a limit ("4 h", "5 wd"), how often ("3 in 90 d"), a time of day ("09:00"), a whole number or a word'


class ParametersRefused(RulebookRefused):
    """A parameters file cannot be used; every reason, one a line."""


def read_parameters(paths: Iterable[Path]) -> Parameters:
    """All parameters of these files.

    Raises ParametersRefused with every reason of every file, and ValueError if a name stands in two files.
    """
    read: list[Parameter] = []
    reasons: list[str] = []
    for path in paths:
        _read_file(path, read, reasons)
    if reasons:
        raise ParametersRefused("\n".join(reasons))
    return Parameters.of(tuple(read))


def _read_file(path: Path, read: list[Parameter], reasons: list[str]) -> None:
    where = f"{path.parent.name}/{path.name}"
    try:
        page = yaml.compose(path.read_text(encoding="utf-8"), Loader=yaml.SafeLoader)
    except (yaml.YAMLError, UnicodeDecodeError) as error:
        reasons.append(f"{where}: is no YAML in UTF-8 ({type(error).__name__}): {_at(error)}")
        return
    if not isinstance(page, yaml.MappingNode):
        reasons.append(f"{where}: must map the name of each parameter to its value, meaning, class and reference")
        return
    seen: set[str] = set()
    for key, body in page.value:
        line = key.start_mark.line + 1
        name = str(key.value)
        if name in seen:
            reasons.append(f"{where}, line {line}: {name} stands twice; keep one")
        seen.add(name)
        found = _parameter(name, body)
        if isinstance(found, Parameter):
            read.append(found)
        else:
            reasons.extend(f"{where}, line {line}: {name}: {reason}" for reason in found)


def _parameter(name: str, body: yaml.Node) -> Parameter | list[str]:
    """The parameter, or the reasons why it is none."""
    if not isinstance(body, yaml.MappingNode) or not all(isinstance(v, yaml.ScalarNode) for _, v in body.value):
        return ["must have value, meaning, class and reference, each on a line of its own"]
    keys = [str(key.value) for key, _ in body.value]
    # Scalars are read as they stand: YAML would make a number of "23:00".
    text = {str(key.value): str(value.value) for key, value in body.value}
    reasons = [f"{key} stands twice" for key in sorted({k for k in keys if keys.count(k) > 1})]
    reasons += [f"{key} is not known; use {', '.join(_ALLOWED)}" for key in keys if key not in _ALLOWED]
    reasons += [f"{key} is missing" for key in _REQUIRED if not text.get(key)]
    if not _NAME.fullmatch(name):
        reasons.append("a name is lower case letters, digits and underscores")
    if text.get("class", "local") not in set(Class):
        reasons.append(f"class must be one of {', '.join(Class)}")
    if text.get("to_be_confirmed", "true") not in ("true", "false"):
        reasons.append("to_be_confirmed must be true or false")
    value = read_value(text.get("value", ""))
    if value is None and text.get("value"):
        reasons.append(f"value must be {VALUES}")
    if value is not None and text.get("stricter", "") not in directions(value):
        ways = " or ".join(directions(value)) or "left out: its kind says which is stricter"
        reasons.append(f"stricter must be {ways}")
    try:
        in_force_from = date.fromisoformat(text["in_force_from"]) if "in_force_from" in text else None
    except ValueError:
        reasons.append("in_force_from must be a date, as 2026-01-31")
    if reasons or value is None:
        return reasons
    return Parameter(
        name=name,
        value=value,
        meaning=text["meaning"],
        class_=text["class"],
        reference=text["reference"],
        to_be_confirmed=text.get("to_be_confirmed") == "true",
        in_force_from=in_force_from,
        stricter=text.get("stricter", ""),
    )


def read_value(text: str) -> Value | None:
    """The value that a text is; None if it is none."""
    if _COUNT.fullmatch(text):
        return int(text)
    if _TIME.fullmatch(text):
        return time.fromisoformat(text)
    if _WORD.fullmatch(text):
        return text
    try:
        return Frequency.parse(text) if " in " in text else Limit.parse(text)
    except ValueError:
        return None


def value_text(value: Value) -> str:
    """A value as `read_value` reads it."""
    return f"{value:%H:%M}" if isinstance(value, time) else str(value)


def _at(error: Exception) -> str:
    mark = getattr(error, "problem_mark", None)
    return f"line {mark.line + 1}, column {mark.column + 1}" if mark else "the text cannot be decoded"
