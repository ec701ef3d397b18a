"""Stories: the builder with which tellers put people, places and flags on record, and write down what is owed."""

from dataclasses import replace
from datetime import datetime

from bounden.obligations.clock.local import day_of
from bounden.obligations.identity import obligation_key
from bounden.obligations.outcome import Outcome
from bounden.simulation import people
from bounden.simulation.chance import Chance
from bounden.simulation.force import SYSTEMS, Force
from bounden.simulation.people import Flagged, Recorded, TruePerson
from bounden.simulation.writing import ANSWERS, TRUE_PEOPLE, Delivery

_GROWN = 18
#: How often somebody is on record in another system, too.
_KNOWN_ELSEWHERE = 0.15


class Story:
    """One story: people and occurrences that belong together. Its ids begin with its name."""

    def __init__(self, delivery: Delivery, force: Force, name: str) -> None:
        self.delivery, self.force, self.name = delivery, force, name
        self.chance = Chance(force.seed, force.name, name)
        self.as_of = force.as_of
        self._people = 0
        self._places = 0
        self._cases = 0

    def person(
        self,
        true: TruePerson,
        source: str,
        *,
        spoilt: float = 0.08,
        birth_needed: bool = True,
        adult: bool = False,
        child_until: datetime | None = None,
    ) -> Recorded:
        """A record of somebody in a system, mistakes included.

        birth_needed: a missing date of birth would leave it open whether it is a child; an adult is then marked so.
        child_until: the date of birth may be wrong, but not so that it makes the child an adult by then, or unborn.
        """
        self._people += 1
        id = f"{self.name}-P{self._people}"
        family, given, born = people.written(true, self.chance, spoilt=spoilt, birth_needed=birth_needed)
        if child_until and born and not (born <= day_of(self.force.begins) or born == true.born):
            born = true.born
        if child_until and born and people.years_between(born, day_of(child_until)) >= _GROWN:
            born = true.born
        marked = adult and born is None
        found = Recorded(id, true, born)
        entered = self.force.begins
        row = (family, given, born, marked or None, "F" if true.girl else "M", true.ethnicity, None, entered)
        self.delivery.add("people", (self.force.name, source, id, *row))
        self.delivery.add(TRUE_PEOPLE, (self.force.name, source, id, true.id))
        if self.chance.happens(_KNOWN_ELSEWHERE):
            self._copy(true, source)
        return found

    def _copy(self, true: TruePerson, but: str) -> None:
        """Another record of somebody in another system, worse kept and in no occurrence."""
        self._people += 1
        id, source = f"{self.name}-P{self._people}", self.chance.pick([one for one in SYSTEMS if one != but])
        family, given, born = people.written(true, self.chance, spoilt=0.5, birth_needed=False)
        row = (family, given, born, None, "F" if true.girl else "M", None, None, self.force.begins)
        self.delivery.add("people", (self.force.name, source, id, *row))
        self.delivery.add(TRUE_PEOPLE, (self.force.name, source, id, true.id))

    def adult(self, true: TruePerson, source: str, *, spoilt: float = 0.10) -> Recorded:
        """A record of an adult; without a date of birth it is marked as an adult's."""
        return self.person(true, source, spoilt=spoilt, birth_needed=False, adult=True)

    def place(self, kind: str, address: str, postcode: str, source: str) -> str:
        """A place of a kind, somewhere in a county that does not exist."""
        self._places += 1
        id = f"{self.name}-L{self._places}"
        where = (52 + self.chance.random(), -2 + self.chance.random())
        row = (self.force.name, source, id, kind, address, postcode, None, round(where[0], 5), round(where[1], 5))
        self.delivery.add("places", row)
        return id

    def flag(self, who: Recorded, source: str, flag: Flagged, recorded_at: datetime | None) -> None:
        """A flag on somebody, if it has begun."""
        if flag.from_at > self.as_of:
            return
        to_at = flag.to_at if flag.to_at and flag.to_at <= self.as_of else None
        who.flags.append(replace(flag, to_at=to_at))
        entered = recorded_at if recorded_at and recorded_at <= self.as_of else None
        row = (self.force.name, source, who.id, flag.kind, flag.from_at, to_at, entered)
        self.delivery.add("flags", row)

    def related(self, adult: Recorded, child: Recorded, kind: str, source: str) -> None:
        """Two people stand in a relationship, the adult first."""
        self.delivery.add("relationships", (self.force.name, source, adult.id, child.id, kind, None, None))

    def lives(self, who: Recorded, place: str, source: str, from_at: datetime | None, to_at: datetime | None) -> None:
        """Somebody lives at a place."""
        self.delivery.add("residences", (self.force.name, source, who.id, place, from_at, to_at))

    def next_id(self, name: str) -> str:
        """The id of the next occurrence of the story, which may have a name of its own."""
        self._cases += 1
        return f"{self.name}-{name or self._cases}"

    def answer(
        self,
        standard: str,
        stage: str,
        source: str,
        occurrence_id: str,
        person_id: str | None,
        trigger_id: str,
        outcome: Outcome | None,
    ) -> None:
        """What a duty must come to."""
        key = obligation_key(
            standard=standard,
            stage=stage,
            force=self.force.name,
            source=source,
            occurrence_id=occurrence_id,
            person_id=person_id,
            trigger_id=trigger_id,
        )
        name = self.force.name
        told = outcome.value if outcome else None
        self.delivery.add(ANSWERS, (key, standard, stage, name, source, occurrence_id, person_id, trigger_id, told))
