"""Where time starts to run: T as an instant, and the row that gives it (record tests, 1.8)."""

from dataclasses import replace
from datetime import datetime

from bounden.obligations.clock.local import day_of
from bounden.obligations.judging.carers import carer_arrested
from bounden.obligations.judging.casefile import CaseFile, first_of
from bounden.obligations.judging.deeds import Deed, Denial
from bounden.obligations.judging.feeds import Feed
from bounden.obligations.judging.first_of_day import firsts_of_days
from bounden.obligations.judging.flag_files import name_of
from bounden.obligations.judging.homes import without_residence
from bounden.obligations.judging.limits import Clock
from bounden.obligations.judging.lowered_grades import lowerings
from bounden.obligations.judging.marks import BEGIN_UNSURE, may_be_any_night, nights, passed
from bounden.obligations.judging.one_after_another import last_before, report_of_repeat
from bounden.obligations.judging.people import belongs, in_scope, members
from bounden.obligations.judging.repeated import reports_before
from bounden.obligations.judging.started import Started
from bounden.obligations.judging.states import flagged
from bounden.obligations.judging.texts import first_text
from bounden.obligations.judging.told import NO, YES, Told, both, either, untold
from bounden.obligations.judging.turns import from_the_nth, second_in_a_row
from bounden.obligations.span import Span, earlier, later
from bounden.obligations.terms import (
    CHILDREN_AT_RISK,
    Attendance,
    CarerArrested,
    ChildKnown,
    Each,
    EachLowering,
    EachNight,
    EachRow,
    EarlierOf,
    First,
    FirstCounted,
    FirstOfEachDay,
    FirstText,
    FirstUnattended,
    FlagBegun,
    FromTheNth,
    LastBefore,
    LaterOf,
    Mark,
    Occurred,
    People,
    Repeated,
    RepeatReport,
    Report,
    SecondInARow,
    SignificantHarm,
    Standard,
    Start,
    Test,
    WithoutResidence,
    risk_incident,
)
from bounden.obligations.terms.scope import ABUSE

_KNOWN_FROM_REPORT = frozenset({"child_subject", "victim", "suspect"})
_HARM_CATEGORIES = ABUSE - {"neglect", "harmful_sexual_behaviour"}
_EXPLOITED = frozenset({"sexual_exploitation_risk", "criminal_exploitation_risk"})


def starts(file: CaseFile, start: Start, person_id: str | None, clock: Clock) -> list[Started]:
    """Every T of a test for a person (None: for the occurrence or the row); empty: no test."""
    if isinstance(start, EachRow):
        return _each_row(file, start, person_id)
    if isinstance(start, FirstOfEachDay):
        firsts = firsts_of_days(file.of_kind(*start.kinds), lambda deed: _with_value(start, deed))
        return [Started(span, trigger_id, told) for span, trigger_id, told in firsts]
    if isinstance(start, FirstText):
        exists, span = first_text(file, start.phrases)
        return [Started(span, file.occurrence_id)] if exists else []
    if isinstance(start, EachLowering):
        return [Started(d.span, d.action_id, told, first=d, row=d) for d, told in lowerings(file, start.kinds)]
    if isinstance(start, FromTheNth):
        return [Started(d.span, d.action_id, first=d, row=d) for d in from_the_nth(file, start, person_id)]
    if isinstance(start, SecondInARow):
        found = second_in_a_row(file, start, person_id)
        return [Started(span, d.action_id, told, row=d) for d, span, told in found]
    if isinstance(start, WithoutResidence):
        return [Started(s.span, s.id, s.told, until=s.until) for s in without_residence(file, person_id or "")]
    if isinstance(start, FirstUnattended):
        return _unattended(file)
    if isinstance(start, EachNight):
        begun = _first(file, start.begins, person_id)
        return _each_night(file, start, begun, person_id, clock) if begun else []
    one = _start(file, start, person_id, clock)
    return [one] if one else []


