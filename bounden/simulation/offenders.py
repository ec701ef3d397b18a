"""Registered sex offenders: notices, risk, visits with a backlog, breaches and changes, over the years of a registration."""

from datetime import datetime, timedelta

from bounden.obligations.clock.local import day_of, to_local
from bounden.obligations.outcome import Outcome
from bounden.simulation.case import Act, Case, open_case
from bounden.simulation.deadlines import after, days_before, same_day
from bounden.simulation.force import CONTROL, MISSING, OFFENDERS
from bounden.simulation.owed.referrals import SHOWING_REFERRAL, owe_for_referrals
from bounden.simulation.people import lone, postcode
from bounden.simulation.referrals import follow
from bounden.simulation.story import Story

_RISKS = (("very_high", 0.02), ("high", 0.18), ("medium", 0.30), ("low", 0.50))
_ORDER = ("very_high", "high", "medium", "low")
_ABOVE_LOW = _ORDER[:3]
_LAPSED = (Outcome.LATE, Outcome.MISSED)
_YEARS_BACK = 6
_MINUTE = timedelta(minutes=1)


class Registration:
    """One registration, from its report to its closing or to now."""

    def __init__(self, story: Story) -> None:
        self.story, self.chance = story, story.chance
        force = story.force
        rep = self.chance.between(force.as_of - timedelta(days=365 * _YEARS_BACK), force.as_of - _MINUTE)
        self.case = open_case(story, "registration", OFFENDERS, rep)
        self.rep = rep
        born = day_of(rep - self.chance.span(timedelta(days=19 * 365), timedelta(days=75 * 365)))
        true = lone(force.seed, force.name, story.name, born, girl=self.chance.happens(0.02))
        self.man = story.adult(true, OFFENDERS)
        closes = (
            rep + self.chance.span(timedelta(days=100), timedelta(days=1500)) if self.chance.happens(0.08) else None
        )
        self.closed = closes if closes and closes <= force.as_of else None
        self.until = self.closed or force.as_of

    def tell(self) -> None:
        """Plant the years, then write down what is owed in them."""
        self.case.involve(self.man, "registered_offender")
        self.case.closed_at = self.closed
        self._register()
        self._live()
        self._events()
        self._visits()
        self._owe_notices()
        self._owe_visits()
        self._owe_reviews()
        self._owe_events()
        owe_for_referrals(self.case, None, lambda at: False)
        self._met_by_officers()
        self._goes_missing()
        self.case.write()

    def _act(self, kind: str, at: datetime | None, **more: str | None) -> Act | None:
        if at is None or (self.closed and at >= self.closed):
            return None
        return self.case.act(kind, at, person=self.man, **more)  # type: ignore[arg-type]

    def _register(self) -> None:
        case, rep, chance = self.case, self.rep, self.chance
        if chance.happens(0.6):
            case.occurred_at = rep - chance.hours(0, 60)
        begins = case.occurred_at or rep
        plan = case.plan("RO-01", begins, after(begins, "3 d beginning with"))
        self.excused_notice = case.reason("RO-01", plan.excused, person=self.man)
        at = plan.done or (begins + chance.hours(100, 900) if plan.excused else None)
        self._act("notified", at, rank=None, role="offender")
        while at and chance.happens(0.97):
            at = case.plan("RO-03", at, after(at, "12 m")).done
            self._act("notified", at, rank=None, role="offender")
        self._act("risk_set", rep + chance.hours(1, 300), value=chance.weighed(_RISKS))
        self._act("manager_assigned", case.plan("RO-13", rep, after(rep, "ro_manager")).done, rank="sergeant")
        plan = case.plan("RO-11", rep, after(rep, "15 d"))
        self.excused_assessment = case.reason("RO-11", plan.excused, person=self.man)
        self._act("assessment_completed", plan.done)

    def _live(self) -> None:
        """Where he lives; some have no home for a time (RO-04)."""
        chance, story = self.chance, self.story
        self.homeless: list[tuple[str, datetime, datetime | None]] = []
        place = story.place("home", f"{chance.whole(1, 200)} Forge Street", postcode(chance), OFFENDERS)
        drawn = chance.random()
        if drawn < 0.02:
            self.homeless.append((self.case.id, self.rep, None))
        elif drawn < 0.06:
            left = chance.between(self.rep + timedelta(days=1), self.until)
            back = left + chance.span(timedelta(days=2), timedelta(days=90))
            back_by_now = back if back <= self.story.as_of else None
            story.lives(self.man, place, OFFENDERS, self.rep - timedelta(days=30), left)
            if left <= self.story.as_of:
                self.homeless.append((f"{place} until {left:%Y-%m-%dT%H:%M:%SZ}", left, back_by_now))
            if back_by_now:
                story.lives(self.man, place, OFFENDERS, back_by_now, None)
        else:
            story.lives(self.man, place, OFFENDERS, self.rep - timedelta(days=chance.whole(1, 900)), None)
        for _, begins, back in self.homeless:
            at: datetime | None = begins
            while at and at < min(back or self.until, self.until):
                at = self.case.plan("RO-04", at, after(at, "7 d")).done
                if at and (back is None or at < back):
                    self._act("notified", at, rank=None, role="offender")

    def _events(self) -> None:
        """Changes of risk and of his life, breaches, intelligence, and reactive management of some at low risk."""
        chance, rep = self.chance, self.rep
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

    def _due(self, at: datetime) -> datetime:
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

    def _paused(self, at: datetime) -> Act | None:
        """The start of reactive management not ended by an instant."""
        for act in reversed(self.case.of("reactive_started")):
            if act.at > at:
                continue
            over = [v for v in self.case.of("visited") if v.value == "seen" and act.at < v.at <= at]
            over += [r for r in self.case.of("risk_set") if r.value in _ABOVE_LOW and act.at < r.at <= at]
            return None if over else act
        return None

    def _visits(self) -> None:
        case, chance = self.case, self.chance
        habit = chance.whole(0, 6) if chance.happens(0.06) else None
        pause = next(iter(case.of("reactive_started")), None)
        at = self.rep
        while at < self.until:
            if pause and pause.at <= at:
                raised = [r.at for r in case.of("risk_set") if r.value in _ABOVE_LOW and r.at > pause.at]
                if not raised or self._paused(at) is None:
                    pause = None if self._paused(at) is None else pause
                if pause:
                    if not raised:
                        return
                    at, pause = max(raised[0], at), None
            due = self._due(at)
            plan = case.plan("RO-07", at, due)
            case.reason("RO-07", plan.excused, person=self.man)
            done = plan.done or (due + chance.hours(24, 2000) if plan.excused else None)
            if done is None:
                self._escalate(due, None)
                return
            if pause and done > pause.at:
                at = pause.at
                continue
            done = max(_at_visiting_time(done, chance.whole(8, 19), habit), at + _MINUTE)
            if done > due:
                self._escalate(due, done)
            failed = at
            while chance.happens(0.18):
                failed = chance.between(failed + _MINUTE, done - _MINUTE)
                if failed < done:
                    self._visited(failed, "not_seen")
            if chance.happens(0.03):
                for hours in (-60, -30):
                    failed = done + timedelta(hours=hours)
                    if failed > at:
                        self._visited(failed, "not_seen")
            if not self._visited(done, "seen"):
                return
            at = done

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

    def _owe_notices(self) -> None:
        case, man, ended = self.case, self.man, self.closed
        begins = case.occurred_at or self.rep
        due = after(begins, "3 d beginning with")
        case.owe("RO-01", due, case.first("notified"), person=man, ended=ended, excused=self.excused_notice)
        notices = case.of("notified")
        for place, notice in enumerate(notices):
            following = notices[place + 1].at if place + 1 < len(notices) else None
            case.owe("RO-03", after(notice.at, "12 m"), following, person=man, trigger=notice, ended=ended)
        for found in case.of("change_found"):
            told = case.first("notified", since=days_before(found.at, 3))
            case.owe("RO-02", after(found.at, "3 d beginning with"), told, person=man, trigger=found, ended=ended)
        for trigger, begins, back in self.homeless:
            self._owe_each(("notified",), "RO-04", begins, trigger, "7 d", back)

    def _owe_each(
        self, kinds: tuple[str, ...], standard: str, begins: datetime, trigger: str, limit: str, until: datetime | None
    ) -> None:
        """A recurring duty from one instant until another."""
        acts = [a for kind in kinds for a in self.case.of(kind) if begins <= a.at and (until is None or a.at < until)]
        acts.sort(key=lambda act: (act.at, act.id))
        at, name = begins, trigger
        ended = min((end for end in (self.closed, until) if end), default=None)
        for act in [*acts, None]:
            done = act.at if act else None
            self.case.owe(standard, after(at, limit), done, person=self.man, trigger=name, ended=ended)
            if act:
                at, name = act.at, act.id

    def _owe_visits(self) -> None:
        case, man = self.case, self.man
        visits = case.of("visited")
        seen = [visit for visit in visits if visit.value == "seen"]
        begins: list[tuple[datetime, str]] = [(self.rep, case.id)] + [(visit.at, visit.id) for visit in seen]
        for pause in case.of("reactive_started"):
            raised = next((r for r in case.of("risk_set") if r.at > pause.at and r.value in _ABOVE_LOW), None)
            if raised and not any(pause.at < visit.at < raised.at for visit in seen):
                begins.append((raised.at, raised.id))
        for at, trigger in begins:
            following = min((visit.at for visit in seen if visit.at > at), default=None)
            pauses = [
                p.at for p in case.of("reactive_started") if p.at > at and (following is None or p.at < following)
            ]
            ended = min([*pauses, *([self.closed] if self.closed else [])], default=None)
            due = self._due(at)
            reasons = [r.at for r in case.of("rationale_recorded") if r.value == "RO-07" and r.at >= at]
            excused = min(reasons, default=None)
            told = case.owe("RO-07", due, following, person=man, trigger=trigger, ended=ended, excused=excused)
            if told in _LAPSED:
                self._owe_each(("escalated", "supervisor_reviewed"), "RO-23", due, trigger, "ro_overdue", following)
        for place, visit in enumerate(visits):
            done = case.first("plan_reviewed", since=visit.at)
            case.owe("RO-15", after(visit.at, "ro_record"), done, person=man, trigger=visit, ended=self.closed)
            if place >= 2:
                slots = {_slot(one.at) for one in visits[place - 2 : place + 1]}
                case.owe(
                    "RO-08", visit.at, None if len(slots) == 1 else visit.at, person=man, trigger=visit, at_act=True
                )
            self._owe_warrant(visits, place)

    def _owe_warrant(self, visits: list[Act], place: int) -> None:
        values = [visit.value for visit in visits[max(0, place - 2) : place + 1]]
        if values[-2:] != ["not_seen"] * 2 or values[:-2] == ["not_seen"]:
            return
        visit = visits[place]
        due = after(visit.at, "ro_warrant")
        seen = [v.at for v in visits if v.value == "seen" and v.at >= visit.at]
        ended = min([*seen, *([self.closed] if self.closed else [])], default=None)
        done = self.case.first("warrant_considered", since=visit.at)
        considered = self.case.seen("warrant_considered", due, done)
        self.case.owe("RO-10", due, considered, person=self.man, trigger=visit, ended=ended)

    def _owe_reviews(self) -> None:
        case, man, rep, ended = self.case, self.man, self.rep, self.closed
        case.owe("RO-13", after(rep, "ro_manager"), case.first("manager_assigned"), person=man, ended=ended)
        assessed = case.first("assessment_completed")
        case.owe("RO-11", after(rep, "15 d"), assessed, person=man, ended=ended, excused=self.excused_assessment)
        reviews = [a for kind in ("assessment_completed", "plan_reviewed") for a in case.of(kind)]
        reviews.sort(key=lambda act: (act.at, act.id))
        events = sorted(a.at for kind in ("change_found", "breach_established") for a in case.of(kind))
        at, trigger = rep, case.id
        for review in [*reviews, None]:
            due = after(at, "12 m")
            soon = next((event for event in events if at < event < due), None)
            if soon:
                due = min(due, after(soon, "ro_review_event"))
            case.owe("RO-12", due, review.at if review else None, person=man, trigger=trigger, ended=ended)
            if review:
                at, trigger = review.at, review.id

    def _owe_events(self) -> None:
        case, man, ended = self.case, self.man, self.closed
        for breach in case.of("breach_established"):
            recorded, told = (case.first(kind, since=breach.at) for kind in ("breach_recorded", "managers_told"))
            case.owe("RO-06", after(breach.at, "24 h"), recorded, told, person=man, trigger=breach, ended=ended)
            acted = [case.first(kind, since=breach.at) for kind in ("order_breach_acted_on", "suspect_arrested")]
            reasons = case.first("rationale_recorded", values=("INV-24",))
            done = min((at for at in acted if at), default=None)
            case.owe("INV-24", after(breach.at, "breach_action"), done, person=man, trigger=breach, excused=reasons)
        for found in case.of("change_found"):
            if found.value == "child_in_household":
                referred = case.first("referral_submitted", since=found.at)
                self._owe_referral(found, referred)
        for started in case.of("reactive_started"):
            self._owe_reactive(started)
        for kind in ("intelligence_received", "change_found", "breach_established"):
            for event in case.of(kind):
                if self._paused(event.at):
                    done = case.first("reactive_reviewed", since=event.at)
                    due = after(event.at, "ro_reactive")
                    case.owe("RO-14", due, done, person=man, trigger=event, stage="2", ended=ended)

    def _owe_referral(self, found: Act, referred: datetime | None) -> None:
        due = same_day(found.at)
        hint = self.case.hinted(due, referred, *SHOWING_REFERRAL, since=found.at)
        self.case.owe("RO-16", due, hint, trigger=found, ended=self.closed)

    def _owe_reactive(self, started: Act) -> None:
        case, man = self.case, self.man
        signs = [r.at for r in case.of("risk_set") if r.value in _ABOVE_LOW]
        signs += [b.at for b in case.of("breach_established")]
        broken = any(at < started.at <= after(at, "36 m") for at in signs)
        told: Outcome | None = Outcome.MET
        if broken:
            told = Outcome.MISSED
        elif after(self.rep, "36 m") >= started.at:
            told = Outcome.CANNOT_TELL
        case.answer("RO-14", told, person=man, trigger=started, stage="1")

    def _elsewhere(self, kind: str, at: datetime, mine: Case) -> list[datetime]:
        """When such an act was done in the registration since an instant, or in the case itself at any time."""
        return [a.at for a in self.case.of(kind) if a.at >= at] + [a.at for a in mine.of(kind)]

    def _met_by_officers(self) -> None:
        """Officers meet him in an incident, and what they learn goes to his manager (RO-18)."""
        if not self.chance.happens(0.2):
            return
        begins = max(self.rep, self.story.force.begins)
        case = open_case(
            self.story, "incident", CONTROL, self.chance.between(begins, self.story.as_of), category="other"
        )
        case.involve(self.man, "registered_offender")
        due = after(case.reported_at, "intelligence")
        plan = case.plan("RO-18", case.reported_at, due)
        case.act(self.chance.pick(("managers_told", "intelligence_disseminated")), plan.done, person=self.man)
        times = self._elsewhere("managers_told", case.reported_at, case)
        times += self._elsewhere("intelligence_received", case.reported_at, case)
        times += [a.at for a in case.of("intelligence_disseminated")]
        case.owe("RO-18", due, min(times, default=None))
        case.write()

    def _goes_missing(self) -> None:
        """He disappears, and is circulated and looked for (RO-22)."""
        if self.closed or not self.chance.happens(0.02):
            return
        chance, story = self.chance, self.story
        rep = chance.between(max(self.rep + _MINUTE, story.force.begins), story.as_of)
        case = open_case(story, "missing", MISSING, rep)
        case.involve(self.man, "missing_person")
        found = rep + chance.hours(10, 1500)
        due = after(rep, "ro_circulated")
        told = case.act("circulated", case.plan("RO-22", rep, due).done, person=self.man)
        over = case.act("found", found, person=self.man)
        ended = over.at if over else None
        case.owe("RO-22", due, told and told.at, person=self.man, stage="1", ended=ended)
        at, trigger = rep, case.id
        while True:
            due = after(at, "ro_missing_review")
            planned = case.plan("RO-22", at, due).done
            review = None
            if planned and planned < found:
                review = case.act("supervisor_reviewed", max(planned, at + _MINUTE), person=self.man, rank="sergeant")
            case.owe("RO-22", due, review and review.at, person=self.man, trigger=trigger, stage="2", ended=ended)
            if review is None:
                break
            at, trigger = review.at, review.id
        case.write()


_CHANGES = (("address", 0.5), ("name", 0.1), ("other", 0.2), ("child_in_household", 0.2))


def _slot(at: datetime) -> tuple[int, int]:
    """The weekday and the part of the day, by the clock in London."""
    local = to_local(at)
    return local.weekday(), sum(local.hour >= hour for hour in (12, 17))


def _at_visiting_time(at: datetime, hour: int, weekday: int | None) -> datetime:
    """The same day by daylight; where the manager has a habit, the weekday and hour that are his."""
    if weekday is None:
        return at.replace(hour=hour)
    return (at + timedelta(days=(weekday - at.weekday()) % 7)).replace(hour=9)


def tell_offender(story: Story) -> None:
    """One registered sex offender."""
    Registration(story).tell()
