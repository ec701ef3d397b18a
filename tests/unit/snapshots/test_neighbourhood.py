"""The rows that the judgement of one occurrence can rest on."""

import random

import duckdb
import pytest

from bounden.ingest.table_files import arrow_of
from bounden.records import (
    TABLES,
    Action,
    Coverage,
    Flag,
    Involvement,
    Occurrence,
    Person,
    Place,
    Records,
    Relationship,
    Residence,
)
from bounden.snapshots.neighbourhood import Ends, around, around_person, seen_by, who_see


def family(force="Wexshire"):
    """A mother is the suspect in `fight`; her son is not in it, but is the missing child of `episode`."""
    of = {"force": force, "source": "rms"}
    return Records(
        people=tuple(Person(person_id=i, **of) for i in ("mother", "son", "friend", "stranger")),
        places=tuple(Place(place_id=i, **of) for i in ("home", "elsewhere", "scene")),
        occurrences=(
            Occurrence(occurrence_id="fight", kind="incident", place_id="scene", **of),
            Occurrence(occurrence_id="episode", kind="missing", **of),
            Occurrence(occurrence_id="theft", kind="incident", **of),
        ),
        involvements=(
            Involvement(occurrence_id="fight", person_id="mother", role="suspect", **of),
            Involvement(occurrence_id="episode", person_id="son", role="missing_person", **of),
            Involvement(occurrence_id="episode", person_id="friend", role="witness", **of),
            Involvement(occurrence_id="theft", person_id="stranger", role="suspect", **of),
        ),
        actions=(
            Action(action_id="1", occurrence_id="fight", kind="officers_arrived", **of),
            Action(action_id="2", occurrence_id="episode", kind="found", **of),
            Action(action_id="3", occurrence_id="theft", kind="closed", **of),
        ),
        flags=(
            Flag(person_id="son", kind="looked_after", **of),
            Flag(place_id="scene", kind="firearms", **of),
            Flag(person_id="stranger", kind="warning", **of),
            Flag(place_id="elsewhere", kind="warning", **of),
        ),
        relationships=(Relationship(person_id="mother", other_person_id="son", kind="parent", **of),),
        residences=(
            Residence(person_id="son", place_id="home", **of),
            Residence(person_id="stranger", place_id="elsewhere", **of),
        ),
        coverage=(
            Coverage(table="actions", kind="*", supplied=True, **of),
            Coverage(table="actions", kind="found", supplied=False, occurrence_id="theft", **of),
        ),
    )


def hold(connection, records):
    for table in TABLES.values():
        connection.register("rows_held", arrow_of(table, getattr(records, table.name)))
        connection.execute(f"CREATE TABLE {table.name} AS SELECT * FROM rows_held")


@pytest.fixture
def connection():
    held = family() + family("Eastshire")
    with duckdb.connect(":memory:") as connection:
        hold(connection, held)
        yield connection


def test_it_holds_the_people_those_linked_to_them_and_their_other_occurrences(connection):
    near = around(connection, "Wexshire", "fight")
    assert {o.occurrence_id for o in near.occurrences} == {"fight", "episode"}
    assert {p.person_id for p in near.people} == {"mother", "son", "friend"}
    assert {a.action_id for a in near.actions} == {"1", "2"}
    assert {(f.person_id, f.place_id) for f in near.flags} == {("son", None), (None, "scene")}
    assert {p.place_id for p in near.places} == {"home", "scene"}
    assert [r.person_id for r in near.residences] == ["son"]
    assert [r.other_person_id for r in near.relationships] == ["son"]
    assert [c.kind for c in near.coverage] == ["*"]


def test_a_recommendation_comes_with_the_others_of_its_report(connection):
    connection.execute("UPDATE occurrences SET kind = 'recommendation', source_ref = 'report' WHERE kind = 'incident'")
    assert {o.occurrence_id for o in around(connection, "Wexshire", "theft").occurrences} >= {"fight", "theft"}
    connection.execute("UPDATE occurrences SET source_ref = ''")
    assert {o.occurrence_id for o in around(connection, "Wexshire", "theft").occurrences} == {"theft"}


