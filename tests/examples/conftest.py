"""Reading worked examples as records, and comparing what was reached with what was expected."""

from collections.abc import Callable, Iterable
from datetime import datetime

import pytest
import yaml

from bounden.ingest import case_files
from bounden.obligations.obligation import Obligation
from bounden.obligations.outcome import outcome
from bounden.obligations.span import Span
from bounden.records import Records
from bounden.standards.examples import Example, Expected, worked_examples


@pytest.fixture(scope="session")
def pages(tmp_path_factory: pytest.TempPathFactory) -> dict[str, case_files.CaseFile]:
    """Every example as a case file, read as strictly as a user's."""
    folder = tmp_path_factory.mktemp("examples")
    paths = []
    for example in worked_examples():
        paths.append(folder / f"{example.name}.yaml")
        paths[-1].write_text(_written_out(example), encoding="utf-8")
    return {case.case: case for case in case_files.read(paths)}


def _written_out(example: Example) -> str:
    return yaml.safe_dump(dict(example.case), allow_unicode=True, sort_keys=False)


@pytest.fixture(scope="session")
def delivery(pages: dict[str, case_files.CaseFile]) -> Callable[[Iterable[Example]], tuple[Records, datetime]]:
    """These examples as one delivery, and an instant after the last of them."""

    def read(examples: Iterable[Example]) -> tuple[Records, datetime]:
        cases = [pages[example.case_id] for example in examples]
        return case_files.together(cases), max(case.as_of for case in cases)

    return read


@pytest.fixture(scope="session")
def unmatched() -> Callable[[Example, list[Obligation]], list[str]]:
    """What was expected and is not there, and what is there and was not expected."""
    return _unmatched


def _unmatched(example: Example, owed: list[Obligation]) -> list[str]:
    if example.every:
        (expected,) = example.expects
        wrong = [f"expected {expected.outcome}, but {_line(one)}" for one in owed if not _fits(expected, one)]
        return wrong or ([] if owed else [f"expected {expected.outcome}, but there is no obligation"])
    left = list(owed)
    missing = []
    for expected in example.expects:
        found = next((one for one in left if _fits(expected, one)), None)
        if found is None:
            missing.append(f"expected {_expected(expected)}, but there is no such obligation")
        else:
            left.remove(found)
    return missing + [f"not expected, but {_line(one)}" for one in left]


def _fits(expected: Expected, owed: Obligation) -> bool:
    return (
        expected.outcome == _word(owed)
        and expected.stage in (None, owed.stage)
        and expected.person in (None, _local(owed.person_id))
        and expected.occurrence in (None, _local(owed.occurrence_id))
    )


def _expected(one: Expected) -> str:
    asked = {name: getattr(one, name) for name in ("person", "stage", "occurrence")}
    return ", ".join([one.outcome, *(f"{name} {value}" for name, value in asked.items() if value is not None)])


def _word(owed: Obligation) -> str:
    reached = outcome(owed)
    return reached.value if reached else "withdrawn"


def _local(full_id: str | None) -> str | None:
    return full_id and full_id.partition("/")[2]


def _line(owed: Obligation) -> str:
    whose = ", ".join(filter(None, (owed.stage and f"stage {owed.stage}", _local(owed.person_id))))
    done = f"done {_when(owed.discharged)}" if owed.discharged else "not done"
    return (
        f"reached {_word(owed)} in {_local(owed.occurrence_id)}{whose and f' for {whose}'}: "
        f"from {_when(owed.triggered)}, due {_when(owed.due)}, {done} (UTC)"
        f"{owed.missing and f', not known: {owed.missing}'}"
    )


def _when(span: Span | None) -> str:
    if span is None:
        return "?"
    first, last = (f"{one:%-d %b %Y %H:%M:%S}" if one else "?" for one in (span.earliest, span.latest))
    return first if first == last else f"{first} to {last}"
