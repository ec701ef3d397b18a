"""Which numbers decide about a standard: the parameters that its terms name."""

from bounden.obligations.parameters import Parameters
from bounden.obligations.terms import (
    AgedFrom,
    AgedUpTo,
    Attendance,
    AuditQuestion,
    BeforeTheEnd,
    ByCurrentGrade,
    ByFirstGrade,
    ByTimeLimit,
    ChildKnown,
    Doing,
    EachNight,
    EarlierOf,
    EitherOf,
    Evidence,
    Excuse,
    FirstCounted,
    FirstThen,
    FlagHeld,
    ItsRank,
    LaterOf,
    Mark,
    NextSchoolDay,
    NotKnownUnder,
    Repeated,
    RepeatReport,
    SameDay,
    SignificantHarm,
    SignificantHarmSuspected,
    SoonerAfter,
    Standard,
    Supplied,
    Under,
    WakingHours,
    Within,
    WithinIf,
)
from bounden.records.vocabulary import RANKS


def parameters_of(standard: Standard | AuditQuestion) -> tuple[str, ...]:
    """The names of the parameters that decide about a standard, in the order of its parts; numbers of law have none."""
    if isinstance(standard, AuditQuestion):
        return standard.numbers
    named: list[str] = []
    for condition in standard.only_where:
        named += numbers_named(condition)
    for test in standard.tests:
        for condition in test.only_where:
            named += numbers_named(condition)
        named += [*numbers_named(test.starts), *numbers_named(test.due), *numbers_named(test.discharged_by)]
    named += numbers_named(standard.excuse)
    return tuple(dict.fromkeys(name for name in named if not name[0].isdigit()))


def named_parameters(standard: Standard | AuditQuestion, parameters: Parameters) -> Parameters:
    """The parameters that decide about a standard, alone."""
    return Parameters.of(tuple(parameters.by_name[name] for name in parameters_of(standard)))


def numbers_named(term: object) -> list[str]:  # noqa: C901 - one case for each term of a closed set
    """The texts by which one term of a standard names its numbers: parameters, or numbers of law as they stand."""
    match term:
        case AgedFrom(years) | AgedUpTo(years) | Under(years) | NotKnownUnder(years):
            return [years]
        case EitherOf(conditions):
            return [name for one in conditions for name in numbers_named(one)]
        case Evidence(members):
            return [
                name
                for member in members
                for part in (member.when, *member.alternatives)
                for name in numbers_named(part)
            ]
        case Doing(since=since, near=near):
            counted_from = [since] if isinstance(since, str) else numbers_named(since)
            return [*counted_from, *([near] if near else [])]
        case FlagHeld(begun_since=start):
            return numbers_named(start)
        case Repeated(often=often) | FirstCounted(Repeated(often=often)):
            return [often]
        case EachNight():
            return [term.at, term.at_most]
        case FirstThen(first, then):
            return [first, then]
        case ItsRank(rank) if rank not in RANKS:
            return [rank]
        case Attendance() | ChildKnown() | SignificantHarm() | SignificantHarmSuspected():
            return ["first_seen"]
        case EarlierOf(one, other) | LaterOf(one, other):
            return [*numbers_named(one), *numbers_named(other)]
        case Within(limit) | SameDay(limit) | Mark(limit) | BeforeTheEnd(limit=limit):
            return [limit]
        case WithinIf(condition, limit, otherwise):
            return [limit, otherwise, *numbers_named(condition)]
        case RepeatReport(within=limit, otherwise=other):
            return [limit, *numbers_named(other)]
        case SoonerAfter(limit=limit, after=after):
            return [limit, after]
        case Supplied(limit=limit):
            return [limit]
        case WakingHours(limit):
            return [limit, "rest_from", "rest_to"]
        case NextSchoolDay():
            return ["school_start", "school_lead"]
        case ByFirstGrade():
            graded = [name for limits in term.limits.values() for name in limits]
            return [*graded, *term.otherwise, *(name for limits in term.unknown for name in limits)]
        case ByCurrentGrade():
            return [*term.limits.values(), *(term.ungraded or ()), *numbers_named(term.lowered_by)]
        case ByTimeLimit(limits):
            return list(limits.values())
        case Excuse(rank=str()):
            return ["same_time"]
    return []
