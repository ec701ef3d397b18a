"""The reference evaluator: what is owed to whom, and what the records show of it (record tests, section 1)."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import datetime

from bounden.obligations.clock.bank_holidays import BankHolidays
from bounden.obligations.clock.local import day_of
from bounden.obligations.judging.casefile import Book, CaseFile, first_of
from bounden.obligations.judging.conditions import Asked, holds
from bounden.obligations.judging.flag_files import flag_files
from bounden.obligations.judging.limits import Clock
from bounden.obligations.judging.people import belongs, candidates, in_scope, may_be_in_scope
from bounden.obligations.judging.recurring import intervals
from bounden.obligations.judging.started import STAGE_UNSURE, Stage, Started
from bounden.obligations.judging.starts import starts
from bounden.obligations.judging.told import YES, Told, both, untold
from bounden.obligations.judging.verdict import Trial, judge
from bounden.obligations.obligation import Obligation
from bounden.obligations.outcome import Outcome, outcome
from bounden.obligations.parameters import Parameters
from bounden.obligations.rules import LocalNumber, Rule, rules_of
from bounden.obligations.span import Span
from bounden.obligations.terms import DueOf, Each, People, Standard, Test, Type
from bounden.records import Records

_NOT_MET = (Outcome.LATE, Outcome.MISSED, Outcome.CANNOT_TELL)


def evaluate(
    records: Records,
    standards: Iterable[Standard],
    parameters: Parameters,
    as_of: datetime,
    holidays: BankHolidays | None = None,
    *,
    local: Sequence[LocalNumber] = (),
) -> list[Obligation]:
    """Every obligation that the standards make of the records, as things stood at `as_of` (naive UTC).

    A standard that is only proposed makes none. Sorted by standard, stage, force, occurrence, person and trigger. Where
    a limit in working days leaves the list of bank holidays, by when it is due cannot be told. `local`: the numbers of
    forces' own, which go before `parameters`.
    """
    days = holidays or BankHolidays.packaged()
    book = Book(records)
    files = [f for o in book.occurrences if (f := _file(book, o.force, o.occurrence_id, o.judged_at, as_of))]
    standards = tuple(s for s in standards if not s.proposed)
    files += [f for f in flag_files(book, standards, as_of) if f.report and f.report.earliest <= f.as_of]
    rules = [(rule, Clock(rule.parameters, days)) for rule in rules_of(standards, parameters, local)]
    owed = [o for file in files for rule, clock in rules if not _follows(rule) for o in _of_file(file, rule, clock)]
    for rule, clock in rules:
        if _follows(rule):
            owed += list(_following(book, rule, owed, clock))
    return sorted(owed, key=order)


def order(owed: Obligation) -> tuple[str, ...]:
    """The order in which obligations are listed and stored."""
    person, trigger = owed.person_id or "", owed.trigger_id or ""
    return (owed.standard, owed.stage, owed.force, owed.occurrence_id, person, trigger, owed.key)


def _file(book: Book, force: str, occurrence_id: str, judged_at: datetime | None, as_of: datetime) -> CaseFile | None:
    """The file as it stood at the earlier of the case's own day and `as_of`; None if it was not yet reported."""
    file = book.file(force, occurrence_id, min(as_of, judged_at or as_of))
    return None if file.report and file.report.earliest > file.as_of else file


def _follows(rule: Rule) -> bool:
    return any(isinstance(test.starts, DueOf) for test in rule.standard.tests)


def _of_file(file: CaseFile, rule: Rule, clock: Clock) -> list[Obligation]:
    owed: list[Obligation] = []
    standard = rule.standard
    if not rule.of(file.force):
        return owed
    for test in standard.tests:
        if not may_be_in_scope(file, standard.scope_of(test)):
            continue
        if standard.for_each is Each.REPORT and not file.begins_report:
            continue
        for person_id in _persons(file, standard.for_each):
            for started in starts(file, test.starts, person_id, clock):
                staged = _after(test, person_id, started, owed) if test.after else started
                if staged:
                    owed += _judged(file, rule, test, person_id, staged, clock)
    return owed


