"""From a standard to what the handbook says of it: every term in words, every number, every example judged."""

import functools

from bounden.obligations.local_limits import has_local_limit
from bounden.obligations.parameters import Parameter
from bounden.obligations.terms import AuditQuestion, Class, Clause, Duty, Standard, Test
from bounden.obligations.wording.instants import say_day, say_days, say_value
from bounden.obligations.wording.kinds import say_kind
from bounden.obligations.wording.terms import (
    say_breach,
    say_condition,
    say_due,
    say_endings,
    say_evidence,
    say_excuse,
    say_for_each,
    say_scope,
    say_start,
)
from bounden.reports.handbook.confirming import numbers_of, to_be_confirmed
from bounden.reports.handbook.coverage import shown
from bounden.reports.handbook.entry import Asked, Citation, Edition, Entry, Number, Stage
from bounden.reports.handbook.gaps import gaps
from bounden.reports.handbook.good import good
from bounden.reports.handbook.worked import worked
from bounden.standards import CATALOGUE, parameters, standard
from bounden.standards.areas import AREAS
from bounden.standards.history import history_of
from bounden.standards.version import standard_version

LOCAL = "Passing a local limit exceeds the local threshold; that alone breaks no law."


def entry_of(id: str) -> Entry | Asked:
    """What the handbook says of the standard or audit question of this id; KeyError if the rulebook has neither."""
    return describe(id) if isinstance(CATALOGUE[id], Standard) else describe_question(id)


@functools.cache
def describe(id: str) -> Entry:
    """What the handbook says of the standard of this id; KeyError if the rulebook has none."""
    one = standard(id)
    numbers = tuple(_number(each) for each in numbers_of(one))
    clauses = tuple(_citation(clause) for clause in one.clauses)
    examples = worked(one)
    return Entry(
        id=one.id,
        title=one.title,
        plain=one.plain,
        area=AREAS[one.area],
        to_be_confirmed=to_be_confirmed(one),
        proposed=one.proposed,
        severity=one.severity.value,
        standing=tuple(each.value for each in one.classes),
        local=LOCAL if has_local_limit(one, parameters()) else "",
        duty=one.duty.value,
        duty_means=whose(one.duty),
        in_force="not yet: proposed" if one.proposed else say_days(one.in_force_from, one.in_force_to) or "any date",
        binds=f"the forces of {one.extent.value}",
        author=one.author,
        checker=one.checker,
        next_review=say_day(one.next_review),
        version=standard_version(one, parameters()),
        why=one.why,
        clauses=clauses,
        looks_at=say_scope(one.looks_at),
        for_each=say_for_each(one.for_each),
        only_where=tuple(say_condition(each, parameters()) for each in one.only_where),
        stages=tuple(_stage(one, test) for test in one.tests),
        excuse=say_excuse(one.excuse),
        ends=say_endings(one.ends),
        cannot_tell=gaps(one, parameters()),
        audit=one.audit,
        good=good(one.id),
        numbers=numbers,
        examples=examples,
        shown=shown(one, examples),
        history=_history(one.id),
    )


def describe_question(id: str) -> Asked:
    """What the handbook says of the audit question of this id; KeyError if the rulebook has none."""
    one = CATALOGUE[id]
    if not isinstance(one, AuditQuestion):
        raise KeyError(id)
    numbers = tuple(_number(each) for each in numbers_of(one))
    clauses = tuple(_citation(clause) for clause in one.clauses)
    return Asked(
        id=one.id,
        title=one.title,
        plain=one.plain,
        area=AREAS[one.area],
        to_be_confirmed=to_be_confirmed(one),
        severity=one.severity.value,
        standing=tuple(each.value for each in one.classes),
        local=LOCAL if any(number.standing == Class.LOCAL.value for number in numbers) else "",
        duty=one.duty.value,
        duty_means=whose(one.duty),
        in_force=say_days(one.in_force_from, one.in_force_to) or "any date",
        binds=f"the forces of {one.extent.value}",
        author=one.author,
        checker=one.checker,
        next_review=say_day(one.next_review),
        version=standard_version(one, parameters()),
        question=one.question,
        why_a_person=one.why_a_person,
        clauses=clauses,
        asked_of=say_scope(one.asked_of) if one.asked_of else "the force as a whole",
        type=one.type.value if one.type else "",
        clock=one.clock,
        numbers=numbers,
        history=_history(one.id),
    )


def _history(id: str) -> tuple[Edition, ...]:
    return tuple(Edition(dated=say_day(each.edition), says=each.says) for each in history_of(id))


def whose(duty: Duty) -> str:
    """Who answers for a duty, and how it is counted."""
    if duty is Duty.POLICE:
        return "The police answer for it."
    return f"The clock of the {duty.value}: police watch and chase it. It is never counted as a police failure."


def _citation(one: Clause) -> Citation:
    return Citation(text=one.text, source=one.source, url=one.url, confirmed=one.confirmed)


def _number(one: Parameter) -> Number:
    since = f"; in force {say_days(one.in_force_from, None)}" if one.in_force_from else ""
    return Number(
        name=one.name,
        meaning=one.meaning,
        value=say_value(one.value),
        standing=f"{one.class_}{since}",
        reference=one.reference,
        confirmed=not one.to_be_confirmed,
    )


def _stage(one: Standard, test: Test) -> Stage:
    if test.discharged_by:
        evidence = say_evidence(test.discharged_by, parameters())
    else:
        evidence = f"the act in its proper form; it is a breach {say_breach(test.breach, parameters())}"
    rests = ""
    if test.paused_by:
        until = say_start(test.resumed_by, parameters()) if test.resumed_by else "the next time it is done"
        rests = f"from {say_kind(test.paused_by)} to {until}"
    only = (f", only {say_condition(each, parameters())}" for each in test.only_where)
    return Stage(
        name=test.stage,
        type=one.type_of(test).value,
        in_force=say_days(test.in_force_from, test.in_force_to) + (", then superseded" if test.in_force_to else ""),
        looks_at=say_scope(test.looks_at) if test.looks_at else "",
        starts="".join((say_start(test.starts, parameters()), *only)),
        due=say_due(test.due, parameters()),
        evidence=evidence,
        rests=rests,
    )