def attendance(file: CaseFile, clock: Clock) -> Span | None:
    """att: the earlier of the first officers_arrived and the report + `first_seen`."""
    if file.report is None:
        return None
    by_then = clock.after(file.report, "first_seen")
    arrived = first_of(d.span for d in file.of_kind("officers_arrived"))
    if arrived:
        return earlier(arrived, by_then)
    window = Span(file.report.earliest, max(file.report.earliest, min(by_then.latest, file.as_of)))
    if file.feed("officers_arrived", None, window) is Feed.COMPLETE:
        return by_then
    denied_until = max((d.until for d in file.denied(None, "officers_arrived")), default=file.report.earliest)
    if denied_until >= min(by_then.latest, file.as_of):
        return by_then
    return Span(max(file.report.earliest, min(denied_until, by_then.earliest)), by_then.latest)


def child_known(file: CaseFile, person_id: str, clock: Clock) -> Span | None:
    """kn: when police knew of the child."""
    if file.roles(person_id) & _KNOWN_FROM_REPORT:
        return file.report
    attended = attendance(file, clock)
    identified = first_of(d.span for d in file.about(person_id, "children_identified"))
    return earlier(attended, identified) if attended and identified else attended


def significant_harm(file: CaseFile, person_id: str, clock: Clock) -> Started | None:
    """The start of reasonable cause to suspect significant harm, for one child (record tests, 1.10)."""
    roles = file.roles(person_id)
    now = file.report or Span.exactly(file.as_of)
    found: list[tuple[Span | None, Told]] = []
    if file.kind == "incident":
        if roles & {"child_subject", "victim"} and file.category in _HARM_CATEGORIES:
            return _sh(file, file.report, YES)
        known = child_known(file, person_id, clock)
        at_risk = both([_risk(file, now), belongs(file, CHILDREN_AT_RISK, person_id, known or now)])
        planned = flagged(file, person_id, frozenset({"child_protection_plan"}), known or now)
        found.append((known, both([at_risk, planned])))
        found += [(d.span, at_risk) for d in file.about(person_id, "enquiry_started")]
        for graded in file.about(person_id, "risk_graded"):
            found.append((graded.span, both([at_risk, _high(graded)])))
    elif file.kind == "missing" and "missing_person" in roles:
        found.append((file.report, flagged(file, person_id, _EXPLOITED, now)))
    elif file.kind == "police_protection" and "protected_child" in roles:
        found += [(d.span, YES) for d in file.about(person_id, "protection_started")]
    found = [(span, told) for span, told in found if told.holds is not False]
    if not found:
        return None
    told = either(told for _, told in found)
    certain = first_of([span for span, each in found if each.holds and span])
    possible = first_of([span for span, _ in found if span])
    if certain is None or possible is None:
        return _sh(file, possible, told)
    return _sh(file, Span(possible.earliest, certain.latest), told)


def _sh(file: CaseFile, span: Span | None, told: Told) -> Started:
    return Started(span, file.occurrence_id, told)


def _risk(file: CaseFile, when: Span) -> Told:
    return in_scope(file, risk_incident(), when)


def _high(graded: Deed) -> Told:
    if graded.value is None:
        return untold("actions.value of risk_graded")
    return YES if graded.value in ("high", "very_high") else NO


