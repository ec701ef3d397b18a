"""How a column of a canonical table is declared: type, constraint, meaning and sensitivity."""

import enum
from dataclasses import MISSING, field
from typing import Any


class Type(enum.StrEnum):
    """The type of a column, as written in an extract."""

    TEXT = "text"
    INSTANT = "instant"  # ISO 8601; held as a naive timestamp in UTC, whole seconds
    DATE = "date"
    TRUTH = "truth"  # true, false or empty
    WHOLE = "whole number"
    DECIMAL = "decimal number"


class Sensitivity(enum.StrEnum):
    """How a column must be handled (Data Protection Act 2018, part 3)."""

    IDENTIFYING = "identifying"  # names a person or a home
    SPECIAL = "special category"  # section 35(8): health, ethnicity, sexual life and the like
    NARRATIVE = "narrative"  # free text: may hold anything about anybody
    OPERATIONAL = "operational"  # what police did and when
    REFERENCE = "reference"  # codes and system references


def column(
    type_: Type,
    meaning: str,
    sensitivity: Sensitivity,
    *,
    required: bool = False,
    one_of: frozenset[str] | None = None,
    latest_of: str | None = None,
    default: Any = None,
) -> Any:
    """Declare one column of a row class.

    `latest_of` names the instant of which this column is the latest possible reading: a bare date and an
    ambiguous local time are intervals (record tests, 1.2).
    """
    facts = {
        "type": type_,
        "meaning": meaning,
        "sensitivity": sensitivity,
        "required": required,
        "one_of": one_of,
        "latest_of": latest_of,
    }
    return field(default=MISSING if required else default, metadata=facts)
