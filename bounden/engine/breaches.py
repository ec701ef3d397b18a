"""Whether acts were done in the form in which they must not be (record tests, 1.1, NEVER), for a whole test at once."""

from typing import Any

import ibis

from bounden.engine.days import DAYS, with_day
from bounden.engine.feeds import with_feed
from bounden.engine.files import Files
from bounden.engine.joins import beside, within
from bounden.engine.limits import after
from bounden.engine.nobody import NONE
from bounden.engine.texts import phrase_found
from bounden.engine.told import Told, both, doubtful, gathered, read, written
from bounden.obligations.judging.breaches import TOO_SHORT
from bounden.obligations.judging.feeds import Feed
from bounden.obligations.parameters import Parameters
from bounden.obligations.terms import FirstText, PhraseFound, Preceded, SameTimeOfWeek, Test

KEYS = ("file", "person", "trigger_id")


def breached(files: Files, parameters: Parameters, test: Test, asked: Any) -> Any:
    """The obligations with breach_holds and breach_reason: the act is a breach, is none, or cannot be told."""
    match test.breach:
        case SameTimeOfWeek() as breach:
            return _same_time(files, breach, asked)
        case Preceded() as breach:
            return _preceded(files, parameters, breach, asked)
        case PhraseFound():
            if not isinstance(test.starts, FirstText):
                raise TypeError("phrases can be found only where the start looks for them")
            return phrase_found(files, test.starts.phrases, asked)
        case values:
            acts = files.done.select("file", row_id="action_id", act_kind="kind", act_value="value")
            table = beside(asked, acts, ("file", "row_id"))
            missing = ibis.literal("actions.value of ") + table.act_kind
            told = doubtful(table.act_value.isin(sorted(values)), table.act_value.isnull(), missing)
            return written(table, "breach", told).drop("act_kind", "act_value")


def _same_time(files: Files, breach: SameTimeOfWeek, asked: Any) -> Any:
    """On the same weekday, and in the same part of the day, as both acts of its kind before it."""
    acts = files.done.select(
        "file", "action_id", "earliest", "latest", act_kind=files.done.kind, act_person=files.done.person
    )
    kinds = within(asked.select("file", "person", "row_id"), acts.rename(row_id="action_id"), ("file", "row_id"))
    kinds = kinds.select("file", "person", "act_kind").distinct()
    rows = within(kinds, acts, ("file", "act_kind"))
    rows = rows.filter((rows.person == NONE) | rows.act_person.isin([NONE, rows.person]))
    rows = files.keep("slots", _with_slot(breach, rows))
    order = [rows.earliest, rows.latest, rows.action_id]
    line = ibis.window(group_by=["file", "person"], order_by=order)
    before = {f"{name}_{back}": rows[name].lag(back).over(line) for name in ("weekday", "part") for back in (1, 2)}
    rows = rows.mutate(**before).select("file", "person", "act_kind", "weekday", "part", *before, row_id="action_id")
    table = beside(asked, rows, ("file", "person", "row_id"))
    unsure = ibis.literal("actions.happened_at of ") + table.act_kind
    told = both(_equal([table[name], table[f"{name}_1"], table[f"{name}_2"]], unsure) for name in ("weekday", "part"))
    return written(table, "breach", told).drop("act_kind", "weekday", "part", *before)


def _with_slot(breach: SameTimeOfWeek, rows: Any) -> Any:
    """The weekday and the part of the day of each row; empty where its span does not stay within one."""
    for instant in ("earliest", "latest"):
        rows = with_day(rows, instant, f"{instant}_day", f"{instant}_code")
    ends = DAYS.select(earliest_day=DAYS.ordinal, day_ends=DAYS.ends_at)
    rows = beside(rows, ends, ["earliest_day"])
    one_day = rows.earliest_day == rows.latest_day
    parts = []
    for instant in ("earliest", "latest"):
        passed = ibis.literal(0)
        for hour in breach.parts:
            # The clocks change at night, so an hour from midday on is counted back from the end of the day.
            begins = rows.day_ends - ibis.interval(seconds=(24 - hour) * 3600 - 1)
            passed = passed + (rows[instant] >= begins).cast("int64")
        parts.append(passed)
    return rows.mutate(
        weekday=one_day.ifelse(rows.earliest_day % 7, None),
        part=(one_day & (parts[0] == parts[1])).ifelse(parts[0], None),
    )


