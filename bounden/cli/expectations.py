"""Whether the standards concluded what a case file expects."""

from collections.abc import Collection, Iterable, Sequence

from bounden.ingest.case_files import CaseFile, Expectation
from bounden.obligations.obligation import Obligation
from bounden.obligations.outcome import outcome

WITHDRAWN = "withdrawn"


def concluded(owed: Obligation) -> str:
    """The outcome in a word; `withdrawn` for an obligation that has none."""
    return outcome(owed) or WITHDRAWN


def concerns(expected: Expectation, owed: Obligation) -> bool:
    """Whether an expectation speaks of an obligation."""
    return (
        owed.standard == expected.standard
        and expected.occurrence_id in (None, owed.occurrence_id)
        and expected.person_id in (None, owed.person_id)
        and expected.stage in (None, owed.stage)
    )


def unmet(case: CaseFile, obligations: Sequence[Obligation], known: Collection[str]) -> Iterable[str]:
    """Each expectation that the standards did not reach, in words.

    An expectation holds for every obligation that it concerns, and there must be one. `known` are the ids of the
    rulebook.
    """
    for expected in case.expects:
        where = " ".join(filter(None, (expected.stage, expected.occurrence_id, expected.person_id)))
        what = f"{expected.standard} ({where})" if where else expected.standard
        said = f"{case.file}:{expected.line}: expects {what} {expected.outcome}"
        found = [concluded(owed) for owed in obligations if concerns(expected, owed)]
        if expected.standard not in known:
            yield f"{said}; the rulebook holds no such standard"
        elif not found:
            yield f"{said}; there is no such obligation"
        elif wrong := sorted(set(found) - {expected.outcome}):
            yield f"{said}; concluded {', '.join(wrong)}"
