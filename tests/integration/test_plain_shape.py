"""The contenders of the benchmarks judge the plain shape alike, and as its definition says."""

from datetime import datetime, timedelta
from importlib import import_module

import duckdb
import pytest

from benchmarks.agreement import Agreement, Disagreement, sums
from benchmarks.plain_shape import plain_tests, write_days
from benchmarks.stripped import RULES, with_rules
from benchmarks.work import Work
from bounden.ingest.delivery import deliver
from bounden.ingest.table_files import arrow_of, write_table
from bounden.records import TABLES, Action, Occurrence, Records
from bounden.simulation.simulate import AS_OF, simulate
from bounden.standards import RULEBOOK, parameters

# Polars is installed by `make bench` only.
CONTENDERS = ("duckdb_queries", "ibis_queries", "pandas_asof", "numpy_kernel", "polars_asof")
COMMON = {"force": "Force", "source": "test"}
REPORT = datetime(2026, 3, 2, 10)


def contender(name):
    if name == "polars_asof":
        pytest.importorskip("polars")
    return import_module(f"benchmarks.contenders.{name}")


@pytest.fixture(scope="module")
def days(tmp_path_factory):
    file = tmp_path_factory.mktemp("days") / "days.parquet"
    write_days(plain_tests(RULEBOOK, parameters(), AS_OF), parameters(), file)
    return file


@pytest.fixture
def work(days, tmp_path):
    def given(records, *only):
        for place in ("records", "room"):
            (tmp_path / place).mkdir()
        for table in TABLES.values():
            write_table(table, arrow_of(table, getattr(records, table.name)), tmp_path / "records")
        return Work(tmp_path / "records", days, tmp_path / "room", AS_OF, only)

    return given


def case(number, kind, *acts, reported=REPORT):
    """An occurrence, and its acts as hours after its report, kind and what is out of the ordinary about the row."""
    name = f"case-{number}"
    rows = (
        Action(
            **{"happened_at": REPORT + timedelta(hours=hours)} | COMMON | facts,
            action_id=f"{name}/{n}",
            occurrence_id=name,
            kind=act,
        )
        for n, (hours, act, facts) in enumerate(acts)
    )
    return Occurrence(occurrence_id=name, kind=kind, reported_at=reported, **COMMON), tuple(rows)


def records(*cases):
    return Records(occurrences=tuple(one for one, _ in cases), actions=tuple(row for _, rows in cases for row in rows))


def found(work, test):
    rows = duckdb.sql(
        f"""SELECT "case", "trigger", epoch(triggered_at), epoch(due_at), epoch(met_at), evidence, outcome
        FROM '{work.room}/{test}.parquet' ORDER BY ALL"""
    ).fetchall()
    begins = (REPORT - datetime(1970, 1, 1)).total_seconds()
    hours = [[None if at is None else (at - begins) / 3600 for at in row[2:5]] for row in rows]
    return [(row[0], row[1], *at, row[5], row[6]) for row, at in zip(rows, hours, strict=True)]


