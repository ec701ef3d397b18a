"""All standards on all records: prepared once, then a few statements a test, each running natively on DuckDB."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor, as_completed
from dataclasses import dataclass
from datetime import datetime
from functools import cache
from threading import Lock

import duckdb
import ibis
import pyarrow as pa

from bounden.engine.bounds import bound_of, load_bounds
from bounden.engine.compiled import compiled
from bounden.engine.crowded import crowded
from bounden.engine.days import clock_times, drop_days, load_days
from bounden.engine.files import Files, prepare
from bounden.engine.judgement import ROWS, Judgement
from bounden.engine.plan import Plan
from bounden.engine.statements import Statement, discard, run, statements
from bounden.engine.stored import COLUMNS, WORKING
from bounden.engine.time_limits import load_stated_days
from bounden.obligations.clock.bank_holidays import BankHolidays
from bounden.obligations.judging.ranks import rank_of
from bounden.obligations.naming import named_parameters
from bounden.obligations.parameters import Parameters
from bounden.obligations.rules import Rule
from bounden.obligations.terms import DueOf, Test
from bounden.standards.version import canonical_text, standard_version

#: Called before each test with its number, how many there are and the standard's id.
Progress = Callable[[int, int, str], None]

_DUCKDB = {"string": "VARCHAR", "timestamp": "TIMESTAMP", "boolean": "BOOLEAN", "int64": "BIGINT"}
_OWED = ibis.table({**COLUMNS, **WORKING}, name="owed")
_FORCES = 'SELECT "force" FROM occurrences UNION SELECT "force" FROM flags ORDER BY "force"'
_MOST = "SELECT kind, max(many) FROM (SELECT kind, count(*) AS many FROM done GROUP BY file, kind) GROUP BY kind"
#: From so many pairs in one occurrence on, putting them in order is quicker than looking at them all.
CROWD = 10_000_000
# Building expressions shares what was built before; one thread at a time does it.
_COMPILING = Lock()


def fill_owed(
    connection: duckdb.DuckDBPyConnection,
    rules: Sequence[Rule],
    parameters: Parameters,
    as_of: datetime,
    holidays: BankHolidays,
    progress: Progress | None = None,
    workers: int = 1,
    crowd: int = CROWD,
) -> None:
    """Make the table `owed` of every obligation, from the nine tables that the connection holds.

    `parameters`: the national numbers; those that decide are each rule's own. `workers`: how many standards are judged
    at a time. `crowd`: from how many pairs of acts and evidence in one occurrence on they are not all looked at.
    """
    columns = ", ".join(f'"{name}" {_DUCKDB[type_]}' for name, type_ in {**COLUMNS, **WORKING}.items())
    connection.execute(f"CREATE OR REPLACE TABLE owed ({columns})")
    connection.execute("CREATE OR REPLACE TABLE judgement AS SELECT CAST($1 AS TIMESTAMP) AS as_of", [as_of])
    _load_ranks(connection)
    load_days(connection, parameters, holidays, as_of, lasting=True)
    load_stated_days(connection)
    run(connection, compiled("preparation", lambda: _prepared()[0]), lasting=True)
    forces = tuple(row[0] for row in connection.execute(_FORCES).fetchall())
    held = Held(forces, as_of, holidays, parameters, dict(connection.execute(_MOST).fetchall()), crowd)
    first, after = _in_order(rules)
    told = _Told(progress, sum(len(group.tests) for group in (*first, *after)))
    for groups in (first, after):
        _judge(connection, groups, held, told, workers)


@dataclass(frozen=True, slots=True)
class Held:
    """What the prepared tables rest on.

    most: how many acts of each kind the occurrence with most of them has. crowd: see `fill_owed`.
    """

    forces: tuple[str, ...]
    as_of: datetime
    holidays: BankHolidays
    parameters: Parameters
    most: Mapping[str, int]
    crowd: int


@dataclass(frozen=True, slots=True)
class Group:
    """The tests of one standard, which may look at one another's outcomes."""

    tests: tuple[tuple[Rule, Test], ...]


