"""All standards on all records: prepared once, then a few statements a test, each running natively on DuckDB."""

from collections.abc import Callable, Iterable, Sequence
from datetime import datetime
from functools import cache

import duckdb
import ibis
import pyarrow as pa

from bounden.engine.compiled import compiled
from bounden.engine.days import load_days
from bounden.engine.files import Files, prepare
from bounden.engine.judgement import Judgement
from bounden.engine.plan import Plan, Step, discard, run
from bounden.engine.stored import COLUMNS, WORKING
from bounden.engine.time_limits import load_stated_days
from bounden.obligations.clock.bank_holidays import BankHolidays
from bounden.obligations.judging.ranks import rank_of
from bounden.obligations.parameters import Parameters
from bounden.obligations.terms import DueOf, Standard, Test
from bounden.standards.version import canonical_text

#: Called before each test with its number, how many there are and the standard's id.
Progress = Callable[[int, int, str], None]

_DUCKDB = {"string": "VARCHAR", "timestamp": "TIMESTAMP", "boolean": "BOOLEAN", "int64": "BIGINT"}
_OWED = ibis.table({**COLUMNS, **WORKING}, name="owed")
ORDER = """standard, stage, "force", coalesce(occurrence_id, ''), coalesce(person_id, ''), coalesce(trigger_id, ''),
    obligation_key"""


def fill_owed(
    connection: duckdb.DuckDBPyConnection,
    standards: Iterable[Standard],
    parameters: Parameters,
    as_of: datetime,
    holidays: BankHolidays,
    progress: Progress | None = None,
) -> None:
    """Make the table `owed` of every obligation, from the nine tables that the connection holds."""
    columns = ", ".join(f'"{name}" {_DUCKDB[type_]}' for name, type_ in {**COLUMNS, **WORKING}.items())
    connection.execute(f"CREATE OR REPLACE TEMP TABLE owed ({columns})")
    connection.execute("CREATE OR REPLACE TEMP TABLE judgement AS SELECT CAST($1 AS TIMESTAMP) AS as_of", [as_of])
    _load_ranks(connection)
    load_days(connection, parameters, holidays, as_of)
    load_stated_days(connection)
    preparation = compiled("preparation", lambda: _prepared()[0])
    run(connection, preparation)
    tests = _in_order(tuple(standards))
    numbers = canonical_text(dict(parameters.by_name))
    for place, (standard, test) in enumerate(tests):
        if progress:
            progress(place, len(tests), standard.id)
        steps = _steps(standard, test, numbers, parameters)
        run(connection, steps)
        connection.execute(f'INSERT INTO owed SELECT * FROM "{steps[-1].name}"')
        discard(connection, steps)


def _in_order(standards: tuple[Standard, ...]) -> list[tuple[Standard, Test]]:
    """Every test of a standard in force; those that follow from another's outcome after the others."""
    tests = [(standard, test) for standard in standards if not standard.proposed for test in standard.tests]
    return sorted(tests, key=lambda pair: any(isinstance(t.starts, DueOf) for t in pair[0].tests))


@cache
def _prepared() -> tuple[Sequence[Step], Files]:
    plan = Plan()
    files = prepare(plan)
    return plan.steps, files


def _steps(standard: Standard, test: Test, numbers: str, parameters: Parameters) -> Sequence[Step]:
    definition = "\x1f".join((canonical_text(standard), canonical_text(test), numbers))
    judgement = Judgement(parameters, standard, test, _OWED)
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
