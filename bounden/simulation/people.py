"""The true people of a synthetic force, and the records that its systems hold of them."""

from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from functools import lru_cache

from bounden.simulation.chance import Chance

_FAMILY = (
    "Abbot Acland Allen Ames Ashby Bagshaw Barlow Baxter Beckett Begum Bell Benson Birch Blake Booth Brandon Briggs "
    "Brook Burgess Calder Carver Chandler Choudhury Clegg Coates Colley Cooper Crane Dacre Dalton Darby Dawson Denby "
    "Dixon Drake Dyer Eaton Ellis Farrow Fenwick Finch Fletcher Foster Fuller Gale Garner Gill Goddard Graves Hale "
    "Hammond Hardy Hartley Haywood Hebden Hirst Holt Hussain Ibbotson Ingham Islam Jessop Jordan Joyce Kaur Keane Khan "
    "Kirby Knight Kowalski Lacey Larkin Leigh Lister Lowe Malik Mason Mbeki Mellor Miah Mistry Moss Naylor Neville "
    "Nowak Oakes Ogden Okafor Osei Parkin Patel Peel Pickering Popescu Quarmby Quinn Rahman Ramsden Redfern Rigby Rowe "
    "Royle Sadler Shah Sharpe Singh Slater Stott Sutcliffe Tate Thorne Tolley Trent Underhill Varley Vickers Wade "
    "Walsh Warner Webb Whitaker Wilde Wray Yates Yusuf Zaman"
).split()
_GIRLS = (
    "Abigail Aisha Alice Amelia Amina Amy Beth Caitlin Chloe Daisy Ebony Ella Ellie Emily Eva Evie Fatima Freya Grace "
    "Hannah Holly Imani Isla Jasmine Jessica Kayleigh Keira Lacey Layla Leah Lily Lucy Maisie Maryam Megan Mia Molly "
    "Nadia Natalia Niamh Olivia Paige Phoebe Poppy Rosie Ruby Safiya Sarah Scarlett Shannon Sienna Sophie Tia Zara Zoe"
).split()
_BOYS = (
    "Aaron Adam Aidan Alfie Ali Archie Ben Billy Callum Charlie Connor Daniel Dylan Edward Ethan Finley Freddie George "
    "Hamza Harley Harry Ibrahim Isaac Jack Jacob Jamal James Jayden Joseph Josh Kai Kian Kyle Leo Lewis Liam Logan "
    "Louis Luca Marcus Mason Max Mohammed Nathan Noah Oliver Omar Oscar Reece Riley Ryan Samuel Sebastian Theo "
    "Thomas Toby Tyler William Yusuf Zachary"
).split()
_WOMEN = (
    "Angela Claire Danielle Donna Emma Farah Gemma Helen Joanne Karen Laura Lisa Michelle Nicola Priya Rachel Tracy"
).split()
_MEN = (
    "Andrew Asif Craig Darren David Gary Ian Imran Jason Kevin Lee Mark Martin Neil Paul Rajesh Richard Steven Wayne"
).split()
_STREETS = (
    "Alder Bramble Canal Chapel Church Copse Dale Fern Forge Garth Hawthorn Highfield Mill Quarry Spinney".split()
)
_WAYS = "Avenue Close Court Crescent Drive Lane Road Street Terrace Way".split()
_ETHNICITIES = ("W1", "W1", "W1", "W1", "W9", "A1", "A2", "B1", "B2", "M1", "O9", None)
_SHORT = {"Abigail": "Abi", "Daniel": "Dan", "Edward": "Ted", "Jessica": "Jess", "Joseph": "Joe", "Samuel": "Sam"}


@dataclass(frozen=True, slots=True)
class TruePerson:
    """Somebody who exists in the synthetic world."""

    id: str
    family: str
    given: str
    born: date
    girl: bool
    ethnicity: str | None


@dataclass(frozen=True, slots=True)
class Family:
    """People who live together: adults, and children by age, the eldest first."""

    adults: tuple[TruePerson, ...]
    children: tuple[TruePerson, ...]
    address: str
    postcode: str


@dataclass(slots=True)
class Recorded:
    """A person record: what a system holds of somebody. born: as recorded, which may be wrong; None: not recorded."""

    id: str
    true: TruePerson
    born: date | None
    flags: list["Flagged"] = field(default_factory=list)

    def flagged(self, at: datetime, *kinds: str) -> bool:
        """Whether one of these flags stands at an instant."""
        return any(flag.kind in kinds and flag.held(at) for flag in self.flags)

    def age(self, day: date) -> int | None:
        """Whole years on a day, by the record; None where it does not say."""
        return None if self.born is None else years_between(self.born, day)


