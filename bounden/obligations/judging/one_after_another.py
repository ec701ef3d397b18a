"""What came before an act, and what followed it."""

from bounden.obligations.judging.casefile import CaseFile, first_of
from bounden.obligations.judging.deeds import Deed
from bounden.obligations.judging.limits import Clock
from bounden.obligations.judging.started import Started
from bounden.obligations.judging.states import absent
from bounden.obligations.judging.told import NO, YES, Told, both, either, untold
from bounden.obligations.span import Span
from bounden.obligations.terms import Followed, LastBefore, RepeatReport


def last_before(file: CaseFile, start: LastBefore, person_id: str | None) -> Started | None:
    """The last action of a kind up to the first of another; one that may lie before it leaves the start open."""
    until = first_of(d.span for d in file.about(person_id, start.before))
    rows = [d for d in file.about(person_id, start.kind) if until and d.span.earliest <= until.latest]
    if until is None or not rows:
        return None
    sure = [d for d in rows if d.span.latest <= until.earliest]
    earliest = max(d.span.earliest for d in sure) if sure else min(d.span.earliest for d in rows)
    last = (sure or rows)[-1]
    span = Span(earliest, max(min(d.span.latest, until.latest) for d in rows))
    told = YES if sure else untold(f"actions.happened_at of {start.kind}")
    return Started(span, last.action_id, told, row=last, at_action=True)


def followed(file: CaseFile, condition: Followed, person_id: str | None) -> Told:
    """Whether an action, or a flag, followed the first action of a kind."""
    since = first_of(d.span for d in file.about(person_id, condition.first))
    if since is None:
        return NO
    told = [_not_before(d.span, since, f"actions.happened_at of {d.kind}") for d in file.about(person_id, condition.by)]
    for flag in file.book.flags[file.force, person_id or ""]:
        if flag.kind in condition.flags and flag.from_at and flag.from_at <= file.as_of:
            begun = Span(flag.from_at, flag.from_at_latest or flag.from_at)
            told.append(_not_before(begun, since, "flags.from_at"))
    told.append(absent(file, "flags", condition.flags, person_id or "", Span(since.earliest, file.as_of)))
    return either(told)


def report_of_repeat(file: CaseFile, start: RepeatReport, otherwise: Started | None, clock: Clock) -> Started | None:
    """The report, if an action of a kind was about a victim in the time before it; else the other start."""
    here, report = file.occurrence_id, file.report
    told = either(_lately(deed, report, start.within, clock) for deed in _about_victims(file, start.kind))
    if told.holds is False:
        return otherwise
    if told.holds or report is None or otherwise is None or otherwise.span is None:
        return Started(report, here, told)
    earliest = min(report.earliest, otherwise.span.earliest)
    return Started(Span(earliest, max(report.latest, otherwise.span.latest)), here, told)


def _about_victims(file: CaseFile, kind: str) -> list[Deed]:
    """Actions of a kind in other occurrences of the victims, if they name them or the victim is one there, too."""
    return [
        deed
        for victim in file.persons
        if "victim" in file.roles(victim)
        for other in file.book.elsewhere(file, victim)
        for deed in other.of_kind(kind)
        if deed.person_id == victim or (deed.person_id is None and "victim" in other.roles(victim))
    ]


def _lately(deed: Deed, report: Span | None, within: str, clock: Clock) -> Told:
    """Whether an action lies before the report, and not longer before it than the limit."""
    if report is None:
        return untold("occurrences.reported_at")
    unsure = untold(f"actions.happened_at of {deed.kind}")
    before = YES if deed.span.latest <= report.earliest else NO if deed.span.earliest > report.latest else unsure
    until = clock.after(deed.span, within)
    lasts = YES if until.earliest >= report.latest else NO if until.latest < report.earliest else unsure
    return both([before, lasts])


def _not_before(one: Span, other: Span, field: str) -> Told:
    if one.earliest >= other.latest:
        return YES
    return NO if one.latest < other.earliest else untold(field)
