"""What one account may read of the published snapshot. Every query of the pages goes through here."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from django.conf import settings
from django.http import Http404, HttpRequest

from bounden.assurance.accounts.permissions import forces_seen
from bounden.snapshots.read import Snapshot, open_current
from bounden.web import rulebook


@dataclass(frozen=True, slots=True)
class Sight:
    """A snapshot as one account may see it: the rows of its forces, and nothing of any other."""

    snapshot: Snapshot
    forces: tuple[str, ...]

    @property
    def id(self) -> str:
        return self.snapshot.id

    @property
    def as_of(self) -> datetime:
        """The instant as of which the snapshot was judged, naive UTC."""
        return _instant(str(self.snapshot.manifest["as_of"]))

    def rows(self, query: str, values: Mapping[str, object] | None = None) -> list[dict[str, Any]]:
        """The rows of a query over `duties`: the obligations of the account's forces with what they concern.

        `duties` has the columns of obligations, and: area, severity, severity_rank, title, police (of the standard);
        kind, category, reported_at (of the occurrence; of a flag where it is about none).
        """
        book, bound = rulebook.relation()
        text = _DUTIES.format(columns=rulebook.COLUMNS, book=book) + query
        given = {"forces": list(self.forces), **bound, **(values or {})}
        with self.snapshot.connection() as cursor:
            cursor.execute(text, {name: value for name, value in given.items() if f"${name}" in text})
            names = [column[0] for column in cursor.description]
            return [dict(zip(names, row, strict=True)) for row in cursor.fetchall()]

    def check_force(self, force: str) -> None:
        """Raises Http404 for a force that the account may not see: it learns nothing, not even that it exists."""
        if force not in self.forces:
            raise Http404


_DUTIES = """
WITH rulebook({columns}) AS (VALUES {book}),
duties AS (
    SELECT o.*, r.area, r.severity, r.severity_rank, r.title, r.police,
           coalesce(c.kind, 'flag') AS kind, coalesce(c.reported_at, o.triggered_at) AS reported_at,
           CASE WHEN o.occurrence_id IS NULL THEN split_part(o.trigger_id, ' ', 1) ELSE c.category END AS category
    FROM obligations o
    JOIN rulebook r USING (standard)
    LEFT JOIN occurrences c ON c.force = o.force AND c.occurrence_id = o.occurrence_id
    WHERE list_contains($forces, o.force)
)
"""


def sight(request: HttpRequest) -> Sight:
    """What the signed-in account may see of the published snapshot. Raises NothingPublished."""
    snapshot = _kept(open_current(settings.BOUNDEN_SNAPSHOTS))
    with snapshot.connection() as cursor:
        forces = [row[0] for row in cursor.execute("SELECT DISTINCT force FROM occurrences").fetchall()]
    return Sight(snapshot, forces_seen(request.user, forces))


_KEPT: dict[Path, Snapshot] = {}


def _kept(snapshot: Snapshot) -> Snapshot:
    """The same snapshot as last time where it is still the published one: its views are then already open."""
    kept = _KEPT.get(snapshot.directory)
    if kept is None:
        _KEPT.clear()
        _KEPT[snapshot.directory] = kept = snapshot
    return kept


def _instant(text: str) -> datetime:
    at = datetime.fromisoformat(text)
    return at.astimezone(UTC).replace(tzinfo=None) if at.tzinfo else at
