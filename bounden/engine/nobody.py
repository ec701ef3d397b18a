"""The number that stands for nobody and for no row."""

from typing import Any

import ibis

#: Stands for "nobody" and "no row" where a number is expected.
NONE = 0


def nobody() -> Any:
    """The column that names nobody."""
    return ibis.literal(NONE, "int64")
