"""Missing children: a career of one episode or many, and what is owed in each; missing adults."""

from datetime import datetime, timedelta
from typing import Unpack

from bounden.obligations.clock.local import day_of
from bounden.simulation.career import Career, begin_career
from bounden.simulation.case import Act, How, Planned, open_case
from bounden.simulation.chance import Chance
from bounden.simulation.deadlines import after
from bounden.simulation.fates import Hint
from bounden.simulation.force import MISSING
from bounden.simulation.households import some_family
from bounden.simulation.log_phrases import OPENINGS, SEARCH
from bounden.simulation.narratives import log_of
from bounden.simulation.owed.decisions import owe_reason
from bounden.simulation.returned import Return
from bounden.simulation.story import Story

_YEAR = timedelta(days=365)
_HIGH = ("high", "very_high")
_LEVEL = {"very_high": 4, "high": 3, "medium": 2, "low": 1, "standard": 1, "no_apparent_risk": 0}
_DANGER = (
    "child_protection_plan",
    "sexual_exploitation_risk",
    "criminal_exploitation_risk",
    "medical_need",
    "self_harm_risk",
)
_EXPLOITED = ("sexual_exploitation_risk", "criminal_exploitation_risk")


class Episode:
    """One episode of a missing child, told from the report to the return interview."""

    def __init__(self, career: Career, reported_at: datetime, found_at: datetime | None) -> None:
        self.career, self.child = career, career.child
        self.case = open_case(career.story, "missing", MISSING, reported_at, category="concern_for_child")
        self.rep, self.chance = reported_at, self.case.chance
        self.found = found_at if found_at and found_at <= self.case.as_of else None
        self.years = self.child.age(day_of(reported_at)) or 0

    def tell(self) -> None:
        """Plant everything and write down what is owed."""
        case, child = self.case, self.child
        case.involve(child, "missing_person")
        case.place = self.career.home
        case.act("reported", self.rep, role="carer", rank=None)
        self._grade()
        self._enquire()
        self._review()
        self._harm()
        found = case.act("found", self.found, person=child)
        if found:
            Return(self.career, case, found).tell()
        self._log()
        case.write()

    def _search(self, kind: str, plan: Planned, **how: Unpack[How]) -> datetime | None:
        """An act of the search: nobody searches any more once she is found."""
        if plan.done is None or (self.found and plan.done >= self.found):
            return None
        act = self.case.act(kind, plan.done, person=self.child if self.chance.happens(0.5) else None, **how)
        return act.at if act else None

    def _excuse(self, standard: str, plan: Planned) -> datetime | None:
        return self.case.reason(standard, plan.excused) if plan.excused else None

    def _grade(self) -> None:
        case, chance, rep, found = self.case, self.chance, self.rep, self.found
        due = after(rep, "mc_grade")
        plan = case.plan("MC-01", rep, due)
        at = plan.done if plan.done and not (found and plan.done >= found) else None
        danger = at is not None and (self.child.flagged(at, *_DANGER) or (self.child.age(day_of(at)) or 0) < 13)
        value = (
            chance.weighed((("high", 0.8), ("very_high", 0.1), ("medium", 0.1)))
            if danger
            else chance.weighed((("high", 0.2), ("medium", 0.7), ("low", 0.07), ("no_apparent_risk", 0.03)))
        )
        excused = None
        if danger and value not in _HIGH and chance.happens(0.4):
            excused = case.reason("MC-03", at, rank="inspector")
        graded = self._graded("risk_graded", at, value)
        case.owe("MC-01", due, graded, person=self.child, ended=found)
        if graded is None:
            return
        self._graded_again(graded)
        if danger:
            raised = case.first("risk_regraded", values=_HIGH)
            high = graded.at if value in _HIGH else raised
            case.owe("MC-03", graded.at, high, person=self.child, trigger=graded, excused=excused, at_act=True)

    def _graded(self, kind: str, at: datetime | None, value: str) -> Act | None:
        note = "As per the risk matrix." if self.chance.happens(0.85) else None
        rank = self.chance.weighed((("sergeant", 0.6), ("inspector", 0.34), (None, 0.06)))
        return self.case.act(kind, at, person=self.child, value=value, rank=rank, note=note)

    def _graded_again(self, first: Act) -> None:
        """A later grade, sometimes; one that is lower needs an inspector or a supervisor's approval (DM-03)."""
        case, chance = self.case, self.chance
        until = self.found or case.as_of
        if not chance.happens(0.3) or until < first.at + timedelta(hours=3):
            return
        value = chance.weighed((("very_high", 0.15), ("high", 0.5), ("medium", 0.3), ("low", 0.05)))
        at = chance.between(
            first.at + timedelta(hours=2), min(until - timedelta(minutes=1), first.at + timedelta(days=2))
        )
        again = self._graded("risk_regraded", at, value)
        if again is None or _LEVEL[value] >= _LEVEL[str(first.value)]:
            return
        approved = None
        if again.rank == "sergeant" and chance.happens(0.5):
            moved = chance.minutes(-90, 90)
            act = case.act("supervisor_approved", again.at + moved, person=self.child, rank="sergeant")
            near = act is not None and abs(moved) <= timedelta(hours=1)
            approved = again.at if near else None
        if again.rank == "inspector" or approved:
            case.owe("DM-03", again.at, again.at, person=self.child, trigger=again, at_act=True)
        elif again.rank is None:
            case.owe("DM-03", again.at, Hint(None, open=True), person=self.child, trigger=again, at_act=True)
        else:
            case.owe("DM-03", again.at, None, person=self.child, trigger=again, at_act=True)

    def _first_high(self) -> Act | None:
        rows = [a for kind in ("risk_graded", "risk_regraded") for a in self.case.of(kind) if a.value in _HIGH]
        return min(rows, key=lambda act: (act.at, act.id), default=None)

    def _grade_at(self, at: datetime) -> str | None:
        rows = [a for kind in ("risk_graded", "risk_regraded") for a in self.case.of(kind) if a.at <= at]
        return max(rows, key=lambda act: (act.at, act.id)).value if rows else None

    def _enquire(self) -> None:
        case, rep, child, found = self.case, self.rep, self.child, self.found
        high = self._first_high()
        search_due, phone_due = after(rep, "mc_search"), after(rep, "mc_phone")
        search = case.plan("MC-06", rep, search_due)
        searched = self._search("home_searched", search)
        case.deny("home_searched", child)
        case.owe("MC-06", search_due, searched, person=child, ended=found, excused=self._excuse("MC-06", search))
        if self.years >= 10:
            phone = case.plan("MC-07", rep, phone_due)
            called = self._search("phone_called", phone)
            excused = self._excuse("MC-07", phone)
            needed = [called]
            if self._grade_at(phone_due) in _HIGH:
                needed.append(self._search("telecoms_requested", case.plan("MC-07", rep, phone_due)))
            case.owe("MC-07", phone_due, *needed, person=child, ended=found, excused=excused)
        if high or self.chance.happens(0.4):
            start = high.at if high else rep
            self._search("officers_deployed", case.plan("MC-04", start, after(start, "attend_immediate")))
        self._search("enquiries_made", case.plan("MC-20", rep, after(rep, "mc_first_enquiry")))
        kinds = ("officers_deployed", "home_searched", "phone_called", "enquiries_made")
        looked = min((at for kind in kinds if (at := case.first(kind))), default=None)
        case.owe("MC-20", after(rep, "mc_first_enquiry"), looked, person=child, ended=found)
        if child.flagged(rep, "trigger_plan"):
            due = after(rep, "mc_trigger_plan")
            self._search("trigger_plan_used", case.plan("MC-08", rep, due))
            case.deny("trigger_plan_used", child)
            used = case.seen("trigger_plan_used", due, case.one("trigger_plan_used"), child)
            case.owe("MC-08", due, used, person=child, ended=found)
        self._authority(high)
        if high:
            self._at_high_risk(high)

    def _authority(self, high: Act | None) -> None:
        case, rep = self.case, self.rep
        known = self.child.flagged(rep, "looked_after", "child_protection_plan") or self.career.in_care_home(rep)
        due = after(rep, "mc_authority")
        if known or high:
            self._search("authority_told", case.plan("MC-10", rep, due))
        if known:
            case.owe("MC-10", due, case.first("authority_told"), person=self.child, ended=self.found)

    def _at_high_risk(self, high: Act) -> None:
        case, child, found = self.case, self.child, self.found
        at_once, soon = after(high.at, "attend_immediate"), after(high.at, "mc_high_setup")
        led = self._search("lead_appointed", case.plan("MC-04", high.at, soon), rank="inspector")
        told = case.first("authority_told")
        case.owe("MC-04", at_once, case.first("officers_deployed"), person=child, trigger=high, stage="1", ended=found)
        case.owe("MC-04", soon, led, told, person=child, trigger=high, stage="2", ended=found)
        self._search("publicity_considered", case.plan("MC-09", high.at, soon), rank="inspector")
        considered = case.seen("publicity_considered", soon, case.one("publicity_considered"))
        case.owe("MC-09", soon, considered, person=child, trigger=high, ended=found)

    def _review(self) -> None:
        """A supervisor looks again every 8 hours (MC-05), and the more senior the longer it lasts (MC-17)."""
        case, chance, child, found = self.case, self.chance, self.child, self.found
        at, trigger = self.rep, case.id
        while at <= case.as_of:
            due = after(at, "mc_review")
            planned = case.plan("MC-05", at, due).done
            if planned is None:
                planned = due + chance.hours(1, 20)
            if planned <= at:
                planned = at + timedelta(minutes=1)
            over = found is not None and planned >= found
            days = (planned - self.rep) / timedelta(days=1)
            rank = chance.weighed((("sergeant", 0.75), ("inspector", 0.25 + days), ("superintendent", 0.1 * days)))
            review = None if over else case.act("supervisor_reviewed", planned, person=child, rank=rank)
            case.owe("MC-05", due, review, person=child, trigger=trigger, ended=found)
            if review is None:
                break
            at, trigger = review.at, review.id
        ranks = (
            ("mc_mark_first", "inspector"),
            ("mc_mark_second", "superintendent"),
            ("mc_mark_third", "inspector"),
            ("mc_mark_fourth", "inspector"),
        )
        since = self.rep
        for stage, (limit, rank) in enumerate(ranks, start=1):
            mark = after(self.rep, limit)
            if mark > case.as_of or (found and found <= mark):
                break
            done = case.first("supervisor_reviewed", since=since, rank=rank)
            case.owe("MC-17", after(mark, "shift_end"), done, person=child, stage=str(stage), ended=found)
            since = mark

    def _harm(self) -> None:
        """A child at risk of exploitation: partners discuss, and it is written down who keeps her safe."""
        if not self.child.flagged(self.rep, *_EXPLOITED):
            return
        case, rep, child = self.case, self.rep, self.child
        due = after(rep, "strategy_discussion")
        talk = case.plan("AH-05", rep, due)
        held = case.act("strategy_discussion_held", talk.done, person=child, rank="sergeant")
        self.career.note("strategy_discussion_held", held)
        self.career.later("AH-05", case, due, "strategy_discussion_held", self._excuse("AH-05", talk))
        if held:
            minutes_due = after(held.at, "minutes")
            minutes = case.act("strategy_minutes_recorded", case.plan("AH-06", held.at, minutes_due).done, person=child)
            written = case.seen("strategy_minutes_recorded", minutes_due, minutes)
            case.owe("AH-06", minutes_due, written, person=child, trigger=held)
        plan = case.plan("AH-26", rep, after(rep, "safeguarding_plan"))
        act = case.act("safeguarding_plan_set", plan.done, person=child, rank="sergeant")
        self.career.note("safeguarding_plan_set", act)
        excused = self._excuse("AH-26", plan)
        self.career.later("AH-26", case, after(rep, "safeguarding_plan"), "safeguarding_plan_set", excused)

    def _log(self) -> None:
        case, child = self.case, self.child
        for kind in ("risk_graded", "risk_regraded"):
            for act in case.of(kind):
                owe_reason(case, act)
        if self.chance.happens(0.1):
            return
        log = log_of(case).say(*OPENINGS["missing"])
        log.say("Last seen", "Not seen since this morning:", "MISPER is").named(child.true, child)
        for _ in range(self.chance.whole(1, 3)):
            log.say(*SEARCH)
        blamed = self.chance.happens(0.03)
        if blamed:
            log.blame()
        log.write()
        case.owe("DM-04", self.rep, None if blamed else self.rep, at_act=True)


