"""Flags judged as if each were an occurrence of its own, and when they were entered (AH-11)."""

from collections import defaultdict
from collections.abc import Iterable
from datetime import datetime

from bounden.obligations.judging.casefile import Book, CaseFile
from bounden.obligations.obligation import Obligation
from bounden.obligations.span import Span
from bounden.obligations.terms import Standard
from bounden.obligations.terms.scope import FLAG
from bounden.records import Flag, Involvement, Occurrence


def flag_files(book: Book, standards: Iterable[Standard], as_of: datetime) -> list[CaseFile]:
    """A file for every flag on a person that a standard looks at and that has a beginning on record.

    Rows of one system that say the same kind and beginning are one flag. It is judged as of `as_of`, or where an
    occurrence of that person is judged earlier, as of then.
    """
    ways = [way for one in standards for test in one.tests for way in one.scope_of(test).ways if FLAG in way.kinds]
    kinds = frozenset(kind for way in ways for kind in way.categories)
    alike: dict[tuple[str, str, str, str, datetime], list[Flag]] = defaultdict(list)
    for (force, person_id), flags in book.flags.items():
        for flag in flags:
            if flag.kind in kinds and flag.from_at:
                alike[force, flag.source, person_id, flag.kind, flag.from_at].append(flag)
    files = []
    for (force, source, person_id, kind, from_at), flags in alike.items():
        began = Occurrence(
            force=force,
            source=source,
            occurrence_id="",
            kind=FLAG,
            category=kind,
            reported_at=from_at,
            reported_at_latest=max(flag.from_at_latest or from_at for flag in flags),
        )
        flagged = Involvement(force=force, source=source, occurrence_id="", person_id=person_id, role=FLAG)
        judged_at = book.judged_at(force, person_id)
        files.append(CaseFile(book, began, [flagged], [], min(as_of, judged_at or as_of)))
    return files


def file_of(book: Book, owed: Obligation, standard: Standard) -> CaseFile:
    """The file from which a standard made an obligation."""
    if owed.occurrence_id:
        return book.file(owed.force, owed.occurrence_id, owed.as_of)
    flag = (owed.force, owed.source, owed.person_id, owed.trigger_id)
    files = flag_files(book, [standard], owed.as_of)
    return next(f for f in files if (f.force, f.occurrence.source, f.persons[0], name_of(f)) == flag)


def entered(file: CaseFile, person_id: str) -> list[Span]:
    """When the rows of a flag were entered, as far as that is on record."""
    began = file.occurrence
    return [
        Span(flag.recorded_at, max(flag.recorded_at, min(flag.recorded_at_latest or flag.recorded_at, file.as_of)))
        for flag in file.book.flags[file.force, person_id]
        if (flag.kind, flag.source, flag.from_at) == (began.category, began.source, began.reported_at)
        and flag.recorded_at
        and flag.recorded_at <= file.as_of
    ]


def name_of(file: CaseFile) -> str:
    """What stands for the id that a flag has not: its kind and its beginning (UTC)."""
    return f"{file.category} {file.occurrence.reported_at}"
