"""What is asked of a file about one test, and what is found of one alternative."""

from dataclasses import dataclass
from datetime import datetime

from bounden.obligations.judging.casefile import CaseFile
from bounden.obligations.judging.deeds import Deed, Denial
from bounden.obligations.judging.feeds import Feed
from bounden.obligations.judging.limits import Clock
from bounden.obligations.judging.started import Started
from bounden.obligations.judging.told import YES, Told
from bounden.obligations.span import Span
from bounden.obligations.terms import Standard, Test, Type


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """One test for one person: what is asked, of which file, from when and by when.

    next_evidence, maybe_evidence: of a recurring duty, the row that ends the interval and those that may.
    """

    file: CaseFile
    standard: Standard
    test: Test
    person_id: str | None
    started: Started
    start: Span
    due: Span
    clock: Clock
    next_evidence: Deed | None = None
    maybe_evidence: tuple[tuple[Deed, str], ...] = ()

    @property
    def type(self) -> Type:
        return self.standard.type_of(self.test)


@dataclass(frozen=True, slots=True)
class Found:
    """A row that counts or may: told says which field is missing then.

    in_time: at D by its nature; may_be_in_time: perhaps so, although after D (a meeting of that day, AH-27).
    """

    deed: Deed
    told: Told = YES
    in_time: bool = False
    may_be_in_time: bool = False


@dataclass(frozen=True, slots=True)
class Alternative:
    """One alternative: the rows that count or may, its feed up to D2, and up to when it is denied.

    passed_over: rows of the kind that do not count, each with the reason; denials: rows that say it was not done.
    unsaid: the field whose absence leaves it open, where it is no feed.
    """

    kind: str
    rows: tuple[Found, ...]
    feed: Feed
    denied_until: datetime | None
    never_before_start: bool
    passed_over: tuple[Found, ...] = ()
    denials: tuple[Denial, ...] = ()
    unsaid: str = ""
