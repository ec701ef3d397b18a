"""A delivery judged from where the snapshot before stands: what reaches an occurrence from afar, and what time does."""

from dataclasses import replace
from datetime import date, datetime, timedelta

import duckdb
import pytest

from bounden.ingest.table_files import arrow_of, write_table
from bounden.records import (
    TABLES,
    Action,
    Coverage,
    Flag,
    Involvement,
    Occurrence,
    Person,
    Records,
    Relationship,
)
from bounden.snapshots.coverage_ahead import SHORTLY
from bounden.snapshots.evaluators import Judging
from bounden.snapshots.outlook import Outlook, look_ahead
from bounden.snapshots.renewal import Before, Doubt, renewed
from bounden.standards import rules

OF = {"force": "Wexshire", "source": "rms"}
THEN = datetime(2026, 3, 4, 10)
DAY = timedelta(days=1)
RULES = rules(())


def silent(*_):
    pass


def occurrence(name, kind="incident", reported_at=THEN, **more):
    return Occurrence(occurrence_id=name, kind=kind, reported_at=reported_at, **OF | more)


def act(name, where, kind, at, **more):
    return Action(action_id=name, occurrence_id=where, kind=kind, happened_at=at, **OF, **more)


def part(where, who, role):
    return Involvement(occurrence_id=where, person_id=who, role=role, **OF)


CHILD = Person(person_id="child", date_of_birth=date(2015, 5, 1), **OF)
FATHER = Person(person_id="father", adult=True, **OF)
#: A child missed long ago: whatever happens elsewhere does not touch it.
BYSTANDER = Records(
    people=(replace(CHILD, person_id="other"),),
    occurrences=(occurrence("elsewhere", "missing", THEN - 200 * DAY, closed_at=THEN - 199 * DAY),),
    involvements=(part("elsewhere", "other", "missing_person"),),
    coverage=(Coverage(table="actions", kind="*", supplied=True, **OF),),
)


def given(**rows):
    return BYSTANDER + Records(**rows)


FIGHT = given(
    people=(FATHER, CHILD),
    occurrences=(occurrence("fight", category="domestic_abuse"),),
    involvements=(part("fight", "father", "suspect"),),
    actions=(act("1", "fight", "officers_arrived", THEN),),
    relationships=(Relationship(person_id="father", other_person_id="child", kind="parent", **OF),),
)
SEARCH = given(
    people=(CHILD,),
    occurrences=(occurrence("cell", "detention"), occurrence("talk")),
    involvements=(part("cell", "child", "detained_person"), part("talk", "child", "witness")),
    actions=(act("1", "cell", "strip_searched", THEN, person_id="child", value="with_appropriate_adult"),),
)
REPORT = given(
    occurrences=tuple(occurrence(name, "recommendation", source_ref="report", grade="6_months") for name in "ab"),
    actions=tuple(act(name, name, "reported", THEN, by_role="inspectorate") for name in "ab"),
)
FLAGGED = given(
    people=(CHILD,),
    occurrences=(occurrence("talk", reported_at=THEN - DAY),),
    involvements=(part("talk", "child", "witness"),),
    flags=(Flag(person_id="child", kind="looked_after", from_at=THEN, **OF),),
)
MISSING = given(
    people=(CHILD,),
    occurrences=(occurrence("episode", "missing"),),
    involvements=(part("episode", "child", "missing_person"),),
)
LONG_AFTER = THEN + 100 * DAY


def rows_of(task):
    with duckdb.connect(":memory:") as connection:
        found = connection.execute(
            "SELECT standard, stage, coalesce(occurrence_id, person_id), outcome "
            f"FROM read_parquet('{task.obligations}')"
        ).fetchall()
    return {row[:3]: row[3] for row in found}


