"""What is owed in the investigation of an incident (INV), from what was planted in it."""

from datetime import date, datetime, timedelta

from bounden.obligations.clock.local import day_of
from bounden.obligations.outcome import Outcome
from bounden.simulation.case import Act, Case
from bounden.simulation.cast import ABUSE, Cast
from bounden.simulation.deadlines import after
from bounden.simulation.fates import Hint
from bounden.simulation.owed.first_contact import aged_from
from bounden.simulation.people import Recorded
from bounden.simulation.shared_history import History

_HIGH = ("high", "very_high")
_BAIL_LIMITS_FROM = date(2022, 10, 28)
#: The acts of which a victim is told.
TOLD_OF = (
    "suspect_arrested",
    "suspect_interviewed",
    "released_under_investigation",
    "bail_set",
    "bail_extended",
    "closed",
)
_RISKS = ("very_high", "high", "medium", "low", "standard", "no_apparent_risk")


def owe_investigation(cast: Cast, history: History) -> None:
    """Write down what the investigation comes to."""
    case = cast.case
    abuse = case.category in ABUSE
    ended = min([act.at for act in case.of("closed")], default=None)
    if cast.victims or (abuse and cast.roles("child_subject")):
        done = case.first("investigator_allocated")
        case.owe("INV-21", after(case.reported_at, "start"), done, ended=ended)
    if abuse and cast.at_risk:
        _owe_investigator(case, ended)
    _owe_suspects(cast)
    _owe_evidence(cast, history, ended)
    if case.category == "online_abuse" and cast.suspects:
        _owe_online(cast)
    if cast.at_risk:
        for suspect in cast.suspects:
            _owe_bail(case, suspect)
            _owe_released(case, suspect)
        for told in case.of("intelligence_submitted"):
            passed = [a.at for a in case.of("intelligence_disseminated") if a.at >= told.at and _alike(a, told)]
            due = after(told.at, "intelligence")
            case.owe("INV-19", due, min(passed, default=None), person=told.person, trigger=told, stage="2")
    if cast.victims:
        _owe_news(case)
    _owe_breaches(cast)


def _alike(one: Act, act: Act) -> bool:
    return act.person is None or one.person in (None, act.person)


def _owe_investigator(case: Case, ended: datetime | None) -> None:
    given = next(iter(case.of("investigator_allocated")), None)
    if given:
        able = case.first("investigator_allocated", values=("accredited",))
        excused = case.excuse("INV-01")
        case.owe("INV-01", after(given.at, "accredited"), able, trigger=given, ended=ended, excused=excused)
        plan = case.one("investigation_plan_set")
        case.owe("INV-02", after(given.at, "plan_set"), plan, trigger=given, ended=ended)
    opened = [*case.of("investigator_allocated"), *case.of("crime_recorded")]
    if opened:
        first = min(opened, key=lambda act: (act.at, act.id))
        reviews = [act for act in case.of("supervisor_reviewed") if act.at >= first.at]
        owe_each(case, "INV-03", first, reviews, "review_every", None, ended)


def owe_each(
    case: Case, standard: str, first: Act, acts: list[Act], limit: str, person: Recorded | None, ended: datetime | None
) -> None:
    """A recurring duty from one act to the next."""
    begin = first
    for act in [*acts, None]:
        due = after(begin.at, limit)
        case.owe(standard, due, act, person=person, trigger=begin, ended=ended)
        if act:
            begin = act


def _owe_suspects(cast: Cast) -> None:
    case, rep = cast.case, cast.case.reported_at
    for suspect in cast.suspects:
        begins = case.first("suspect_identified", suspect) or rep
        age = suspect.age(day_of(begins))
        if cast.risk and cast.at_risk and (age is None or age >= 10):
            times = [case.first(kind, suspect) for kind in ("suspect_arrested", "suspect_interviewed")]
            done = min((at for at in times if at), default=None)
            due, excused = after(begins, "suspect_dealt_with"), case.excuse("INV-04", suspect)
            case.owe("INV-04", due, done, person=suspect, excused=excused)
    if (case.category in ABUSE or cast.offenders) and cast.scene:
        suspects: list[Recorded | None] = [*cast.suspects, *cast.offenders] or [None]
        for suspect_or_none in suspects:
            begins = case.first("suspect_identified", suspect_or_none) or rep
            done = case.first("wider_risk_considered", suspect_or_none)
            excused = case.excuse("INV-22", suspect_or_none)
            case.owe("INV-22", after(begins, "wider_risk"), done, person=suspect_or_none, excused=excused)