def _start(  # noqa: C901 - one case for each term of a closed set
    file: CaseFile, start: Start, person_id: str | None, clock: Clock
) -> Started | None:
    here = file.occurrence_id
    match start:
        case Report():
            return Started(file.report, here)
        case FlagBegun():
            return Started(file.report, name_of(file))
        case Occurred():
            if file.occurrence.occurred_at is None:
                return Started(file.report, here)
            return Started(file.occurred, here) if file.occurred else None
        case Attendance():
            return Started(attendance(file, clock), here)
        case ChildKnown(of=people):
            return Started(_first_known(file, person_id, people, clock), here)
        case First():
            return _first(file, start, person_id)
        case Repeated():
            return Started(file.report, here, reports_before(file, start, person_id, clock).told)
        case FirstCounted(repeated):
            return Started(reports_before(file, repeated, person_id, clock).since, here)
        case Mark():
            span, told = passed(file, start, person_id, clock)
            return None if told.holds is False else Started(span, here, told)
        case CarerArrested():
            return carer_arrested(file, person_id) if person_id else None
        case LastBefore():
            return last_before(file, start, person_id)
        case RepeatReport(otherwise=other):
            return report_of_repeat(file, start, _start(file, other, person_id, clock), clock)
        case SignificantHarm():
            return significant_harm(file, person_id, clock) if person_id else None
        case EarlierOf(one, other):
            found = [s for s in (_start(file, one, person_id, clock), _start(file, other, person_id, clock)) if s]
            return _earlier(found, here) if found else None
        case LaterOf(one, other):
            both_found = [_start(file, one, person_id, clock), _start(file, other, person_id, clock)]
            return None if None in both_found else _later([s for s in both_found if s], here)
        case _:
            raise TypeError(f"{type(start).__name__} does not give one start")


def _first_known(file: CaseFile, person_id: str | None, people: People | None, clock: Clock) -> Span | None:
    """kn of a child; in a test for the occurrence, of the first of its children, those who may belong included."""
    if person_id:
        return child_known(file, person_id, clock)
    if people is None:
        raise TypeError("ChildKnown in a test for the occurrence needs the children it speaks of")
    now = file.report or Span.exactly(file.as_of)
    children = members(file, people, now)
    possible = first_of(k for p, _ in children if (k := child_known(file, p, clock)))
    certain = first_of(k for p, told in children if told.holds and (k := child_known(file, p, clock)))
    return Span(possible.earliest, certain.latest) if possible and certain else possible


def _earlier(found: list[Started], here: str) -> Started:
    """The earlier of those found; one that may not have begun may only bring T forward, if another surely has."""
    sure = [s for s in found if s.told.holds] or found
    told = both(s.told for s in sure)
    if any(s.span is None for s in found):
        return Started(None, here, told)
    earliest = min(s.span.earliest for s in found if s.span)
    return Started(Span(earliest, min(s.span.latest for s in sure if s.span)), here, told)


def _later(found: list[Started], here: str) -> Started:
    spans = [s.span for s in found if s.span]
    told = both(s.told for s in found)
    if len(spans) < len(found):
        return Started(None, here, told)
    first = next((s.first for s in found if s.first), None)
    at_action = any(s.at_action and _not_before(s.span, spans) for s in found)
    return Started(later(*spans), here, told, first=first, at_action=at_action)


def _not_before(one: Span | None, spans: list[Span]) -> bool:
    """Whether one instant is certainly not before any of the others."""
    return one is not None and all(one is other or other.latest <= one.earliest for other in spans)


def _first(file: CaseFile, start: First, person_id: str | None) -> Started | None:
    whom = None if start.of_anyone else person_id
    rows = [d for d in file.about(whom, *start.kinds) if not start.values or d.value in (None, *start.values)]
    if not rows and start.otherwise:
        return _first(file, replace(start, kinds=start.otherwise, values=frozenset(), otherwise=()), person_id)
    if not rows:
        return Started(file.report, file.occurrence_id) if start.else_report else None
    sure = [d for d in rows if not start.values or d.value]
    first = (sure or rows)[0]
    span = Span(min(d.span.earliest for d in rows), min(d.span.latest for d in sure or rows))
    alone = bool(sure) and all(d is first or d.span.earliest >= first.span.latest for d in rows)
    trigger_id = file.occurrence_id if start.else_report else first.action_id
    told = YES if sure else untold(f"actions.value of {first.kind}")
    return Started(span, trigger_id, told, first=first if alone else None, row=first, at_action=True)


