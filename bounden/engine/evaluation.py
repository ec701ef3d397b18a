"""All standards on all records: prepared once, then a few statements a test, each running natively on DuckDB."""

from collections.abc import Callable, Iterable, Sequence
from datetime import datetime
from functools import cache

import duckdb
import ibis
import pyarrow as pa

from bounden.engine.bounds import bound_of, load_bounds
from bounden.engine.compiled import compiled
from bounden.engine.days import clock_times, load_days
from bounden.engine.files import Files, prepare
from bounden.engine.judgement import Judgement
from bounden.engine.plan import Plan, Step, discard, run
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
ORDER = """standard, stage, "force", coalesce(occurrence_id, ''), coalesce(person_id, ''), coalesce(trigger_id, ''),
    obligation_key"""


def fill_owed(
    connection: duckdb.DuckDBPyConnection,
    rules: Sequence[Rule],
    parameters: Parameters,
    as_of: datetime,
    holidays: BankHolidays,
    progress: Progress | None = None,
) -> None:
    """Make the table `owed` of every obligation, from the nine tables that the connection holds.

    `parameters`: the national numbers; those that decide are each rule's own.
    """
    columns = ", ".join(f'"{name}" {_DUCKDB[type_]}' for name, type_ in {**COLUMNS, **WORKING}.items())
    connection.execute(f"CREATE OR REPLACE TEMP TABLE owed ({columns})")
    connection.execute("CREATE OR REPLACE TEMP TABLE judgement AS SELECT CAST($1 AS TIMESTAMP) AS as_of", [as_of])
    _load_ranks(connection)
    load_days(connection, parameters, holidays, as_of)
    load_stated_days(connection)
    preparation = compiled("preparation", lambda: _prepared()[0])
    run(connection, preparation)
    counted_by = clock_times(parameters)
    forces = [row[0] for row in connection.execute(_FORCES).fetchall()]
    tests = _in_order(rules)
    for place, (rule, test) in enumerate(tests):
        if progress:
            progress(place, len(tests), rule.standard.id)
        if clock_times(rule.parameters) != counted_by:
            counted_by = clock_times(rule.parameters)
            load_days(connection, rule.parameters, holidays, as_of)
        load_bounds(connection, rule, forces)
        steps = _steps(rule, test)
        run(connection, steps)
        version = standard_version(rule.standard, rule.parameters)
        connection.execute(
            f'INSERT INTO owed SELECT * REPLACE ($1 AS standard_version) FROM "{steps[-1].name}"', [version]
        )
        discard(connection, steps)


def _in_order(rules: Iterable[Rule]) -> list[tuple[Rule, Test]]:
    """Every test of every rule in force; those that follow from another's outcome after the others."""
    tests = [(rule, test) for rule in rules if not rule.standard.proposed for test in rule.standard.tests]
    return sorted(tests, key=lambda pair: any(isinstance(t.starts, DueOf) for t in pair[0].standard.tests))


@cache
def _prepared() -> tuple[Sequence[Step], Files]:
    plan = Plan()
    files = prepare(plan)
    return plan.steps, files


def _steps(rule: Rule, test: Test) -> Sequence[Step]:
    numbers, bound = named_parameters(rule.standard, rule.parameters), bound_of(rule)
    values = {name: one.value for name, one in numbers.by_name.items()}
    definition = "\x1f".join(canonical_text(part) for part in (rule.standard, test, values, bound))
    judgement = Judgement(numbers, rule.standard, test, _OWED, bound)
    return compiled(definition, lambda: judgement.compile(_prepared()[1]).steps)


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
    connection.execute("CREATE OR REPLACE TEMP TABLE ranks AS SELECT * FROM ranks_held")
    connection.unregister("ranks_held")
