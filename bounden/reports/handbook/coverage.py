"""What the worked examples of a standard show of it: each outcome, each side of its limit, each of its parts."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from bounden.obligations.obligation import Obligation
from bounden.obligations.outcome import outcome
from bounden.obligations.terms import (
    Alternative,
    AtOnce,
    ByCurrentGrade,
    ByTimeLimit,
    Doing,
    Due,
    First,
    FlagHeld,
    ItsEntry,
    NextSchoolDay,
    SoonerAfter,
    Standard,
    Test,
    Type,
    WakingHours,
    Within,
)
from bounden.reports.handbook.parts import parts
from bounden.reports.handbook.timeline import WITHDRAWN
from bounden.reports.handbook.worked import Worked, examples, judged_as_written
from bounden.standards import parameters

OUTCOME, SITUATION, PART = "outcome", "situation", "part"


@dataclass(frozen=True, slots=True, kw_only=True)
class Shown:
    """One thing that examples can show. of: outcome, situation or part; by: the numbers of those that show it."""

    of: str
    says: str
    by: tuple[int, ...]


def shown(one: Standard, worked: Sequence[Worked]) -> tuple[Shown, ...]:
    """Everything that the examples of a standard should show, and which of them do; none does where `by` is empty."""
    return (*_outcomes(one, worked), *_situations(one, worked), *_parts(one))


def possible_outcomes(one: Standard) -> tuple[str, ...]:
    """The outcomes that a standard can reach."""
    found = ["met", "cannot_tell"]
    if not all(_entry_counts(test) for test in one.tests):
        found.append("missed")
    if any(_can_be_late(one, test) for test in one.tests):
        found.append("late")
    return (*found, *_not_judged(one))


def _not_judged(one: Standard) -> Iterator[str]:
    """The outcomes that say neither that it was done in time nor that it was not, as far as a standard has them."""
    if not all(isinstance(test.due, AtOnce) for test in one.tests):
        yield "pending"
    if one.excuse:
        yield "excused"
    if one.ends:
        yield WITHDRAWN


def _can_be_late(one: Standard, test: Test) -> bool:
    """Not a prohibition, nor where an act counts only by itself or near its own time (DM-03)."""
    if one.type_of(test) is Type.NEVER or test.discharged_by is None:
        return False
    return any(isinstance(each, FlagHeld) or (isinstance(each, Doing) and not each.near) for each in _counting(test))


def _entry_counts(test: Test) -> bool:
    """A flag that is on record was entered at some time: late at most, never missed (AH-11)."""
    return any(isinstance(each, ItsEntry) for each in _counting(test))


def _counting(test: Test) -> list[Alternative]:
    members = test.discharged_by.members if test.discharged_by is not None else ()
    return [each for member in members for each in member.alternatives]


def asked_situations(one: Standard) -> tuple[str, ...]:
    """What the examples of a standard must show, whatever else they show: the words of `shows`."""
    if one.type is Type.NEVER:
        found = ["proper_form", "breach", "unknown"]
    else:
        found = [] if _starts_with_its_evidence(one) else ["just_before"]
        found += ["exactly_at", "just_after", "not_done", "unknown"]
    found += _not_judged(one)
    if any(_counts_local_days(test.due) for test in one.tests):
        found.append("clock_change")
    return tuple(found)


def _starts_with_its_evidence(one: Standard) -> bool:
    """Nothing can be in time before T if T is the first act that could be (MC-03: the first grade)."""
    (test,) = one.tests if len(one.tests) == 1 else (None,)
    if test is None or not isinstance(test.due, AtOnce) or not isinstance(test.starts, First):
        return False
    return set(test.starts.kinds) <= {getattr(each, "kind", None) for each in _counting(test)}


def _counts_local_days(due: Due) -> bool:
    if isinstance(due, NextSchoolDay | WakingHours):
        return True
    names = [due.limit] if isinstance(due, SoonerAfter | Within) else []
    if isinstance(due, ByCurrentGrade | ByTimeLimit):
        names = list(due.limits.values())
    return any(parameters().limit(name).unit not in ("h", "min") for name in names)


def _outcomes(one: Standard, worked: Sequence[Worked]) -> Iterator[Shown]:
    reached = [line.outcome for each in worked for line in each.timelines]
    for name in dict.fromkeys((*possible_outcomes(one), *reached)):
        by = tuple(each.number for each in worked if any(line.outcome == name for line in each.timelines))
        yield Shown(of=OUTCOME, says=name.replace("_", " "), by=by)


def _situations(one: Standard, worked: Sequence[Worked]) -> Iterator[Shown]:
    asked = (name.replace("_", " ") for name in asked_situations(one))
    for name in dict.fromkeys((*(each.shows for each in worked), *asked)):
        yield Shown(of=SITUATION, says=name, by=tuple(each.number for each in worked if each.shows == name))


def _parts(one: Standard) -> Iterator[Shown]:
    held = examples(one.id)
    as_written = judged_as_written(one)
    for part in parts(one, parameters()):
        otherwise = held.judged(part.standard, part.numbers)
        by = [
            number
            for number, example in enumerate(held.examples, start=1)
            if _ends(as_written[example.case_id]) != _ends(otherwise[example.case_id])
        ]
        yield Shown(of=PART, says=part.says, by=tuple(by))


def _ends(owed: Sequence[Obligation]) -> Mapping[tuple[object, ...], int]:
    """How the obligations of one example end."""
    found: dict[tuple[object, ...], int] = {}
    for one in owed:
        how = (one.stage, one.occurrence_id, one.person_id, outcome(one))
        found[how] = found.get(how, 0) + 1
    return found
