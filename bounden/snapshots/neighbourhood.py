"""The rows that the judgement of one occurrence can rest on.

The standards look at the occurrence, at the people in it and the children linked to them (record tests, 1.10), at
what these people's flags, homes and relationships are, and – where evidence counts anywhere, or a state began
elsewhere – at the other occurrences of the same people. A recommendation is looked at with the others of its report.
Nothing farther away is looked at.
"""

import duckdb

from bounden.records import Records
from bounden.snapshots.rows import Filters, read_records


def around(connection: duckdb.DuckDBPyConnection, force: str, occurrence_id: str) -> Records:
    """The neighbourhood of one occurrence, with the coverage of its force."""
    here = {occurrence_id} | _report_of(connection, force, occurrence_id)
    involved = _people_in(connection, force, here)
    people = involved | _linked_to(connection, force, involved)
    occurrences = here | _occurrences_of(connection, force, people)
    everybody = people | _people_in(connection, force, occurrences)
    return read_records(connection, _filters(force, occurrences, everybody))


def around_person(connection: duckdb.DuckDBPyConnection, force: str, person_id: str) -> Records:
    """The neighbourhood of a duty that is about a person's flag and about no occurrence: all occurrences of hers."""
    people = {person_id}
    occurrences = _occurrences_of(connection, force, people)
    everybody = people | _people_in(connection, force, occurrences)
    return read_records(connection, _filters(force, occurrences, everybody))


def _ids(connection: duckdb.DuckDBPyConnection, query: str, force: str, ids: set[str]) -> set[str]:
    return {row[0] for row in connection.execute(query, {"force": force, "ids": sorted(ids)}).fetchall()}


def _people_in(connection: duckdb.DuckDBPyConnection, force: str, occurrences: set[str]) -> set[str]:
    query = """
        SELECT person_id FROM involvements WHERE "force" = $force AND list_contains($ids::VARCHAR[], occurrence_id)
        UNION SELECT person_id FROM actions
        WHERE "force" = $force AND person_id IS NOT NULL AND list_contains($ids::VARCHAR[], occurrence_id)"""
    return _ids(connection, query, force, occurrences)


def _report_of(connection: duckdb.DuckDBPyConnection, force: str, occurrence_id: str) -> set[str]:
    query = """
        SELECT other.occurrence_id FROM occurrences AS other JOIN occurrences AS this
        ON other."force" = this."force" AND other.source = this.source AND other.source_ref = this.source_ref
        WHERE this."force" = $force AND list_contains($ids::VARCHAR[], this.occurrence_id)
        AND this.kind = 'recommendation' AND other.kind = 'recommendation' AND this.source_ref <> ''"""
    return _ids(connection, query, force, {occurrence_id})


def _linked_to(connection: duckdb.DuckDBPyConnection, force: str, people: set[str]) -> set[str]:
    query = """
        SELECT other_person_id FROM relationships WHERE "force" = $force AND list_contains($ids::VARCHAR[], person_id)
        UNION SELECT person_id FROM relationships
        WHERE "force" = $force AND list_contains($ids::VARCHAR[], other_person_id)"""
    return _ids(connection, query, force, people)


def _occurrences_of(connection: duckdb.DuckDBPyConnection, force: str, people: set[str]) -> set[str]:
    query = """
        SELECT occurrence_id FROM involvements WHERE "force" = $force AND list_contains($ids::VARCHAR[], person_id)
        UNION SELECT occurrence_id FROM actions WHERE "force" = $force AND list_contains($ids::VARCHAR[], person_id)"""
    return _ids(connection, query, force, people)


def _filters(force: str, occurrences: set[str], people: set[str]) -> Filters:
    about = ('"force" = ? AND list_contains(?::VARCHAR[], occurrence_id)', [force, sorted(occurrences)])
    of = ('"force" = ? AND list_contains(?::VARCHAR[], person_id)', [force, sorted(people)])
    either = (
        '"force" = ? AND (list_contains(?::VARCHAR[], person_id) OR list_contains(?::VARCHAR[], other_person_id))',
        [force, sorted(people), sorted(people)],
    )
    places = """place_id IN (
        SELECT place_id FROM residences WHERE "force" = ? AND list_contains(?::VARCHAR[], person_id)
        UNION SELECT place_id FROM occurrences WHERE "force" = ? AND list_contains(?::VARCHAR[], occurrence_id))"""
    at_places = [force, sorted(people), force, sorted(occurrences)]
    covered = '"force" = ? AND (occurrence_id IS NULL OR list_contains(?::VARCHAR[], occurrence_id))'
    return {
        "occurrences": about,
        "involvements": about,
        "actions": about,
        "people": of,
        "flags": (
            f'"force" = ? AND (list_contains(?::VARCHAR[], person_id) OR {places})',
            [force, sorted(people), *at_places],
        ),
        "residences": of,
        "relationships": either,
        "places": (f'"force" = ? AND {places}', [force, *at_places]),
        "coverage": (covered, [force, sorted(occurrences)]),
    }
