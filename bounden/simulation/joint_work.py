"""What police do with partners for the children of an incident: refer, discuss, plan, confer. Planted act by act."""

from datetime import datetime, timedelta

from bounden.simulation.career import raise_flag
from bounden.simulation.case import Case
from bounden.simulation.cast import Cast
from bounden.simulation.deadlines import after
from bounden.simulation.force import CONTROL
from bounden.simulation.owed.joint_work import harm_began
from bounden.simulation.people import Recorded
from bounden.simulation.referrals import follow


def work_together(cast: Cast) -> None:
    """Plant referrals, strategy discussions, enquiries, conferences and meetings."""
    case = cast.case
    if not cast.risk or not cast.at_risk:
        return
    _refer(cast)
    _fear_harm(cast)
    if case.first("strategy_discussion_held"):
        _enquire(cast)
    if case.chance.happens(0.03):
        _meet(case, case.reported_at + case.chance.hours(30, 400))
    if case.category == "criminal_exploitation":
        for child in cast.roles("child_subject", "victim"):
            plan = case.plan("AH-21", case.reported_at, after(case.reported_at, "nrm"))
            case.act("nrm_referred", plan.done, person=child)
            case.reason("AH-21", plan.excused, person=child)
            told = case.plan("AH-21", case.reported_at, after(case.reported_at, "nrm"))
            case.act("authority_told", told.done, person=child)


def _refer(cast: Cast) -> None:
    """One referral for all of the children, or one for each by name."""
    case = cast.case
    together: list[Recorded | None] = [None]
    for child in together if case.chance.happens(0.75) else list(cast.at_risk):
        begins = min(cast.known(one) for one in cast.at_risk) if child is None else cast.known(child)
        plan = case.plan("AH-01", begins, after(begins, "shift_end"))
        case.reason("AH-01", plan.excused, person=child)
        referral = case.act("referral_submitted", plan.done, person=child)
        urgent = referral is not None and any(
            (began := harm_began(cast, one)) is not None and began <= referral.at for one in cast.at_risk
        )
        follow(case, referral, child, urgent=urgent)


def _fear_harm(cast: Cast) -> None:
    case = cast.case
    talked = False
    for child in cast.at_risk:
        began = harm_began(cast, child)
        if began is None:
            continue
        if not talked or case.chance.happens(0.3):
            due = after(began, "strategy_discussion")
            plan = case.plan("AH-05", began, due)
            whom = None if case.chance.happens(0.7) else child
            held = case.act("strategy_discussion_held", plan.done, person=whom, rank="sergeant")
            case.reason("AH-05", plan.excused, person=child)
            talked = talked or (held is not None and whom is None)
            if held:
                at = case.plan("AH-06", held.at, after(held.at, "minutes")).done
                case.act("strategy_minutes_recorded", at, person=whom)
        plan = case.plan("AH-26", began, after(began, "safeguarding_plan"))
        planned = case.act("safeguarding_plan_set", plan.done, person=child, rank="sergeant")
        case.reason("AH-26", plan.excused, person=child)
        if planned and case.chance.happens(0.03):
            case.reason("TA-01", planned.at - timedelta(seconds=30), person=child)


def _enquire(cast: Cast) -> None:
    """An enquiry, and sometimes a conference on one child, a plan and its flag."""
    case, chance = cast.case, cast.case.chance
    talk = case.first("strategy_discussion_held")
    if talk is None or not chance.happens(0.5):
        return
    begun = case.act("enquiry_started", talk + chance.hours(0.5, 60), rank=None, role="social_care")
    if begun is None or not chance.happens(0.45):
        return
    child = cast.at_risk[0]
    due = after(talk, "15 wd")
    held = case.act("conference_held", case.plan("AH-08", begun.at, due).done, person=child, rank=None, role="council")
    if held is None:
        return
    went = chance.random()
    if went < 0.7:
        case.act("meeting_attended", held.at, person=child)
    elif went < 0.9:
        case.act("conference_report_supplied", held.at - chance.hours(-10, 70), person=child)
    if chance.happens(0.6):
        raise_flag(case.story, child, CONTROL, "child_protection_plan", held.at + timedelta(minutes=90))


def _meet(case: Case, at: datetime) -> None:
    held = case.act("multi_agency_meeting_held", at, rank=None, role="council")
    if held and case.chance.happens(0.75):
        case.act("meeting_attended", held.at)