_EPISODES = ((1, 0.52), (2, 0.17), (3, 0.09), (5, 0.12), (10, 0.07), (25, 0.03))
_LASTS = ((6.0, 0.45), (16.0, 0.25), (40.0, 0.17), (90.0, 0.08), (240.0, 0.04), (900.0, 0.01))


def tell_missing_child(story: Story) -> None:
    """One child who goes missing in a year, once or again and again."""
    chance, force = story.chance, story.force
    number = chance.weighed(_EPISODES)
    number = number if number < 4 else chance.whole(number * 2 // 3, number * 3 // 2)
    begins = force.begins + _YEAR * chance.whole(0, force.years - 1)
    career = begin_career(story, begins, often=number)
    episodes = [Episode(career, *times) for times in _times(chance, begins, min(begins + _YEAR, force.as_of), number)]
    career.meet([episode.case for episode in episodes])
    for episode in episodes:
        episode.tell()
    career.conclude()


def _times(chance: Chance, begins: datetime, ends: datetime, number: int) -> list[tuple[datetime, datetime | None]]:
    """Reports and returns in order of time; she cannot go missing while she is missing."""
    reports = sorted(chance.between(begins, ends - timedelta(minutes=1)) for _ in range(number))
    found: list[tuple[datetime, datetime | None]] = []
    for reported_at in reports:
        if found and found[-1][1] and reported_at <= found[-1][1] + timedelta(hours=1):
            continue
        lasts = chance.hours(0.5, chance.weighed(_LASTS))
        found.append((reported_at, reported_at + lasts))
    return found


def tell_missing_adult(story: Story) -> None:
    """An adult who goes missing: nothing is owed to a child."""
    chance, force = story.chance, story.force
    rep = chance.between(force.begins, force.as_of)
    case = open_case(story, "missing", MISSING, rep)
    who = story.adult(some_family(story).adults[0], MISSING)
    case.involve(who, "missing_person")
    case.act("reported", rep, rank=None, role="relative")
    case.act("risk_graded", rep + chance.minutes(10, 300), person=who, value=chance.pick(("medium", "high", "low")))
    case.act("enquiries_made", rep + chance.hours(0.2, 6))
    if chance.happens(0.95):
        found = case.act("found", rep + chance.hours(1, 90), person=who)
        if found:
            closed = case.act("closed", found.at + chance.hours(1, 20), value="other")
            case.closed_at = closed.at if closed else None
    case.write()