@pytest.mark.parametrize("name", CONTENDERS)
class TestEachContender:
    def test_finds_the_first_discharge_at_or_after_the_report(self, name, work):
        uncertain = {"happened_at_latest": REPORT + timedelta(hours=3)}
        given = work(
            records(
                case(0, "missing", (4, "home_searched", {})),
                case(1, "missing", (5, "home_searched", {}), (6, "home_searched", {})),
                case(2, "missing", (-1, "home_searched", {}), (1, "phone_called", {})),
                case(3, "missing", (1, "home_searched", {"done": False}), (2, "home_searched", uncertain)),
                case(4, "missing", reported=AS_OF - timedelta(hours=4)),
                case(5, "incident", (1, "home_searched", {})),
                case(6, "missing", (0, "home_searched", {}), (0, "home_searched", {})),
            ),
            "MC-06",
        )
        contender(name).run(given)
        last = (AS_OF - REPORT).total_seconds() / 3600
        assert found(given, "MC-06") == [
            (0, -1, 0, 4, 4, 0, "met"),
            (1, -1, 0, 4, 5, 1, "late"),
            (2, -1, 0, 4, None, None, "missed"),
            (3, -1, 0, 4, None, None, "missed"),
            (4, -1, last - 4, last, None, None, "pending"),
            (6, -1, 0, 4, 0, 8, "met"),
        ]

    def test_starts_from_the_first_act_or_else_the_report(self, name, work):
        given = work(
            records(
                case(0, "detention", (3, "detention_authorised", {}), (2, "detention_authorised", {})),
                case(1, "detention", (1, "custody_risk_assessed", {})),
            ),
            "PD-17",
        )
        contender(name).run(given)
        assert found(given, "PD-17-1") == [(0, -1, 2, 3, None, None, "missed"), (1, -1, 0, 1, 1, 2, "met")]

    def test_needs_every_member_and_is_discharged_at_the_last(self, name, work):
        acts = ("breach_established", "breach_recorded", "managers_told")
        given = work(
            records(
                case(0, "registration", *zip((0, 2, 1), acts, [{}] * 3, strict=True)),
                case(1, "registration", *zip((0, 2), acts, [{}] * 2, strict=False)),
                case(2, "registration", *zip((0, 1, 1), acts, [{}] * 3, strict=True)),
            ),
            "RO-06",
        )
        contender(name).run(given)
        assert found(given, "RO-06") == [
            (0, 0, 0, 24, 2, 1, "met"),
            (1, 3, 0, 24, None, None, "missed"),
            (2, 5, 0, 24, 1, 6, "met"),
        ]

    def test_counts_only_the_values_named(self, name, work):
        graded = {"value": "high"}
        given = work(
            records(
                case(0, "missing", (1, "risk_graded", {"value": "medium"}), (2, "risk_regraded", graded)),
                case(1, "missing", (1, "risk_graded", {})),
                case(2, "missing", (1, "risk_graded", graded), (2, "publicity_considered", {})),
            ),
            "MC-09",
        )
        contender(name).run(given)
        assert found(given, "MC-09") == [(0, -1, 2, 3, None, None, "missed"), (2, -1, 1, 2, 2, 4, "met")]

    def test_begins_a_new_interval_with_every_review(self, name, work):
        given = work(
            records(
                case(0, "missing", (9, "supervisor_reviewed", {}), (1, "supervisor_reviewed", {})),
                case(1, "missing", (0, "supervisor_reviewed", {})),
            ),
            "MC-05",
        )
        contender(name).run(given)
        assert found(given, "MC-05") == [
            (0, -1, 0, 8, 1, 1, "met"),
            (0, 0, 9, 17, None, None, "missed"),
            (0, 1, 1, 9, 9, 0, "met"),
            (1, -1, 0, 8, None, None, "missed"),
        ]

    def test_takes_the_end_of_a_local_day_from_the_table(self, name, work):
        given = work(records(case(0, "registration", (0, "visited", {}), (24 * 7, "plan_reviewed", {}))), "RO-15")
        contender(name).run(given)
        # A Monday at ten: the fifth working day after it ends at the end of the Monday after.
        end = 24 * 7 + 14 - 1 / 3600
        assert found(given, "RO-15") == [(0, 0, 0, pytest.approx(end), 24 * 7, 1, "met")]


@pytest.fixture(scope="module")
def force(tmp_path_factory):
    room = tmp_path_factory.mktemp("force")
    simulate(room / "simulated", scale=0.0005, progress=lambda _what, _done, _total: None)
    deliver(room / "simulated", room / "records")
    return room / "records"


@pytest.fixture(scope="module")
def by_queries(force, days, tmp_path_factory):
    work = Work(force, days, tmp_path_factory.mktemp("queries"), AS_OF)
    contender("duckdb_queries").run(work)
    return work


@pytest.mark.parametrize("name", CONTENDERS[1:])
def test_all_find_the_same_in_a_synthetic_force(name, by_queries, force, days, tmp_path):
    work = Work(force, days, tmp_path, AS_OF)
    contender(name).run(work)
    agreement = Agreement({"queries", name})
    agreement.check("queries", by_queries)
    agreement.check(name, work)
    assert agreement.obligations[name] == agreement.obligations["queries"] > 500


def test_a_disagreement_names_the_test(by_queries, force, days, tmp_path):
    agreement = Agreement({"queries", "other"})
    agreement.check("queries", by_queries)
    other = Work(force, days, tmp_path, AS_OF, ("MC-06",))
    contender("duckdb_queries").run(other)
    with pytest.raises(Disagreement, match="other and queries differ on AH-02"):
        agreement.check("other", other)
    assert {test for test, _ in sums(other)} == {"MC-06"}


def test_rules_are_taken_away_and_given_back():
    given = (RULEBOOK, parameters(), AS_OF)
    bare, full = with_rules(*given, ()), with_rules(*given, RULES)
    held = {one.id: one for one in RULEBOOK}
    assert [one.id for one in bare] == [one.id for one in full]
    assert {test.standard for test in plain_tests(*given)} == {one.id for one in full}
    assert all(one.ends == held[one.id].ends and set(one.tests) <= set(held[one.id].tests) for one in full)
    assert not any(one.ends or one.excuse or one.only_where for one in bare)
