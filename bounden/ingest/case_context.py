"""What the rows of one case share: its ids, its instants, its source."""

import re
from dataclasses import dataclass, field
from datetime import datetime
from typing import TypedDict

from bounden.ingest.case_times import instant
from bounden.ingest.page import Block
from bounden.ingest.refusals import shape
from bounden.obligations.span import Span

SOURCE = "case-file"

#: The keys of a period, as read by Case.period.
PERIOD = ("from_at", "from_at_latest", "to_at", "to_at_latest", "recorded_at")

_LOCAL_ID = re.compile(r"[A-Za-z0-9][A-Za-z0-9_.-]*")


class Period(TypedDict, total=False):
    """When a row holds and when it was entered, as the tables hold it."""

    from_at: datetime | None
    from_at_latest: datetime | None
    to_at: datetime | None
    to_at_latest: datetime | None
    recorded_at: datetime | None
    recorded_at_latest: datetime | None


@dataclass(slots=True)
class Case:
    """What the rows of one case share, and which ids it has declared."""

    case: str
    force: str
    url: str | None
    starts_at: Span | None
    judged_at: datetime | None
    people: set[str] = field(default_factory=set)
    places: set[str] = field(default_factory=set)
    occurrences: set[str] = field(default_factory=set)

    def full(self, local: str) -> str:
        """`<case>/<id>`."""
        return f"{self.case}/{local}"

    def declare(self, block: Block, ids: set[str], what: str) -> str:
        """The full id that a block declares; complains where it is missing, malformed or taken."""
        local = block.text("id", required=True)
        if local is None:
            return ""
        if not _LOCAL_ID.fullmatch(local):
            block.refuse("id", "an id is made of letters, digits, _, - and .")
        elif local in ids:
            block.refuse("id", f"another {what} of this case has the same id")
        ids.add(local)
        return self.full(local)

    def refer(self, block: Block, key: str, ids: set[str], what: str, *, required: bool = False) -> str | None:
        """The full id that a block refers to; complains where the case does not declare it."""
        local = block.text(key, required=required)
        if local is None:
            return None
        if local not in ids:
            block.refuse(key, f"no {what} of this case has this id ({shape(local)})")
        return self.full(local)

    def span(self, block: Block, key: str, *, latest: str | None = None) -> tuple[datetime | None, datetime | None]:
        """An instant and its latest possible reading (None: exact), as the tables hold them."""
        first = self._read(block, key)
        if latest is None or block.text(latest) is None:
            return (None, None) if first is None else _columns(first)
        last = self._read(block, latest)
        if block.text(key) is None:
            block.refuse(latest, f"needs {key}")
        if first is None or last is None:
            return None, None
        if last.latest < first.earliest:
            block.refuse(latest, f"lies before {key}")
            return None, None
        return _columns(Span(first.earliest, last.latest))

    def _read(self, block: Block, key: str) -> Span | None:
        text = block.text(key)
        if text is None:
            return None
        try:
            return instant(text, self.starts_at)
        except ValueError as error:
            block.refuse(key, str(error))
            return None

    def period(self, block: Block) -> Period:
        """from_at, to_at and recorded_at of a row; complains where the period ends before it begins."""
        from_at, from_at_latest = self.span(block, "from_at", latest="from_at_latest")
        to_at, to_at_latest = self.span(block, "to_at", latest="to_at_latest")
        recorded_at, recorded_at_latest = self.span(block, "recorded_at")
        if from_at and to_at and (to_at_latest or to_at) < from_at:
            block.refuse("to_at", "lies before from_at")
        return {
            "from_at": from_at,
            "from_at_latest": from_at_latest,
            "to_at": to_at,
            "to_at_latest": to_at_latest,
            "recorded_at": recorded_at,
            "recorded_at_latest": recorded_at_latest,
        }


def _columns(span: Span) -> tuple[datetime, datetime | None]:
    return span.earliest, None if span.exact else span.latest
