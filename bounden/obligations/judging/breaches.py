"""Whether an act was done in the form in which it must not be (record tests, 1.1, NEVER)."""

from bounden.obligations.clock.local import to_local
from bounden.obligations.judging.deeds import Deed
from bounden.obligations.judging.feeds import Feed
from bounden.obligations.judging.question import Question
from bounden.obligations.judging.starts import window
from bounden.obligations.judging.told import NO, YES, Told, both, either, untold
from bounden.obligations.span import Span
from bounden.obligations.terms import Doing, PhraseFound, Preceded, SameTimeOfWeek

TOO_SHORT = "records of the time before it"


def breached(asked: Question, act: Deed) -> Told:
    """Whether the act is a breach, is none, or cannot be told."""
    match asked.test.breach:
        case SameTimeOfWeek() as breach:
            return _same_time(asked, act, breach)
        case Preceded() as breach:
            return _preceded(asked, act, breach)
        case PhraseFound():
            raise TypeError(f"{asked.standard.id} looks for phrases in an act, and acts are not read for them")
        case values:
            return Told(act.value in values) if act.value else untold(f"actions.value of {act.kind}")


def _same_time(asked: Question, act: Deed, breach: SameTimeOfWeek) -> Told:
    acts = asked.file.about(asked.person_id, act.kind)
    place = next(n for n, one in enumerate(acts) if one.action_id == act.action_id)
    slots = [_slot(one.span, breach) for one in acts[place - 2 : place + 1]]
    unsure = untold(f"actions.happened_at of {act.kind}")
    told = []
    for at in (0, 1):
        known = {slot[at] for slot in slots}
        told.append(NO if len(known - {None}) > 1 else unsure if None in known else YES)
    return both(told)


def _slot(span: Span, breach: SameTimeOfWeek) -> tuple[int | None, int | None]:
    """The weekday and the part of the day; empty where the span does not stay within one."""
    first, last = to_local(span.earliest), to_local(span.latest)
    if first.date() != last.date():
        return None, None
    part, other = (sum(local.hour >= hour for hour in breach.parts) for local in (first, last))
    return first.weekday(), part if part == other else None


def _preceded(asked: Question, act: Deed, breach: Preceded) -> Told:
    file, person = asked.file, asked.person_id
    acts = [(one, deed) for one in breach.by for deed in file.about(person, one.kind)]
    told = either(both([_fits(one, deed), _shortly_before(asked, deed, breach.within)]) for one, deed in acts)
    if told.holds is not False:
        return told
    report = file.report
    if report is None or asked.clock.after(report, breach.within).latest >= asked.start.earliest:
        return untold(TOO_SHORT)
    over = window(file, asked.start, asked.start.latest)
    for one in breach.by:
        shown = file.feed(one.kind, person, over)
        if shown is not Feed.COMPLETE:
            return untold(f"feed actions/{one.kind}: {shown}")
    return NO


def _fits(one: Doing, deed: Deed) -> Told:
    if not one.values:
        return YES
    return Told(deed.value in one.values) if deed.value else untold(f"actions.value of {deed.kind}")


def _shortly_before(asked: Question, deed: Deed, limit: str) -> Told:
    reach, at = asked.clock.after(deed.span, limit), asked.start
    if deed.span.earliest >= at.latest or reach.latest < at.earliest:
        return NO
    sure = deed.span.latest < at.earliest and reach.earliest >= at.latest
    return YES if sure else untold(f"actions.happened_at of {deed.kind}")