class _Told:
    """Says how far the work is, whichever worker is at it."""

    def __init__(self, progress: Progress | None, total: int) -> None:
        self._progress, self._total, self._done, self._lock = progress, total, 0, Lock()

    def begins(self, standard: str) -> None:
        with self._lock:
            if self._progress:
                self._progress(self._done, self._total, standard)
            self._done += 1


def _judge(
    connection: duckdb.DuckDBPyConnection, groups: Sequence[Group], held: Held, told: _Told, workers: int
) -> None:
    if workers == 1:
        for group in groups:
            _judge_group(connection, group, held, told)
        return
    with ThreadPoolExecutor(workers) as pool:
        waiting = [pool.submit(_judge_beside, connection.cursor(), group, held, told) for group in groups]
        try:
            for one in as_completed(waiting):
                one.result()
        except BaseException:
            pool.shutdown(cancel_futures=True)
            raise


def _judge_beside(connection: duckdb.DuckDBPyConnection, group: Group, held: Held, told: _Told) -> None:
    """The same on a connection of its own, whose temporary tables nobody else sees."""
    with connection:
        _judge_group(connection, group, held, told)


def _judge_group(connection: duckdb.DuckDBPyConnection, group: Group, held: Held, told: _Told) -> None:
    counted_by = clock_times(held.parameters)
    for rule, test in group.tests:
        told.begins(rule.standard.id)
        if clock_times(rule.parameters) != counted_by:
            counted_by = clock_times(rule.parameters)
            load_days(connection, rule.parameters, held.holidays, held.as_of)
        load_bounds(connection, rule, held.forces)
        with _COMPILING:
            made = _statements(rule, test, thinned=crowded(test, held.most, held.crowd))
        run(connection, made)
        version = standard_version(rule.standard, rule.parameters)
        connection.execute(f'INSERT INTO owed SELECT * REPLACE ($1 AS standard_version) FROM "{ROWS}"', [version])
        discard(connection, made)
    if counted_by != clock_times(held.parameters):
        drop_days(connection)


def _in_order(rules: Iterable[Rule]) -> tuple[list[Group], list[Group]]:
    """Every standard in force with its tests; those that follow from another's outcome come after the others."""
    of_standard: dict[str, list[tuple[Rule, Test]]] = defaultdict(list)
    for rule in rules:
        if not rule.standard.proposed:
            of_standard[rule.standard.id] += [(rule, test) for test in rule.standard.tests]
    first: list[Group] = []
    after: list[Group] = []
    for tests in of_standard.values():
        follows = any(isinstance(test.starts, DueOf) for _, test in tests)
        (after if follows else first).append(Group(tuple(tests)))
    return first, after


@cache
def _prepared() -> tuple[Sequence[Statement], Files]:
    plan = Plan()
    files = prepare(plan)
    return statements(plan, plan.steps), files


def _statements(rule: Rule, test: Test, *, thinned: bool) -> Sequence[Statement]:
    numbers, bound = named_parameters(rule.standard, rule.parameters), bound_of(rule)
    values = {name: one.value for name, one in numbers.by_name.items()}
    definition = "\x1f".join(canonical_text(part) for part in (rule.standard, test, values, bound, thinned))
    judgement = Judgement(numbers, rule.standard, test, _OWED, bound, crowded=thinned)
    return compiled(definition, lambda: statements(judgement.compile(_prepared()[1]), [ROWS]))


def _load_ranks(connection: duckdb.DuckDBPyConnection) -> None:
    """The ranks that the records name, read as the reference evaluator reads them."""
    named = [
        row[0] for row in connection.execute("SELECT DISTINCT by_rank FROM actions WHERE by_rank <> ''").fetchall()
    ]
    ranks = pa.table(
        {
            "by_rank": pa.array(named, type=pa.string()),
            "rank": pa.array([rank_of(name, None) for name in named], type=pa.int64()),
        }
    )
    connection.register("ranks_held", ranks)
    connection.execute("CREATE OR REPLACE TABLE ranks AS SELECT * FROM ranks_held")
    connection.unregister("ranks_held")
