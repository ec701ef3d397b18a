"""One obligation, if the account may see it."""

from typing import Any

from bounden.web.reading import Sight


def duty(seen: Sight, key: str) -> dict[str, Any] | None:
    """The obligation of this key; none where there is none or it is of a force that the account does not see."""
    found = seen.rows(
        """SELECT d.*, p.family_name, p.given_names, p.date_of_birth, p.age_years, p.age_on
        FROM duties d LEFT JOIN people p USING (force, person_id) WHERE d.obligation_key = $key""",
        {"key": key},
    )
    return found[0] if found else None