@dataclass(frozen=True, slots=True)
class Flagged:
    """A flag on a person: from when and, where it has ended, until when, and when it was entered."""

    kind: str
    from_at: datetime
    to_at: datetime | None = None
    entered: datetime | None = None

    def held(self, at: datetime) -> bool:
        """Whether it stands at an instant."""
        return self.from_at <= at and (self.to_at is None or at < self.to_at)


def years_between(born: date, day: date) -> int:
    """Age in whole years; somebody born on 29 February has the birthday on 1 March of other years."""
    had = (day.month, day.day) >= (born.month, born.day)
    return day.year - born.year - (not had)


@lru_cache(maxsize=4096)
def family(seed: int, force: str, number: int, today: date, years: int) -> Family:
    """The n-th family of a force, with two people of working age or one, and up to four children.

    years: the adults were grown so many years ago, and in some families the children are no children any more.
    """
    chance = Chance(seed, force, "family", number)
    settled = today - timedelta(days=chance.whole(0, (years - 1) * 365))
    youngest = max(24, 19 + years)
    surname = chance.pick(_FAMILY)
    adults = []
    for place in range(2 if chance.happens(0.75) else 1):
        woman = place == 0
        name = surname if woman or chance.happens(0.6) else chance.pick(_FAMILY)
        born = settled - timedelta(days=chance.whole(youngest * 365, (youngest + 25) * 365))
        adults.append(_person(chance, f"{number}-a{place}", name, born, woman, grown=True))
    children = []
    for place in range(chance.weighed(((1, 4), (2, 4), (3, 2), (4, 1)))):
        girl = chance.happens(0.5)
        born = settled - timedelta(days=chance.whole(40, 19 * 365))
        children.append(_person(chance, f"{number}-c{place}", surname, born, girl))
    children.sort(key=lambda child: (child.born, child.id))
    street = f"{chance.whole(1, 180)} {chance.pick(_STREETS)} {chance.pick(_WAYS)}"
    return Family(tuple(adults), tuple(children), street, postcode(chance))


def lone(seed: int, force: str, name: str, born: date, *, girl: bool) -> TruePerson:
    """Somebody outside the families, such as an offender or a child in care."""
    chance = Chance(seed, force, "lone", name)
    return _person(chance, name, chance.pick(_FAMILY), born, girl)


def postcode(chance: Chance) -> str:
    """A postcode of an area that does not exist."""
    return f"WX{chance.whole(1, 40)} {chance.whole(1, 9)}{chance.pick('ABDEFGHJ')}{chance.pick('LNPQRSTU')}"


def _person(chance: Chance, id: str, surname: str, born: date, girl: bool, *, grown: bool = False) -> TruePerson:
    names = (_WOMEN if girl else _MEN) if grown else (_GIRLS if girl else _BOYS)
    return TruePerson(f"T{id}", surname, chance.pick(names), born, girl, chance.pick(_ETHNICITIES))


def written(
    true: TruePerson, chance: Chance, *, spoilt: float, birth_needed: bool
) -> tuple[str, str | None, date | None]:
    """Family name, given names and date of birth as a system may hold them: with typing errors, swaps and gaps.

    birth_needed: the date of birth may be wrong, but is there.
    """
    family_name, given, born = true.family, str(true.given), true.born
    if chance.random() >= spoilt:
        return family_name, given, born
    fault = chance.random()
    if fault < 0.25:
        family_name = _mistyped(family_name, chance)
    elif fault < 0.45:
        given = _SHORT.get(given) or _mistyped(given, chance)
    elif fault < 0.55:
        family_name, given = family_name.upper(), given.upper()
    elif fault < 0.62:
        return family_name, None, born
    elif fault < 0.70:
        family_name, given = given, family_name
    elif fault < 0.82 and born.day <= 12:
        return family_name, given, date(born.year, born.day, born.month)
    elif fault < 0.90:
        return family_name, given, date(born.year, 1, 1)
    elif not birth_needed:
        return family_name, given, None
    return family_name, given, born


def _mistyped(word: str, chance: Chance) -> str:
    place = chance.whole(1, max(1, len(word) - 2))
    kind = chance.random()
    if kind < 0.35:
        return word[:place] + word[place + 1 :]
    if kind < 0.7:
        return word[: place - 1] + word[place] + word[place - 1] + word[place + 1 :]
    return word[:place] + chance.pick("aeioulnrst") + word[place:]