def _after(test: Test, person_id: str | None, started: Started, owed: list[Obligation]) -> Started | None:
    """The start of a stage that follows another: None where that one was not discharged."""
    of_person = [o for o in owed if o.stage == test.after and o.person_id == person_id]
    before = next((o for o in of_person if o.trigger_id == started.trigger_id), None)
    result = outcome(before) if before else None
    if before is None or result not in (Outcome.MET, Outcome.LATE, Outcome.CANNOT_TELL):
        return None
    if result is Outcome.CANNOT_TELL:
        return replace(started, told=both([started.told, untold(STAGE_UNSURE)]))
    return replace(started, after=Stage(before.discharged, before.evidence_id) if before.discharged else None)


def _persons(file: CaseFile, for_each: People | Each) -> list[str | None]:
    if isinstance(for_each, Each):
        return [None]
    found = candidates(file, for_each)
    return [None] if not found and for_each.else_occurrence else list(found)


def _judged(
    file: CaseFile, rule: Rule, test: Test, person_id: str | None, started: Started, clock: Clock
) -> Iterator[Obligation]:
    standard = rule.standard
    named = started.row.person_id if standard.for_each is Each.ROW and started.row else person_id
    recurs = standard.type_of(test) is Type.REC
    for interval in intervals(file, test, started, named) if recurs else [None]:
        begun = interval.started if interval else started
        reasons = _reasons(file, rule, test, named, begun, clock)
        if reasons is not None:
            trial = Trial(
                file=file,
                standard=standard,
                test=test,
                person_id=named,
                started=begun,
                reasons=reasons,
                interval=interval,
            )
            yield replace(judge(trial, clock), rule=rule)


def _reasons(
    file: CaseFile, rule: Rule, test: Test, person_id: str | None, started: Started, clock: Clock
) -> tuple[str, ...] | None:
    """Why a condition of the trigger cannot be told, each reason once; None if one does not hold: no obligation."""
    standard = rule.standard
    when = started.span or Span.exactly(file.as_of)
    reported = file.report.earliest if file.report else file.as_of
    if not standard.in_force(test, day_of(when.earliest)) or not rule.on(when.earliest, reported):
        return None
    asked = Asked(file, person_id, when, started.row, clock)
    people = standard.for_each
    told: list[Told] = [in_scope(file, standard.scope_of(test), when)]
    if isinstance(people, People) and person_id:
        told.append(belongs(file, people, person_id, when))
    told.append(started.told)
    told += [holds(condition, asked) for condition in standard.conditions_of(test)]
    if any(t.holds is False for t in told):
        return None
    unknown = ["occurrences.reported_at"] if started.span is None and not isinstance(test.starts, DueOf) else []
    return tuple(dict.fromkeys(unknown + [t.reason for t in told if t.holds is None]))


def _following(book: Book, rule: Rule, owed: list[Obligation], clock: Clock) -> Iterator[Obligation]:
    """Obligations that follow from another's being late, missed or impossible to tell (INV-09)."""
    for test in rule.standard.tests:
        if not isinstance(test.starts, DueOf):
            raise TypeError(f"{rule.standard.id} mixes its own start with one that follows")
        before_it = (o for o in owed if o.standard == test.starts.standard and rule.of(o.force))
        lapses = [o for o in before_it if outcome(o) in _NOT_MET]
        same = defaultdict(list)
        for before in lapses:
            same[_whose(before)].append(before)
        for before in lapses:
            file = book.file(before.force, before.occurrence_id, before.as_of)
            told = untold(before.missing) if outcome(before) is Outcome.CANNOT_TELL else YES
            until = _until(before, same[_whose(before)])
            started = Started(before.due, before.trigger_id or before.occurrence_id, told, until=until)
            yield from _judged(file, rule, test, before.person_id, started, clock)


def _until(before: Obligation, lapses: Iterable[Obligation]) -> Span | None:
    """When a lapse ended: the duty was done after all, or fell due anew; among the lapses of the same duty."""
    following = min((due for o in lapses if o.due and (due := _due(o)) > _due(before)), default=None)
    spans = [before.discharged, Span(*following[:2]) if following else None]
    return first_of(span for span in spans if span)


def _whose(owed: Obligation) -> tuple[str, str, str | None, str]:
    return (owed.force, owed.occurrence_id, owed.person_id, owed.stage)


def _due(owed: Obligation) -> tuple[datetime, datetime, str]:
    due = owed.due or Span.exactly(owed.as_of)
    return (due.earliest, due.latest, owed.trigger_id or "")
