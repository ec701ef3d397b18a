"""The plain shape as hand-written SQL on DuckDB: actions laid out by kind, then one query a test.

The recommended shape: triggers left-joined to the discharging actions at or after them, grouped by trigger, the
earliest by instant and place in the file.
"""

from collections.abc import Iterable
from pathlib import Path

import duckdb

from benchmarks.plain_shape import PlainTest, Rows
from benchmarks.work import Work

BY_KIND = "by-kind"


def run(work: Work) -> dict[str, float]:
    """Judge every plain test."""
    with duckdb.connect() as connection:
        connection.execute(f"SET temp_directory = '{work.room / 'spilled'}'")
        connection.execute(f"SET memory_limit = '{work.memory}'")
        lay_out(connection, work)
        for test, file in work.files_found():
            look_at(connection, test.kinds, work.room / BY_KIND)
            connection.execute(f"COPY ({query_of(test, work)}) TO '{file}' (FORMAT parquet, COMPRESSION zstd)")
    return {}


def lay_out(connection: duckdb.DuckDBPyConnection, work: Work) -> None:
    """Number the occurrences (`cases`), load `days`, and lay the rows that are used out by kind."""
    until = f"TIMESTAMP '{work.as_of}'"
    connection.execute(
        f"""
        CREATE TEMP TABLE cases AS
        SELECT file_row_number AS "case", occurrence_id, kind, coalesce(category, 'other') AS category,
            CASE WHEN coalesce(reported_at_latest, reported_at) = reported_at AND reported_at <= {until}
                THEN reported_at END AS reported_at
        FROM read_parquet('{work.table("occurrences")}', file_row_number = true)
        """
    )
    connection.execute(
        f"""
        COPY (
            SELECT acts.file_row_number AS action, "case", acts.kind, value, happened_at
            FROM read_parquet('{work.table("actions")}', file_row_number = true) acts
            JOIN cases USING (occurrence_id)
            WHERE done AND latest_unknown IS NOT TRUE AND coalesce(happened_at_latest, happened_at) = happened_at
                AND happened_at <= {until} AND acts.kind IN ({texts(work.kinds)})
        ) TO '{work.room / BY_KIND}' (FORMAT parquet, PARTITION_BY (kind))
        """
    )
    connection.execute(f"CREATE TEMP TABLE days AS SELECT * FROM '{work.days}'")


def look_at(connection: duckdb.DuckDBPyConnection, kinds: Iterable[str], laid_out: Path) -> None:
    """Make the view `acts` of the rows of these kinds. Their files are named: to search for them takes far longer."""
    files = sorted(str(file) for kind in kinds for file in (laid_out / f"kind={kind}").glob("*.parquet"))
    # Where there is none, any other file stands for the columns.
    read = files or [str(next(laid_out.rglob("*.parquet")))]
    connection.execute(
        f"""CREATE OR REPLACE TEMP VIEW acts AS
        SELECT * FROM read_parquet({read}, hive_partitioning = true) WHERE {"true" if files else "false"}"""
    )


def query_of(test: PlainTest, work: Work) -> str:
    """The obligations of one plain test, as written to its file."""
    found = _recurring(test) if test.recurring else _in_time(test)
    return f"""
        WITH triggers AS ({_triggers(test)}), {found}
        SELECT *, CASE WHEN met_at <= due_at THEN 'met' WHEN met_at > due_at THEN 'late'
            WHEN due_at < TIMESTAMP '{work.as_of}' THEN 'missed' ELSE 'pending' END AS outcome
        FROM found
        """


