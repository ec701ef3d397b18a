"""What the standards reach of what inspectors said: cases judged, and each conclusion set beside the expectations."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from bounden.cli.expectations import concerns, concluded
from bounden.ingest.case_files import CaseFile, Expectation
from bounden.ingest.page import Complaints, read_page
from bounden.ingest.refusals import Refused
from bounden.obligations.evaluator import evaluate
from bounden.obligations.obligation import Obligation
from bounden.standards import RULEBOOK, parameters

#: Outcomes that say what was done or not; the others wait, or cannot tell.
DEFINITE = frozenset({"met", "late", "missed", "excused"})
_AGAINST_THE_FORCE = frozenset({"late", "missed"})
_PRAISE = frozenset({"praised", "good"})
_ENTRY = ("case", "standard", "outcome", "why")


@dataclass(frozen=True, slots=True)
class Argument:
    """Why a conclusion stands although no case file asks for it, or although one asks for another."""

    case: str
    standard: str
    outcome: str
    why: str


@dataclass(frozen=True, slots=True)
class Arguments:
    """against: expectations that are rightly not reached. beyond: definite outcomes that the written facts force."""

    against: tuple[Argument, ...]
    beyond: tuple[Argument, ...]


@dataclass(frozen=True, slots=True)
class Reach:
    """One expectation, and the outcomes of the obligations that it concerns, each once and in order."""

    case: CaseFile
    expected: Expectation
    found: tuple[str, ...]

    @property
    def reached(self) -> bool:
        return self.found == (self.expected.outcome,)


@dataclass(frozen=True, slots=True)
class Conclusion:
    """One obligation of a case, with its outcome as a word."""

    case: CaseFile
    owed: Obligation
    outcome: str


@dataclass(frozen=True, slots=True)
class Recall:
    """Cases judged. contradictions and beyond hold definite conclusions only; untold those that cannot be told."""

    cases: tuple[CaseFile, ...]
    conclusions: tuple[Conclusion, ...]
    reaches: tuple[Reach, ...]
    contradictions: tuple[Conclusion, ...]
    beyond: tuple[Conclusion, ...]
    untold: tuple[Conclusion, ...]


def recall(cases: Sequence[CaseFile]) -> Recall:
    """Judge cases by the rulebook, each as of its own `as_of`, and compare with what each expects.

    Raises ValueError for a case without `as_of`: it cannot be judged twice alike.
    """
    conclusions = [each for case in cases for each in _conclusions(case)]
    reaches = [
        Reach(case, expected, tuple(sorted({c.outcome for c in conclusions if c.case == case and _of(expected, c)})))
        for case in cases
        for expected in case.expects
    ]
    definite = [each for each in conclusions if each.outcome in DEFINITE]
    return Recall(
        cases=tuple(cases),
        conclusions=tuple(conclusions),
        reaches=tuple(reaches),
        contradictions=tuple(each for each in definite if _contradicts(each)),
        beyond=tuple(each for each in definite if not any(_of(e, each) for e in each.case.expects)),
        untold=tuple(each for each in conclusions if each.outcome == "cannot_tell"),
    )


def argued(arguments: Iterable[Argument], case: str, standard: str, outcome: str) -> str:
    """The argument about an outcome of a standard in a case; empty where there is none."""
    return next((a.why for a in arguments if (a.case, a.standard, a.outcome) == (case, standard, outcome)), "")


def read_arguments(path: Path) -> Arguments:
    """Read a file of arguments: two lists, `against` and `beyond`, of case, standard, outcome and why.

    Raises Refused with every reason.
    """
    complaints = Complaints(path.name)
    page = read_page(path, complaints, ("against", "beyond"))
    if page is None:
        raise Refused(complaints.refusals)
    lists = {
        name: tuple(
            Argument(*(block.text(key, required=True) or "" for key in _ENTRY)) for block in page.blocks(name, _ENTRY)
        )
        for name in ("against", "beyond")
    }
    if complaints.refusals:
        raise Refused(complaints.refusals)
    return Arguments(**lists)


def _conclusions(case: CaseFile) -> Iterable[Conclusion]:
    if case.as_of is None:
        raise ValueError(f"{case.file} has no as_of")
    judged_at: datetime = case.as_of
    for owed in evaluate(case.records(), RULEBOOK, parameters(), judged_at):
        yield Conclusion(case, owed, concluded(owed))


def _of(expected: Expectation, one: Conclusion) -> bool:
    return concerns(expected, one.owed)


def _contradicts(one: Conclusion) -> bool:
    """Whether inspectors said the opposite: criticised exactly what it calls done, or praised what it calls not done.

    A case that inspectors praised as a whole praises everything in it.
    """
    said = {e.outcome for e in one.case.expects if e.basis == "published" and _of(e, one)}
    if one.case.verdict in _PRAISE or "met" in said:
        return one.outcome in _AGAINST_THE_FORCE
    return bool(said & _AGAINST_THE_FORCE) and one.outcome not in _AGAINST_THE_FORCE
