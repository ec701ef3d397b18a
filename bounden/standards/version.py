"""The version of the rulebook: a dated name, and a hash of everything that can change an outcome or a page."""

import enum
import hashlib
from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from datetime import date, time

from bounden.obligations.naming import named_parameters
from bounden.obligations.parameters import Parameters
from bounden.obligations.terms import AuditQuestion, Standard

DATED = "2026-11-21"


def version_of(rulebook: tuple[Standard | AuditQuestion, ...], parameters: Parameters) -> str:
    """Such as "2026-11-21+1f2e3d4c5b6a": the date of the edition and 12 hex digits of its text's SHA-256."""
    text = canonical_text((rulebook, dict(sorted(parameters.by_name.items()))))
    return f"{DATED}+{hashlib.sha256(text.encode()).hexdigest()[:12]}"


def standard_version(standard: Standard | AuditQuestion, parameters: Parameters) -> str:
    """The version of one standard or audit question: it changes with its text and with the numbers that it names."""
    return version_of((standard,), named_parameters(standard, parameters))


def canonical_text(value: object) -> str:
    """The same text for the same content, on every machine: sets sorted, fields named.

    Raises TypeError for a kind of value that no standard holds.
    """
    match value:
        case None | bool() | int():
            return repr(value)
        case enum.Enum():
            return f"{type(value).__name__}.{value.name}"
        case str():
            return repr(value)
        case date() | time():
            return value.isoformat()
        case frozenset():
            return "{" + ", ".join(sorted(canonical_text(one) for one in value)) + "}"
        case tuple():
            return "[" + ", ".join(canonical_text(one) for one in value) + "]"
        case Mapping():
            # The order of grades is their order of strictness, so it is kept.
            return "{" + ", ".join(f"{canonical_text(k)}: {canonical_text(v)}" for k, v in value.items()) + "}"
        case _ if is_dataclass(value):
            held = (f"{f.name}={canonical_text(getattr(value, f.name))}" for f in fields(value))
            return f"{type(value).__name__}({', '.join(held)})"
    raise TypeError(f"a standard holds no {type(value).__name__}")