def _triggers(test: PlainTest) -> str:
    """case, trigger (the action's number, -1 for none), triggered_at."""
    looked_at = f"SELECT * FROM cases WHERE {_in_scope(test)}"
    if test.starts == "report":
        return f"""SELECT "case", -1 AS "trigger", reported_at AS triggered_at
            FROM ({looked_at}) WHERE reported_at NOT NULL"""
    rows = f"SELECT * FROM acts WHERE {matching(test.starting)}"
    if test.starts == "each":
        return f"""SELECT "case", action AS "trigger", happened_at AS triggered_at
            FROM ({rows}) SEMI JOIN ({looked_at}) USING ("case")"""
    first = f'SELECT "case", min(happened_at) AS first_at FROM ({rows}) GROUP BY "case"'
    triggered = "coalesce(first_at, reported_at)" if test.else_report else "first_at"
    return f"""SELECT "case", -1 AS "trigger", {triggered} AS triggered_at
        FROM ({looked_at}) LEFT JOIN ({first}) USING ("case") WHERE {triggered} NOT NULL"""


def _in_time(test: PlainTest) -> str:
    """found: the first row of each member at or after the trigger, and the last of these."""
    firsts = "".join(
        f""", min(happened_at) FILTER ({matching(rows)}) AS met_{n},
            arg_min(action, (happened_at, action)) FILTER ({matching(rows)}) AS evidence_{n}"""
        for n, rows in enumerate(test.members)
    )
    each = range(len(test.members))
    every = " AND ".join(f"met_{n} NOT NULL" for n in each)
    last = f"CASE WHEN {every} THEN greatest({', '.join(f'met_{n}' for n in each)}) END"
    evidence = " ".join(f"WHEN met_{n} = met_at THEN evidence_{n}" for n in each)
    wanted = " OR ".join(f"({matching(rows)})" for rows in test.members)
    return f"""
        owed AS ({_due(test, "triggers")}),
        discharging AS (SELECT * FROM acts WHERE {wanted}),
        firsts AS (
            SELECT owed."case", "trigger", triggered_at, due_at{firsts}
            FROM owed LEFT JOIN discharging
                ON owed."case" = discharging."case" AND happened_at >= triggered_at
            GROUP BY ALL
        ),
        found AS (
            SELECT "case", "trigger", triggered_at, due_at, {last} AS met_at, CASE {evidence} END AS evidence
            FROM firsts
        )"""


def _recurring(test: PlainTest) -> str:
    """found: an interval from the trigger and from every later row, discharged by the next."""
    return f"""
        marks AS (
            FROM triggers UNION ALL
            SELECT triggers."case", action, happened_at
            FROM triggers JOIN acts ON triggers."case" = acts."case" AND happened_at > triggered_at
            WHERE {matching(test.members[0])}
        ),
        intervals AS (
            SELECT *, lead(triggered_at) OVER later AS met_at, lead("trigger") OVER later AS evidence
            FROM marks WINDOW later AS (PARTITION BY "case" ORDER BY triggered_at, "trigger")
        ),
        found AS (
            SELECT "case", "trigger", triggered_at, due_at, met_at, evidence FROM ({_due(test, "intervals")})
        )"""


def _due(test: PlainTest, triggers: str) -> str:
    if test.elapsed is not None:
        limit = int(test.elapsed.total_seconds())
        return f"SELECT *, triggered_at + INTERVAL {limit} SECONDS AS due_at FROM {triggers}"
    return f"""SELECT {triggers}.*, due_at FROM {triggers}
        JOIN days ON day = CAST(triggered_at AS DATE) AND period = '{test.limit}'"""


def _in_scope(test: PlainTest) -> str:
    ways = []
    for kinds, categories in test.ways:
        asked = [f"{name} IN ({texts(ones)})" for name, ones in (("kind", kinds), ("category", categories)) if ones]
        ways.append(" AND ".join(asked) or "true")
    return " OR ".join(f"({way})" for way in ways)


def matching(rows: Rows) -> str:
    """The condition that a row is one of these."""
    any_value = [kind for kind, values in rows if not values]
    asked = [f"kind IN ({texts(any_value)})"] if any_value else []
    asked += [f"kind = '{kind}' AND value IN ({texts(values)})" for kind, values in rows if values]
    return " OR ".join(f"({one})" for one in asked)


def texts(words: list[str] | tuple[str, ...]) -> str:
    """Words as a list in SQL; they are words of the vocabulary, so none holds a quote."""
    return ", ".join(f"'{word}'" for word in words)
