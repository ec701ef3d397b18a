"""Inspection reports: the recommendations of one source_ref, of which the first carries what is owed per report."""

from typing import Any

from bounden.engine.files import Files
from bounden.engine.joins import within


def first_of_report(files: Files, kept: Any) -> Any:
    """Those of the files `kept` that no other recommendation of their report precedes: by report, then id."""
    other = files.files
    other = other.filter(other.report_earliest.isnull() | (other.report_earliest <= other.as_of))
    other = other.select(
        "as_of",
        mate="occurrence",
        mate_earliest="report_earliest",
        mate_latest="report_latest",
        mate_id="occurrence_id",
    )
    pairs = within(within(kept, files.mates, ["occurrence"]), other, ["mate", "as_of"])
    unknown = pairs.report_earliest.isnull()
    known_first = unknown & pairs.mate_earliest.notnull()
    sooner = (pairs.mate_earliest < pairs.report_earliest).fill_null(False) | known_first
    same = (pairs.mate_earliest == pairs.report_earliest).fill_null(unknown & pairs.mate_earliest.isnull())
    shorter = (pairs.mate_latest < pairs.report_latest).fill_null(False)
    alike = (pairs.mate_latest == pairs.report_latest).fill_null(unknown)
    precedes = sooner | (same & (shorter | (alike & (pairs.mate_id < pairs.occurrence_id))))
    preceded = files.keep("preceded", pairs.filter(precedes).select("file").distinct())
    return kept.anti_join(preceded, ["file"])


def in_report(files: Files, asked: Any, shown: Any) -> Any:
    """Rows in the other recommendations of the report of each obligation."""
    others = within(asked, files.mates, ["occurrence"])
    looked_at = files.files.select("as_of", mate="occurrence", row_file="file")
    return within(within(others, looked_at, ["mate", "as_of"]), shown, ["row_file"])
