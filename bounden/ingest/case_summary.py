"""What was said about cases beside their records, as plain data for `cases.json`."""

from collections.abc import Iterable
from dataclasses import asdict
from typing import Any

from bounden.ingest.case_files import CaseFile


def case_summaries(cases: Iterable[CaseFile]) -> dict[str, dict[str, Any]]:
    """Each case by its id: summary, source, verdict, expectations, what stays uncovered. Instants are UTC, with Z."""
    return {
        case.case: {
            "case": case.case,
            "force": case.force,
            "file": case.file,
            "topic": case.topic,
            "summary": case.summary,
            "source": asdict(case.source) if case.source else None,
            "starts_at": f"{case.starts_at.earliest.isoformat()}Z",
            "as_of": f"{case.as_of.isoformat()}Z" if case.as_of else None,
            "verdict": case.verdict,
            "expect": [asdict(expectation) for expectation in case.expects],
            "uncovered": list(case.uncovered),
            "unencoded": list(case.unencoded),
            "screening": asdict(case.screening) if case.screening else None,
            "occurrences": [row.occurrence_id for row in case.written.occurrences],
        }
        for case in cases
    }
