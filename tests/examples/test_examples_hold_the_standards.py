"""Change any part of a standard, and one of its examples must fail: otherwise nothing shows why the part is there."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from datetime import datetime, time

import pytest

from bounden.obligations.evaluator import evaluate
from bounden.obligations.obligation import Obligation
from bounden.obligations.parameters import Frequency, Limit, Parameter, Parameters
from bounden.obligations.terms import (
    CHILD_SUBJECTS,
    CHILDREN_AT_RISK,
    CHILDREN_AT_SCENE,
    CHILDREN_OF_SUSPECT,
    VICTIMS_UNDER_18,
    AboutAChild,
    AgedUpTo,
    Alternative,
    AtOnce,
    BeforeTheEnd,
    Breach,
    ByCurrentGrade,
    ByTimeLimit,
    Condition,
    Doing,
    Due,
    DueOf,
    Each,
    EachLowering,
    EachNight,
    EachRow,
    EarlierOf,
    EitherOf,
    Evidence,
    Extent,
    First,
    FirstOfEachDay,
    FirstText,
    FirstThen,
    Flagged,
    FlagHeld,
    Followed,
    FromTheNth,
    ItsRank,
    LaterOf,
    Mark,
    Member,
    Occurred,
    People,
    PhraseFound,
    Preceded,
    Repeated,
    RepeatReport,
    Report,
    SameTimeOfWeek,
    Scope,
    SoonerAfter,
    Standard,
    Start,
    UnderWay,
    Within,
    WithinIf,
    abuse_incident,
    any_occurrence,
    incident,
    risk_incident,
)
from bounden.obligations.terms import Test as StandardTest
from bounden.records import Records
from bounden.records.vocabulary import RANKS, ROLES
from bounden.standards import RULEBOOK, parameters, standard
from bounden.standards.examples import Example, as_if_in_force, examples_of
from bounden.standards.incidents.linked_children import CHILDREN_AT_RISK_OR_LINKED
from bounden.standards.investigations.children_said_to_be_harmed import CHILDREN_SAID_TO_BE_HARMED
from bounden.standards.parameters import parameters_of

SETS = (
    CHILD_SUBJECTS,
    CHILDREN_AT_RISK,
    CHILDREN_AT_RISK_OR_LINKED,
    CHILDREN_AT_SCENE,
    CHILDREN_OF_SUSPECT,
    CHILDREN_SAID_TO_BE_HARMED,
    VICTIMS_UNDER_18,
)
SCOPES = {"incident": incident(), "risk incident": risk_incident(), "abuse incident": abuse_incident()}

Delivery = Callable[[Iterable[Example]], tuple[Records, datetime]]
Unmatched = Callable[[Example, list[Obligation]], list[str]]


def _longer(parameter: Parameter) -> Iterator[Parameter]:
    value = parameter.value
    if isinstance(value, Frequency):
        yield replace(parameter, value=replace(value, times=value.times + 1))
        yield replace(parameter, value=replace(value, within=Limit(value.within.amount + 1, value.within.unit)))
    elif isinstance(value, Limit):
        yield replace(parameter, value=Limit(value.amount + 1, value.unit))
    elif value in RANKS:
        yield replace(parameter, value=RANKS[RANKS.index(value) + 1])
    else:
        assert isinstance(value, time)
        yield replace(parameter, value=value.replace(minute=value.minute + 1))


def _other_numbers(one: Standard) -> Iterator[tuple[str, Parameters]]:
    given = dict(parameters().by_name)
    for name in parameters_of(one):
        for other in _longer(given[name]):
            yield f"{name} is {other.value}", Parameters.of(tuple({**given, name: other}.values()))


def _other_standards(one: Standard) -> Iterator[tuple[str, Standard]]:
    if one.excuse:
        yield "no excuse", replace(one, excuse=None)
    if one.excuse and one.excuse.rank:
        yield "any rank excuses", replace(one, excuse=replace(one.excuse, rank=None))
    if one.excuse and one.excuse.by_role:
        yield "any role excuses", replace(one, excuse=replace(one.excuse, by_role=None))
    if one.extent is Extent.ENGLAND:
        yield "binds Wales too", replace(one, extent=Extent.ENGLAND_AND_WALES)
    yield from _other_ends(one)
    for at, condition in enumerate(one.only_where):
        for what, others in _other_conditions(condition):
            yield what, replace(one, only_where=(*one.only_where[:at], *others, *one.only_where[at + 1 :]))
    if len(one.looks_at.ways) > 1:
        for at in range(len(one.looks_at.ways)):
            yield f"looks at all but way {at}", replace(one, looks_at=Scope(_without(one.looks_at.ways, at)))
    yield from _other_sets(one)
    for at, test in enumerate(one.tests):
        for what, other in _other_tests(test):
            yield f"{test.stage} {what}", replace(one, tests=(*one.tests[:at], other, *one.tests[at + 1 :]))


def _other_ends(one: Standard) -> Iterator[tuple[str, Standard]]:
    if one.ends:
        yield "no end", replace(one, ends=())
    if one.in_force_from:
        yield "in force always", replace(one, in_force_from=None)
    for at, ending in enumerate(one.ends):
        for field, plain in (("since_start", False), ("flag", None)):
            if getattr(ending, field):
                others = (*one.ends[:at], replace(ending, **{field: plain}), *one.ends[at + 1 :])
                yield f"ended whatever {field}", replace(one, ends=others)
    for at, ending in enumerate(one.ends):
        if ending.since_start:
            ends = (*one.ends[:at], replace(ending, since_start=False), *one.ends[at + 1 :])
            yield "an end before the start counts", replace(one, ends=ends)


def _other_sets(one: Standard) -> Iterator[tuple[str, Standard]]:
    """Near neighbours: another set of children, adults too, another kind of incident, one of its categories less."""
    people = one.for_each
    if people is Each.REPORT:
        yield "for each recommendation", replace(one, for_each=Each.OCCURRENCE)
    if isinstance(people, People) and people.children and not any(isinstance(c, AgedUpTo) for c in one.only_where):
        yield "adults too", replace(one, for_each=replace(people, children=False))
    if people in SETS:
        yield from ((f"for {s.name}", replace(one, for_each=s)) for s in SETS if s != people)
    for flagged in {p for way in one.looks_at.ways for p in way.having if p.flagged}:
        plain = replace(flagged, flagged=frozenset())
        ways = (replace(w, having=tuple(plain if p == flagged else p for p in w.having)) for w in one.looks_at.ways)
        yield "whatever the flags", replace(one, looks_at=Scope(tuple(ways)))
    first = one.looks_at.ways[0]
    # What follows from another standard looks where that one looks.
    if first.kinds != {"incident"} or any(isinstance(test.starts, DueOf) for test in one.tests):
        return
    for name, scope in SCOPES.items():
        if (other := scope.having(*first.having)) != one.looks_at:
            yield f"looks at any {name}", replace(one, looks_at=other)
    for people in first.having:
        ways = (replace(w, having=tuple(p for p in w.having if p != people)) for w in one.looks_at.ways)
        yield f"without {people.name}", replace(one, looks_at=Scope(tuple(ways)))
    for category in sorted(first.categories) if 1 < len(first.categories) < 6 else ():
        fewer = replace(first, categories=first.categories - {category})
        yield f"not {category}", replace(one, looks_at=Scope((fewer, *one.looks_at.ways[1:])))


def _other_conditions(condition: Condition) -> Iterator[tuple[str, tuple[Condition, ...]]]:
    # A child is under 18 anyway; IC-10 says so aloud, because its guidance does.
    if isinstance(condition, AboutAChild) and condition.or_suspect:
        yield "not about a suspect", (AboutAChild(),)
    if not isinstance(condition, AgedUpTo):
        yield f"without {type(condition).__name__}", ()
    if isinstance(condition, Followed):
        yield "not by the action", (replace(condition, by="found"),)
        yield "not by the flag", (replace(condition, flags=frozenset()),)
    if isinstance(condition, EitherOf):
        for at, part in enumerate(condition.conditions):
            rest = _without(condition.conditions, at)
            yield f"not by {type(part).__name__}", (EitherOf(rest),)
            for what, others in _other_conditions(part) if isinstance(part, Flagged) else ():
                if others:
                    yield what, (EitherOf((*rest, *others)),)
    if isinstance(condition, UnderWay):
        for kind in condition.ended:
            rest = {k: v for k, v in condition.ended.items() if k != kind}
            yield f"not ended by {kind}", (replace(condition, ended=rest),)
            yield f"ended by any {kind}", (replace(condition, ended={**condition.ended, kind: frozenset()}),)
    if isinstance(condition, Flagged) and len(condition.kinds) > 1:
        for kind in sorted(condition.kinds):
            yield f"no flag {kind}", (replace(condition, kinds=condition.kinds - {kind}),)


def _other_tests(test: StandardTest) -> Iterator[tuple[str, StandardTest]]:
    for what, start in _other_starts(test.starts):
        yield what, replace(test, starts=start)
    for what, due in _other_limits(test.due):
        yield what, replace(test, due=due)
    for field in ("looks_at", "in_force_from", "in_force_to", "after"):
        if getattr(test, field):
            yield f"without {field}", replace(test, **{field: None})
    for at, condition in enumerate(test.only_where):
        for what, others in _other_conditions(condition):
            yield what, replace(test, only_where=(*test.only_where[:at], *others, *test.only_where[at + 1 :]))
    for what, breach in _other_breaches(test.breach):
        yield what, replace(test, breach=breach)
    if test.paused_by:
        yield "no rest", replace(test, paused_by=None)
        yield "rest until the next evidence", replace(test, resumed_by=None)
    members = test.discharged_by.members if test.discharged_by else ()
    for m, member in enumerate(members):
        if any(other.when is None for n, other in enumerate(members) if n != m):
            yield f"without {member.alternatives[0]}", replace(test, discharged_by=Evidence(_without(members, m)))
        for what, other in _other_members(member):
            yield (
                what,
                replace(test, discharged_by=Evidence(tuple(other if n == m else x for n, x in enumerate(members)))),
            )


def _other_breaches(breach: Breach) -> Iterator[tuple[str, Breach]]:
    if breach and not isinstance(breach, PhraseFound):
        yield "another breach", frozenset({"nothing"})
    if isinstance(breach, SameTimeOfWeek):
        for hour in breach.parts:
            yield (
                f"a part from {hour} begins later",
                replace(breach, parts=tuple(h + (h == hour) for h in breach.parts)),
            )
    if isinstance(breach, Preceded):
        amount, unit = breach.within.split(" ", 1)
        yield "within a longer time", replace(breach, within=f"{int(amount) + 1} {unit}")
        for at, one in enumerate(breach.by):
            yield f"not after {one}", replace(breach, by=_without(breach.by, at))
            if one.values:
                plain = (*breach.by[:at], replace(one, values=frozenset()), *breach.by[at + 1 :])
                yield f"after any {one.kind}", replace(breach, by=plain)


def _other_starts(start: Start) -> Iterator[tuple[str, Start]]:  # noqa: C901 - one case for each term of a closed set
    if isinstance(start, FirstText):
        for phrase in sorted(start.phrases):
            yield f"not “{phrase}”", FirstText(start.phrases - {phrase})
    if isinstance(start, First) and start.otherwise:
        yield "not otherwise", replace(start, otherwise=())
    if isinstance(start, First | EachRow) and start.else_report:
        yield "never from the report", replace(start, else_report=False)
    if isinstance(start, First | EachRow | FirstOfEachDay | EachLowering) and len(start.kinds) > 1:
        for kind in start.kinds:
            yield f"not from {kind}", replace(start, kinds=tuple(k for k in start.kinds if k != kind))
    if isinstance(start, EachRow | FirstOfEachDay):
        for kind in start.values:
            rest = {k: v for k, v in start.values.items() if k != kind}
            yield f"from {kind} of any value", replace(start, values=rest)
    if isinstance(start, EachRow) and start.besides:
        yield "whomever the row names", replace(start, besides=None)
    if isinstance(start, FromTheNth):
        yield "from one later", replace(start, number=start.number + 1)
    if isinstance(start, Occurred):
        yield "always from the report", Report()
    if isinstance(start, First) and start.values:
        yield "from any value", replace(start, values=frozenset())
    if isinstance(start, EachRow) and start.denied_too:
        yield "not from a denial", replace(start, denied_too=frozenset())
    if isinstance(start, Repeated):
        yield "counts any occurrence", replace(start, of=any_occurrence())
        yield "counts whatever the role", replace(start, people=replace(start.people, roles=ROLES))
    if isinstance(start, Mark) and start.unless:
        yield "a mark though it ended", replace(start, unless=())
    if isinstance(start, EachNight):
        yield "a night though it ended", replace(start, until=())
        yield from ((what, replace(start, begins=begins)) for what, begins in _other_starts(start.begins))
    if isinstance(start, RepeatReport):
        yield "no repeat", start.otherwise
        yield "whenever it was", replace(start, within="1200 m")
    if isinstance(start, EarlierOf | LaterOf):
        yield "from the one", start.one
        yield "from the other", start.other


def _other_limits(due: Due) -> Iterator[tuple[str, Due]]:  # noqa: C901 - one case for each term of a closed set
    if isinstance(due, Within):
        yield "at once", AtOnce()
        if due.limit[0].isdigit():
            yield "a longer number of law", Within(_later(due.limit))
    if isinstance(due, FirstThen):
        yield "the first later", replace(due, at_first=_later(due.at_first))
        yield "the next later", replace(due, then=_later(due.then))
    if isinstance(due, BeforeTheEnd):
        yield "whatever ended", Within(due.limit)
        yield "not when closed", replace(due, end=replace(due.end, closed_at=False))
        for kind in due.end.kinds:
            kinds = tuple(k for k in due.end.kinds if k != kind)
            yield f"not when {kind}", replace(due, end=replace(due.end, kinds=kinds))
    if isinstance(due, ByTimeLimit):
        for word, limit in due.limits.items():
            yield f"no limit of {word}", ByTimeLimit({w: other for w, other in due.limits.items() if w != word})
            if limit[0].isdigit():
                yield f"a longer {word}", ByTimeLimit({**due.limits, word: _later(limit)})
    if isinstance(due, WithinIf):
        yield "always by the one limit", Within(due.limit)
        yield "always by the other limit", Within(due.otherwise)
    if isinstance(due, SoonerAfter):
        yield "a longer number of law", replace(due, limit=_later(due.limit))
        for kind in due.kinds:
            yield f"not sooner after {kind}", replace(due, kinds=tuple(k for k in due.kinds if k != kind))
    if isinstance(due, ByCurrentGrade):
        if due.lowered_by:
            yield "lowered by anybody", replace(due, lowered_by=None)
            yield "lowered by any rank", replace(due, lowered_by=replace(due.lowered_by, rank="constable"))
        if len(due.changed) > 1:
            yield "never changed", replace(due, changed=due.changed[:1])


def _later(limit: str) -> str:
    amount, unit = limit.split(" ", 1)
    return f"{int(amount) + 1} {unit}"


def _other_members(member: Member) -> Iterator[tuple[str, Member]]:
    if member.when:
        yield "always", replace(member, when=None)
    if member.denied_by:
        yield "no common denial", replace(member, denied_by=None)
    for a, alternative in enumerate(member.alternatives):
        if len(member.alternatives) > 1:
            yield f"not by {alternative}", replace(member, alternatives=_without(member.alternatives, a))
        if isinstance(alternative, ItsRank) and alternative.rank != RANKS[0]:
            yield "the act by any rank", _with_alternative(member, a, ItsRank("constable"))
        if isinstance(alternative, FlagHeld) and alternative.begun_since:
            yield "a flag whenever it began", _with_alternative(member, a, replace(alternative, begun_since=None))
        if not isinstance(alternative, Doing):
            continue
        for field, plain in (
            ("values", frozenset()),
            ("by_role", frozenset()),
            ("rank", None),
            ("since", None),
            ("or_no_value", False),
            ("near", None),
            ("signed", False),
            ("naming_child", False),
            ("anywhere", False),
            ("elsewhere", None),
            ("not_before", None),
            ("of_anyone", False),
            ("by_another_than", None),
            ("partner_after", None),
            ("on_the_day", False),
            ("never_before_start", False),
        ):
            if getattr(alternative, field) != plain:
                other = replace(alternative, **{field: plain})
                yield f"{alternative.kind} whatever {field}", _with_alternative(member, a, other)


def _with_alternative(member: Member, at: int, other: Alternative) -> Member:
    return replace(member, alternatives=tuple(other if n == at else x for n, x in enumerate(member.alternatives)))


def _without(parts: tuple, at: int) -> tuple:
    return parts[:at] + parts[at + 1 :]


@pytest.mark.parametrize("one", as_if_in_force(RULEBOOK), ids=lambda one: one.id)
def test_no_part_can_change_unnoticed(one: Standard, delivery: Delivery, unmatched: Unmatched) -> None:
    examples = examples_of(one.id)
    records, as_of = delivery(examples)
    before = [standard(test.starts.standard) for test in one.tests if isinstance(test.starts, DueOf)]

    def noticed(changed: Standard, numbers: Parameters) -> bool:
        owed = [o for o in evaluate(records, [*before, changed], numbers, as_of) if o.standard == one.id]
        return any(
            unmatched(example, [o for o in owed if o.occurrence_id.startswith(f"{example.case_id}/")])
            for example in examples
        )

    assert not noticed(one, parameters())
    changes = [(what, changed, parameters()) for what, changed in _other_standards(one)]
    changes += [(what, one, numbers) for what, numbers in _other_numbers(one)]
    assert [what for what, changed, numbers in changes if not noticed(changed, numbers)] == []
