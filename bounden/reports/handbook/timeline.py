"""One obligation of a worked example as a little line of time: what happened, when it was due, what became of it."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime, time

from bounden.obligations.clock.local import end_of_day, readings, to_local
from bounden.obligations.judging.casefile import CaseFile
from bounden.obligations.judging.deeds import LONG_AGO, Deed, Denial
from bounden.obligations.obligation import Obligation
from bounden.obligations.outcome import Outcome, outcome
from bounden.obligations.span import Span
from bounden.obligations.terms.scope import FLAG
from bounden.obligations.wording.kinds import say_kind, say_missing, say_word
from bounden.records.vocabulary import ACTION_VALUES

WITHDRAWN = "withdrawn"
NO_OBLIGATION = "no obligation"
_LAST_SECOND = time(23, 59, 59)
# Of things at one instant: what begins time, then what was done, then the limit, then when it was judged.
_ORDER = {"start": 0, "record": 1, "not done": 2, "due": 3, "end": 4, "judged": 5}


@dataclass(frozen=True, slots=True, kw_only=True)
class Point:
    """Something on the line. kind: start, record, not done, due, end or judged; when: in words, London time."""

    kind: str
    says: str
    when: str
    at: Span

    @property
    def text(self) -> str:
        """What and when."""
        return f"{self.says} {self.when}" if self.when else self.says


@dataclass(frozen=True, slots=True, kw_only=True)
class Timeline:
    """One obligation, or what happened where there is none.

    of: whose it is, where the example has several. outcome: one of the outcomes, withdrawn or no obligation.
    because: what leaves it open. triggered, due, discharged, at_act, as_of: as in the obligation, for the drawing.
    more: how many further obligations of the example end alike.
    """

    of: str
    points: tuple[Point, ...]
    outcome: str
    because: str
    triggered: Span | None
    due: Span | None
    discharged: Span | None
    at_act: bool
    as_of: datetime
    more: int = 0

    @property
    def concludes(self) -> str:
        """The outcome in words, with what leaves it open and how many end alike."""
        said = self.outcome.replace("_", " ")
        if self.because:
            said += f": {self.because}"
        return f"{said} (and {self.more} more alike)" if self.more else said

    @property
    def line(self) -> str:
        """All of it as one line: the report 10:00 ── due 14:00 ── the home searched 14:00:01 → late."""
        said = " ── ".join(point.text for point in self.points)
        return f"{self.of}: {said} → {self.concludes}" if self.of else f"{said} → {self.concludes}"


def timeline(owed: Obligation, file: CaseFile, *, of: str = "", more: int = 0) -> Timeline:
    """The line of one obligation."""
    reached = outcome(owed)
    undecided = reached is Outcome.CANNOT_TELL
    return Timeline(
        of=of,
        points=_in_order(_of_obligation(owed, file, reached)),
        outcome=reached.value if reached else WITHDRAWN,
        because=(say_missing(owed.missing) or "when it happened or was due is too uncertain") if undecided else "",
        triggered=owed.triggered,
        due=owed.due,
        discharged=owed.discharged,
        at_act=owed.at_act,
        as_of=owed.as_of,
        more=more,
    )


def nothing_owed(file: CaseFile) -> Timeline:
    """The line of an occurrence under which nothing is owed."""
    return Timeline(
        of="",
        points=_in_order([*_report(file), *_happened(file, None)]),
        outcome=NO_OBLIGATION,
        because="",
        triggered=None,
        due=None,
        discharged=None,
        at_act=False,
        as_of=file.as_of,
    )


@dataclass(frozen=True, slots=True)
class _Happening:
    """A point whose time is not in words yet.

    form: "after" where nothing says how late, "up to", "that day" where no hour is meant, "undated" to say no time.
    """

    kind: str
    says: str
    at: Span
    form: str = ""


def _of_obligation(owed: Obligation, file: CaseFile, reached: Outcome | None) -> Iterator[_Happening]:
    happened = [*_report(file), *_happened(file, owed.person_id), *_of_person(file, owed.person_id)]
    yield from happened
    shown = {one.at for one in happened}
    if owed.triggered and owed.triggered not in shown:
        yield _Happening("start", "time runs from", owed.triggered)
    if owed.discharged and owed.discharged not in shown:
        yield _Happening("record", "done", owed.discharged)
    if owed.due:
        yield _Happening("due", "due", owed.due)
    if reached is Outcome.PENDING:
        yield _Happening("judged", "judged", Span.exactly(owed.as_of))


def _of_person(file: CaseFile, person_id: str | None) -> Iterator[_Happening]:
    """Flags that began or ended, and the person's death."""
    if person_id is None:
        return
    for flag in file.book.flags[file.force, person_id]:
        for says, at, latest in (
            ("flagged", flag.from_at, flag.from_at_latest), ("no longer flagged", flag.to_at, flag.to_at_latest)
        ):  # fmt: skip
            if at and at <= file.as_of:
                yield _Happening("record", f"{says} {say_word(flag.kind)}", Span(at, latest or at))
    if died := file.book.people[file.force, person_id].died_on:
        yield _Happening("end", "the person's death", Span.exactly(end_of_day(died)), "that day")


