"""With forces' own numbers the evaluators still agree, every duty is judged once, and by the number of its day."""

import random
from collections import Counter
from datetime import date, datetime, time, timedelta

from generated_cases import AS_OF, FORCES, delivery

from bounden.engine import judge
from bounden.obligations.clock.local import day_of
from bounden.obligations.evaluator import evaluate
from bounden.obligations.naming import numbers_named, parameters_of
from bounden.obligations.parameters import Frequency, Limit, Parameter
from bounden.obligations.rules import LocalNumber, with_own
from bounden.obligations.terms import DueOf
from bounden.records.vocabulary import RANKS
from bounden.standards import RULEBOOK, parameters
from bounden.standards.examples import as_if_in_force

STANDARDS = as_if_in_force(RULEBOOK)
CASES = 600


def other(one: Parameter, chance: random.Random):
    """Another value of the same kind."""
    value = one.value
    if isinstance(value, Limit):
        return Limit(max(1, value.amount + chance.choice((-3, -1, 1, 2, 7))), value.unit)
    if isinstance(value, Frequency):
        return Frequency(chance.choice((2, 3, 4)), Limit(value.within.amount * 2, value.within.unit))
    if isinstance(value, time):
        return value.replace(minute=chance.choice((10, 20, 30, 40)))
    return value + 1 if isinstance(value, int) else RANKS[RANKS.index(value) + 1]


# Of every kind, and with every way in which a number decides; each has one other value, so that few queries are made.
TRIED = (
    "mc_search", "mc_review", "mc_mark_first", "mc_phone_age", "online_high", "regrade_grace", "visit_every_high",
    "council_answer", "escalation", "linked_incidents", "lower_rank", "overnight_at", "rest_from", "school_start",
)  # fmt: skip


#: The standards that they decide about, and those that one of these follows.
DECIDED = tuple(
    one for one in STANDARDS if set(TRIED) & set(parameters_of(one)) or one.id in {"INV-07", "RO-07", "AH-04"}
)


def numbers_of_their_own(seed: int) -> tuple[LocalNumber, ...]:
    """For most forces some of these, for all days, from a day on, or up to a day."""
    chance = random.Random(f"{seed}/numbers")
    values = {name: other(parameters().by_name[name], random.Random(name)) for name in TRIED}
    found = []
    for force in FORCES[:-1]:
        for name in TRIED:
            if chance.random() < 0.6:
                day = date(2024, 1, 1) + timedelta(days=chance.randrange(600))
                begins, ends = chance.choice([(None, None), (day, None), (None, day), (day, day + timedelta(days=90))])
                found.append(
                    LocalNumber(
                        force=force, name=name, value=values[name], begins=begins, ends=ends, reference="policy"
                    )
                )
    return tuple(found)


def facts(owed):
    """What is stored of an obligation, by its key."""
    return {one.key: one for one in owed}


def test_both_evaluators_agree_and_make_each_duty_once():
    seed = 1
    records, local = delivery(seed, range(CASES), DECIDED), numbers_of_their_own(seed)
    reference = evaluate(records, DECIDED, parameters(), AS_OF, local=local)
    engine = judge(records, DECIDED, parameters(), AS_OF, local=local)
    assert engine == reference
    assert [one.rule.own for one in engine] == [one.rule.own for one in reference]
    assert Counter(one.key for one in reference).most_common(1)[0][1] == 1
    assert sum(bool(one.rule.own) for one in reference) > 100


def test_a_number_for_all_days_is_as_if_it_were_the_national_one():
    """The obvious twin: the records of one force alone, judged by its numbers alone."""
    records, chance = delivery(3, range(CASES), STANDARDS), random.Random(3)
    own = {
        force: tuple(
            LocalNumber(force=force, name=one.name, value=other(one, chance), reference="policy")
            for one in chance.sample(list(parameters().by_name.values()), 30)
        )
        for force in FORCES
    }
    together = evaluate(records, STANDARDS, parameters(), AS_OF, local=[n for numbers in own.values() for n in numbers])
    for force, numbers in own.items():
        twin = evaluate(records, STANDARDS, with_own(parameters(), numbers), AS_OF)
        assert [one for one in together if one.force == force] == [one for one in twin if one.force == force]


def test_a_dated_number_decides_what_begins_on_its_days_and_nothing_else():
    day = date(2024, 9, 1)
    records, chance = delivery(4, range(CASES), STANDARDS), random.Random(4)
    names = [one for one in parameters().by_name.values() if chance.random() < 0.5]
    values = {one.name: other(one, chance) for one in names}
    dated, always = (
        tuple(
            LocalNumber(force=force, name=name, value=value, begins=begins, reference="policy")
            for force in FORCES for name, value in values.items()
        )
        for begins in (day, None)
    )  # fmt: skip
    by_dated, by_always, by_national = (
        facts(evaluate(records, STANDARDS, parameters(), AS_OF, local=local)) for local in (dated, always, ())
    )
    before = after = 0
    for one in STANDARDS:
        starts = {name for test in one.tests for name in numbers_named(test.starts)}
        if starts & values.keys() or any(isinstance(test.starts, DueOf) or test.after for test in one.tests):
            continue  # when it begins depends on a number, its own or another standard's
        if not values.keys() & set(parameters_of(one)):
            continue
        for owed in (o for o in by_dated.values() if o.standard == one.id):
            began = day_of(owed.triggered.earliest if owed.triggered else owed.as_of)
            assert owed == (by_always if began >= day else by_national)[owed.key]
            before, after = before + (began < day), after + (began >= day)
        for key, owed in (by_national | by_always).items():
            if owed.standard == one.id and key in by_national and key in by_always:
                assert key in by_dated
    assert min(before, after) > 100


def test_as_of_lies_after_the_days_that_are_tried():
    assert datetime(2024, 9, 1) < AS_OF
