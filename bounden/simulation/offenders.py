"""Registered sex offenders: notices, risk, visits with a backlog, breaches and changes over the years."""

from datetime import datetime, timedelta
from typing import Unpack

from bounden.obligations.clock.local import day_of
from bounden.simulation.case import Act, How, open_case
from bounden.simulation.deadlines import after, same_day
from bounden.simulation.force import OFFENDERS
from bounden.simulation.offenders_elsewhere import go_missing, meet_officers
from bounden.simulation.owed.registration import owe_registration
from bounden.simulation.people import lone, postcode
from bounden.simulation.referrals import follow
from bounden.simulation.registration import ABOVE_LOW, Registration
from bounden.simulation.story import Story

_RISKS = (("very_high", 0.02), ("high", 0.18), ("medium", 0.30), ("low", 0.50))
_YEARS_BACK = 6
_MINUTE = timedelta(minutes=1)


class Offender:
    """One registered sex offender: what is planted of the years of his registration."""

    def __init__(self, story: Story) -> None:
        self.story, self.chance = story, story.chance
        force = story.force
        years = max(_YEARS_BACK, force.years)
        rep = self.chance.between(force.as_of - timedelta(days=365 * years), force.as_of - _MINUTE)
        self.case = open_case(story, "registration", OFFENDERS, rep)
        self.begins = rep
        born = day_of(rep - self.chance.span(timedelta(days=19 * 365), timedelta(days=75 * 365)))
        true = lone(force.seed, force.name, story.name, born, girl=self.chance.happens(0.02))
        self.man = story.adult(true, OFFENDERS)
        closes = (
            rep + self.chance.span(timedelta(days=100), timedelta(days=1500)) if self.chance.happens(0.08) else None
        )
        self.closed = closes if closes and closes <= force.as_of else None
        self.registration = Registration(self.case, self.man, self.closed)
        self.until = self.registration.until

    def tell(self) -> None:
        """Plant the years, then write down what is owed in them."""
        self.case.involve(self.man, "registered_offender")
        self.case.closed_at = self.closed
        self._register()
        self._live()
        self._events()
        self._visits()
        meet_officers(self.registration)
        owe_registration(self.registration)
        go_missing(self.registration)
        self.case.write()

    def _act(self, kind: str, at: datetime | None, **how: Unpack[How]) -> Act | None:
        if at is None or (self.closed and at >= self.closed):
            return None
        return self.case.act(kind, at, person=self.man, **how)

    def _register(self) -> None:
        case, rep, chance = self.case, self.begins, self.chance
        if chance.happens(0.6):
            case.occurred_at = rep - chance.hours(0, 60)
        begins = case.occurred_at or rep
        plan = case.plan("RO-01", begins, after(begins, "3 d beginning with"))
        case.reason("RO-01", plan.excused, person=self.man)
        at = plan.done or (begins + chance.hours(100, 900) if plan.excused else None)
        self._act("notified", at, rank=None, role="offender")
        while at and chance.happens(0.97):
            at = case.plan("RO-03", at, after(at, "12 m")).done
            self._act("notified", at, rank=None, role="offender")
        self._act("risk_set", rep + chance.hours(1, 300), value=chance.weighed(_RISKS))
        case.roughly("manager_assigned", case.plan("RO-13", rep, after(rep, "ro_manager")).done, person=self.man)
        plan = case.plan("RO-11", rep, after(rep, "15 d"))
        case.reason("RO-11", plan.excused, person=self.man)
        self._act("assessment_completed", plan.done)

    def _live(self) -> None:
        """Where he lives; some have no home for a time (RO-04)."""
        chance, story = self.chance, self.story
        place = story.place("home", f"{chance.whole(1, 200)} Forge Street", postcode(chance), OFFENDERS)
        drawn = chance.random()
        if drawn < 0.02:
            self.registration.homeless.append((self.case.id, self.begins, None))
        elif drawn < 0.06:
            left = chance.between(self.begins + timedelta(days=1), self.until)
            back = left + chance.span(timedelta(days=2), timedelta(days=90))
            back_by_now = back if back <= self.story.as_of else None
            story.lives(self.man, place, OFFENDERS, self.begins - timedelta(days=30), left)
            if left <= self.story.as_of:
                self.registration.homeless.append((f"{place} until {left:%Y-%m-%dT%H:%M:%SZ}", left, back_by_now))
            if back_by_now:
                story.lives(self.man, place, OFFENDERS, back_by_now, None)
        else:
            story.lives(self.man, place, OFFENDERS, self.begins - timedelta(days=chance.whole(1, 900)), None)
        for _, from_at, to_at in self.registration.homeless:
            at: datetime | None = from_at
            while at and at < min(to_at or self.until, self.until):
                at = self.case.plan("RO-04", at, after(at, "7 d")).done
                if at and (to_at is None or at < to_at):
                    self._act("notified", at, rank=None, role="offender")

    def _events(self) -> None:
        """Changes of risk and of his life, breaches, intelligence, and reactive management of some at low risk."""
        chance, rep = self.chance, self.begins
        if chance.happens(0.15):
            changed = chance.between(rep + timedelta(days=20), self.until)
            self._act("risk_set", changed, value=chance.weighed(_RISKS))
        first = self.case.of("risk_set")
        if first and first[0].value == "low" and chance.happens(0.25):
            self._act("reactive_started", chance.between(rep + timedelta(days=30), self.until))
            if chance.happens(0.3):
                self._act("risk_set", chance.between(rep + timedelta(days=60), self.until), value="medium")
        for kind, share in (("breach_established", 0.12), ("change_found", 0.3), ("intelligence_received", 0.3)):
            while chance.happens(share):
                at = chance.between(rep + timedelta(days=5), self.until)
                value = chance.weighed(_CHANGES) if kind == "change_found" else None
                self._follow(self._act(kind, at, value=value))

    def _follow(self, event: Act | None) -> None:
        case = self.case
        if event is None:
            return
        kind = next(kind for kind, acts in case.acts.items() if event in acts)
        if kind == "breach_established":
            self._act("breach_recorded", case.plan("RO-06", event.at, after(event.at, "24 h")).done)
            self._act("managers_told", case.plan("RO-06", event.at, after(event.at, "24 h")).done)
            plan = case.plan("INV-24", event.at, after(event.at, "breach_action"))
            dealt = self.chance.pick(("suspect_arrested", "order_breach_acted_on"))
            self._act(dealt, plan.done)
            case.reason("INV-24", plan.excused, person=self.man)
        if kind == "change_found":
            self._act("notified", case.plan("RO-02", event.at, after(event.at, "3 d beginning with")).done, rank=None)
            if event.value == "child_in_household":
                at = case.plan("RO-16", event.at, same_day(event.at)).done
                if at and not (self.closed and at >= self.closed):
                    follow(case, case.act("referral_submitted", at), None, urgent=False)
        self._act("plan_reviewed", case.plan("RO-12", event.at, after(event.at, "ro_review_event")).done)
        if self.chance.happens(0.6):
            self._act("reactive_reviewed", case.plan("RO-14", event.at, after(event.at, "ro_reactive")).done)

    def _visits(self) -> None:
        """Visit after visit, some late, some in vain; none while he is under reactive management."""
        habit = self.chance.whole(0, 6) if self.chance.happens(0.06) else None
        at: datetime | None = self.begins
        while at and at < self.until:
            pause = next((one for one in self.case.of("reactive_started") if one.at <= at), None)
            at = self._taken_up_again(at) if pause and self.registration.paused(at) else self._visit(at, habit)

    def _taken_up_again(self, at: datetime) -> datetime | None:
        """When his risk is raised under reactive management, so that visits begin again."""
        return min((act.at for act in self.case.of("risk_set") if act.value in ABOVE_LOW and act.at > at), default=None)

    def _visit(self, at: datetime, habit: int | None) -> datetime | None:
        """The visit after an instant, or the pause before it; None: there is none any more."""
        case, chance = self.case, self.chance
        due = self.registration.visit_due(at)
        plan = case.plan("RO-07", at, due)
        case.reason("RO-07", plan.excused, person=self.man)
        done = plan.done or (due + chance.hours(24, 2000) if plan.excused else None)
        if done is None:
            self._escalate(due, None)
            return None
        pause = next((one.at for one in case.of("reactive_started") if one.at > at), None)
        if pause and done > pause:
            return pause
        done = max(_at_visiting_time(done, chance.whole(8, 19), habit), at + _MINUTE)
        if done > due:
            self._escalate(due, done)
        self._fail(at, done)
        return done if self._visited(done, "seen") else None

    def _fail(self, at: datetime, done: datetime) -> None:
        """Visits in vain before one at which he is seen."""
        chance = self.chance
        failed = at
        while chance.happens(0.18):
            failed = chance.between(failed + _MINUTE, done - _MINUTE)
            if failed < done:
                self._visited(failed, "not_seen")
        for hours in (60, 30) if chance.happens(0.03) else ():
            if done - timedelta(hours=hours) > at:
                self._visited(done - timedelta(hours=hours), "not_seen")

    def _visited(self, at: datetime, value: str) -> Act | None:
        visit = self._act("visited", at, value=value)
        if visit:
            plan = self.case.plan("RO-15", visit.at, after(visit.at, "ro_record"))
            self._act("plan_reviewed", plan.done)
            if value == "not_seen" and self.chance.happens(0.5):
                plan = self.case.plan("RO-10", visit.at, after(visit.at, "ro_warrant"))
                self._act("warrant_considered", plan.done, rank="inspector")
        return visit

    def _escalate(self, due: datetime, until: datetime | None) -> None:
        """What is done each week about an overdue visit."""
        at: datetime | None = due
        while at and at < min(until or self.until, self.until):
            at = self.case.plan("RO-23", at, after(at, "ro_overdue")).done
            if at and (until is None or at < until):
                self._act(self.chance.pick(("escalated", "supervisor_reviewed")), at, rank="sergeant")


_CHANGES = (("address", 0.5), ("name", 0.1), ("other", 0.2), ("child_in_household", 0.2))


def _at_visiting_time(at: datetime, hour: int, weekday: int | None) -> datetime:
    """The same day by daylight; where the manager has a habit, the weekday and hour that are his."""
    if weekday is None:
        return at.replace(hour=hour)
    return (at + timedelta(days=(weekday - at.weekday()) % 7)).replace(hour=9)


def tell_offender(story: Story) -> None:
    """One registered sex offender."""
    Offender(story).tell()
