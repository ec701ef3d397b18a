"""One test judged for one person: the instants and what is known of them, as they are stored."""

from dataclasses import dataclass, replace
from functools import reduce

from bounden.obligations.clock.bank_holidays import BeyondBankHolidays
from bounden.obligations.identity import obligation_key
from bounden.obligations.judging.breaches import breached
from bounden.obligations.judging.casefile import CaseFile, first_of
from bounden.obligations.judging.conditions import Asked, holds
from bounden.obligations.judging.deeds import LONG_AGO, Deed
from bounden.obligations.judging.dues import Limited, NoTimeLimit, due
from bounden.obligations.judging.endings import END_UNSURE, ended
from bounden.obligations.judging.evidence import State, Weighed, weigh
from bounden.obligations.judging.excuses import When, excused
from bounden.obligations.judging.feeds import Feed
from bounden.obligations.judging.limits import Clock
from bounden.obligations.judging.people import members
from bounden.obligations.judging.question import Alternative, Found, Question
from bounden.obligations.judging.recurring import Interval
from bounden.obligations.judging.started import Started
from bounden.obligations.judging.texts import texts
from bounden.obligations.judging.told import YES, Told, refused
from bounden.obligations.obligation import Considered, Obligation
from bounden.obligations.phrases import WORDING_FOUND
from bounden.obligations.span import Span, later
from bounden.obligations.terms import AtOnce, FirstText, Member, People, Standard, Test, Type

NO_TIME_LIMIT = "occurrences.grade"
NO_BANK_HOLIDAYS = "feed bank holidays: not supplied"
LOWERING_UNSURE = "whether the lower grade was approved"


@dataclass(frozen=True, slots=True, kw_only=True)
class Trial:
    """What is to be judged. reasons: why a condition of the trigger cannot be told; interval: of a recurring duty."""

    file: CaseFile
    standard: Standard
    test: Test
    person_id: str | None
    started: Started
    reasons: tuple[str, ...]
    interval: Interval | None = None


def judge(trial: Trial, clock: Clock) -> Obligation:
    """The obligation of a trial.

    It has no due instant where a working day leaves the list of bank holidays, or no time limit is set.
    """
    file, standard, test, start = trial.file, trial.standard, trial.test, trial.started.span
    owed = _opened(trial)
    if start is None:
        return owed
    try:
        again = trial.interval is not None and trial.interval.anew is not None
        limited = due(file, standard.id, test.due, start, trial.person_id, clock, again=again)
    except BeyondBankHolidays:
        return replace(owed, missing=NO_BANK_HOLIDAYS)
    except NoTimeLimit:
        return replace(owed, missing=NO_TIME_LIMIT)
    owed = replace(owed, due=limited.span)
    if trial.reasons:
        return owed
    asked = Question(
        file=file,
        standard=standard,
        test=test,
        person_id=trial.person_id,
        started=trial.started,
        start=start,
        due=limited.span,
        clock=clock,
        next_evidence=trial.interval.evidence if trial.interval else None,
        maybe_evidence=trial.interval.maybe if trial.interval else (),
    )
    weighed = _weighed(asked, clock)
    owed = _folded(owed, weighed)
    if all(w.state is State.MET for w in weighed):
        return owed
    return _excused(_ended(owed, trial, limited), asked, clock)


def _opened(trial: Trial) -> Obligation:
    file, standard, test, started = trial.file, trial.standard, trial.test, trial.started
    occurrence = file.occurrence
    key = obligation_key(
        standard=standard.id,
        stage=test.stage,
        force=file.force,
        source=occurrence.source,
        occurrence_id=file.occurrence_id,
        person_id=trial.person_id,
        trigger_id=started.trigger_id,
    )
    return Obligation(
        key=key,
        standard=standard.id,
        stage=test.stage,
        force=file.force,
        source=occurrence.source,
        unit=occurrence.unit,
        occurrence_id=file.occurrence_id,
        person_id=trial.person_id,
        trigger_id=started.trigger_id,
        as_of=file.as_of,
        trigger_known=not trial.reasons,
        triggered=started.span,
        due=None,
        at_act=isinstance(test.due, AtOnce),
        missing="; ".join(trial.reasons),
        anew=trial.interval.anew if trial.interval else None,
    )


def _weighed(asked: Question, clock: Clock) -> list[Weighed]:
    if asked.type is Type.NEVER:
        return [_form(asked)]
    if asked.test.discharged_by is None:
        raise TypeError(f"{asked.standard.id} names nothing that discharges it")
    weighed = []
    for member in asked.test.discharged_by.members:
        needed = _needed(asked, member, clock)
        if needed.holds is False:
            continue
        one = weigh(asked, member)
        if needed.holds is None and one.state is not State.MET:
            one = replace(one, state=State.UNKNOWN, missing=needed.reason, denied_until=None)
        if one.state is State.UNKNOWN and _denied_itself(asked) and not _may_be_in_time(one, asked):
            one = replace(
                one, state=State.NOT_DONE, span=None, evidence_id=None, missing="", denied_until=asked.file.as_of
            )
        weighed.append(one)
    return weighed


def _needed(asked: Question, member: Member, clock: Clock) -> Told:
    if member.when is None:
        return YES
    return holds(
        member.when,
        Asked(asked.file, asked.person_id, asked.start, asked.started.row, clock, due=asked.due),
    )


def _denied_itself(asked: Question) -> bool:
    """A row that says the duty was not done gave T (AH-27): it is itself the breach."""
    return asked.started.first is None and asked.started.row in asked.file.denials


def _may_be_in_time(one: Weighed, asked: Question) -> bool:
    rows = [found for alternative in one.alternatives for found in alternative.rows]
    return any(f.may_be_in_time or f.deed.span.earliest <= asked.due.latest for f in rows)


