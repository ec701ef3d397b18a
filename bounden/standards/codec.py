"""Standards and numbers as plain data and back, so that a snapshot can keep the rulebook that judged it.

Every value that a standard holds is written with its kind: {"is": "Within", "limit": "mc_search"}. Fields that have
their default are left out. What a later rulebook has no kind or field for, it refuses by name.
"""

import enum
import inspect
from collections.abc import Mapping
from dataclasses import MISSING, Field, fields, is_dataclass
from datetime import date, time
from types import MappingProxyType
from typing import Any

from bounden.obligations import parameters, terms
from bounden.obligations.terms import people, scope


class Unreadable(ValueError):
    """Data is no standard or number that this version can read. The message names what it has no word for."""


_KINDS: Mapping[str, Any] = MappingProxyType(
    {
        name: kind
        for module in (terms, people, scope, parameters)
        for name, kind in inspect.getmembers(module, inspect.isclass)
        if is_dataclass(kind) or issubclass(kind, enum.Enum)
    }
)


def encoded(value: object) -> Any:
    """The value as JSON can hold it. Raises TypeError for a kind of value that no standard holds."""
    match value:
        case enum.Enum():
            return {"is": type(value).__name__, "name": value.name}
        case None | bool() | int() | str():
            return value
        case date():
            return {"is": "date", "on": value.isoformat()}
        case time():
            return {"is": "time", "at": value.isoformat()}
        case tuple():
            return [encoded(one) for one in value]
        case frozenset():
            return {"is": "set", "of": sorted((encoded(one) for one in value), key=repr)}
        case Mapping():
            return {"is": "mapping", "of": [[encoded(key), encoded(one)] for key, one in value.items()]}
        case _ if is_dataclass(value):
            held = {f.name: encoded(getattr(value, f.name)) for f in fields(value) if not _default(f, value)}
            return {"is": type(value).__name__, **held}
    raise TypeError(f"a standard holds no {type(value).__name__}")


def _default(field: "Field[Any]", of: object) -> bool:
    return field.default is not MISSING and bool(getattr(of, field.name) == field.default)


def decoded(data: Any) -> Any:
    """The value that `encoded` wrote. Raises Unreadable."""
    if isinstance(data, list):
        return tuple(decoded(one) for one in data)
    if not isinstance(data, dict):
        return data
    held = dict(data)
    match held.pop("is", None):
        case "date":
            return date.fromisoformat(held["on"])
        case "time":
            return time.fromisoformat(held["at"])
        case "set":
            return frozenset(decoded(one) for one in held["of"])
        case "mapping":
            return {decoded(key): decoded(one) for key, one in held["of"]}
        case name:
            return _made(str(name), held)


def _made(name: str, held: dict[str, Any]) -> Any:
    kind = _KINDS.get(name)
    if kind is None:
        raise Unreadable(f"this version has no term {name}")
    if issubclass(kind, enum.Enum):
        if held.get("name") not in kind.__members__:
            raise Unreadable(f"{name} has no {held.get('name')} in this version")
        return kind[held["name"]]
    unknown = sorted(set(held) - {field.name for field in fields(kind)})
    if unknown:
        raise Unreadable(f"the term {name} has no {', '.join(unknown)} in this version")
    try:
        return kind(**{key: decoded(one) for key, one in held.items()})
    except TypeError as error:
        raise Unreadable(f"the term {name} is written otherwise in this version: {error}") from error