def _report(file: CaseFile) -> Iterator[_Happening]:
    if file.kind == FLAG:
        return  # a flag is reported by nobody: it begins
    if file.report:
        yield _Happening("start", "the report", file.report)
    else:
        yield _Happening("start", "the report, at a time not on record", Span.exactly(LONG_AGO), "undated")


def _happened(file: CaseFile, person_id: str | None) -> Iterator[_Happening]:
    """What the occurrence holds; what names somebody else than the person says so."""
    for deed in file.deeds:
        if not deed.implied and not (deed.kind == "reported" and deed.span == file.report):
            no_latest = not deed.span.exact and deed.span.latest == file.as_of
            yield _Happening("record", _deed(deed, file, person_id), deed.span, "after" if no_latest else "")
    for denial in file.denials:
        said = f"not done: {say_kind(denial.kind)}{_value(denial)}{_whom(denial, file, person_id)}"
        yield _Happening("not done", said, Span.exactly(denial.until), "up to" if denial.dated else "undated")
    if file.closed:
        yield _Happening("end", "the record closed", file.closed)


def _deed(deed: Deed, file: CaseFile, person_id: str | None) -> str:
    by = deed.by_rank or deed.by_role
    return f"{say_kind(deed.kind)}{_value(deed)}{f' by {say_word(by)}' if by else ''}{_whom(deed, file, person_id)}"


def _value(row: Deed | Denial) -> str:
    """The value in brackets, where the kind has a list of them; a reason says for which standard it is."""
    if row.value and row.kind == "rationale_recorded":
        return f" (for {row.value})"
    return f" ({say_word(row.value)})" if row.value and row.kind in ACTION_VALUES else ""


def _whom(row: Deed | Denial, file: CaseFile, person_id: str | None) -> str:
    """Whom the row names, where that is not the person of the obligation and there are several."""
    if row.person_id in (None, person_id) or len(file.persons) < 2:
        return ""
    return f" [{local_id(row.person_id)}]"


def local_id(full: str | None) -> str:
    """An id as the example writes it, in words."""
    return say_word((full or "").rpartition("/")[2])


def _in_order(happenings: Iterable[_Happening]) -> tuple[Point, ...]:
    """By time, each with its time in words: the day only where it is not the day of the point before."""
    told, day = [], None
    for one in sorted(happenings, key=lambda h: (h.at.earliest, _ORDER[h.kind], h.at.latest, h.says)):
        when = ""
        if one.form != "undated":
            when, day = _say(one.at, day, one.form)
        told.append(Point(kind=one.kind, says=one.says, when=when, at=one.at))
    return tuple(told)


def _say(at: Span, day: date | None, form: str) -> tuple[str, date | None]:
    """A span in words, and the day that the reader now knows."""
    if at.earliest <= LONG_AGO:
        said, day = _moment(at.latest, day)
        return f"not later than {said}", day
    if form == "that day":
        today = to_local(at.earliest).date()
        return _date(today, day), today
    said, known = _moment(at.earliest, day)
    if form:
        return f"{form} {said}", known
    if at.exact:
        return said, known
    first, last = to_local(at.earliest), to_local(at.latest)
    if first.date() == last.date() and first.time() == time(0) and last.time() == _LAST_SECOND:
        return f"on {_date(first.date(), day)}, at an hour not on record", first.date()
    until, known = _moment(at.latest, known)
    return f"between {said} and {until}", known


def _moment(at: datetime, day: date | None) -> tuple[str, date]:
    there = to_local(at)
    today = there.date()
    if there.time() == _LAST_SECOND:
        return f"the end of {_date(today, day)}", today
    clock = f"{there:%H:%M:%S}" if there.second else f"{there:%H:%M}"
    if len(readings(there.replace(tzinfo=None, fold=0))) > 1:
        clock += f"{there: %Z}"
    return (clock if today == day else f"{_date(today, day)} {clock}"), today


def _date(day: date, known: date | None) -> str:
    """Wed 4 Mar; with the year where the reader does not know it."""
    year = "" if known and known.year == day.year else f" {day.year}"
    return f"{day:%a} {day.day} {day:%b}{year}"
