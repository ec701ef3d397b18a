"""Police protection (Children Act 1989, section 46): children taken from danger for three days at most."""

from datetime import datetime, timedelta

from bounden.obligations.clock.local import day_of
from bounden.simulation.case import Act, Case, open_case
from bounden.simulation.deadlines import after, years
from bounden.simulation.fates import Hint
from bounden.simulation.force import CUSTODY
from bounden.simulation.households import family_with_child
from bounden.simulation.narratives import log_of
from bounden.simulation.owed.decisions import owe_reason
from bounden.simulation.people import Recorded
from bounden.simulation.story import Story

_AGES = ((0, 0, 0.10), (1, 5, 0.28), (6, 9, 0.17), (10, 13, 0.29), (14, 16, 0.16))
_TOLD = (
    ("AH-12", "finding_authority_told", "s46_authority"),
    ("AH-13", "home_authority_told", "s46_home_authority"),
)


def tell_protection(story: Story) -> None:
    """One use of the power, for a child or for the children of a family."""
    chance, force = story.chance, story.force
    rep = chance.between(force.begins, force.as_of - timedelta(minutes=2))
    low, high, _ = chance.weighed([(band, band[2]) for band in _AGES])
    home, fitting = family_with_child(story, rep, low, high, rep + timedelta(days=40))
    case = open_case(story, "police_protection", CUSTODY, rep, category="concern_for_child")
    case.place = story.place("home", home.address, home.postcode, CUSTODY)
    children = []
    for true in fitting if chance.happens(0.3) else fitting[:1]:
        child = story.person(true, CUSTODY, birth_needed=chance.happens(0.8), child_until=rep + timedelta(days=40))
        case.involve(child, "protected_child")
        children.append(child)
    for child in children:
        _Protected(case, child).tell(alone=len(children) == 1)
    log = log_of(case).say("Officers attended and found child unsupervised.", "PPO taken at scene.", "Home unfit.")
    for child in children:
        log.say("PP'd:", "Conveyed to foster placement:", "Removed:").named(child.true, child)
    log.write()
    case.owe("DM-04", rep, rep, at_act=True)
    case.write()


class _Protected:
    """One child under police protection."""

    def __init__(self, case: Case, child: Recorded) -> None:
        self.case, self.child, self.chance = case, child, case.chance

    def tell(self, *, alone: bool) -> None:
        case, child, chance = self.case, self.child, self.chance
        note = "Immediate risk of significant harm." if chance.happens(0.9) else None
        rank = chance.weighed((("constable", 0.8), ("sergeant", 0.15), (None, 0.05)))
        at = case.reported_at + chance.minutes(1, 90)
        begun = case.act("protection_started", at, person=child, note=note, rank=rank, by=f"S1-{child.id}")
        start = begun.at if begun else case.reported_at
        limit = after(start, "72 h")
        plan = case.plan("AH-17", start, limit)
        over = case.act("protection_ended", plan.done, person=child, rank="inspector")
        ended = over.at if over else None
        case.owe("AH-17", limit, ended, person=child)
        for standard, kind, name in _TOLD:
            due = after(start, name)
            told = case.roughly(kind, case.plan(standard, start, due).done, person=child)
            case.owe(standard, due, told, person=child, ended=ended)
        self._hear(start, ended)
        self._inquire(begun, start, ended)
        self._parents(start, ended)
        if begun:
            self._harm(begun)
            self._house(begun)
            owe_reason(case, begun)

    def _hear(self, start: datetime, ended: datetime | None) -> None:
        case, child = self.case, self.child
        due = after(start, "s46_child")
        views = case.plan("AH-14", start, due)
        heard = case.roughly("child_views_recorded", views.done, person=child)
        excused = case.reason("AH-14", views.excused, person=child)
        done: list[Act | Hint | None] = [heard]
        age = child.age(day_of(start))
        told = (
            case.act("child_told", case.plan("AH-14", start, due).done, person=child)
            if age is None or age >= 3
            else None
        )
        if age is None:
            done.append(told if told and told.at <= due else Hint(None, open=True))
        elif age >= years("speaks_from"):
            done.append(told)
        case.owe("AH-14", due, *done, person=child, ended=ended, excused=excused)
        if self.chance.happens(0.4):
            seen = case.act("child_seen", start + self.chance.hours(0.1, 5), person=child)
            if seen:
                by = after(seen.at, "shift_end")
                plan = case.plan("IC-06", seen.at, by)
                voice = case.act("voice_recorded", plan.done, person=child)
                reason = case.reason("IC-06", plan.excused, person=child)
                case.owe("IC-06", by, voice, person=child, excused=reason)

    def _inquire(self, begun: Act | None, start: datetime, ended: datetime | None) -> None:
        case, child = self.case, self.child
        due = after(start, "s46_designated")
        same = self.chance.happens(0.05)
        by = f"S1-{child.id}" if same else f"S2-{child.id}"
        act = case.act(
            "designated_officer_inquired", case.plan("AH-15", start, due).done, person=child, rank="inspector", by=by
        )
        done: datetime | Hint | None = act.at if act and not same else None
        if act and not same and begun is None:
            done = act.at
        case.owe("AH-15", due, done, person=child, ended=ended)

    def _parents(self, start: datetime, ended: datetime | None) -> None:
        case, child = self.case, self.child
        due = after(start, "s46_parents")
        plan = case.plan("AH-16", start, due)
        told = case.roughly("parents_told", plan.done, person=child)
        excused = case.reason("AH-16", plan.excused, person=child)
        case.deny("parents_told", child)
        known = case.seen("parents_told", due, told, child)
        case.owe("AH-16", due, known, person=child, ended=ended, excused=excused)

    def _harm(self, begun: Act) -> None:
        case, child = self.case, self.child
        for standard, kind, name in (
            ("AH-05", "strategy_discussion_held", "strategy_discussion"),
            ("AH-26", "safeguarding_plan_set", "safeguarding_plan"),
        ):
            due = after(begun.at, name)
            plan = case.plan(standard, begun.at, due)
            act = case.act(kind, plan.done, person=child, rank="sergeant")
            excused = case.reason(standard, plan.excused, person=child)
            case.owe(standard, due, act, person=child, excused=excused)
            if act and standard == "AH-05":
                by = after(act.at, "minutes")
                minutes = case.act("strategy_minutes_recorded", case.plan("AH-06", act.at, by).done, person=child)
                written = case.seen("strategy_minutes_recorded", by, minutes)
                case.owe("AH-06", by, written, person=child, trigger=act)

    def _house(self, begun: Act) -> None:
        case, child, chance = self.case, self.child, self.chance
        value = chance.weighed(
            (("foster_care", 0.5), ("relative", 0.25), ("hospital", 0.1), ("police_station", 0.08), ("other", 0.07))
        )
        at = begun.at + chance.hours(0.5, 8)
        reason = at - timedelta(minutes=3) if value == "police_station" and chance.happens(0.4) else None
        excused = case.reason("AH-18", reason, person=child, rank="inspector")
        act = case.act("accommodated", at, person=child, value=value)
        if act:
            done = None if value == "police_station" else act.at
            case.owe("AH-18", act.at, done, person=child, trigger=act, excused=excused, at_act=True)