@pytest.fixture
def build(tmp_path):
    """Builds records, then others a while later; returns obligations before, after, and who was judged anew."""

    def judged(name, records, as_of):
        (tmp_path / name).mkdir()
        for table in TABLES.values():
            write_table(table, arrow_of(table, getattr(records, table.name)), tmp_path / name)
        task = Judging("reference", RULES, tmp_path / name, tmp_path / f"{name}.parquet", as_of)
        task.run(silent)
        return task

    def run(before, after, as_of, later, *, days=14, most=1.0):
        first, full = judged("before", before, as_of), judged("after", after, later)
        span = {"until": as_of + days * DAY, "since": as_of - SHORTLY}
        for name in ("ahead", "work"):
            (tmp_path / name).mkdir()
        with duckdb.connect(":memory:") as connection:
            unsettled = look_ahead(connection, first, tmp_path / "ahead", **span, progress=silent)
        held = Before(first.records, first.obligations, as_of, Outlook(**span, software="", unsettled=unsettled))
        task = replace(full, obligations=tmp_path / "renewed.parquet")
        result = renewed(task, held, tmp_path / "work", look=True, progress=silent, most=most)
        assert task.obligations.read_bytes() == full.obligations.read_bytes()
        return rows_of(first), rows_of(task), result

    return run


@pytest.mark.parametrize(
    ("before", "added", "owed", "outcomes"),
    [
        pytest.param(
            replace(FIGHT, people=(FATHER, replace(CHILD, date_of_birth=date(1990, 5, 1)), *BYSTANDER.people)),
            {"people": (FATHER, CHILD, *BYSTANDER.people)},
            ("IC-10", "", "fight"),
            (None, "missed"),
            id="a child linked to somebody in it",
        ),
        pytest.param(
            SEARCH,
            {"actions": (*SEARCH.actions, act("2", "talk", "referral_submitted", THEN + DAY / 2, person_id="child"))},
            ("PD-12", "", "cell"),
            ("missed", "met"),
            id="another occurrence of somebody in it",
        ),
        pytest.param(
            REPORT,
            {"actions": (*REPORT.actions, act("2", "b", "disseminated", THEN + DAY, value="action_plan"))},
            ("GOV-02", "", "a"),
            ("missed", "met"),
            id="another recommendation of its report",
        ),
        pytest.param(
            FLAGGED,
            {"actions": (*FLAGGED.actions, act("2", "talk", "flag_added", THEN + DAY / 2, person_id="child"))},
            ("AH-11", "", "child"),
            ("cannot_tell", "met"),
            id="an occurrence of somebody with a flag",
        ),
        pytest.param(
            MISSING,
            {"coverage": (Coverage(table="actions", kind="home_searched", supplied=False, **OF), *MISSING.coverage)},
            ("MC-06", "", "episode"),
            ("missed", "cannot_tell"),
            id="the coverage of its force",
        ),
    ],
)
def test_what_was_entered_late_reaches_whoever_sees_it(build, before, added, owed, outcomes):
    was, now, _ = build(before, replace(before, **added), LONG_AFTER, LONG_AFTER + DAY)
    assert (was.get(owed), now.get(owed)) == outcomes


@pytest.mark.parametrize(
    ("records", "owed", "comes_to", "occurrences"),
    [(MISSING, ("MC-06", "", "episode"), "missed", 1), (FLAGGED, ("AH-11", "", "child"), "cannot_tell", 0)],
)
def test_what_time_alone_changes_is_judged_anew(build, records, owed, comes_to, occurrences):
    was, now, result = build(records, records, THEN + timedelta(hours=1), THEN + 3 * DAY)
    assert (was[owed], now[owed]) == ("pending", comes_to)
    said = f"Judged {occurrences} of 2 occurrences anew; the rest stands since the snapshot of 2026-03-04T11:00:00Z"
    assert result.said.startswith(said)


def test_what_nothing_touches_stands(build):
    was, now, result = build(MISSING, MISSING, LONG_AFTER, LONG_AFTER + DAY)
    assert was == now
    assert result.said.startswith("Judged 0 of 2 occurrences anew")
    assert duckdb.sql(f"FROM read_parquet('{result.outlook.unsettled}')").fetchall() == []


def test_where_most_is_touched_all_is_judged(build):
    with pytest.raises(Doubt, match="more than half"):
        build(MISSING, MISSING, THEN, THEN + DAY, most=0.4)
