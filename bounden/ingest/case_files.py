"""Case files: one case as a page of YAML (contract, section 2), read into rows."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, fields, replace
from datetime import datetime
from pathlib import Path
from typing import Any

from bounden.ingest import case_rows
from bounden.ingest.case_context import Case
from bounden.ingest.case_coverage import coverage
from bounden.ingest.case_times import instant
from bounden.ingest.page import Block, Complaints, page_of_mapping, read_page
from bounden.ingest.refusals import Refusal, Refused
from bounden.obligations.obligation import Obligation
from bounden.obligations.span import Span
from bounden.records import Records

_PAGE = (
    "case", "force", "topic", "summary", "source", "starts_at", "as_of", "coverage", "people", "places",
    "relationships", "residences", "occurrences", "verdict", "expect", "uncovered", "unencoded", "screening",
)  # fmt: skip
_SOURCE = ("publication", "published", "url")
_EXPECT = ("standard", "outcome", "occurrence", "person", "stage", "basis", "why")
_SCREENING = ("child_mentioned", "concerns")

_OUTCOMES = frozenset({"met", "late", "missed", "pending", "excused", "cannot_tell", "withdrawn"})
_VERDICTS = frozenset({"criticised", "praised", "good", "requires_improvement", "inadequate"})
_BASES = frozenset({"published", "mechanical"})
_CASE_ID = re.compile(r"[A-Za-z0-9][A-Za-z0-9_.-]*")
_STANDARD_ID = re.compile(r"[A-Z]{2,3}-[0-9]{2}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """Where a case was published."""

    publication: str | None
    published: str | None
    url: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Expectation:
    """What a standard must conclude, for every obligation of it in the case that the ids do not narrow down.

    `occurrence_id` and `person_id` are full ids; empty: any. `basis` is `published` where the inspectors said so.
    """

    standard: str
    outcome: str
    occurrence_id: str | None
    person_id: str | None
    stage: str | None
    basis: str | None
    why: str | None
    line: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Screening:
    """What screening the summary should find."""

    child_mentioned: bool | None
    concerns: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseFile:
    """One case: the rows it expands to, and what was said about it. `as_of` is naive UTC.

    `coverage` is complete, partial, rows (written out) or None (unstated throughout).
    """

    file: str
    case: str
    force: str
    topic: str | None
    summary: str | None
    source: Source | None
    starts_at: Span
    as_of: datetime | None
    coverage: str | None
    verdict: str | None
    expects: tuple[Expectation, ...]
    uncovered: tuple[str, ...]
    unencoded: tuple[str, ...]
    screening: Screening | None
    written: Records

    def records(self) -> Records:
        """The rows of the nine tables, rows written twice held once."""
        return Records(**{f.name: tuple(dict.fromkeys(getattr(self.written, f.name))) for f in fields(Records)})


def read(paths: Iterable[Path]) -> list[CaseFile]:
    """Read case files, one case a file, in the order given.

    Raises Refused with every reason of every file.
    """
    cases: list[CaseFile] = []
    refusals: list[Refusal] = []
    for path in paths:
        try:
            cases.append(_read_one(path))
        except Refused as error:
            refusals += error.refusals
    seen: dict[str, str] = {}
    for case in cases:
        if case.case in seen:
            refusals.append(Refusal(case.file, 0, "case", f"the same case stands in {seen[case.case]}"))
        seen.setdefault(case.case, case.file)
    if refusals:
        raise Refused(refusals)
    return cases


def of_mapping(name: str, page: Mapping[str, Any]) -> CaseFile:
    """The case that mappings, lists and text hold, read as strictly as a file of that name that holds them.

    Raises Refused with every reason.
    """
    complaints = Complaints(name)
    return _case(name, page_of_mapping(page, complaints, _PAGE), complaints)


def case_of(owed: Obligation) -> str:
    """The case that an obligation belongs to: its occurrence's, or where it is about a flag its person's."""
    return (owed.occurrence_id or owed.person_id or "").partition("/")[0]


def together(cases: Sequence[CaseFile]) -> Records:
    """The rows of several cases as one delivery.

    A case that is complete says so for the whole force. Beside other cases of the force that would vouch for them
    too, so there its one row is written for each of its occurrences instead.
    """
    forces = [case.force for case in cases]
    whole = Records()
    for case in cases:
        records = case.records()
        if forces.count(case.force) > 1:
            records = _narrowed(records)
        whole = whole + records
    return whole


def _narrowed(records: Records) -> Records:
    rows = [
        narrow
        for row in records.coverage
        for narrow in (
            [replace(row, occurrence_id=o.occurrence_id) for o in records.occurrences]
            if row.table == "actions" and row.occurrence_id is None
            else [row]
        )
    ]
    return replace(records, coverage=tuple(dict.fromkeys(rows)))


def _read_one(path: Path) -> CaseFile:
    complaints = Complaints(path.name)
    return _case(path.name, read_page(path, complaints, _PAGE), complaints)


def _case(name: str, page: Block | None, complaints: Complaints) -> CaseFile:
    if page is None:
        raise Refused(complaints.refusals)
    case_id = page.text("case", required=True) or ""
    if case_id and not _CASE_ID.fullmatch(case_id):
        page.refuse("case", "an id is made of letters, digits, _, - and .")
    source = _source(page)
    starts_at = _instant(page, "starts_at", None, required=True)
    as_of = _instant(page, "as_of", starts_at)
    case = Case(
        case=case_id,
        force=page.text("force", required=True) or "",
        url=source.url if source else None,
        starts_at=starts_at,
        judged_at=as_of.latest if as_of else None,
    )
    people, flags = case_rows.people(case, page)
    places = case_rows.places(case, page)
    occurrences, involvements, actions = case_rows.occurrences(case, page)
    written = Records(
        people=tuple(people),
        places=tuple(places),
        occurrences=tuple(occurrences),
        involvements=tuple(involvements),
        actions=tuple(actions),
        flags=tuple(flags),
        relationships=tuple(case_rows.relationships(case, page)),
        residences=tuple(case_rows.residences(case, page)),
        coverage=tuple(coverage(case, page, actions)),
    )
    verdict = page.word("verdict", _VERDICTS)
    expects = tuple(_expectation(case, block) for block in page.blocks("expect", _EXPECT))
    uncovered, unencoded = tuple(page.texts("uncovered")), tuple(page.texts("unencoded"))
    screening = _screening(page)
    topic, summary = page.text("topic"), page.text("summary")
    if complaints.refusals or starts_at is None:
        raise Refused(complaints.refusals)
    return CaseFile(
        file=name,
        case=case.case,
        force=case.force,
        topic=topic,
        summary=summary,
        source=source,
        starts_at=starts_at,
        as_of=case.judged_at,
        coverage="rows" if page.is_list("coverage") else page.text("coverage"),
        verdict=verdict,
        expects=expects,
        uncovered=uncovered,
        unencoded=unencoded,
        screening=screening,
        written=written,
    )


def _instant(page: Block, key: str, starts_at: Span | None, *, required: bool = False) -> Span | None:
    text = page.text(key, required=required)
    if text is None:
        return None
    try:
        return instant(text, starts_at)
    except ValueError as error:
        page.refuse(key, str(error))
        return None


def _source(page: Block) -> Source | None:
    block = page.block("source", _SOURCE)
    if block is None:
        return None
    return Source(publication=block.text("publication"), published=block.text("published"), url=block.text("url"))


def _screening(page: Block) -> Screening | None:
    block = page.block("screening", _SCREENING)
    if block is None:
        return None
    return Screening(child_mentioned=block.truth("child_mentioned"), concerns=tuple(block.texts("concerns")))


def _expectation(case: Case, block: Block) -> Expectation:
    standard = block.text("standard", required=True) or ""
    if standard and not _STANDARD_ID.fullmatch(standard):
        block.refuse("standard", "must be the id of a standard, such as MC-06")
    return Expectation(
        standard=standard,
        outcome=block.word("outcome", _OUTCOMES, required=True) or "",
        occurrence_id=case.refer(block, "occurrence", case.occurrences, "occurrence"),
        person_id=case.refer(block, "person", case.people, "person"),
        stage=block.text("stage"),
        basis=block.word("basis", _BASES),
        why=block.text("why"),
        line=block.line,
    )