def _equal(columns: list[Any], unsure: Any) -> Told:
    """Whether three values are the same; empty ones leave it open, unless two of the others differ."""
    one, two, three = columns
    differ = (one != two).fill_null(False) | (one != three).fill_null(False) | (two != three).fill_null(False)
    known = one.notnull() & two.notnull() & three.notnull()
    return doubtful(known & ~differ, ~differ, unsure)


def _preceded(files: Files, parameters: Parameters, breach: Preceded, asked: Any) -> Any:
    """After one of the acts that forbid it, within a limit; known only as far back as the records reach."""
    who = asked.select(*KEYS, "start_earliest", "start_latest")
    done = files.done.filter(files.done.kind.isin([one.kind for one in breach.by]))
    done = done.select("file", "kind", "value", "earliest", "latest", act_person=done.person)
    rows = within(who, done, ["file"])
    rows = rows.filter((rows.person == NONE) | rows.act_person.isin([NONE, rows.person]))
    for end in ("earliest", "latest"):
        rows = after(rows, end, parameters, breach.within, name=f"reach_{end}")
    rows = files.keep("before_it", rows)
    never = (rows.earliest >= rows.start_latest) | (rows.reach_latest < rows.start_earliest)
    sure = (rows.latest < rows.start_earliest) & (rows.reach_earliest >= rows.start_latest)
    when = doubtful(sure, ~never, ibis.literal("actions.happened_at of ") + rows.kind)
    told = both([_of_value(breach, rows), when])
    found = rows.select(*KEYS, holds=told.holds, reason=told.reason)
    found = found.filter(found.holds.fill_null(True))
    table = files.keep("preceded", gathered(asked, KEYS, "before", found))
    table = files.keep("reaching", _with_records(files, parameters, breach, table))
    before = read(table, "before")
    reason = ibis.coalesce(before.reason, table.silent)
    answer = doubtful(before.holds, before.holds.isnull() | table.silent.notnull(), reason)
    return written(table, "breach", answer).drop("before_holds", "before_reason", "silent")


def _of_value(breach: Preceded, rows: Any) -> Told:
    told = Told(ibis.literal(False), ibis.null().cast("string"))
    for one in breach.by:
        here = rows.kind == one.kind
        asked = doubtful(ibis.literal(True), ibis.literal(False), "")
        if one.values:
            missing = ibis.literal(f"actions.value of {one.kind}")
            asked = doubtful(rows.value.isin(sorted(one.values)), rows.value.isnull(), missing)
        told = Told(here.ifelse(asked.holds, told.holds), here.ifelse(asked.reason, told.reason))
    return told


def _with_records(files: Files, parameters: Parameters, breach: Preceded, asked: Any) -> Any:
    """The obligations with silent: why it cannot be told that nothing came before; empty where it can."""
    reached = after(asked, "report_latest", parameters, breach.within, name="records_reach")
    since = ibis.coalesce(reached.report_earliest, reached.start_earliest)
    windows = [
        reached.select(
            *KEYS,
            "force",
            "occurrence",
            kind=ibis.literal(one.kind),
            for_person=reached.person,
            window_earliest=ibis.least(since, reached.start_latest),
            window_latest=reached.start_latest,
        )
        for one in breach.by
    ]
    asked_of = ibis.union(*windows) if len(windows) > 1 else windows[0]
    fed = with_feed(files, asked_of, (*KEYS, "kind"), [one.kind for one in breach.by])
    by_key = fed.group_by(*KEYS).aggregate(
        **{f"feed_{place}": fed.feed.max(where=fed.kind == one.kind) for place, one in enumerate(breach.by)}
    )
    table = beside(reached, by_key, KEYS)
    short = table.records_reach.isnull() | (table.records_reach >= table.start_earliest)
    feeds = []
    for place, one in enumerate(breach.by):
        feed = table[f"feed_{place}"]
        feeds.append((feed != Feed.COMPLETE.value, ibis.literal(f"feed actions/{one.kind}: ") + feed))
    silent = ibis.cases((short, ibis.literal(TOO_SHORT)), *feeds, else_=ibis.null().cast("string"))
    return table.mutate(silent=silent).select(*asked.columns, "silent")
