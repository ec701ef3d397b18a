"""Evidence weighed for one member of what must be done: what the records show at D (record tests, 1.2 to 1.4)."""

import enum
from dataclasses import dataclass, replace
from datetime import datetime

from bounden.obligations.judging.feeds import Feed
from bounden.obligations.judging.gathering import gather
from bounden.obligations.judging.question import Alternative, Found, Question
from bounden.obligations.span import Span
from bounden.obligations.terms import AtOnce, Member


class State(enum.StrEnum):
    """What the records show of one member at D."""

    MET = "met"
    LATE = "late"
    NOT_DONE = "not done"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Weighed:
    """A member weighed: its state, the row that decides, what is missing, and the denial that holds."""

    state: State
    span: Span | None = None
    evidence_id: str | None = None
    missing: str = ""
    denied_until: datetime | None = None
    alternatives: tuple[Alternative, ...] = ()


def weigh(asked: Question, member: Member) -> Weighed:
    """What the records show of one member at D (record tests, 1.2 and 1.4, "any")."""
    gathered = tuple(gather(asked, one, member) for one in member.alternatives)
    rows = [found for one in gathered for found in one.rows]
    sure = sorted((f for f in rows if f.told.holds), key=_by_latest)
    base = Weighed(State.UNKNOWN, alternatives=gathered)
    if sure and (sure[0].in_time or sure[0].deed.span.latest <= asked.due.earliest):
        return replace(base, state=State.MET, span=_in_time(sure[0], asked.due), evidence_id=_id(sure[0]))
    if rows and all(_after(f, asked.due) for f in rows):
        first = min(rows, key=lambda f: f.deed.order)
        barred = _bar_to_late(gathered, rows, asked.due)
        if not barred:
            return replace(base, state=State.LATE, span=first.deed.span, evidence_id=_id(first))
        return replace(base, missing=barred)
    if rows:
        kept = sure[0] if sure else None
        return replace(
            base,
            span=kept.deed.span if kept else None,
            evidence_id=_id(kept) if kept else None,
            missing=_why_unsure(rows, asked.due),
        )
    silent = [one for one in gathered if not _known_not_done(one, asked)]
    if not silent:
        denials = [one.denied_until for one in gathered]
        until = min((d for d in denials if d), default=None) if None not in denials else None
        return replace(base, state=State.NOT_DONE, denied_until=until)
    quiet = silent[0]
    return replace(base, missing=quiet.unsaid or f"feed actions/{quiet.kind}: {quiet.feed}")


def _after(found: Found, due: Span) -> bool:
    return found.deed.span.earliest > due.latest and not found.in_time and not found.may_be_in_time


def _by_latest(found: Found) -> tuple[bool, datetime, datetime, str]:
    span = found.deed.span
    return (not found.in_time, span.latest, span.earliest, found.deed.action_id)


def _id(found: Found) -> str | None:
    return found.deed.action_id or None


def _in_time(found: Found, due: Span) -> Span:
    """The span of a row that is in time; one that is so by its nature is not later than D1."""
    span = found.deed.span
    if not found.in_time:
        return span
    return Span(min(span.earliest, due.earliest), min(span.latest, due.earliest))


def _bar_to_late(gathered: tuple[Alternative, ...], rows: list[Found], due: Span) -> str:
    for one in gathered:
        if one.feed is Feed.NOT_SUPPLIED:
            return f"feed actions/{one.kind}: {one.feed}"
    if all(f.deed.implied for f in rows):
        for one in gathered:
            denied = one.denied_until is not None and one.denied_until >= due.latest
            if one.feed is not Feed.COMPLETE and not denied:
                return f"feed actions/{one.kind}: {one.feed}"
    return ""


def _why_unsure(rows: list[Found], due: Span) -> str:
    """The first field that leaves it open, else the time of the first row that may be in time."""
    near = sorted((f for f in rows if not _after(f, due)), key=lambda f: f.deed.order)
    return next((f.told.reason for f in near if f.told.reason), f"actions.happened_at of {near[0].deed.kind}")


def _known_not_done(one: Alternative, asked: Question) -> bool:
    if one.feed is Feed.COMPLETE:
        return True
    if one.denied_until is not None and one.denied_until >= asked.due.latest:
        return True
    return one.never_before_start and asked.started.at_action and isinstance(asked.test.due, AtOnce)
