"""The rows that the judgement of an occurrence, or of a duty about a person's flag, can rest on.

The standards look at the occurrence, at the people in it and the children linked to them (record tests, 1.10), at
what these people's flags, homes and relationships are, and – where evidence counts anywhere, or a state began
elsewhere – at the other occurrences of the same people. A recommendation is looked at with the others of its report.
A duty about a flag looks at all occurrences of its person. Nothing farther away is looked at.

A set of occurrences or people is a relation with the columns force and id.
"""

from collections.abc import Mapping
from dataclasses import dataclass

import duckdb

from bounden.records import Records
from bounden.snapshots.rows import read_records


@dataclass(frozen=True, slots=True)
class Ends:
    """A set of occurrences and a set of people, by the names of their relations."""

    occurrences: str
    people: str


def around(connection: duckdb.DuckDBPyConnection, force: str, occurrence_id: str) -> Records:
    """The neighbourhood of one occurrence, with the coverage of its force."""
    return _around(connection, [(force, occurrence_id)], [])


def around_person(connection: duckdb.DuckDBPyConnection, force: str, person_id: str) -> Records:
    """The neighbourhood of a duty that is about a person's flag and about no occurrence: all occurrences of hers."""
    return _around(connection, [], [(force, person_id)])


def seen_by(connection: duckdb.DuckDBPyConnection, asked: Ends) -> Ends:
    """What stands in the neighbourhoods of the occurrences `asked`, and of the duties about flags of the people."""
    here = _keep(connection, "seen_here", _with_mates(asked.occurrences))
    involved = _keep(connection, "seen_involved", _people_in(here))
    linked = f"SELECT * FROM {involved} UNION {_linked_to(involved)} UNION SELECT * FROM {asked.people}"
    people = _keep(connection, "seen_linked", linked)
    occurrences = f"SELECT * FROM {here} UNION {_occurrences_of(people)}"
    found = _keep(connection, "seen_occurrences", occurrences)
    everybody = f"SELECT * FROM {people} UNION {_people_in(found)}"
    return Ends(found, _keep(connection, "seen_people", everybody))


def who_see(connection: duckdb.DuckDBPyConnection, asked: Ends) -> Ends:
    """Who have any of the occurrences or people `asked` in their neighbourhood.

    That is `seen_by` walked backwards. `people` are those whose duties about a flag see them.
    """
    near = f"SELECT * FROM {asked.occurrences} UNION {_occurrences_of(asked.people)}"
    occurrences = _keep(connection, "who_near", near)
    everybody = f"SELECT * FROM {asked.people} UNION {_people_in(occurrences)}"
    people = _keep(connection, "who_people", everybody)
    linked = _keep(connection, "who_linked", f"SELECT * FROM {people} UNION {_linked_to(people)}")
    here = _keep(connection, "who_here", f"SELECT * FROM {occurrences} UNION {_occurrences_of(linked)}")
    return Ends(_keep(connection, "who_occurrences", _with_mates(here)), people)


def conditions(seen: Ends) -> Mapping[str, str]:
    """For each of the nine tables the condition, in SQL, that its row is about what is seen."""
    about = f'("force", occurrence_id) IN (FROM {seen.occurrences})'
    of = f'("force", person_id) IN (FROM {seen.people})'
    places = f"""("force", place_id) IN (
        SELECT "force", place_id FROM residences WHERE {of}
        UNION SELECT "force", place_id FROM occurrences WHERE {about})"""
    return {
        "occurrences": about,
        "involvements": about,
        "actions": about,
        "people": of,
        "flags": f"({of} OR {places})",
        "residences": of,
        "relationships": f'({of} OR ("force", other_person_id) IN (FROM {seen.people}))',
        "places": places,
        "coverage": f"""(occurrence_id IS NULL AND "force" IN (
            SELECT "force" FROM {seen.occurrences} UNION SELECT "force" FROM {seen.people}) OR {about})""",
    }


def _around(
    connection: duckdb.DuckDBPyConnection, occurrences: list[tuple[str, str]], people: list[tuple[str, str]]
) -> Records:
    for name, held in (("asked_occurrences", occurrences), ("asked_people", people)):
        connection.execute(f'CREATE OR REPLACE TEMP TABLE {name} ("force" VARCHAR, id VARCHAR)')
        for one in held:
            connection.execute(f"INSERT INTO {name} VALUES (?, ?)", one)
    seen = seen_by(connection, Ends("asked_occurrences", "asked_people"))
    return read_records(connection, {table: (condition, ()) for table, condition in conditions(seen).items()})


def _keep(connection: duckdb.DuckDBPyConnection, name: str, query: str) -> str:
    connection.execute(f"CREATE OR REPLACE TEMP TABLE {name} AS {query}")
    return name


# The four steps from one set to the next. Each leads there and back: who is in what is in what they are in.


def _people_in(occurrences: str) -> str:
    within = f'("force", occurrence_id) IN (FROM {occurrences})'
    return f"""SELECT "force", person_id AS id FROM involvements WHERE {within}
        UNION SELECT "force", person_id FROM actions WHERE person_id IS NOT NULL AND {within}"""


def _occurrences_of(people: str) -> str:
    of = f'("force", person_id) IN (FROM {people})'
    return f"""SELECT "force", occurrence_id AS id FROM involvements WHERE {of}
        UNION SELECT "force", occurrence_id FROM actions WHERE {of}"""


def _linked_to(people: str) -> str:
    return f"""SELECT "force", other_person_id AS id FROM relationships WHERE ("force", person_id) IN (FROM {people})
        UNION SELECT "force", person_id FROM relationships WHERE ("force", other_person_id) IN (FROM {people})"""


def _with_mates(occurrences: str) -> str:
    """The occurrences, and the other recommendations of the reports to which they belong."""
    return f"""SELECT * FROM {occurrences}
        UNION SELECT other."force", other.occurrence_id FROM occurrences AS other JOIN occurrences AS this
        ON other."force" = this."force" AND other.source = this.source AND other.source_ref = this.source_ref
        WHERE this.kind = 'recommendation' AND other.kind = 'recommendation' AND this.source_ref <> ''
        AND (this."force", this.occurrence_id) IN (FROM {occurrences})"""
