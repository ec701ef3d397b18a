"""A standard's terms and parameters as JSON can hold them."""

import dataclasses
import enum
from collections.abc import Mapping
from datetime import date, time
from typing import Any

from bounden.obligations.parameters import Frequency, Limit


def plain(value: Any) -> Any:
    """A term as strings, numbers, lists and objects; an object names its kind of term."""
    if isinstance(value, Limit | Frequency):
        return str(value)
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        fields = {f.name.removesuffix("_"): plain(getattr(value, f.name)) for f in dataclasses.fields(value)}
        return {"term": type(value).__name__, **fields}
    if isinstance(value, enum.Enum):
        return value.value
    if isinstance(value, frozenset):
        return sorted(plain(each) for each in value)
    if isinstance(value, Mapping):
        return {str(key): plain(each) for key, each in value.items()}
    if isinstance(value, tuple):
        return [plain(each) for each in value]
    if isinstance(value, date | time):
        return value.isoformat()
    return value
