"""Actions as they count at an instant: done rows with their spans, denials with their extent, implied evidence."""

from dataclasses import dataclass, field, replace
from datetime import datetime

from bounden.obligations.span import Span
from bounden.records import Action

#: Stands for "no lower bound": before any record of a force.
LONG_AGO = datetime(1900, 1, 1)


@dataclass(frozen=True, slots=True)
class Deed:
    """A done action. note: never shown, only whether there is one and which phrases stand in it.

    implied: it follows from one of another kind; up_to: when that one was, if it was done at some time from T up to it.
    """

    action_id: str
    occurrence_id: str
    kind: str
    value: str | None
    person_id: str | None
    span: Span
    by_id: str | None = None
    by_role: str | None = None
    by_rank: str | None = None
    note: str | None = field(default=None, repr=False)
    implied: bool = False
    up_to: Span | None = None

    @property
    def order(self) -> tuple[datetime, datetime, str]:
        """By earliest, latest, id."""
        return (self.span.earliest, self.span.latest, self.action_id)


@dataclass(frozen=True, slots=True)
class Denial:
    """A record that something was not done, up to `until`. dated: the record gave that instant."""

    action_id: str
    kind: str
    value: str | None
    person_id: str | None
    span: Span
    until: datetime
    dated: bool


def read_denial(action: Action, report: Span | None, as_of: datetime) -> Denial | None:
    """The denial that an action with done = false is at `as_of`; None if it does not exist yet."""
    if action.happened_at is not None and action.happened_at > as_of:
        return None
    return Denial(
        action_id=action.action_id,
        kind=action.kind,
        value=action.value,
        person_id=action.person_id,
        span=_span(action, report, as_of),
        until=action.happened_at or as_of,
        dated=action.happened_at is not None,
    )


def read_deed(action: Action, report: Span | None, as_of: datetime) -> Deed | None:
    """The deed that a done action is at `as_of`; None if it does not exist yet (record tests, 1.2)."""
    span = _span(action, report, as_of)
    if span.earliest > as_of:
        return None
    return Deed(
        action_id=action.action_id,
        occurrence_id=action.occurrence_id,
        kind=action.kind,
        value=action.value,
        person_id=action.person_id,
        span=span,
        by_id=action.by_id,
        by_role=action.by_role,
        by_rank=action.by_rank,
        note=action.note,
    )


def _span(action: Action, report: Span | None, as_of: datetime) -> Span:
    """A row without `at` runs from its occurrence's report to when it was recorded, else to `as_of`."""
    earliest = action.happened_at or (report.earliest if report else LONG_AGO)
    if action.latest_unknown:
        latest = as_of
    elif action.happened_at_latest:
        latest = action.happened_at_latest
    elif action.happened_at:
        latest = action.happened_at
    else:
        latest = action.recorded_at_latest or action.recorded_at or as_of
    return Span(earliest, max(earliest, min(latest, as_of)))


def raised(deed: Deed, denials: tuple[Denial, ...]) -> Deed:
    """The deed with its earliest instant raised to the end of a dated denial of the same thing (1.3)."""
    ends = [
        d.until
        for d in denials
        if d.dated and d.kind == deed.kind and d.value in (None, deed.value) and d.person_id in (None, deed.person_id)
    ]
    earliest = min(max([deed.span.earliest, *ends]), deed.span.latest)
    return replace(deed, span=Span(earliest, deed.span.latest))


@dataclass(frozen=True, slots=True)
class Implication:
    """A done `kind` (with one of `values`) shows that `implied` was done: at the same moment, or from T up to it."""

    kind: str
    implied: str
    same_moment: bool
    values: frozenset[str] = frozenset()
    implied_value: str | None = None


def _same(kind: str, implied: str, *values: str, gives: str | None = None) -> Implication:
    return Implication(kind, implied, same_moment=True, values=frozenset(values), implied_value=gives)


def _up_to(kind: str, implied: str) -> Implication:
    return Implication(kind, implied, same_moment=False)


#: The whole list (record tests, 1.3); closed_at ⇒ closed is read with the occurrence. One step, never a chain.
IMPLICATIONS = (
    _same("child_spoken_to", "child_seen", "alone", "with_others"),
    _same("evidence_interview_held", "child_seen"),
    _same("medical_held", "child_seen"),
    _same("prevention_interview_held", "child_seen", "face_to_face"),
    _same("protection_started", "child_seen"),
    _same("evidence_interview_held", "child_spoken_to", gives="alone"),
    _same("devices_seized", "premises_searched"),
    _same("investigation_started", "investigator_allocated"),
    _up_to("officers_arrived", "officers_deployed"),
    _up_to("appropriate_adult_arrived", "appropriate_adult_called"),
    _up_to("transferred_to_authority", "accommodation_requested"),
    _up_to("strategy_discussion_held", "referral_shared"),
    _up_to("referral_shared", "referral_submitted"),
    _up_to("referral_checked", "referral_submitted"),
    _up_to("referral_answered", "referral_submitted"),
    _up_to("medical_held", "medical_decided"),
    _up_to("return_interview_received", "return_interview_held"),
)

#: A denial of the first denies the second although the second does not imply it (1.3).
ALSO_DENIES = {"investigator_allocated": ("investigation_started",)}