def _each_row(file: CaseFile, start: EachRow, person_id: str | None) -> list[Started]:
    done = [
        Started(d.span, d.action_id, told, first=d, row=_besides(file, start, d))
        for d in file.about(person_id, *start.kinds)
        if (told := _with_value(start, d)).holds is not False
    ]
    denied = [
        Started(d.span, d.action_id, row=d)
        for d in file.denials
        if d.kind in start.denied_too and person_id in (None, d.person_id or person_id) and not _done_that_day(file, d)
    ]
    if start.else_report and not done + denied:
        return [Started(file.report, file.occurrence_id)]
    return done + denied


def _besides(file: CaseFile, start: EachRow, deed: Deed) -> Deed:
    """The row as one that names nobody, where it names somebody in the role of `besides`."""
    aside = start.besides and deed.person_id and start.besides in file.roles(deed.person_id)
    return replace(deed, person_id=None) if aside else deed


def _with_value(start: EachRow | FirstOfEachDay, deed: Deed) -> Told:
    values = start.values.get(deed.kind)
    if values is None or deed.value in values:
        return YES
    return NO if deed.value else untold(f"actions.value of {deed.kind}")


def _each_night(file: CaseFile, start: EachNight, begun: Started, person_id: str | None, clock: Clock) -> list[Started]:
    """One start a night, known by its date; where the start of the state cannot be told, that start alone."""
    if begun.span is None:
        return [begun]
    if may_be_any_night(start, begun.span, clock):
        return [replace(begun, told=both([begun.told, untold(BEGIN_UNSURE)]))]
    return [
        Started(Span.exactly(at), f"{file.occurrence_id}@{day.isoformat()}", both([begun.told, told]))
        for day, at, told in nights(file, start, begun.span, person_id, clock)
    ]


def _done_that_day(file: CaseFile, denial: Denial) -> bool:
    """Whether a done row beats a denial of a meeting: any row, or where the denial is dated one of that local day."""
    done = file.about(denial.person_id, denial.kind)
    if not denial.dated:
        return bool(done)
    day = day_of(denial.until)
    return any(day_of(d.span.earliest) == day == day_of(d.span.latest) for d in done)


def _unattended(file: CaseFile) -> list[Started]:
    rows = file.of_kind("resolved_without_attendance") + [
        d for d in file.of_kind("closed") if not d.implied and _nobody_came(file, d.span)
    ]
    if not rows:
        return []
    rows.sort(key=lambda d: d.order)
    alone = all(d.span.earliest >= rows[0].span.latest for d in rows[1:])
    return [Started(first_of(d.span for d in rows), rows[0].action_id, first=rows[0] if alone else None, row=rows[0])]


def _nobody_came(file: CaseFile, by: Span) -> bool:
    if any(d.span.earliest <= by.latest for d in file.of_kind("officers_arrived")):
        return False
    if any(d.until >= by.latest for d in file.denied(None, "officers_arrived")):
        return True
    return file.feed("officers_arrived", None, window(file, by, by.latest)) is Feed.COMPLETE


def window(file: CaseFile, start: Span | None, end: datetime) -> Span:
    """From the report (unknown: from T) to an instant: over it a feed must be complete."""
    since = file.report or start or Span.exactly(end)
    return Span(min(since.earliest, end), end)


def per_act(standard: Standard, test: Test) -> bool:
    """Whether each triggering act makes an obligation of its own: what was done before it is no evidence (1.5)."""
    return standard.for_each is Each.ROW or isinstance(
        test.starts, EachRow | FirstOfEachDay | FromTheNth | SecondInARow
    )


def at_row(started: Started, span: Span, trigger_id: str) -> Started:
    """A start moved to another row: the evidence that begins the next interval of a recurring duty."""
    return replace(started, span=span, trigger_id=trigger_id, first=None, row=None)
