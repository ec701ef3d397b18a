"""The n-th report about the same person within a limit: which reports before this one count (MC-15, DM-05)."""

from dataclasses import dataclass

from bounden.obligations.judging.casefile import CaseFile, first_of
from bounden.obligations.judging.deeds import LONG_AGO
from bounden.obligations.judging.limits import Clock
from bounden.obligations.judging.people import candidates, in_scope
from bounden.obligations.judging.told import NO, YES, Told, both, untold
from bounden.obligations.span import Span
from bounden.obligations.terms import Repeated

UNDATED = "occurrences.reported_at"


@dataclass(frozen=True, slots=True)
class Counted:
    """Whether the report is the n-th or later, and when the first report that counts was made (None: not known)."""

    told: Told
    since: Span | None


def reports_before(file: CaseFile, repeated: Repeated, person_id: str | None, clock: Clock) -> Counted:
    """The reports about a person that came before this one, each no longer ago than its limit.

    Raises TypeError for a test without person.
    """
    if person_id is None:
        raise TypeError("only reports about a person can be counted")
    often = clock.parameters.frequency(repeated.often)
    found = []
    for other in file.book.elsewhere(file, person_id):
        if person_id in candidates(other, repeated.people):
            scope = in_scope(other, repeated.of, other.report or Span.exactly(other.as_of))
            told = both([scope, _counts(file, other, str(often.within), clock)])
            if told.holds is not False:
                found.append((other.report, told))
    sure = [report for report, told in found if told.holds and report]
    reason = min((told.reason for _, told in found if told.holds is None), default="")
    earlier = often.times - 1
    told = YES if len(sure) >= earlier else untold(reason) if len(found) >= earlier else NO
    return Counted(told, _first(file, [report for report, _ in found], sure))


def _counts(file: CaseFile, other: CaseFile, within: str, clock: Clock) -> Told:
    if file.report is None or other.report is None:
        return untold(UNDATED)
    now, before = file.report, other.report
    until = clock.after(before, within)
    if before.earliest >= now.latest or until.latest < now.earliest:
        return NO
    return YES if before.latest < now.earliest and now.latest <= until.earliest else untold(UNDATED)


def _first(file: CaseFile, reports: list[Span | None], sure: list[Span]) -> Span | None:
    """The first report that counts; it may be one of unknown time."""
    if file.report is None:
        return None
    latest = first_of([file.report, *sure])
    earliest = first_of([file.report, *(r for r in reports if r)])
    if latest is None or earliest is None:
        return None
    return Span(LONG_AGO if None in reports else earliest.earliest, latest.latest)
