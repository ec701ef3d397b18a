"""The words of logs: written piece by piece, so that it is known which true child stands at which place in them."""

from dataclasses import dataclass, field

from bounden.obligations.clock.local import day_of
from bounden.simulation.case import Case
from bounden.simulation.chance import Chance
from bounden.simulation.people import Recorded, TruePerson, years_between
from bounden.simulation.writing import TRUE_NARRATIVES
from bounden.standards.investigations.language import BLAMING_LANGUAGE

_PHRASES = tuple(sorted(BLAMING_LANGUAGE))
_RELATIONS = {True: ("daughter", "dau", "little girl"), False: ("son", "boy", "lad")}


@dataclass(slots=True)
class Log:
    """A log on its way. people: the children mentioned, with the words that mention them."""

    case: Case
    chance: Chance
    text: str = ""
    children: list[tuple[str | None, str, str, int, int]] = field(default_factory=list)

    def say(self, *ways: str) -> "Log":
        """One of several ways to say something."""
        self.text += (" " if self.text else "") + self.chance.pick(ways)
        return self

    def child(self, mention: str, words: str, true: TruePerson, who: Recorded | None, after: str = "") -> "Log":
        """Words that mention a child; `after` follows them without a space."""
        self.text += " " if self.text else ""
        start = len(self.text)
        self.text += words
        self.children.append((who.id if who else None, true.id, mention, start, len(self.text)))
        self.text += after
        return self

    def named(self, true: TruePerson, who: Recorded | None, after: str = ".") -> "Log":
        """A child with name and age, as logs name people."""
        years = years_between(true.born, day_of(self.case.reported_at))
        aged = f"{years}yrs" if years else "under 1"
        words = self.chance.pick(
            (f"{true.given} {true.family.upper()} ({aged})", f"{true.given.upper()} {true.family.upper()} {aged}")
        )
        return self.child("named", words, true, who, after)

    def related(self, true: TruePerson, who: Recorded | None, after: str = ".") -> "Log":
        """A child by what it is to somebody, without a name."""
        years = years_between(true.born, day_of(self.case.reported_at))
        relation = self.chance.pick(_RELATIONS[true.girl])
        words = f"{self.chance.pick(('her', 'their', 'his'))} {relation}"
        words += f" of {years}" if years and self.chance.happens(0.5) else ""
        return self.child("by relation", words, true, who, after)

    def blame(self) -> "Log":
        """Words that lay the blame on the child, of the kind that inspectors criticised."""
        return self.say(f"Supervisor comment: considered {self.chance.pick(_PHRASES)}, no further risk identified.")

    def write(self) -> None:
        """Make it the narrative of its case, and write down the truth about it."""
        self.case.narrative = self.text
        force = self.case.story.force.name
        for person, true, mention, start, end in self.children:
            row = (force, self.case.id, person, true, mention, self.text[start:end], start, end)
            self.case.story.delivery.add(TRUE_NARRATIVES, row)


def log_of(case: Case) -> Log:
    """An empty log of a case."""
    return Log(case, case.chance)
