"""One occurrence with tens of thousands of triggers and as many actions, which a plain join cannot bear."""

import shutil
from pathlib import Path

import duckdb

from bounden.records import TABLES


def hot_case(records: Path, into: Path, starting: str, discharging: str, each: int) -> None:
    """The same records, and in one incident so many more actions of each of two kinds, a minute apart in turn.

    Raises ValueError where no incident was reported long enough before the others' last action.
    """
    into.mkdir(parents=True)
    for table in TABLES:
        shutil.copy(records / f"{table}.parquet", into)
    with duckdb.connect() as connection:
        connection.execute(f"CREATE VIEW acts AS FROM '{records}/actions.parquet'")
        found = connection.execute(
            f"""SELECT occurrence_id, reported_at FROM '{records}/occurrences.parquet'
            WHERE kind = 'incident' AND reported_at + INTERVAL {2 * each} MINUTES < (SELECT max(happened_at) FROM acts)
            ORDER BY occurrence_id LIMIT 1"""
        ).fetchone()
        if found is None:
            raise ValueError(f"no incident was reported {2 * each} minutes before the last action")
        occurrence, reported = found
        connection.execute(
            f"""COPY (
                FROM acts UNION ALL BY NAME
                SELECT 'hot/' || n AS action_id, $occurrence AS occurrence_id, "force", source,
                    CASE WHEN n % 2 = 0 THEN $starting ELSE $discharging END AS kind,
                    $reported + n * INTERVAL 1 MINUTE AS happened_at, recorded_at: happened_at,
                    done: true, latest_unknown: false
                FROM (SELECT * FROM acts WHERE occurrence_id = $occurrence LIMIT 1), range(2 * {each}) AS hot(n)
            ) TO '{into}/actions.parquet' (FORMAT parquet, COMPRESSION zstd)""",
            {"occurrence": occurrence, "reported": reported, "starting": starting, "discharging": discharging},
        )
