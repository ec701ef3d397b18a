"""The numbers that standards name: limits, ages, ranks and hours of the day (record tests, section 10)."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, time, timedelta
from types import MappingProxyType

from bounden.records.vocabulary import RANKS

_LIMIT = re.compile(r"(\d+) (min|h without Sundays and holidays|h|d beginning with|d|wd|m|years)")


@dataclass(frozen=True, slots=True)
class Limit:
    """An amount of time and the clock that counts it.

    unit: `min` and `h` elapsed; `h without Sundays and holidays` elapsed on the other days alone; `d` end of the n-th
    day after T's day; `d beginning with` T's day is day 1; `wd` working days; `m` corresponding date; `years` an age.
    """

    amount: int
    unit: str

    @classmethod
    def parse(cls, text: str) -> "Limit":
        """Read "4 h", "5 wd", "30 d"; ValueError naming the forms if it is none of them."""
        found = _LIMIT.fullmatch(text.strip())
        if not found:
            raise ValueError(
                "a limit is a whole number and one of min, h, h without Sundays and holidays, d, d beginning with, wd, "
                "m, years"
            )
        return cls(int(found[1]), found[2])

    @property
    def elapsed(self) -> timedelta:
        """The limit as a length of elapsed time; ValueError if it is counted in days, months or years."""
        if self.unit not in ("min", "h"):
            raise ValueError(f"{self} is no length of elapsed time")
        return timedelta(minutes=self.amount) if self.unit == "min" else timedelta(hours=self.amount)

    def __str__(self) -> str:
        return f"{self.amount} {self.unit}"


@dataclass(frozen=True, slots=True)
class Frequency:
    """So many times within a limit: "3 in 90 d"."""

    times: int
    within: Limit

    @classmethod
    def parse(cls, text: str) -> "Frequency":
        """Read "3 in 90 d"; ValueError naming the form if it is none."""
        times, _, within = text.strip().partition(" in ")
        if not times.isdecimal():
            raise ValueError('a frequency is a whole number, "in" and a limit, as 3 in 90 d')
        return cls(int(times), Limit.parse(within))

    def __str__(self) -> str:
        return f"{self.times} in {self.within}"


#: A limit, how often, a time of day, a number of persons, or text (a rank).
Value = Limit | Frequency | time | int | str


@dataclass(frozen=True, slots=True, kw_only=True)
class Parameter:
    """One number: its value, its standing and where it comes from.

    class_: as Class of a standard. in_force_from: empty: always. stricter: in which direction it would ask for more,
    "lower", "higher", "earlier" or "later", where its kind does not say so itself (see `strictness`).
    """

    name: str
    value: Value
    meaning: str
    class_: str
    reference: str
    to_be_confirmed: bool = False
    in_force_from: date | None = None
    stricter: str = ""


@dataclass(frozen=True, slots=True)
class Parameters:
    """All parameters by name."""

    by_name: Mapping[str, Parameter]

    @classmethod
    def of(cls, parameters: tuple[Parameter, ...]) -> "Parameters":
        """Raises ValueError if a name stands twice."""
        names = [p.name for p in parameters]
        twice = sorted({n for n in names if names.count(n) > 1})
        if twice:
            raise ValueError(f"parameters named twice: {', '.join(twice)}")
        return cls(MappingProxyType({p.name: p for p in parameters}))

    def having(self, *changed: Parameter) -> "Parameters":
        """These with others in the places of those of the same names."""
        return Parameters(MappingProxyType({**self.by_name, **{one.name: one for one in changed}}))

    def limit(self, text: str) -> Limit:
        """The limit that a standard names: a parameter, or a number with its unit.

        Raises KeyError if there is no such parameter, ValueError if it is no limit.
        """
        if text[0].isdigit():
            return Limit.parse(text)
        value = self.by_name[text].value
        if not isinstance(value, Limit):
            raise ValueError(f"parameter {text} is not a limit")
        return value

    def frequency(self, name: str) -> Frequency:
        """How often; ValueError if the parameter is none."""
        value = self.by_name[name].value
        if not isinstance(value, Frequency):
            raise ValueError(f"parameter {name} is not a frequency")
        return value

    def years(self, text: str) -> int:
        """An age in whole years: a parameter, or a plain number."""
        return int(text) if text.isdigit() else self.limit(text).amount

    def rank(self, text: str) -> str:
        """A rank: a parameter, or a rank itself. Raises ValueError if it is none."""
        named = text if text in RANKS else self.by_name[text].value
        if named not in RANKS:
            raise ValueError(f"parameter {text} is not a rank")
        return str(named)

    def clock_time(self, name: str) -> time:
        """A time of day; ValueError if the parameter is none."""
        value = self.by_name[name].value
        if not isinstance(value, time):
            raise ValueError(f"parameter {name} is not a time of day")
        return value
