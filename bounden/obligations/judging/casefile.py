"""Records indexed for judging: one occurrence with everything about it, as it stood at an instant."""

import functools
from collections import defaultdict
from collections.abc import Iterable
from datetime import datetime

from bounden.obligations.judging.deeds import Deed, Denial, raised, read_deed, read_denial
from bounden.obligations.judging.feeds import Feed, feed
from bounden.obligations.span import Span
from bounden.records import (
    Action,
    Coverage,
    Flag,
    Involvement,
    Occurrence,
    Person,
    Records,
    Relationship,
    Residence,
)
from bounden.records.vocabulary import ACTION_VALUES


class Book:
    """All records, found by force and id."""

    def __init__(self, records: Records) -> None:
        self.occurrences = records.occurrences
        self.people: dict[tuple[str, str], Person] = {(p.force, p.person_id): p for p in records.people}
        self.care_homes = {(p.force, p.place_id) for p in records.places if p.kind == "care_home"}
        self._occurrence = {(o.force, o.occurrence_id): o for o in records.occurrences}
        self._actions: dict[tuple[str, str], list[Action]] = defaultdict(list)
        self._involvements: dict[tuple[str, str], list[Involvement]] = defaultdict(list)
        self.flags: dict[tuple[str, str], list[Flag]] = defaultdict(list)
        self.relationships: dict[tuple[str, str], list[Relationship]] = defaultdict(list)
        self.residences: dict[tuple[str, str], list[Residence]] = defaultdict(list)
        self._coverage: dict[tuple[str, str, str | None], list[Coverage]] = defaultdict(list)
        self._files: dict[tuple[str, str, datetime], CaseFile] = {}
        self._about: dict[tuple[str, str], set[str]] = defaultdict(set)
        for action in records.actions:
            self._actions[action.force, action.occurrence_id].append(action)
            if action.person_id:
                self._about[action.force, action.person_id].add(action.occurrence_id)
        for part in records.involvements:
            self._involvements[part.force, part.occurrence_id].append(part)
            self._about[part.force, part.person_id].add(part.occurrence_id)
        for flag in records.flags:
            if flag.person_id:
                self.flags[flag.force, flag.person_id].append(flag)
        for tie in records.relationships:
            self.relationships[tie.force, tie.person_id].append(tie)
            self.relationships[tie.force, tie.other_person_id].append(tie)
        for home in records.residences:
            self.residences[home.force, home.person_id].append(home)
        self._reports: dict[tuple[str, str, str], list[str]] = defaultdict(list)
        for one in records.occurrences:
            if one.kind == "recommendation" and one.source_ref:
                self._reports[one.force, one.source, one.source_ref].append(one.occurrence_id)
        for row in records.coverage:
            self._coverage[row.force, row.table, row.occurrence_id].append(row)

    def file(self, force: str, occurrence_id: str, as_of: datetime) -> "CaseFile":
        """The file of one occurrence as it stood at `as_of`."""
        found = self._files.get((force, occurrence_id, as_of))
        if found is None:
            key = (force, occurrence_id)
            found = CaseFile(self, self._occurrence[key], self._involvements[key], self._actions[key], as_of)
            self._files[force, occurrence_id, as_of] = found
        return found

    def judged_at(self, force: str, person_id: str) -> datetime | None:
        """The earliest instant as of which an occurrence of the person is to be judged; None: none has its own."""
        about = (self._occurrence.get((force, one)) for one in self._about[force, person_id])
        return min((one.judged_at for one in about if one and one.judged_at), default=None)

    def elsewhere(self, file: "CaseFile", person_id: str) -> list["CaseFile"]:
        """The files of the person's other occurrences."""
        others = sorted(self._about[file.force, person_id] - {file.occurrence_id})
        return [self.file(file.force, other, file.as_of) for other in others]

    def report_of(self, file: "CaseFile") -> list["CaseFile"]:
        """The files of the other recommendations of one report."""
        one = file.occurrence
        if one.kind != "recommendation" or not one.source_ref:
            return []
        others = sorted(set(self._reports[one.force, one.source, one.source_ref]) - {one.occurrence_id})
        return [self.file(file.force, other, file.as_of) for other in others]

    def coverage(self, force: str, table: str, occurrence_id: str) -> list[Coverage]:
        """What the delivery says about a table, in general and for one occurrence."""
        return self._coverage[force, table, None] + self._coverage[force, table, occurrence_id]