def test_of_a_person_it_holds_every_occurrence_and_whoever_is_in_them(connection):
    near = around_person(connection, "Wexshire", "son")
    assert {o.occurrence_id for o in near.occurrences} == {"episode"}
    assert {p.person_id for p in near.people} == {"son", "friend"}
    assert [f.person_id for f in near.flags if f.person_id] == ["son"]
    assert not around_person(connection, "Wexshire", "nobody").occurrences


def test_nothing_of_another_force_comes_near(connection):
    near = around(connection, "Wexshire", "fight")
    assert {row.force for table in TABLES for row in getattr(near, table)} == {"Wexshire"}


def test_rows_come_back_as_they_were(connection):
    near = around(connection, "Wexshire", "theft")
    written = family()
    assert near.actions == (written.actions[2],)
    assert near.people == (written.people[3],)
    assert near.coverage == written.coverage


def test_people_named_by_an_action_alone_belong_too(connection):
    connection.execute("UPDATE actions SET person_id = 'friend' WHERE action_id = '3'")
    assert {o.occurrence_id for o in around(connection, "Wexshire", "theft").occurrences} == {"theft", "episode"}
    assert {o.occurrence_id for o in around(connection, "Wexshire", "fight").occurrences} == {"fight", "episode"}


KINDS = ("occurrence", "person")
IDS = {"occurrence": [f"o{n}" for n in range(30)], "person": [f"p{n}" for n in range(30)]}
FORCES = ("Wexshire", "Eastshire")


def chance_ties(chance):
    """Occurrences and people, in two forces that use the same ids, tied to one another by chance."""

    def one(kind):
        return chance.choice(IDS[kind])

    def rows(row, number, columns):
        return tuple(row(force=chance.choice(FORCES), source="rms", **columns(n)) for n in range(number))

    reports = (None, "", "report 1", "report 2", "report 3")
    return Records(
        occurrences=tuple(
            Occurrence(
                force=force,
                source=chance.choice(("rms", "rms", "other")),
                source_ref=chance.choice(reports),
                occurrence_id=occurrence_id,
                kind=chance.choice(("incident", "recommendation")),
            )
            for force in FORCES
            for occurrence_id in IDS["occurrence"]
        ),
        involvements=rows(
            Involvement,
            30,
            lambda n: {"occurrence_id": one("occurrence"), "person_id": one("person"), "role": "witness"},
        ),
        actions=rows(
            Action,
            20,
            lambda n: {
                "action_id": str(n),
                "occurrence_id": one("occurrence"),
                "person_id": chance.choice((None, one("person"))),
                "kind": "child_seen",
            },
        ),
        relationships=rows(
            Relationship,
            16,
            lambda n: {"person_id": one("person"), "other_person_id": one("person"), "kind": "parent"},
        ),
    )


def walked(connection, walk, asked):
    """Where a walk leads from these occurrences and people."""
    for kind in KINDS:
        connection.execute(f'CREATE OR REPLACE TABLE asked_{kind} ("force" VARCHAR, id VARCHAR)')
    for kind, *one in asked:
        connection.execute(f"INSERT INTO asked_{kind} VALUES (?, ?)", one)
    ends = walk(connection, Ends("asked_occurrence", "asked_person"))
    relations = zip(KINDS, (ends.occurrences, ends.people), strict=True)
    return {(kind, *row) for kind, name in relations for row in connection.execute(f"FROM {name}").fetchall()}


@pytest.fixture(scope="module", params=range(2))
def tied(request):
    """Such records, and for each occurrence and person what it sees."""
    with duckdb.connect(":memory:") as connection:
        hold(connection, chance_ties(random.Random(request.param)))
        every = [(kind, force, one) for kind in KINDS for force in FORCES for one in IDS[kind]]
        yield connection, {one: walked(connection, seen_by, [one]) for one in every}


def test_who_see_one_are_those_who_have_it_in_their_neighbourhood(tied):
    connection, near = tied
    for one in near:
        assert walked(connection, who_see, [one]) == {other for other, there in near.items() if one in there}


def test_several_see_what_each_of_them_sees(tied):
    connection, near = tied
    for some in ([], random.Random(1).sample(sorted(near), 9)):
        assert walked(connection, seen_by, some) == set().union(*(near[one] for one in some))


def test_the_neighbourhoods_are_of_every_size(tied):
    sizes = [len(there) for there in tied[1].values()]
    assert (min(sizes), max(sizes) > 8) == (1, True)
