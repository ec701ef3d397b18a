"""Cases: one occurrence on its way, with the acts planted in it and the answers that follow from them."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import TypedDict, Unpack

from bounden.obligations.clock.local import day_of, end_of_day, start_of_day
from bounden.obligations.outcome import Outcome
from bounden.records.vocabulary import RANKS
from bounden.simulation.chance import Chance
from bounden.simulation.fates import Done, Hint, as_shown, fate
from bounden.simulation.force import UNITS
from bounden.simulation.people import Recorded
from bounden.simulation.rates import rate_of
from bounden.simulation.story import Story

_ENTERED_AFTER = timedelta(minutes=7)
#: How often a time is uncertain where it may be, and something not done is recorded as that.
_ROUGH, _DENIED = 0.06, 0.2
#: Of the actions of a case, each so-many-th is delivered twice.
_DELIVERED_TWICE = 97


@dataclass(frozen=True, slots=True)
class Act:
    """An action that was planted. latest: the latest instant at which it can have happened."""

    id: str
    at: datetime
    latest: datetime
    person: str | None
    value: str | None
    rank: str | None
    role: str | None
    noted: bool


class How(TypedDict, total=False):
    """How an action was done: the columns that say so."""

    value: str | None
    rank: str | None
    role: str | None
    note: str | None


@dataclass(frozen=True, slots=True)
class Planned:
    """When a duty is to be done, and when an excuse is recorded; None: never."""

    done: datetime | None
    excused: datetime | None = None


@dataclass(slots=True)
class Case:
    """One occurrence on its way: who is in it and what was done. What lies after `as_of` has not happened."""

    story: Story
    id: str
    kind: str
    category: str | None
    source: str
    reported_at: datetime
    occurred_at: datetime | None = None
    closed_at: datetime | None = None
    grade: str | None = None
    place: str | None = None
    narrative: str | None = None
    source_ref: str | None = None
    acts: dict[str, list[Act]] = field(default_factory=lambda: defaultdict(list))
    denied: set[tuple[str, str | None]] = field(default_factory=set)
    _number: int = 0

    @property
    def as_of(self) -> datetime:
        return self.story.as_of

    @property
    def chance(self) -> Chance:
        return self.story.chance

    def write(self) -> None:
        """Put the occurrence itself on record."""
        force = self.story.force.name
        closed = self.closed_at if self.closed_at and self.closed_at <= self.as_of else None
        unit = UNITS[len(self.id) % len(UNITS)]
        row = (self.reported_at, self.occurred_at, closed, self.grade, unit, self.place, self.narrative)
        head = (force, self.source, self.id, self.kind, self.category)
        self.story.delivery.add("occurrences", (*head, *row, self.source_ref, self.reported_at + _ENTERED_AFTER))

    def involve(self, who: Recorded, role: str, *, vehicle: bool | None = None) -> None:
        """Somebody has a role in it."""
        row = (self.story.force.name, self.source, self.id, who.id, role, vehicle)
        self.story.delivery.add("involvements", row)

    def act(
        self,
        kind: str,
        at: datetime | None,
        *,
        person: Recorded | None = None,
        value: str | None = None,
        rank: str | None = "constable",
        role: str | None = None,
        by: str | None = None,
        note: str | None = None,
        latest: datetime | None = None,
        unknown: bool = False,
    ) -> Act | None:
        """Plant an action; None if it is never done, or has not happened by `as_of`.

        latest: where its time is uncertain, the latest that it can be; unknown: there is no latest.
        """
        if at is None or at > self.as_of:
            return None
        id, who = self._next_id(), person.id if person else None
        officer = by or f"S{1000 + (self._number * 37 + at.minute * 7) % 900}"
        entered = at + timedelta(minutes=at.second + 1)
        row = (kind, at, latest, unknown, True, value, officer, role, rank, note, entered)
        self._record(id, who, row)
        until = self.as_of if unknown else min(latest or at, self.as_of)
        done = Act(id, at, until, who, value, rank, role, note is not None)
        self.acts[kind].append(done)
        return done

    def roughly(
        self, kind: str, at: datetime | None, *, person: Recorded | None = None, **how: Unpack[How]
    ) -> Act | None:
        """Plant an action of which the records seldom say exactly when: on that day, within hours, or not before."""
        drawn = self.chance.random()
        if at is None or drawn > _ROUGH:
            return self.act(kind, at, person=person, **how)
        if drawn < _ROUGH / 3:
            first, last = start_of_day(day_of(at)), end_of_day(day_of(at))
            return self.act(kind, first, person=person, latest=last, **how)
        if drawn < _ROUGH / 2:
            return self.act(kind, at, person=person, unknown=True, **how)
        return self.act(kind, at - self.chance.hours(0, 9), person=person, latest=at + self.chance.hours(0, 9), **how)

    def deny(self, kind: str, person: Recorded | None = None) -> None:
        """Plant a record that something was not done, sometimes, where it was not."""
        if not self.of(kind, person) and self.chance.happens(_DENIED):
            who = person.id if person else None
            self.denied.add((kind, who))
            self._record(self._next_id(), who, (kind, None, None, False, False, *[None] * 5, None))

    def _next_id(self) -> str:
        self._number += 1
        return f"{self.id}/{self._number}"

    def _record(self, id: str, who: str | None, row: tuple[object, ...]) -> None:
        force, delivery = self.story.force.name, self.story.delivery
        delivery.add("actions", (force, self.source, id, self.id, who, *row))
        if self._number % _DELIVERED_TWICE == 0:
            delivery.add("actions", (force, self.source, id, self.id, who, *row))

    def one(self, kind: str, person: Recorded | None = None) -> Act | None:
        """The first such act that was planted."""
        return next(iter(self.of(kind, person)), None)

    def of(self, kind: str, person: Recorded | None = None) -> list[Act]:
        """What was planted of a kind, by time: about that person or nobody in particular."""
        found = self.acts.get(kind)
        if not found:
            return []
        if len(found) > 1:
            found.sort(key=lambda act: (act.at, act.id))
        return found if person is None else [act for act in found if act.person in (None, person.id)]

    def first(
        self,
        kind: str,
        person: Recorded | None = None,
        *,
        values: Sequence[str] = (),
        since: datetime | None = None,
        rank: str | None = None,
    ) -> datetime | None:
        """When the first such act was planted."""
        for act in self.of(kind, person):
            if values and act.value not in values:
                continue
            if since is not None and act.at < since:
                continue
            if rank is not None and (act.rank is None or RANKS.index(act.rank) < RANKS.index(rank)):
                continue
            return act.at
        return None

    def plan(self, standard: str, start: datetime, due: datetime) -> Planned:
        """Draw when a duty is done: in time, late, never, or not but excused, as often as its rate says."""
        chance, rate = self.chance, rate_of(standard)
        drawn = chance.random()
        length = max(due - start, timedelta(minutes=10))
        if drawn < rate.excused:
            return Planned(None, start + length * (0.9 * chance.random()))
        drawn -= rate.excused
        if drawn < rate.never:
            return Planned(None)
        if drawn < rate.never + rate.late:
            over = due + max(length * (chance.random() ** 2 * 2), timedelta(seconds=1))
            return Planned(over.replace(microsecond=0))
        if chance.random() < 0.01:
            return Planned(due)  # exactly at the limit is in time
        return Planned((start + (due - start) * (0.95 * chance.random())).replace(microsecond=0))

    def reason(
        self, standard: str, at: datetime | None, *, person: Recorded | None = None, rank: str = "sergeant"
    ) -> datetime | None:
        """Plant a recorded reason that names a standard; when, if it has happened."""
        if at is None:
            return None
        act = self.act("rationale_recorded", at.replace(microsecond=0), person=person, value=standard, rank=rank)
        return act.at if act else None

    def seen(self, kind: str, due: datetime, act: Act | None, person: Recorded | None = None) -> Hint:
        """An act of a kind of which the delivery may not show every record over the time of a duty.

        A record that it was not done is an answer all the same.
        """
        if act is None and ((kind, None) in self.denied or (person and (kind, person.id) in self.denied)):
            return Hint(None)
        return as_shown(_hint(act), self.story.force.shown(kind, self.reported_at, due))

    def excuse(self, standard: str, person: Recorded | None = None) -> datetime | None:
        """When a reason was recorded that names a standard, about that person or nobody in particular."""
        return self.first("rationale_recorded", person, values=(standard,))

    def owe(
        self,
        standard: str,
        due: datetime,
        *done: Done | Act,
        person: Recorded | str | None = None,
        trigger: Act | str | None = None,
        stage: str = "",
        due_latest: datetime | None = None,
        ended: datetime | None = None,
        excused: datetime | None = None,
        at_act: bool = False,
    ) -> Outcome | None:
        """Write down what a duty comes to, from the instants that were planted."""
        times = tuple(_hint(one) if isinstance(one, Act) else one for one in done)
        told = fate(self.as_of, due, times, due_latest=due_latest, ended=ended, excused=excused, at_act=at_act)
        self.answer(standard, told, person=person, trigger=trigger, stage=stage)
        return told

    def answer(
        self,
        standard: str,
        told: Outcome | None,
        *,
        person: Recorded | str | None = None,
        trigger: Act | str | None = None,
        stage: str = "",
    ) -> None:
        """Write down what a duty comes to."""
        who = person.id if isinstance(person, Recorded) else person
        what = trigger.id if isinstance(trigger, Act) else trigger or self.id
        self.story.answer(standard, stage, self.source, self.id, who, what, told)

    def hinted(
        self,
        due: datetime,
        done: datetime | None,
        *by: str,
        person: Recorded | None = None,
        since: datetime | None = None,
    ) -> Hint:
        """An act that other records imply: it was done at some time from T up to them (record tests, 1.3).

        done: when it was first done by a record of its own; it is the one that a record from then on implies.
        since: only records from then on count.
        """
        if done is not None and done <= due:
            return Hint(done)
        times = [act.at for kind in by for act in self.of(kind, person) if since is None or act.at >= since]
        sure = [at for at in times if at <= due]
        return Hint(min(sure)) if sure else Hint(done, any(done is None or at < done for at in times))


def _hint(act: Act | None) -> Hint:
    return Hint(act.at, latest=act.latest) if act else Hint(None)


def open_case(
    story: Story, kind: str, source: str, reported_at: datetime, *, category: str | None = None, name: str = ""
) -> Case:
    """A new occurrence of a story; `write` puts it on record once it is told.

    Raises ValueError for one that has not been reported by `as_of`.
    """
    if reported_at > story.as_of:
        raise ValueError(f"an occurrence of story {story.name} would be reported after {story.as_of}")
    return Case(story, story.next_id(name), kind, category, source, reported_at)
