"""Chance by name: independent streams of seeded randomness, so that any part can be made alone and in any order."""

import hashlib
import random
from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import TypeVar

T = TypeVar("T")


class Chance(random.Random):
    """The stream that belongs to a seed and names; the same names give the same stream, others an independent one."""

    def __init__(self, seed: int, *names: str | int) -> None:
        text = "\x1f".join(str(name) for name in (seed, *names))
        super().__init__(int.from_bytes(hashlib.sha256(text.encode()).digest()[:16], "big"))

    def happens(self, rate: float) -> bool:
        """True at this rate."""
        return self.random() < rate

    def pick(self, values: Sequence[T]) -> T:
        """One of the values, all alike."""
        return values[int(self.random() * len(values))]

    def weighed(self, weights: Sequence[tuple[T, float]]) -> T:
        """One of the values, each as often as its weight says; the weights need not add up to 1."""
        left = self.random() * sum(weight for _, weight in weights)
        for value, weight in weights:
            left -= weight
            if left < 0:
                return value
        return weights[-1][0]

    def whole(self, low: int, high: int) -> int:
        """A whole number, both ends included."""
        return low + int(self.random() * (high - low + 1))

    def span(self, low: timedelta, high: timedelta) -> timedelta:
        """A length of time in whole seconds, both ends included."""
        return timedelta(seconds=self.whole(int(low.total_seconds()), int(high.total_seconds())))

    def minutes(self, low: float, high: float) -> timedelta:
        """A length of time between so many minutes, in whole seconds."""
        return timedelta(seconds=self.whole(int(low * 60), int(high * 60)))

    def hours(self, low: float, high: float) -> timedelta:
        """A length of time between so many hours, in whole seconds."""
        return self.minutes(low * 60, high * 60)

    def between(self, first: datetime, last: datetime) -> datetime:
        """An instant from the first to the last, in whole seconds; the first where the last is not after it."""
        return first + self.span(timedelta(0), max(last - first, timedelta(0)))
