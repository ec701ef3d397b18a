"""A rate that says how sure it is: met in time among what could be told, with its worst and best case."""

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Rate:
    """Counts by outcome, and the rate they allow.

    Told is met, late and missed. Pending, excused and withdrawn are in no rate. What cannot be told is in neither part
    of the rate; the worst case counts all of it as not met, the best case as met.
    """

    met: int = 0
    late: int = 0
    missed: int = 0
    cannot_tell: int = 0
    pending: int = 0
    excused: int = 0
    withdrawn: int = 0

    @classmethod
    def of(cls, counts: Mapping[str | None, int]) -> "Rate":
        return cls(**{outcome or "withdrawn": n for outcome, n in counts.items()})

    @property
    def told(self) -> int:
        return self.met + self.late + self.missed

    @property
    def judged(self) -> int:
        return self.told + self.cannot_tell

    @property
    def total(self) -> int:
        return self.judged + self.pending + self.excused

    @property
    def share(self) -> float | None:
        """Met among told, 0 to 100; none where nothing could be told."""
        return 100 * self.met / self.told if self.told else None

    @property
    def worst(self) -> float | None:
        return 100 * self.met / self.judged if self.judged else None

    @property
    def best(self) -> float | None:
        return 100 * (self.met + self.cannot_tell) / self.judged if self.judged else None

    def __add__(self, other: "Rate") -> "Rate":
        return Rate(*(getattr(self, name) + getattr(other, name) for name in self.__slots__))
