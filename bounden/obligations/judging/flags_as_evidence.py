"""Flags that discharge a duty: held at D, begun since an instant, or entered (INV-17, MC-15, AH-11)."""

from bounden.obligations.judging.deeds import LONG_AGO, Deed
from bounden.obligations.judging.feeds import Feed
from bounden.obligations.judging.flag_files import entered
from bounden.obligations.judging.question import Alternative, Found, Question
from bounden.obligations.judging.told import YES, untold
from bounden.obligations.span import Span
from bounden.obligations.terms import FlagHeld
from bounden.records import Flag


def its_entry(asked: Question) -> Alternative:
    """When the flag was entered; silence of that is neither entry nor omission (AH-11)."""
    file, person_id = asked.file, asked.person_id or ""
    spans = entered(file, person_id)
    rows = tuple(Found(Deed("", file.occurrence_id, "entry", file.category, person_id, span)) for span in spans)
    return Alternative("entry", rows, Feed.NOT_STATED, None, False, unsaid="flags.recorded_at")


def flags_held(asked: Question, one: FlagHeld, begun_since: Span | None) -> Alternative:
    """A flag already held counts from T; one that ended before D does not count (INV-17)."""
    file, due = asked.file, asked.due
    rows = []
    for flag in file.book.flags[file.force, asked.person_id or ""]:
        earliest = flag.from_at or LONG_AGO
        if flag.kind not in one.kinds or earliest > file.as_of:
            continue
        if begun_since:
            rows += _begun(asked, flag, begun_since)
            continue
        latest = min(flag.from_at_latest or earliest, file.as_of)
        since = asked.start.earliest
        span = Span(max(earliest, since), max(latest, since))
        told = YES
        if flag.to_at is not None:
            ended = flag.to_at_latest or flag.to_at
            if ended <= due.earliest:
                continue
            if flag.to_at <= due.latest:
                told = untold("flags.to_at")
        rows.append(Found(Deed("", file.occurrence_id, "flag", flag.kind, flag.person_id, span), told))
    over = Span(min(asked.start.earliest, due.latest), due.latest)
    missing = any(file.feed(kind, asked.person_id, over, "flags") is Feed.NOT_SUPPLIED for kind in one.kinds)
    return Alternative("flag", tuple(rows), Feed.NOT_SUPPLIED if missing else Feed.COMPLETE, None, False)


def _begun(asked: Question, flag: Flag, since: Span) -> list[Found]:
    """A flag that began since an instant; one without a beginning may have (MC-15)."""
    if flag.from_at is None:
        span = Span(since.earliest, asked.file.as_of)
    else:
        latest = max(flag.from_at, min(flag.from_at_latest or flag.from_at, asked.file.as_of))
        span = Span(flag.from_at, latest)
    if span.latest < since.earliest:
        return []
    sure = flag.from_at is not None and span.earliest >= since.latest
    told = YES if sure else untold("flags.from_at")
    return [Found(Deed("", asked.file.occurrence_id, "flag", flag.kind, flag.person_id, span), told)]