def _form(asked: Question) -> Weighed:
    """A prohibition: the act in its proper form discharges, in the forbidden form breaches (NEVER)."""
    if isinstance(asked.test.starts, FirstText):
        return _words(asked, asked.test.starts.phrases)
    row = asked.started.row
    if not isinstance(row, Deed):
        raise TypeError(f"{asked.standard.id} forbids the form of an act, but no act begins it")
    breach = breached(asked, row)
    if breach.holds is None:
        return Weighed(State.UNKNOWN, missing=breach.reason)
    if breach.holds:
        return Weighed(State.NOT_DONE)
    in_time = Span(asked.start.earliest, asked.due.earliest)
    return Weighed(State.MET, span=in_time, evidence_id=row.action_id)


def _words(asked: Question, phrases: frozenset[str]) -> Weighed:
    """What is written: in words that must not be, or in others."""
    hits = [text for text in texts(asked.file, phrases) if text.found]
    if not hits:
        return Weighed(State.MET, span=Span(asked.start.earliest, asked.due.earliest))
    here, why = asked.file.occurrence_id, refused(WORDING_FOUND)
    rows = (Found(Deed(t.record_id, here, "text", None, None, t.span or asked.start), why) for t in hits)
    looked_at = Alternative("text", (), Feed.NOT_STATED, None, False, passed_over=tuple(rows))
    return Weighed(State.NOT_DONE, alternatives=(looked_at,))


def _folded(owed: Obligation, weighed: list[Weighed]) -> Obligation:
    """All members together (record tests, 1.4)."""
    owed = replace(owed, considered=_considered(weighed))
    not_done = [w for w in weighed if w.state is State.NOT_DONE]
    if not_done:
        return replace(owed, known=True, denied_until=not_done[0].denied_until)
    unknown = [w for w in weighed if w.state is State.UNKNOWN]
    if any(w.state is State.LATE for w in weighed):
        return _discharged(replace(owed, known=True), [w for w in weighed if w.state in (State.LATE, State.MET)])
    if unknown:
        owed = replace(owed, known=False, missing=unknown[0].missing)
        return _discharged(owed, weighed) if all(w.span for w in weighed) else owed
    return _discharged(replace(owed, known=True), weighed)


def _discharged(owed: Obligation, weighed: list[Weighed]) -> Obligation:
    spans = [w.span for w in weighed if w.span]
    last = max(weighed, key=lambda w: (w.span.earliest, w.span.latest, w.evidence_id or "") if w.span else ())
    return replace(owed, discharged=reduce(later, spans), evidence_id=last.evidence_id)


def _ended(owed: Obligation, trial: Trial, limited: Limited) -> Obligation:
    pause = trial.interval.paused if trial.interval else None
    people = trial.standard.for_each
    start = trial.started.span or limited.span
    there = len(members(trial.file, people, start)) if isinstance(people, People) and trial.standard.ends else 0
    since = (trial.interval.state if trial.interval else None) or start
    end = ended(trial.file, trial.standard, trial.person_id, there, since)
    if limited.lowering_untold:
        owed = replace(owed, known=False, missing=LOWERING_UNSURE)
    if end and end.doubt and end.span.earliest <= limited.span.latest:
        return replace(owed, known=False, missing=end.doubt)
    span = first_of(s for s in (end.span if end and not end.doubt else None, pause, limited.withdrawn) if s)
    if span is None or span.earliest > limited.span.latest:
        may_pause = trial.interval.may_pause if trial.interval else None
        if may_pause and may_pause.earliest <= limited.span.latest:
            return replace(owed, known=False, missing=END_UNSURE)
        return owed
    unsure = span.latest > limited.span.earliest
    return replace(owed, withdrawn=span, missing=END_UNSURE if unsure else owed.missing)


def _excused(owed: Obligation, asked: Question, clock: Clock) -> Obligation:
    if asked.standard.excuse is None or owed.withdrawn:
        return owed
    when = When(asked.start, asked.due, asked.person_id, only_since_start=asked.type is Type.REC)
    found = excused(asked.file, asked.standard.id, asked.standard.excuse, when, clock)
    if found.deed:
        by = found.deed.by_rank or found.deed.by_role
        return replace(owed, excused_at=found.deed.span.latest, excused_by=by)
    return replace(owed, known=False, missing=found.doubt) if found.doubt else owed


def _considered(weighed: list[Weighed]) -> tuple[Considered, ...]:
    """Every row that was looked at, once each, with what it was taken for."""
    rows: dict[tuple[str, str], Considered] = {}
    for alternative in (a for one in weighed for a in one.alternatives):
        for found in (*alternative.passed_over, *alternative.rows):
            deed = found.deed
            if found.told.holds is False and deed.implied:
                continue
            verdict = {True: "counts", None: "may count", False: "does not count"}[found.told.holds]
            one = Considered(deed.action_id, alternative.kind, verdict, found.told.reason, deed.span, deed.implied)
            rows[deed.action_id, alternative.kind] = one
        for denial in alternative.denials:
            one = Considered(denial.action_id, alternative.kind, "denied", span=denial.span, until=denial.until)
            rows[denial.action_id, alternative.kind] = one
        if alternative.feed is Feed.COMPLETE and not alternative.rows and not alternative.denials:
            rows["", alternative.kind] = Considered(
                "", alternative.kind, "silence", reason="else" if alternative.passed_over else ""
            )
    return tuple(
        sorted(
            rows.values(), key=lambda c: (not c.action_id, c.span.earliest if c.span else LONG_AGO, c.action_id, c.kind)
        )
    )
