"""What a case page is made of: the occurrences of one journey, their records and what was owed in them."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django.http import Http404
from django.utils.text import slugify

from bounden.web.reading import Sight

Row = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Journey:
    """The occurrences of one case, earliest report first, with the records about them.

    duties: those of the occurrences, and those about flags of the people in them, which have no occurrence.
    case_id, case: what a published case says of itself; empty for any other occurrence.
    """

    force: str
    occurrences: tuple[Row, ...]
    involved: tuple[Row, ...]
    flags: tuple[Row, ...]
    actions: tuple[Row, ...]
    duties: tuple[Row, ...]
    case_id: str | None
    case: Mapping[str, Any] | None

    def of(self, rows: tuple[Row, ...], occurrence_id: str) -> list[Row]:
        return [row for row in rows if row["occurrence_id"] == occurrence_id]


def journey(seen: Sight, force_slug: str, reference: str) -> Journey:
    """The case that an occurrence belongs to: the whole of a published case, else the occurrence itself.

    `reference` is an occurrence's id or a published case's. Raises Http404 where the account sees no such case.
    """
    force = next((force for force in seen.forces if slugify(force) == force_slug), None)
    if force is None:
        raise Http404
    case_id = reference if seen.snapshot.case(reference) else reference.rsplit("/", 1)[0]
    case = seen.snapshot.case(case_id)
    if case is not None and case["force"] != force:
        case = None
    occurrences = seen.rows(
        """SELECT * FROM occurrences WHERE force = $force
        AND (occurrence_id = $reference OR starts_with(occurrence_id, $prefix))
        ORDER BY reported_at NULLS LAST, occurrence_id""",
        {"force": force, "reference": reference, "prefix": f"{case_id}/" if case else "\0"},
    )
    if not occurrences:
        raise Http404
    values = {"force": force, "ids": [row["occurrence_id"] for row in occurrences]}
    return Journey(
        force=force,
        occurrences=tuple(occurrences),
        involved=tuple(seen.rows(_INVOLVED, values)),
        flags=tuple(seen.rows(_FLAGS, values)),
        actions=tuple(seen.rows(_ACTIONS, values)),
        duties=tuple(seen.rows(_DUTIES, values)),
        case_id=case_id if case else None,
        case=case,
    )


_PERSON = "p.family_name, p.given_names, p.date_of_birth, p.age_years, p.age_on"
_INVOLVED = f"""
    SELECT i.*, c.reported_at AS triggered_at, p.adult, {_PERSON} FROM involvements i
    JOIN occurrences c USING (force, occurrence_id) LEFT JOIN people p USING (force, person_id)
    WHERE i.force = $force AND list_contains($ids, i.occurrence_id) ORDER BY i.occurrence_id, i.person_id, i.role"""
_FLAGS = """
    SELECT DISTINCT f.person_id, f.kind, f.from_at, f.to_at FROM flags f
    JOIN involvements i USING (force, person_id)
    WHERE f.force = $force AND list_contains($ids, i.occurrence_id) ORDER BY ALL"""
_ACTIONS = f"""
    SELECT a.*, a.happened_at AS triggered_at, {_PERSON} FROM actions a LEFT JOIN people p USING (force, person_id)
    WHERE a.force = $force AND list_contains($ids, a.occurrence_id)
    ORDER BY a.happened_at NULLS LAST, a.happened_at_latest NULLS FIRST, a.action_id"""
_DUTIES = f"""
    SELECT d.*, {_PERSON} FROM duties d LEFT JOIN people p USING (force, person_id)
    WHERE d.force = $force AND (list_contains($ids, d.occurrence_id) OR d.occurrence_id IS NULL AND d.person_id IN
        (SELECT person_id FROM involvements i WHERE i.force = $force AND list_contains($ids, i.occurrence_id)))
    ORDER BY coalesce(d.due_at_latest, d.due_at) NULLS LAST, d.standard, d.stage, d.obligation_key"""
