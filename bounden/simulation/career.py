"""A child who goes missing again and again: the flags, and what one episode means for another."""

from collections import defaultdict
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from bounden.obligations.outcome import Outcome
from bounden.simulation.case import Act, Case, Planned
from bounden.simulation.chance import Chance
from bounden.simulation.deadlines import after
from bounden.simulation.fates import Hint, Shown, as_shown, fate
from bounden.simulation.force import MISSING
from bounden.simulation.households import family_with_child
from bounden.simulation.people import Flagged, Recorded
from bounden.simulation.story import Story

_REPEATED, _WITHIN = 3, "90 d"
_YEAR = timedelta(days=365)


@dataclass(frozen=True, slots=True)
class _Later:
    """A duty that an act in any episode may discharge, and so is judged when all are told."""

    standard: str
    case: Case
    due: datetime
    kind: str
    excused: datetime | None


@dataclass(slots=True)
class Career:
    """One child's episodes. anywhere: what was done for the child in any of them, by kind."""

    story: Story
    child: Recorded
    home: str
    care_home: Flagged | None
    anywhere: dict[str, list[datetime]] = field(default_factory=lambda: defaultdict(list))
    _later: list[_Later] = field(default_factory=list)
    _repeated: list[tuple[Case, datetime]] = field(default_factory=list)

    def in_care_home(self, at: datetime) -> bool:
        """Whether the child lives in a care home at an instant."""
        return self.care_home is not None and self.care_home.held(at)

    def note(self, kind: str, act: Act | None) -> None:
        """Keep an act that counts for every episode before it."""
        if act:
            self.anywhere[kind].append(act.at)

    def later(self, standard: str, case: Case, due: datetime, kind: str, excused: datetime | None) -> None:
        """Judge a duty when all episodes are told."""
        self._later.append(_Later(standard, case, due, kind, excused))

    def meet(self, cases: list[Case]) -> None:
        """Plan what partners do about repeated reports, before any episode is told (MC-15, AH-27)."""
        for place, case in enumerate(cases):
            reports = [one.reported_at for one in cases[:place]]
            counted = [at for at in reports if at < case.reported_at <= after(at, _WITHIN)]
            if len(counted) < _REPEATED - 1:
                continue
            self._repeated.append((case, min(counted)))
            if self._since("multi_agency_meeting_held", min(counted)) and case.chance.happens(0.7):
                continue
            due = after(case.reported_at, "mc_repeat_meeting")
            self._meeting(case, case.plan("MC-15", case.reported_at, due))
            renewed = case.plan("MC-15", case.reported_at, due).done
            if renewed and case.chance.happens(0.3):
                self.story.flag(self.child, MISSING, Flagged("trigger_plan", renewed), renewed)
            else:
                self.note("trigger_plan_updated", case.act("trigger_plan_updated", renewed, person=self.child))

    def _meeting(self, case: Case, plan: Planned) -> None:
        held = case.act("multi_agency_meeting_held", plan.done, person=self.child, rank=None, role="council")
        self.note("multi_agency_meeting_held", held)
        if held is None:
            return
        went, sent = case.chance.random(), None
        if went < 0.7:
            came = case.act("meeting_attended", held.at, person=self.child)
            case.owe("AH-27", held.at, held.at, person=self.child, trigger=came, at_act=True)
            sent = held.at
        elif went < 0.85:
            reported = case.act("conference_report_supplied", held.at + case.chance.hours(-40, 12), person=self.child)
            sent = reported.at if reported else None
        case.owe("AH-27", held.at, sent, person=self.child, trigger=held, at_act=True)

    def _since(self, kind: str, at: datetime) -> datetime | None:
        return min((done for done in self.anywhere[kind] if done >= at), default=None)

    def conclude(self) -> None:
        """Write down what only the whole career shows."""
        for one in self._later:
            done = self._since(one.kind, one.case.reported_at)
            one.case.owe(one.standard, one.due, done, person=self.child, excused=one.excused)
        owe_entries(self.story, self.child, MISSING, [])
        for case, first in self._repeated:
            plans = [flag.from_at for flag in self.child.flags if flag.kind == "trigger_plan" and flag.from_at >= first]
            updated = self._since("trigger_plan_updated", first)
            plan = min([*plans, *([updated] if updated else [])], default=None)
            due = after(case.reported_at, "mc_repeat_meeting")
            case.owe("MC-15", due, self._since("multi_agency_meeting_held", first), plan, person=self.child)


def begin_career(story: Story, year_begins: datetime, often: int) -> Career:
    """A child, where she lives and what is known of her, before the first episode of a year."""
    chance = story.chance
    youngest = 4 if often == 1 else 11
    ends = year_begins + _YEAR
    home, fitting = family_with_child(story, year_begins, youngest - 1, 16, ends + _YEAR / 3)
    child = story.person(fitting[0], MISSING, child_until=ends + _YEAR / 3)
    in_care = chance.happens(0.15 if often < 3 else 0.6)
    kind = "care_home" if in_care and chance.happens(0.6) else "home"
    address = home.address if kind == "home" else f"{chance.whole(1, 99)} Bramble Lane"
    place = story.place(kind, address, home.postcode, MISSING)
    began = year_begins - chance.span(timedelta(days=3), timedelta(days=150))
    care_home = Flagged(kind, began) if kind == "care_home" else None
    story.lives(child, place, MISSING, began, None)
    for kind, share in _FLAGS:
        if chance.happens(share * (2.0 if often > 2 else 1.0)) or (kind == "looked_after" and in_care):
            raise_flag(story, child, MISSING, kind, chance.between(began, ends))
    return Career(story, child, place, care_home)


_FLAGS = (
    ("looked_after", 0.02),
    ("child_protection_plan", 0.10),
    ("sexual_exploitation_risk", 0.12),
    ("criminal_exploitation_risk", 0.08),
    ("trigger_plan", 0.12),
    ("medical_need", 0.04),
    ("self_harm_risk", 0.08),
)
_ENTERED = frozenset(
    {"child_protection_plan", "looked_after", "sexual_exploitation_risk", "criminal_exploitation_risk"}
)


def raise_flag(story: Story, child: Recorded, source: str, kind: str, from_at: datetime) -> None:
    """A flag on a child and its entry on police systems, which may be late or not on record."""
    chance: Chance = story.chance
    if from_at > story.as_of:
        return
    due = after(from_at, "flagging")
    entered: datetime | None = None
    drawn = chance.random()
    if drawn < 0.8:
        entered = chance.between(from_at, due)
    elif drawn < 0.94:
        entered = due + chance.hours(1, 300)
    to_at = from_at + chance.span(timedelta(days=60), timedelta(days=500)) if chance.happens(0.2) else None
    story.flag(child, source, Flagged(kind, from_at, to_at, entered), entered)


def owe_entries(story: Story, child: Recorded, source: str, added: list[datetime]) -> None:
    """What is owed for each flag on a child (AH-11). added: when actions say that a flag was added."""
    for flag in child.flags:
        if flag.kind not in _ENTERED:
            continue
        known = [at for at in (flag.entered, *added) if at and flag.from_at <= at <= story.as_of]
        done = as_shown(Hint(min(known, default=None)), Shown.UNSTATED)
        told = fate(story.as_of, after(flag.from_at, "flagging"), (done,))
        if child.born is None:
            told = Outcome.CANNOT_TELL  # whether it was a child's is not on record
        story.answer("AH-11", "", source, "", child.id, f"{flag.kind} {flag.from_at}", told)
