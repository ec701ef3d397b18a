"""What becomes of a duty, from the instants that were planted (record tests, 1.2)."""

from datetime import datetime, timedelta

import pytest

from bounden.obligations.outcome import Outcome
from bounden.simulation.fates import Hint, Shown, as_shown, fate

DUE = datetime(2025, 6, 10, 12)
LATER = DUE + timedelta(days=30)
SECOND = timedelta(seconds=1)
BEFORE, AFTER = DUE - SECOND, DUE + SECOND


@pytest.mark.parametrize(
    ("done", "more", "told"),
    [
        ((DUE,), {}, Outcome.MET),
        ((AFTER,), {}, Outcome.LATE),
        ((None,), {}, Outcome.MISSED),
        ((BEFORE, None), {}, Outcome.MISSED),
        ((BEFORE, AFTER), {}, Outcome.LATE),
        ((AFTER,), {"ended": DUE}, None),
        ((BEFORE,), {"ended": BEFORE}, Outcome.MET),
        ((AFTER,), {"ended": AFTER}, Outcome.LATE),
        ((None,), {"excused": DUE}, Outcome.EXCUSED),
        ((None,), {"excused": AFTER}, Outcome.MISSED),
        ((Hint(BEFORE, latest=AFTER),), {}, Outcome.CANNOT_TELL),
        ((Hint(BEFORE, latest=DUE),), {}, Outcome.MET),
        ((Hint(AFTER, open=True),), {}, Outcome.CANNOT_TELL),
        ((Hint(None, open=True), None), {}, Outcome.MISSED),
        ((Hint(None, open=True), AFTER), {}, Outcome.LATE),
        ((AFTER,), {"due_latest": AFTER}, Outcome.CANNOT_TELL),
        ((None,), {"due_latest": LATER}, Outcome.CANNOT_TELL),
        ((None,), {"due_latest": AFTER}, Outcome.MISSED),
    ],
)
def test_once_the_limit_has_passed(done, more, told):
    assert fate(DUE + timedelta(days=1), DUE, done, **more) is told


def test_at_its_very_instant_a_limit_is_still_open_unless_it_is_that_of_an_act():
    assert fate(DUE, DUE, (None,)) is Outcome.PENDING
    assert fate(DUE, DUE, (None,), at_act=True) is Outcome.MISSED
    assert fate(BEFORE, DUE, (None,), at_act=True) is Outcome.PENDING


@pytest.mark.parametrize(
    ("shown", "never", "late"),
    [
        (Shown.ALL, Outcome.MISSED, Outcome.LATE),
        (Shown.UNSTATED, Outcome.CANNOT_TELL, Outcome.LATE),
        (Shown.NOT_SUPPLIED, Outcome.CANNOT_TELL, Outcome.CANNOT_TELL),
    ],
)
def test_what_the_delivery_does_not_show_is_no_omission(shown, never, late):
    assert fate(LATER, DUE, (as_shown(Hint(None), shown),)) is never
    assert fate(LATER, DUE, (as_shown(Hint(AFTER), shown),)) is late
    assert fate(LATER, DUE, (as_shown(Hint(BEFORE), shown),)) is Outcome.MET
