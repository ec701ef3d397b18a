"""A start: T as an instant, and the row that gives it (see `starts`)."""

from dataclasses import dataclass

from bounden.obligations.judging.deeds import Deed, Denial
from bounden.obligations.judging.told import YES, Told
from bounden.obligations.span import Span

STAGE_UNSURE = "what became of the stage before"


@dataclass(frozen=True, slots=True)
class Stage:
    """What discharged the stage before: when, and the row."""

    span: Span
    evidence_id: str | None


@dataclass(frozen=True, slots=True)
class Started:
    """T: its span (None: cannot be told), the row that gives it, and whether the start is certain.

    first: the action, if it is certainly the instant T or not after it. at_action: T is an action's own instant.
    after: what discharged the stage before, where the test follows one.
    until: of a recurring duty, when the state that begins here ends, if it may end before the occurrence does.
    """

    span: Span | None
    trigger_id: str
    told: Told = YES
    first: Deed | None = None
    row: Deed | Denial | None = None
    at_action: bool = False
    after: Stage | None = None
    until: Span | None = None
