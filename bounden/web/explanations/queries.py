"""One obligation, if the account may see it."""

from collections.abc import Iterable
from typing import Any

from django.urls import reverse
from django.utils.text import slugify

from bounden.reports.handbook.entry import Finding
from bounden.web.reading import Sight


def duty(seen: Sight, key: str) -> dict[str, Any] | None:
    """The obligation of this key; none where there is none or it is of a force that the account does not see."""
    found = seen.rows(
        """SELECT d.*, p.family_name, p.given_names, p.date_of_birth, p.age_years, p.age_on
        FROM duties d LEFT JOIN people p USING (force, person_id) WHERE d.obligation_key = $key""",
        {"key": key},
    )
    return found[0] if found else None


def occurrences_of(seen: Sight, force: str, actions: Iterable[str]) -> dict[str, str]:
    """The occurrence that each of these actions answers; ids that are no action's are left out."""
    seen.check_force(force)
    query = "SELECT action_id, occurrence_id FROM actions WHERE force = $force AND list_contains($ids, action_id)"
    rows = seen.rows(query, {"force": force, "ids": sorted(set(actions))})
    return {row["action_id"]: row["occurrence_id"] for row in rows}


def case_pages(seen: Sight, findings: Iterable[Finding]) -> dict[str, str]:
    """The addresses of the pages of the published cases among findings, by the id of the case.

    A case that the snapshot does not hold, or of a force that the account does not see, has none.
    """
    found = {each.case: seen.snapshot.case(each.case) for each in findings if each.case}
    return {
        case: reverse("case", args=[slugify(said["force"]), case])
        for case, said in found.items()
        if said and said["force"] in seen.forces
    }
