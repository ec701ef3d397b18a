"""A registration as it stands between what is planted in it and what it comes to: whose, since when, at what risk."""

from dataclasses import dataclass, field
from datetime import datetime

from bounden.simulation.case import Act, Case
from bounden.simulation.deadlines import after
from bounden.simulation.people import Recorded

_ORDER = ("very_high", "high", "medium", "low")
ABOVE_LOW = _ORDER[:3]


@dataclass(slots=True)
class Registration:
    """One offender under management, from the report to the closing or to now.

    homeless: each time without a home: the name that stands for it, its beginning and its end. elsewhere: the other
    occurrences in which he is.
    """

    case: Case
    man: Recorded
    closed: datetime | None
    homeless: list[tuple[str, datetime, datetime | None]] = field(default_factory=list)
    elsewhere: list[Case] = field(default_factory=list)

    @property
    def begins(self) -> datetime:
        return self.case.reported_at

    @property
    def until(self) -> datetime:
        """The closing or, where it is open, now."""
        return self.closed or self.case.as_of

    def visit_due(self, at: datetime) -> datetime:
        """When the next visit is due after one, by the risk as it was then and as it changed (RO-07)."""
        sets = self.case.of("risk_set")
        before = [one for one in sets if one.at <= at]
        later = [one for one in sets if one.at > at]
        if not before:
            before, later = later[:1], later[1:]
        if not before:
            return after(at, "visit_every_very_high")  # not assessed yet: it may be as soon as that
        risk = str(before[-1].value)
        due = after(at, f"visit_every_{risk}")
        for one in later:
            limit = f"visit_every_{one.value}"
            raised = _ORDER.index(str(one.value)) < _ORDER.index(risk)
            if raised:
                due = min(due, after(one.at, limit))
            elif one.value != risk and one.at <= due:
                due = after(at, limit)
            risk = str(one.value)
        return due

    def paused(self, at: datetime) -> Act | None:
        """The start of reactive management not ended by an instant."""
        for act in reversed(self.case.of("reactive_started")):
            if act.at > at:
                continue
            over = [v for v in self.case.of("visited") if v.value == "seen" and act.at < v.at <= at]
            over += [r for r in self.case.of("risk_set") if r.value in ABOVE_LOW and act.at < r.at <= at]
            return None if over else act
        return None
