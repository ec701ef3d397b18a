"""The counts of the front page."""

from typing import Any

from bounden.web.reading import Sight


def counts(seen: Sight) -> list[dict[str, Any]]:
    """Obligations by area, by whether the duty is a police one, and by outcome (none: withdrawn)."""
    return seen.rows("SELECT area, police, outcome, count(*) AS n FROM duties GROUP BY ALL ORDER BY ALL")


def at_stake(seen: Sight) -> list[dict[str, Any]]:
    """Police obligations of critical severity that are known not to be done, or are still due, by outcome."""
    return seen.rows(
        """SELECT outcome, count(*) AS n, count(DISTINCT (force, coalesce(occurrence_id, person_id))) AS cases
        FROM duties WHERE police AND severity = 'critical' AND outcome IN ('missed', 'pending') GROUP BY ALL"""
    )


def gaps(seen: Sight, *, most: int) -> list[dict[str, Any]]:
    """What is absent where it cannot be told, with how many obligations each gap blocks; the largest first."""
    return seen.rows(
        """SELECT missing, count(*) AS n, count(DISTINCT standard) AS standards FROM duties
        WHERE outcome = 'cannot_tell' GROUP BY missing ORDER BY n DESC, missing LIMIT $most""",
        {"most": most},
    )


def holdings(seen: Sight) -> dict[str, Any]:
    """How many occurrences, forces and obligations the account sees."""
    return seen.rows(
        """SELECT count(*) AS obligations, count(DISTINCT force) AS forces,
        count(DISTINCT (force, occurrence_id)) FILTER (occurrence_id IS NOT NULL) AS occurrences FROM duties"""
    )[0]
