"""The outcome as a function of what is stored, line by line (record tests, 1.2)."""

from datetime import datetime, timedelta
from typing import Any

import pytest

from bounden.obligations.obligation import Obligation
from bounden.obligations.outcome import Outcome, outcome
from bounden.obligations.span import Span

T = datetime(2026, 3, 4, 10)
DUE = Span.exactly(T + timedelta(hours=4))
UNSURE_DUE = Span(T + timedelta(hours=4), T + timedelta(hours=6))


def at(hours: float, seconds: int = 0) -> datetime:
    return T + timedelta(hours=hours, seconds=seconds)


def span(first: float, last: float | None = None) -> Span:
    return Span(at(first), at(first if last is None else last))


def owed(**stored: Any) -> Obligation:
    """An obligation missed long ago, but for what is said."""
    plain = {
        "key": "k",
        "standard": "MC-06",
        "stage": "",
        "force": "F",
        "source": "s",
        "unit": None,
        "occurrence_id": "o",
        "person_id": "p",
        "trigger_id": "o",
        "as_of": at(100),
        "trigger_known": True,
        "triggered": Span.exactly(T),
        "due": DUE,
        "at_act": False,
        "known": True,
    }
    return Obligation(**{**plain, **stored})


CASES = [
    ("nothing on record and known", {}, Outcome.MISSED),
    ("nothing on record and not known", {"known": False}, Outcome.CANNOT_TELL),
    ("the trigger cannot be told", {"trigger_known": False, "discharged": span(1)}, Outcome.CANNOT_TELL),
    ("no due instant", {"due": None}, Outcome.CANNOT_TELL),
    ("done exactly at the limit", {"discharged": span(4)}, Outcome.MET),
    ("done a second late", {"discharged": Span.exactly(at(4, 1))}, Outcome.LATE),
    ("done in time though not all is known", {"discharged": span(1), "known": False}, Outcome.MET),
    ("done across the limit", {"discharged": span(3, 5), "known": False}, Outcome.CANNOT_TELL),
    ("done late and not known", {"discharged": span(5), "known": False}, Outcome.CANNOT_TELL),
    ("judged at the limit", {"as_of": at(4), "known": False}, Outcome.PENDING),
    ("judged a second after", {"as_of": at(4, 1)}, Outcome.MISSED),
    ("ended exactly at the limit", {"withdrawn": span(4)}, None),
    ("met and then ended", {"discharged": span(1), "withdrawn": span(2)}, Outcome.MET),
    ("ended and then done late", {"discharged": span(5), "withdrawn": span(2)}, None),
    ("ended before the limit and excused", {"withdrawn": span(2), "excused_at": at(1)}, None),
    ("ended across the limit", {"withdrawn": span(3, 5)}, Outcome.CANNOT_TELL),
    ("ended across the limit and excused", {"withdrawn": span(3, 5), "excused_at": at(1)}, Outcome.CANNOT_TELL),
    ("excused and done late", {"discharged": span(5), "excused_at": at(1)}, Outcome.EXCUSED),
    ("excused and still open", {"as_of": at(2), "excused_at": at(1)}, Outcome.EXCUSED),
    ("excused and not known", {"known": False, "excused_at": at(1)}, Outcome.EXCUSED),
    ("done by the earlier of two limits", {"due": UNSURE_DUE, "discharged": span(4)}, Outcome.MET),
    ("done between two limits", {"due": UNSURE_DUE, "discharged": span(5)}, Outcome.CANNOT_TELL),
    ("done at the later of two limits", {"due": UNSURE_DUE, "discharged": span(6)}, Outcome.CANNOT_TELL),
    ("done after both limits", {"due": UNSURE_DUE, "discharged": Span.exactly(at(6, 1))}, Outcome.LATE),
    ("not done and judged between two limits", {"due": UNSURE_DUE, "as_of": at(5)}, Outcome.CANNOT_TELL),
    ("not done and judged at the later limit", {"due": UNSURE_DUE, "as_of": at(6)}, Outcome.CANNOT_TELL),
    ("not done and judged after both limits", {"due": UNSURE_DUE, "as_of": at(6, 1)}, Outcome.MISSED),
    ("ended between two limits", {"due": UNSURE_DUE, "withdrawn": span(5)}, Outcome.CANNOT_TELL),
    ("an act judged at its own instant", {"at_act": True, "as_of": at(4)}, Outcome.MISSED),
    ("an act in its proper form at its own instant", {"at_act": True, "discharged": span(4)}, Outcome.MET),
    (
        "an act at no exact time judged at the latest",
        {"at_act": True, "due": UNSURE_DUE, "as_of": at(6)},
        Outcome.MISSED,
    ),
]


@pytest.mark.parametrize(("stored", "expected"), [c[1:] for c in CASES], ids=[c[0] for c in CASES])
def test_the_first_line_that_fits_decides(stored: dict[str, Any], expected: Outcome | None) -> None:
    assert outcome(owed(**stored)) is expected
