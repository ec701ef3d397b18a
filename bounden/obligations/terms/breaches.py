"""In what form an act must not be done (record tests, 1.1, NEVER): by its value, what came before it or its words."""

from dataclasses import dataclass

from bounden.obligations.terms.evidence import Doing


@dataclass(frozen=True, slots=True)
class SameTimeOfWeek:
    """On the same weekday and in the same part of the local day as both acts of its kind before it (RO-08).

    parts: the hours of the clock at which a new part of the day begins.
    """

    parts: tuple[int, ...] = (12, 17)


@dataclass(frozen=True, slots=True)
class Preceded:
    """After one of these, if no longer before than a limit (RO-14).

    Where the occurrence was not reported as long ago as that, its records do not reach back far enough to tell.
    """

    by: tuple[Doing, ...]
    within: str


@dataclass(frozen=True, slots=True)
class PhraseFound:
    """One of the phrases that the start looks for stands in a text of the occurrence (DM-04).

    Whether it is said of the child, and blames, a person has to read: what is found is to be confirmed.
    """


#: Values of the act, another value being its proper form; or one of the others.
Breach = frozenset[str] | SameTimeOfWeek | Preceded | PhraseFound