class CaseFile:
    """One occurrence: its report, who was involved, what was done and what is recorded as not done."""

    def __init__(
        self,
        book: Book,
        occurrence: Occurrence,
        involvements: Iterable[Involvement],
        actions: Iterable[Action],
        as_of: datetime,
    ) -> None:
        self.book = book
        self.occurrence = occurrence
        self.force = occurrence.force
        self.occurrence_id = occurrence.occurrence_id
        self.kind = occurrence.kind
        self.category = occurrence.category or "other"
        self.as_of = as_of
        self.involvements = tuple(involvements)
        actions = tuple(actions)
        self.report = _report(occurrence, actions, as_of)
        self.closed = _cut(occurrence.closed_at, occurrence.closed_at_latest, as_of)
        self.occurred = _cut(occurrence.occurred_at, occurrence.occurred_at_latest, as_of)
        self.denials: tuple[Denial, ...] = tuple(
            denial for a in actions if not a.done and (denial := read_denial(a, self.report, as_of))
        )
        deeds = [raised(deed, self.denials) for a in actions if a.done and (deed := read_deed(a, self.report, as_of))]
        self.deeds: tuple[Deed, ...] = tuple(sorted(deeds, key=lambda deed: deed.order))

    @functools.cached_property
    def persons(self) -> tuple[str, ...]:
        """Everybody involved, once each, by id."""
        return tuple(sorted({part.person_id for part in self.involvements}))

    @property
    def begins_report(self) -> bool:
        """Whether it is the first of its report, by report, then id; one whose report is not known comes last."""
        others = [o for o in self.book.report_of(self) if o.report is None or o.report.earliest <= self.as_of]
        return all(_place(self) < _place(other) for other in others)

    def roles(self, person_id: str) -> frozenset[str]:
        """The roles of a person in this occurrence."""
        return frozenset(part.role for part in self.involvements if part.person_id == person_id)

    def of_kind(self, *kinds: str) -> list[Deed]:
        """Done actions of these kinds, by time."""
        return [d for d in self.deeds if d.kind in kinds]

    def about(self, person_id: str | None, *kinds: str) -> list[Deed]:
        """Those that name the person or nobody; all, where no person is asked for."""
        return [d for d in self.of_kind(*kinds) if person_id is None or d.person_id in (None, person_id)]

    def denied(self, person_id: str | None, kind: str) -> list[Denial]:
        """Denials of a kind that hold for the person and that no done row beats."""
        return [
            d
            for d in self.denials
            if d.kind == kind
            and (person_id is None or d.person_id in (None, person_id))
            and not self.beaten(d, person_id)
        ]

    def beaten(self, denial: Denial, person_id: str | None) -> bool:
        """Whether a done row of the same kind, value and person beats a denial (record tests, 1.3).

        A dated denial stands beside a done row that may be later than it.
        """
        any_value = denial.value is None and denial.kind not in ACTION_VALUES
        return any(
            (any_value or deed.value == denial.value) and not (denial.dated and deed.span.latest >= denial.until)
            for deed in self.about(person_id, denial.kind)
        )

    def feed(self, kind: str, person_id: str | None, window: Span, table: str = "actions") -> Feed:
        """Whether the extract shows every row of a kind over a window."""
        rows = (
            row
            for row in self.book.coverage(self.force, table, self.occurrence_id)
            if row.kind in ("*", kind) and (person_id is None or row.person_id in (None, person_id))
        )
        return feed(rows, window)


def _place(file: CaseFile) -> tuple[datetime, datetime, str]:
    report = file.report
    return (*((report.earliest, report.latest) if report else (datetime.max, datetime.max)), file.occurrence_id)


def _report(occurrence: Occurrence, actions: Iterable[Action], as_of: datetime) -> Span | None:
    """rep: reported_at; if empty, the first `reported`; both empty: None (record tests, 1.8)."""
    if occurrence.reported_at:
        latest = occurrence.reported_at_latest or occurrence.reported_at
        return Span(occurrence.reported_at, max(occurrence.reported_at, min(latest, as_of)))
    spans = [
        deed.span
        for a in actions
        if a.done and a.kind == "reported" and a.happened_at and (deed := read_deed(a, None, as_of))
    ]
    return first_of(spans)


def _cut(earliest: datetime | None, latest: datetime | None, as_of: datetime) -> Span | None:
    if earliest is None or earliest > as_of:
        return None
    return Span(earliest, max(earliest, min(latest or earliest, as_of)))


def first_of(spans: Iterable[Span]) -> Span | None:
    """The first of several uncertain instants; None if there is none."""
    spans = tuple(spans)
    if not spans:
        return None
    return Span(min(s.earliest for s in spans), min(s.latest for s in spans))
