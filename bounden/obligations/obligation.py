"""One obligation as it is stored: instants and what is known, never a status (design, decision 3)."""

from dataclasses import dataclass, field
from datetime import datetime

from bounden.obligations.rules import Rule
from bounden.obligations.span import Span


@dataclass(frozen=True, slots=True)
class Considered:
    """A row that was looked at as evidence, and why it did or did not count. Words come from `explain`.

    verdict: "counts", "may count", "does not count", "denied" (a record that it was not done, up to `until`) or
    "silence" (no row, and the feed is complete). reason: the field that leaves it open, or in words why it does not
    count. implied: the row is of another kind that shows it.
    """

    action_id: str
    kind: str
    verdict: str
    reason: str = ""
    span: Span | None = None
    implied: bool = False
    until: datetime | None = None


@dataclass(frozen=True, slots=True)
class Anew:
    """The row with which a later interval of a recurring duty begins.

    ended_pause: it ended a pause, or may have where `value` is empty; otherwise it discharged the interval before.
    """

    kind: str
    value: str | None
    ended_pause: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Obligation:
    """What is owed to one child (or for one occurrence, offender or act) under one standard.

    occurrence_id: empty where the duty is about a person's flag and about no occurrence.
    as_of: the instant at which it was judged: the build's, or the case's own if earlier.
    trigger_known: false where a condition of the trigger cannot be told.
    triggered, due: empty where the start cannot be told.
    at_act: the limit is the act's own instant and counts as passed once the act is on record.
    discharged: of the evidence that decides; empty if there is none.
    withdrawn: the end of the cause, where it may have come by the limit and the duty was not met before.
    excused_at, excused_by: the recorded excuse that counts.
    denied_until: up to when the records say that it was not done.
    known: the records decide it once the limit has passed. missing: what is absent where they do not.
    considered: the rows looked at; anew: what begins a later interval; rule: what it was judged by. All for the
    explanation: they are no part of what is stored or compared.
    """

    key: str
    standard: str
    stage: str
    force: str
    source: str
    unit: str | None
    occurrence_id: str
    person_id: str | None
    trigger_id: str | None
    as_of: datetime
    trigger_known: bool
    triggered: Span | None
    due: Span | None
    at_act: bool
    discharged: Span | None = None
    evidence_id: str | None = None
    withdrawn: Span | None = None
    excused_at: datetime | None = None
    excused_by: str | None = None
    denied_until: datetime | None = None
    known: bool = False
    missing: str = ""
    considered: tuple[Considered, ...] = field(default=(), compare=False)
    anew: Anew | None = field(default=None, compare=False)
    rule: Rule | None = field(default=None, compare=False, repr=False)
