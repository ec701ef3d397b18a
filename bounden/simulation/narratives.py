"""The words of logs: written piece by piece, so that it is known which true child stands at which place in them."""

from dataclasses import dataclass, field
from datetime import timedelta

from bounden.obligations.clock.local import day_of, to_local
from bounden.simulation.case import Case
from bounden.simulation.chance import Chance
from bounden.simulation.log_phrases import CLOSINGS, MIDDLES
from bounden.simulation.people import Recorded, TruePerson, years_between
from bounden.simulation.writing import TRUE_NARRATIVES
from bounden.standards.investigations.language import BLAMING_LANGUAGE

_PHRASES = tuple(sorted(BLAMING_LANGUAGE))
_CHILD = {True: ("daughter", "dau", "little girl", "girl"), False: ("son", "boy", "little boy", "lad")}
_STAMPED, _SHOUTED, _MISTYPED = 0.35, 0.15, 0.06


@dataclass(slots=True)
class Log:
    """A log on its way. children: each mention: record, true person, way of mentioning, and where it stands."""

    case: Case
    chance: Chance
    stamped: bool
    text: str = ""
    children: list[tuple[str | None, str, str, int, int]] = field(default_factory=list)

    def say(self, *ways: str) -> "Log":
        """One of several ways to say something; now and then with a typing error, or on a line of its own."""
        said = self.chance.pick(ways)
        if self.chance.happens(_MISTYPED) and len(said) > 12:
            place = self.chance.whole(2, len(said) - 4)
            said = said[:place] + said[place + 1] + said[place] + said[place + 2 :]
        self._lead()
        self.text += said
        return self

    def child(self, mention: str, words: str, true: TruePerson, who: Recorded | None, after: str = ".") -> "Log":
        """Words that mention a child; `after` follows them without a space."""
        self.text += " " if self.text else ""
        start = len(self.text)
        self.text += words
        self.children.append((who.id if who else None, true.id, mention, start, len(self.text)))
        self.text += after
        return self

    def named(self, true: TruePerson, who: Recorded | None) -> "Log":
        """A child with name and age, as logs name people."""
        years, born = self._years(true), f"{true.born:%d/%m/%Y}"
        aged = f"{years}yrs" if years else "under 1"
        ways = (
            f"{true.given} {true.family.upper()} ({aged})",
            f"{true.family.upper()}, {true.given} {born}",
            f"{true.given} {true.family} b. {born}",
            f"{true.given} aged {years}" if years else f"baby {true.given}",
        )
        return self.child("named", self.chance.pick(ways), true, who)

    def mentioned(self, true: TruePerson, who: Recorded | None) -> "Log":
        """A child by what it is to somebody, by its age or by a pronoun, without a name."""
        years, noun = self._years(true), self.chance.pick(_CHILD[true.girl])
        if self.chance.happens(0.4):
            words = f"{self.chance.pick(('her', 'their', 'his', 'the'))} {noun}"
            words += f" of {years}" if years and self.chance.happens(0.4) else ""
            return self.child("by relation", words, true, who)
        if years < 2:
            words = self.chance.pick(("a baby", "the baby", "a newborn", "an infant in a cot"))
        elif years < 12:
            words = self.chance.pick(
                (f"1 x child {years}yrs", f"a {years} yr old", "a small child", "the youngest", "a kid")
            )
        else:
            words = self.chance.pick((f"1 x juv {years}yrs", f"a {years} yr old", "a teenager", "the eldest"))
        return self.child("by age", words, true, who)

    def blame(self) -> "Log":
        """Words that lay the blame on the child, of the kind that inspectors criticised."""
        self._lead()
        self.text += f"Supervisor comment: considered {self.chance.pick(_PHRASES)}, no further risk identified."
        return self

    def go_on(self) -> "Log":
        """What else logs say, and how they end."""
        for _ in range(self.chance.whole(0, 3)):
            self.say(*MIDDLES)
        return self.say(*CLOSINGS)

    def write(self) -> None:
        """Make it the narrative of its case, and write down the truth about it."""
        if self.chance.happens(_SHOUTED):
            self.text = self.text.upper()
        self.case.narrative = self.text
        force = self.case.story.force.name
        for person, true, mention, start, end in self.children:
            row = (force, self.case.id, person, true, mention, self.text[start:end], start, end)
            self.case.story.delivery.add(TRUE_NARRATIVES, row)

    def _years(self, true: TruePerson) -> int:
        return years_between(true.born, day_of(self.case.reported_at))

    def _lead(self) -> None:
        if self.stamped and (not self.text or self.chance.happens(0.6)):
            at = to_local(self.case.reported_at + timedelta(minutes=len(self.text) // 9))
            self.text += ("\n" if self.text else "") + f"{at:%H:%M} "
        elif self.text:
            self.text += " "


def log_of(case: Case) -> Log:
    """An empty log of a case."""
    return Log(case, case.chance, stamped=case.chance.happens(_STAMPED))