def _owe_evidence(cast: Cast, history: History, ended: datetime | None) -> None:
    case, rep = cast.case, cast.case.reported_at
    if case.category in ("physical_abuse", "sexual_abuse", "neglect"):
        for child in cast.roles("child_subject", "victim"):
            times = [case.first("medical_decided", child), case.first("medical_held", child)]
            done = min((at for at in times if at), default=None)
            case.owe("INV-05", after(rep, "medical"), done, person=child, excused=case.excuse("INV-05", child))
    if case.category in (*ABUSE, "domestic_abuse"):
        for child in cast.roles("victim", "witness"):
            if aged_from(child, rep, "speaks_from"):
                done = case.first("evidence_interview_held", child)
                case.owe("INV-06", after(rep, "interview"), done, person=child, excused=case.excuse("INV-06", child))
    for child in cast.victims:
        due = after(rep, "needs")
        asked = case.seen("needs_assessed", due, case.one("needs_assessed", child), child)
        case.owe("INV-14", due, asked, person=child, excused=case.excuse("INV-14", child))
    if case.category == "neglect" and cast.at_risk:
        excused = case.excuse("INV-16")
        case.owe("INV-16", after(rep, "24 h"), case.first("crime_recorded"), stage="1", excused=excused)
        case.owe("INV-16", after(rep, "chronology"), case.first("chronology_reviewed"), stage="2", excused=excused)
    if case.category in ("sexual_exploitation", "criminal_exploitation"):
        _owe_exploited(cast, history)
    seized = [*case.of("devices_seized"), *case.of("devices_submitted")]
    if seized and (cast.at_risk or case.category == "online_abuse"):
        first = min(seized, key=lambda act: (act.at, act.id))
        reasons = [at for at in (case.excuse("INV-18"), case.first("escalated")) if at]
        excused = min(reasons, default=None)
        done = case.first("devices_examined")
        case.owe("INV-18", after(first.at, "devices"), done, trigger=first, ended=ended, excused=excused)


def _owe_exploited(cast: Cast, history: History) -> None:
    case, rep = cast.case, cast.case.reported_at
    due = after(rep, "exploitation")
    for child in cast.scene:
        times = [
            max(flag.from_at, rep)
            for flag in child.flags
            if flag.kind in ("sexual_exploitation_risk", "criminal_exploitation_risk")
            and (flag.to_at is None or flag.to_at > due)
        ]
        added = history.anywhere(cast, child, "flag_added", rep)
        flagged = min([*times, *([added] if added else [])], default=None)
        done = flagged, case.first("exploitation_assessed", child), case.first("disruption_plan_set", child)
        case.owe("INV-17", due, *done, person=child, excused=case.excuse("INV-17", child))


def _online_limit(value: str | None) -> str:
    return f"online_{value}" if value in ("very_high", "high", "medium") else "online_low"


def _owe_online(cast: Cast) -> None:
    case, rep = cast.case, cast.case.reported_at
    graded = next(iter(case.of("risk_graded")), None)
    if graded is None:
        due, latest = after(rep, "online_very_high"), after(rep, "online_low")
    else:
        due, latest = after(rep, _online_limit(graded.value)), None
        for change in case.of("risk_regraded"):
            if _RISKS.index(str(change.value)) < _RISKS.index(str(graded.value)):
                due = min(due, after(change.at, _online_limit(change.value)))
    kinds = ("premises_searched", "devices_seized", "suspect_arrested", "suspect_interviewed")
    acted = min((at for kind in kinds if (at := case.first(kind))), default=None)
    told = case.owe("INV-07", due, acted, due_latest=latest)
    again = case.first("risk_regraded")
    if told is Outcome.CANNOT_TELL:
        case.answer("INV-09", told)
    elif told in (Outcome.LATE, Outcome.MISSED):
        case.owe("INV-09", after(due, "regrade_grace"), again)
    for child in cast.of_suspect:
        by = after(cast.known(child), "online_share")
        hint = case.hinted(by, case.first("referral_shared", child), "strategy_discussion_held", person=child)
        case.owe("INV-08", by, hint, person=child)
    if graded and cast.of_suspect:
        begins = max(graded.at, min(cast.known(child) for child in cast.of_suspect))
        high = [case.first(kind, values=_HIGH) for kind in ("risk_graded", "risk_regraded")]
        done = min((at for at in high if at), default=None)
        case.owe("INV-23", begins, done, excused=case.excuse("INV-23"), at_act=True)


