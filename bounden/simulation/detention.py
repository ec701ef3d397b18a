"""Children in police detention: the adult at their side, the reviews, the nights and the bed that the council owes."""

from datetime import datetime, timedelta

from bounden.simulation.career import owe_entries, raise_flag
from bounden.simulation.case import Act, open_case
from bounden.simulation.deadlines import after, nights, waking
from bounden.simulation.fates import Hint
from bounden.simulation.force import CUSTODY
from bounden.simulation.households import family_with_child
from bounden.simulation.narratives import log_of
from bounden.simulation.owed.decisions import owe_reason
from bounden.simulation.owed.referrals import SHOWING_REFERRAL, owe_for_referrals
from bounden.simulation.referrals import follow
from bounden.simulation.story import Story

_LASTS = ((5.0, 0.45), (11.0, 0.25), (20.0, 0.2), (38.0, 0.1))


class Detention:
    """One child in one detention."""

    def __init__(self, story: Story) -> None:
        self.story, self.chance = story, story.chance
        chance, force = story.chance, story.force
        rep = chance.between(force.begins, force.as_of - timedelta(minutes=2))
        category = chance.weighed((("other", 0.9), ("mental_health", 0.1)))
        self.case = open_case(story, "detention", CUSTODY, rep, category=category)
        _, fitting = family_with_child(story, rep, 10, 17, rep + timedelta(days=20))
        self.child = story.person(fitting[0], CUSTODY, child_until=rep + timedelta(days=20))
        if chance.happens(0.25):
            raise_flag(
                story, self.child, CUSTODY, "looked_after", rep - chance.span(timedelta(days=2), timedelta(days=55))
            )
        self.rep = rep
        self.lasts = chance.hours(2, chance.weighed(_LASTS))

    def tell(self) -> None:
        """Plant the detention and write down what is owed in it."""
        case, chance, child = self.case, self.chance, self.child
        case.involve(child, "detained_person")
        authorised = case.act("detention_authorised", self.rep + chance.minutes(0, 25), person=child, rank="sergeant")
        self.start = authorised.at if authorised else self.rep
        out = self.start + self.lasts
        self.refused = self._refuse_bail(out)
        kind = "transferred_to_authority" if self.refused and chance.happens(0.35) else "released"
        left = case.act(kind, out, person=child, rank="sergeant")
        self.ended = left.at if left else None
        self._adult()
        self._review()
        self._welfare()
        self._interview()
        if self.refused:
            self._bed(self.refused)
        self._nights()
        self._search()
        if left and kind == "released":
            screened = case.roughly("exploitation_screened", self._around(left.at), person=child)
            case.deny("exploitation_screened", child)
            known = case.seen("exploitation_screened", left.at, screened, child)
            case.owe("PD-15", left.at, known, person=child, trigger=left, at_act=True)
        owe_entries(self.story, child, CUSTODY, [])
        log = (
            log_of(case)
            .say("D/P arrested for theft.", "DP booked in, JUV.", "Juvenile DP, AA required.")
            .named(child.true, child)
        )
        log.say("Rights given.", "Obs level 1.", "Parents aware.").write()
        case.owe("DM-04", self.rep, self.rep, at_act=True)
        for act in case.of("bail_refused"):
            owe_reason(case, act)
        owe_for_referrals(case, child, lambda at: False)
        case.write()

    def _around(self, at: datetime) -> datetime | None:
        """Mostly before an instant, sometimes after it or never."""
        drawn = self.chance.random()
        if drawn < 0.75:
            return max(at - self.chance.minutes(5, 300), self.start)
        return at + self.chance.hours(0.2, 20) if drawn < 0.85 else None

    def _inside(self, at: datetime | None) -> datetime | None:
        """Nothing is done for a child in a cell who has left it."""
        return at if at is not None and at < self.start + self.lasts else None

    def _refuse_bail(self, out: datetime) -> Act | None:
        if self.lasts < timedelta(hours=8) or not self.chance.happens(0.45):
            return None
        note = "Grounds explained." if self.chance.happens(0.85) else None
        at = self.chance.between(self.start + timedelta(hours=4), out - timedelta(hours=1))
        self.case.act("charged", at - timedelta(minutes=4), person=self.child, rank="sergeant")
        return self.case.act("bail_refused", at, person=self.child, rank="sergeant", note=note)

    def _adult(self) -> None:
        case, child = self.case, self.child
        due = after(self.start, "pd_adult_called")
        called = case.act(
            "appropriate_adult_called", self._inside(case.plan("PD-01", self.start, due).done), person=child
        )
        if called:
            limit = after(called.at, "pd_adult_arrived")
            plan = case.plan("PD-02", called.at, limit)
            came = case.act(
                "appropriate_adult_arrived", self._inside(plan.done), person=child, rank=None, role="appropriate_adult"
            )
            excused = case.reason("PD-02", self._inside(plan.excused), person=child)
            case.owe(
                "PD-02",
                limit,
                came.at if came else None,
                person=child,
                trigger=called,
                ended=self.ended,
                excused=excused,
            )
        hint = case.hinted(due, called.at if called else None, "appropriate_adult_arrived", person=child)
        case.owe("PD-01", due, hint, person=child, ended=self.ended)

    def _review(self) -> None:
        case, child = self.case, self.child
        if case.category == "mental_health":
            return
        at, trigger, limit = self.start, case.id, "6 h"
        while True:
            due = after(at, limit)
            plan = case.plan("PD-03", at, due)
            excused = None
            if plan.done is None and self.chance.happens(0.3):
                reasoned = self.chance.between(at, due).replace(microsecond=0)
                excused = case.reason("PD-03", self._inside(reasoned), person=child, rank="inspector")
            planned = plan.done or due + self.chance.hours(1, 6)
            review = case.act(
                "detention_reviewed",
                self._inside(max(planned, at + timedelta(seconds=1))),
                person=child,
                rank="inspector",
            )
            done = review.at if review else None
            case.owe("PD-03", due, done, person=child, trigger=trigger, ended=self.ended, excused=excused)
            if review is None:
                return
            at, trigger, limit = review.at, review.id, "9 h"

    def _welfare(self) -> None:
        case, child = self.case, self.child
        due = after(self.start, "pd_parent")
        told = case.roughly("parent_told", case.plan("PD-16", self.start, due).done, person=child)
        needed = [told]
        if child.flagged(self.start, "looked_after"):
            council = case.act("authority_told", case.plan("PD-16", self.start, due).done, person=child)
            needed.append(council)
        case.owe("PD-16", due, *needed, person=child, ended=self.ended)
        due = after(self.start, "pd_risk")
        assessed = case.act(
            "custody_risk_assessed", self._inside(case.plan("PD-17", self.start, due).done), person=child
        )
        case.owe("PD-17", due, assessed, person=child, stage="1", ended=self.ended)
        at, trigger = self.start, case.id
        while True:
            due = waking(at, "pd_food")
            planned = self._inside(case.plan("PD-17", at, due).done)
            fed = case.act(
                "fed_and_watered", max(planned, at + timedelta(seconds=1)) if planned else None, person=child, rank=None
            )
            case.owe("PD-17", due, fed, person=child, trigger=trigger, stage="2", ended=self.ended)
            if fed is None:
                return
            at, trigger = fed.at, fed.id

    def _interview(self) -> None:
        """Never without an appropriate adult (PD-04)."""
        case, chance, child = self.case, self.chance, self.child
        for _ in range(chance.whole(0, 2)):
            at = chance.between(self.start + timedelta(minutes=50), self.start + self.lasts - timedelta(minutes=5))
            if at >= self.start + self.lasts:
                continue
            value = chance.weighed((("with_appropriate_adult", 0.9), ("without", 0.06), (None, 0.04)))
            reasoned = at - timedelta(minutes=8) if value == "without" and chance.happens(0.4) else None
            case.reason("PD-04", reasoned, person=child, rank="superintendent")
            case.act("interviewed", at, person=child, value=value)
        for act in case.of("interviewed"):
            excused = case.excuse("PD-04", child)
            done: datetime | Hint | None = act.at if act.value == "with_appropriate_adult" else None
            done = Hint(None, open=True) if act.value is None else done
            case.owe("PD-04", act.at, done, person=child, trigger=act, ended=self.ended, excused=excused, at_act=True)

    def _bed(self, refused: Act) -> None:
        case, chance, child = self.case, self.chance, self.child
        due = after(refused.at, "pd_transfer")
        asked = case.act(
            "accommodation_requested", self._inside(case.plan("PD-05", refused.at, due).done), person=child
        )
        hint = case.hinted(due, asked.at if asked else None, "transferred_to_authority", person=child)
        if case.category != "mental_health":
            case.owe("PD-05", due, hint, person=child, trigger=refused, ended=self.ended)
        if chance.happens(0.6):
            no = case.act(
                "accommodation_refused", self._inside(refused.at + chance.minutes(20, 200)), person=child, rank=None
            )
            if no:
                limit = after(no.at, "pd_refusal")
                raised = case.act(
                    "escalated", self._inside(case.plan("PD-07", no.at, limit).done), person=child, rank="inspector"
                )
                case.owe("PD-07", limit, raised, person=child, trigger=no, ended=self.ended)
        released = case.first("released", child)
        due = after(refused.at, "pd_court")
        due = min(due, released) if released else due
        if chance.happens(0.7):
            case.act("no_transfer_certified", refused.at + chance.hours(0.5, 14), person=child)
        done = [at for kind in ("no_transfer_certified", "transferred_to_authority") if (at := case.first(kind, child))]
        if case.category != "mental_health":
            case.owe("PD-06", due, min(done, default=None), person=child, trigger=refused)

    def _nights(self) -> None:
        """For each night in a cell somebody senior writes down why (PD-09)."""
        case, chance, child = self.case, self.chance, self.child
        last = min(self.ended - timedelta(seconds=1) if self.ended else case.as_of, case.as_of)
        found = nights(self.start, last)
        for _, at in found:
            drawn = chance.random()
            if drawn < 0.75:
                written = max(at - chance.minutes(20, 700), self.start)
                rank = chance.weighed((("inspector", 0.9), ("sergeant", 0.06), (None, 0.04)))
                case.act("overnight_rationale_recorded", written, person=child, rank=rank)
            elif drawn < 0.82:
                case.act("overnight_rationale_recorded", at + chance.hours(0.2, 3), person=child, rank="inspector")
        for date_, at in found:
            rows = [r for r in case.of("overnight_rationale_recorded", child) if r.at >= at - timedelta(hours=24)]
            senior = [r.at for r in rows if r.rank == "inspector"]
            unknown = [r.at for r in rows if r.rank is None and r.at <= at]
            done = min(senior, default=None)
            known: datetime | Hint | None = done
            if not (done and done <= at) and (unknown or (any(r.rank is None for r in rows) and not senior)):
                known = Hint(done, open=bool(unknown) or done is None)
            name = f"{case.id}@{date_.isoformat()}"
            case.owe("PD-09", at, known, person=child, trigger=name, at_act=True)

    def _search(self) -> None:
        """A search that exposes the child's body (PD-10, PD-12)."""
        case, chance, child = self.case, self.chance, self.child
        if not chance.happens(0.03):
            return
        at = self.start + chance.minutes(10, 100)
        value = chance.weighed((("with_appropriate_adult", 0.6), ("without", 0.35), (None, 0.05)))
        reasoned = at - timedelta(minutes=2) if value == "without" and chance.happens(0.3) else None
        excused = case.reason("PD-10", reasoned, person=child)
        act = case.act("strip_searched", at, person=child, value=value)
        if act is None:
            return
        done: datetime | Hint | None = act.at if value == "with_appropriate_adult" else None
        done = Hint(None, open=True) if value is None else done
        case.owe("PD-10", act.at, done, person=child, trigger=act, excused=excused, at_act=True)
        due = after(act.at, "pd_referral")
        referral = case.act("referral_submitted", case.plan("PD-12", act.at, due).done, person=child)
        follow(case, referral, child, urgent=False)
        hint = case.hinted(due, referral.at if referral else None, *SHOWING_REFERRAL, person=child, since=act.at)
        case.owe("PD-12", due, hint, person=child, trigger=act)


def tell_detention(story: Story) -> None:
    """One child in police detention."""
    Detention(story).tell()
