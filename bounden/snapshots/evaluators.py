"""The two evaluators, each behind the same two doors: files in and a file out, or rows in and obligations out."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from bounden.obligations.evaluator import evaluate
from bounden.obligations.obligation import Obligation
from bounden.obligations.rules import Rules
from bounden.records import Records
from bounden.snapshots import obligation_table
from bounden.snapshots.rows import read_records, records_of

#: Told how far it is: tests judged, tests in all, the standard that is judged now.
Progress = Callable[[int, int, str], None]
Evaluator = Callable[[Path, Path, Rules, datetime, Progress], None]
Judge = Callable[[Records, Rules, datetime], list[Obligation]]


#: From so many actions on the queries are faster; below, preparing them takes longer than reading row by row.
ACTIONS_WORTH_QUERIES = 100_000


def suited(actions: int) -> str:
    """The name of the evaluator that is faster for so many actions. Both reach the same obligations."""
    return "duckdb" if actions >= ACTIONS_WORTH_QUERIES else "reference"


def judge_by_reference(records: Records, rules: Rules, as_of: datetime) -> list[Obligation]:
    """Row by row, in plain Python: the definition of the meaning."""
    return evaluate(records, rules.standards, rules.parameters, as_of, local=rules.local)


def by_reference(records: Path, into: Path, rules: Rules, as_of: datetime, progress: Progress) -> None:
    """As `judge_by_reference`, from a directory of records to a file of obligations."""
    progress(0, 1, "every standard")
    with records_of(records) as connection:
        held = read_records(connection)
    obligation_table.write(into, judge_by_reference(held, rules, as_of))


# The engine is imported where it is used: loading it takes longer than judging a case.


def judge_by_queries(records: Records, rules: Rules, as_of: datetime) -> list[Obligation]:
    """The same standards as queries, on DuckDB."""
    from bounden.engine.judging import judge

    return judge(records, rules.standards, rules.parameters, as_of, local=rules.local)


def by_queries(records: Path, into: Path, rules: Rules, as_of: datetime, progress: Progress) -> None:
    """As `judge_by_queries`, from a directory of records to a file of obligations, whatever their number."""
    from bounden.engine.judging import evaluate as evaluate_files

    evaluate_files(records, rules.standards, rules.parameters, as_of, into, progress=progress, local=rules.local)


#: What judges whole deliveries, by name.
EVALUATORS: Mapping[str, Evaluator] = {"reference": by_reference, "duckdb": by_queries}
#: What judges rows in memory, by name.
JUDGES: Mapping[str, Judge] = {"reference": judge_by_reference, "duckdb": judge_by_queries}


@dataclass(frozen=True, slots=True)
class Judging:
    """Records to be judged. engine: a name of EVALUATORS; obligations: the file to write; as_of: naive UTC."""

    engine: str
    rules: Rules
    records: Path
    obligations: Path
    as_of: datetime

    def run(self, progress: Progress) -> None:
        """Write every obligation of the records."""
        EVALUATORS[self.engine](self.records, self.obligations, self.rules, self.as_of, progress)