def _owe_bail(case: Case, suspect: Recorded) -> None:
    bailed = next(iter(case.of("bail_set", suspect)), None)
    if bailed is None:
        return
    begins = next(iter(case.of("suspect_arrested", suspect)), bailed)
    if day_of(begins.at) < _BAIL_LIMITS_FROM:
        return
    ends = [a.at for kind in ("closed", "charged", "released_under_investigation") for a in case.of(kind, suspect)]
    ended = min((at for at in ends if at >= begins.at), default=None)
    extended = case.of("bail_extended", suspect)
    by_rank = [("1", "3 m", ("inspector", "superintendent")), ("2", "6 m", ("superintendent",)), ("3", "9 m", (None,))]
    for place, (stage, limit, ranks) in enumerate(by_rank):
        act = extended[place] if place < len(extended) and extended[place].rank in ranks else None
        due = after(begins.at, limit)
        told = case.owe(
            "INV-11", due, act.at if act else None, person=suspect, trigger=begins, stage=stage, ended=ended
        )
        if told not in (Outcome.MET, Outcome.LATE):
            return


def _owe_released(case: Case, suspect: Recorded) -> None:
    freed = case.of("released_under_investigation", suspect)
    for act in freed:
        reasons = [
            a.at
            for a in case.of("rationale_recorded", suspect)
            if a.value in ("INV-10", None) and a.at >= act.at - timedelta(hours=24)
        ]
        case.owe("INV-10", act.at, min(reasons, default=None), person=suspect, trigger=act, at_act=True)
    if freed:
        ends = [
            a.at for kind in ("closed", "charged", "bail_set") for a in case.of(kind, suspect) if a.at >= freed[0].at
        ]
        reviews = [a for a in case.of("supervisor_reviewed", suspect) if a.at >= freed[0].at]
        owe_each(case, "INV-12", freed[0], reviews, "rui_review", suspect, min(ends, default=None))


def _owe_news(case: Case) -> None:
    acts = [a for kind in TOLD_OF for a in case.of(kind) if kind != "closed" or a.value == "no_further_action"]
    by_day: dict[date, Act] = {}
    for act in sorted(acts, key=lambda a: (a.at, a.id)):
        by_day.setdefault(day_of(act.at), act)
    for act in by_day.values():
        told = case.first("victim_updated", since=act.at)
        case.owe("INV-13", after(act.at, "1 wd"), told, trigger=act, excused=case.excuse("INV-13"))


def _owe_breaches(cast: Cast) -> None:
    case = cast.case
    for notice in case.of("protection_notice_served") if cast.at_risk else ():
        weighed = case.first("safeguarding_assessed")
        case.owe("INV-15", notice.at, weighed, person=notice.person, trigger=notice, stage="1", at_act=True)
        heard = [a.at for a in case.of("protection_hearing_held") if a.at >= notice.at and _alike(a, notice)]
        due = after(notice.at, "48 h without Sundays and holidays")
        case.owe("INV-15", due, min(heard, default=None), person=notice.person, trigger=notice, stage="2")
    for breach in case.of("breach_established"):
        kinds = ("order_breach_acted_on", "suspect_arrested")
        acted = [a.at for kind in kinds for a in case.of(kind) if a.at >= breach.at and _alike(a, breach)]
        done: list[datetime | Hint | None] = [min(acted, default=None)]
        if cast.at_risk:
            done.append(case.first("safeguarding_assessed", since=breach.at))
        due = after(breach.at, "breach_action")
        reasons = [a.at for a in case.of("rationale_recorded") if a.value == "INV-24" and _alike(a, breach)]
        case.owe("INV-24", due, *done, person=breach.person, trigger=breach, excused=min(reasons, default=None))
