"""The time limits that recommendations carry: words with a limit, or a date, read as the reference reads it."""

from typing import Any

import duckdb
import ibis
import pyarrow as pa

from bounden.engine.files import Files
from bounden.engine.joins import beside
from bounden.engine.limits import after
from bounden.obligations.judging.limits import stated_day
from bounden.obligations.parameters import Parameters
from bounden.obligations.terms import ByTimeLimit

STATED_DAYS = ibis.table({"grade": "string", "stated_end": "timestamp"}, name="stated_days")
_NO_INSTANT = ibis.null().cast("timestamp")


def load_stated_days(connection: duckdb.DuckDBPyConnection) -> None:
    """Write the table `stated_days`: the dates that the records name as time limits, with the end of each."""
    found = connection.execute("SELECT DISTINCT grade FROM occurrences WHERE grade <> ''").fetchall()
    days = {grade: end for (grade,) in found if (end := stated_day(grade))}
    held = pa.table(
        {
            "grade": pa.array(list(days), type=pa.string()),
            "stated_end": pa.array(list(days.values()), type=pa.timestamp("us")),
        }
    )
    connection.register("stated_days_held", held)
    connection.execute("CREATE OR REPLACE TABLE stated_days AS SELECT * FROM stated_days_held")
    connection.unregister("stated_days_held")


def by_time_limit(files: Files, parameters: Parameters, term: ByTimeLimit, asked: Any) -> Any:
    """The obligations with D, and limited: whether a time limit that can be read is set."""
    rows = beside(asked, files.files.select("file", "grade"), ["file"])
    names = [(word, f"limit_{place}") for place, word in enumerate(sorted(term.limits))]
    for word, name in names:
        for end in ("earliest", "latest"):
            rows = after(rows, f"start_{end}", parameters, term.limits[word], name=f"{name}_{end}")
    rows = files.keep("limits_counted", beside(rows, STATED_DAYS, ["grade"]))
    known = rows.start_earliest.notnull()
    due = {
        f"due_{end}": ibis.cases(
            (~known, _NO_INSTANT),
            *((rows.grade == word, rows[f"{name}_{end}"]) for word, name in names),
            else_=rows.stated_end,
        )
        for end in ("earliest", "latest")
    }
    limited = rows.grade.isin(sorted(term.limits)).fill_null(False) | rows.stated_end.notnull()
    return rows.select(*asked.columns, **due, limited=limited)
