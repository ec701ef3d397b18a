"""The intervals of a recurring duty: each begins with the start of the state or the last evidence (1.6)."""

from dataclasses import dataclass, replace

from bounden.obligations.judging.casefile import CaseFile, first_of
from bounden.obligations.judging.deeds import Deed
from bounden.obligations.judging.started import Started
from bounden.obligations.judging.starts import at_row
from bounden.obligations.judging.told import untold
from bounden.obligations.obligation import Anew
from bounden.obligations.span import Span
from bounden.obligations.terms import Doing, Test


@dataclass(frozen=True, slots=True)
class Interval:
    """One interval: where it begins, the evidence that ends it, rows that may and why.

    paused: a pause, or the end of the state, that withdraws it.
    anew: the row with which it begins, None where that is the state. may_pause: a pause of uncertain time that may
    fall into it. state: when the state began.
    """

    started: Started
    evidence: Deed | None
    maybe: tuple[tuple[Deed, str], ...]
    paused: Span | None
    may_pause: Span | None = None
    anew: Anew | None = None
    state: Span | None = None


def intervals(file: CaseFile, test: Test, started: Started, person_id: str | None) -> list[Interval]:
    """Every interval from the start of the state. Raises TypeError if the duty asks for several things together."""
    wanted = {one.kind: one.values for one in alternatives(test)}
    if started.span is None:
        return [Interval(started, None, (), None)]
    since = started.span
    until = started.until
    rows = [d for d in file.about(person_id, *wanted) if d.span.latest >= since.earliest]
    rows = [d for d in rows if until is None or d.span.earliest <= until.latest]
    fitting = [d for d in rows if not wanted[d.kind] or d.value in wanted[d.kind]]
    maybe = [(d, f"actions.value of {d.kind}") for d in rows if wanted[d.kind] and d.value is None]
    if started.row in fitting:
        turns = _in_turn(fitting)[1:]  # the first of them is the start of the state, and no evidence (RO-03)
    else:
        lasting = [d for d in fitting if _lies_within(d, since, until)]
        turns = _in_turn(lasting)
        maybe += [(d, f"actions.happened_at of {d.kind}") for d in fitting if d not in lasting]
    sure = sorted(turns, key=lambda d: d.order)
    pauses = file.about(person_id, test.paused_by) if test.paused_by else []
    begins: list[tuple[Started, Deed | None]] = [(started, None)]
    begins += [(at_row(started, d.span, d.action_id), d) for d in sure]
    for again in _resumptions(file, test, pauses, sure, person_id):
        told = started.told if again.value else untold(f"actions.value of {again.kind}")
        begins.append((replace(at_row(started, again.span, again.action_id), told=told), again))
    begins = begins[:1] + sorted(begins[1:], key=lambda b: b[1].order if b[1] else ())
    found = []
    for begin, row in begins:
        evidence = _next(sure, row)
        within = [(d, why) for d, why in maybe if _between(d, row, evidence)]
        pause = next((d.span for d in pauses if _between(d, row, evidence)), None)
        rests = first_of(span for span in (pause, until) if span)
        may_pause = first_of(d.span for d in pauses if _may_be_between(d, row, evidence))
        anew = Anew(row.kind, row.value, ended_pause=row not in sure) if row else None
        found.append(Interval(begin, evidence, tuple(within), rests, may_pause, anew=anew, state=since))
    return found


def _lies_within(row: Deed, since: Span, until: Span | None) -> bool:
    """Whether a row lies in the state for certain; what is done at its very end comes too late."""
    return row.span.earliest >= since.latest and (until is None or row.span.latest < until.earliest)


def _next(sure: list[Deed], row: Deed | None) -> Deed | None:
    """The evidence after a row: the next in turn, or after a row that is no evidence the first that is later."""
    if row in sure:
        return next(iter(sure[sure.index(row) + 1 :]), None)
    return next((d for d in sure if row is None or d.order > row.order), None)


def _in_turn(rows: list[Deed]) -> list[Deed]:
    """Rows whose times may overlap, so that the k-th spans when the k-th in time can have been."""
    latest = sorted(d.span.latest for d in rows)
    return [replace(d, span=Span(d.span.earliest, end)) for d, end in zip(rows, latest, strict=True)]


def _resumptions(file: CaseFile, test: Test, pauses: list[Deed], sure: list[Deed], person_id: str | None) -> list[Deed]:
    """What takes the person out of the pause before the next evidence does: the first such row after each pause.

    A row without value before it may do so, too.
    """
    if not test.resumed_by:
        return []
    rows = file.about(person_id, *test.resumed_by.kinds)
    found = {}
    for pause in pauses:
        after = [d for d in rows if d.order > pause.order and not any(pause.order < e.order < d.order for e in sure)]
        first = next((d for d in after if d.value in test.resumed_by.values), None)
        nameless = next((d for d in after if d.value is None), None)
        if nameless and (first is None or nameless.order < first.order):
            found[nameless.action_id] = nameless
        if first:
            found[first.action_id] = first
    return list(found.values())


def _between(row: Deed, after: Deed | None, before: Deed | None) -> bool:
    return (after is None or row.order > after.order) and (before is None or row.order < before.order)


def _may_be_between(row: Deed, after: Deed | None, before: Deed | None) -> bool:
    """Whether a row that by order lies elsewhere may lie between two others."""
    if _between(row, after, before):
        return False
    follows = after is None or row.span.latest > after.span.earliest
    return follows and (before is None or row.span.earliest < before.span.latest)


def alternatives(test: Test) -> list[Doing]:
    """What discharges a recurring duty. Raises TypeError if it asks for several things together."""
    members = test.discharged_by.members if test.discharged_by else ()
    found = [one for member in members for one in member.alternatives if isinstance(one, Doing)]
    if len(members) != 1 or len(found) != len(members[0].alternatives) or len({one.kind for one in found}) < len(found):
        raise TypeError("a recurring duty is discharged by one action, of one kind or of several")
    return found
