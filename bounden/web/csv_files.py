"""CSV that says what it is and is safe to open in a spreadsheet."""

import csv
import io
from collections.abc import Iterable, Mapping, Sequence

# What a spreadsheet would run as a formula, also in its full-width forms.
_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")


def safe(value: object) -> str:
    """A cell as text that no spreadsheet runs: an apostrophe before anything that begins like a formula."""
    text = "" if value is None else str(value)
    return f"'{text}" if text.lstrip(" ").startswith(_FORMULA) else text


def written(facts: Mapping[str, object], columns: Sequence[str], rows: Iterable[Sequence[object]]) -> str:
    """The whole file: what it is, a blank line, the columns, a line a row."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerows([title, safe(value)] for title, value in facts.items())
    writer.writerow([])
    writer.writerow(columns)
    writer.writerows([safe(cell) for cell in row] for row in rows)
    return out.getvalue()
