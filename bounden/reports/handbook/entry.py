"""What the handbook says of one standard, in words: plain data, the same for every interface."""

from dataclasses import dataclass

from bounden.reports.handbook.coverage import Shown
from bounden.reports.handbook.gaps import Gap
from bounden.reports.handbook.worked import Worked


@dataclass(frozen=True, slots=True, kw_only=True)
class Citation:
    """Where the duty stands. confirmed: false is shown as "to be confirmed"."""

    text: str
    source: str
    url: str
    confirmed: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Number:
    """A number that the standard names: its value in words, its standing, and where it comes from."""

    name: str
    meaning: str
    value: str
    standing: str
    reference: str
    confirmed: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Stage:
    """One test of the standard. Empty: it applies at any date, looks where the standard looks, never rests."""

    name: str
    type: str
    in_force: str
    looks_at: str
    starts: str
    due: str
    evidence: str
    rests: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """What was published on one side. case: the id of the published case; empty where it is no single case."""

    done_well: bool
    label: str
    says: str
    case: str
    source: str
    url: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Good:
    """What good looks like. sources: where it comes from, each a name and an address; findings: at most two."""

    sentences: tuple[str, ...]
    sources: tuple[tuple[str, str], ...]
    findings: tuple[Finding, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Edition:
    """An edition of the rulebook in which the standard was new or changed."""

    dated: str
    says: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Catalogued:
    """What is said of a standard and of an audit question alike. Empty texts and tuples: there is nothing to say.

    to_be_confirmed: which clause and which number is not confirmed yet. standing: strongest first; local: what passing
    a limit of the force's own does not mean.
    """

    id: str
    title: str
    plain: str
    area: str
    to_be_confirmed: tuple[str, ...]
    severity: str
    standing: tuple[str, ...]
    local: str
    duty: str
    duty_means: str
    in_force: str
    binds: str
    author: str
    checker: str
    next_review: str
    version: str
    clauses: tuple[Citation, ...]
    numbers: tuple[Number, ...]
    history: tuple[Edition, ...]

    @property
    def notices(self) -> tuple[str, ...]:
        """What a reader must know before anything else."""
        return _unsure(self.to_be_confirmed)


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked(Catalogued):
    """One audit question.

    type: how it would be judged if an extract held the data. clock: by when, or how often.
    """

    question: str
    why_a_person: str
    asked_of: str
    type: str
    clock: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry(Catalogued):
    """One standard. proposed: why it is not in force yet.

    cannot_tell: what can leave its outcome open; audit: the part that no record can show, as a question.
    good: what good looks like; None where nobody has written it.
    shown: what its worked examples should show, and which of them do.
    """

    proposed: str
    why: str
    looks_at: str
    for_each: str
    only_where: tuple[str, ...]
    stages: tuple[Stage, ...]
    excuse: str
    ends: str
    cannot_tell: tuple[Gap, ...]
    audit: str
    good: Good | None
    examples: tuple[Worked, ...]
    shown: tuple[Shown, ...]

    @property
    def notices(self) -> tuple[str, ...]:
        """What a reader must know before anything else."""
        return (*_proposed(self.proposed), *_unsure(self.to_be_confirmed))


def _unsure(to_be_confirmed: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(f"To be confirmed: {each}" for each in to_be_confirmed)


def _proposed(why: str) -> tuple[str, ...]:
    return (f"Proposed, not in force. {why} Until it is, it makes no obligations.",) if why else ()
