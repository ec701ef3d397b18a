"""What came before an act, and what followed it, for a whole test at once.

The starts have the columns that `starts` describes.
"""

from collections.abc import Sequence
from typing import Any

import ibis

from bounden.engine.files import Files
from bounden.engine.joins import beside, within
from bounden.engine.limits import after
from bounden.engine.nobody import NONE, nobody
from bounden.engine.started import WHO
from bounden.engine.states import or_absent
from bounden.engine.told import Told, both, doubtful, gathered, read
from bounden.obligations.parameters import Parameters
from bounden.obligations.terms import Followed, LastBefore, RepeatReport

_NO_TEXT = ibis.null().cast("string")


def last_before(files: Files, start: LastBefore, who: Any) -> Any:
    """The last action of a kind up to the first of another; one that may lie before it leaves the start open."""
    first = _first(_about(files, who, start.before), WHO)
    rows = within(_about(files, who, start.kind), first, WHO)
    rows = files.keep("up_to", rows.filter(rows.earliest <= rows.since_latest))
    sure = rows.latest <= rows.since_earliest
    order = ibis.struct({"earliest": rows.earliest, "latest": rows.latest, "id": rows.action_id})
    last = rows.group_by(*WHO).aggregate(
        sure_earliest=rows.earliest.max(where=sure),
        any_earliest=rows.earliest.min(),
        any_latest=ibis.least(rows.latest, rows.since_latest).max(),
        sure=order.max(where=sure),
        any_=order.max(),
    )
    known = within(who, last, WHO)
    certain = known.sure.notnull()
    row_id = certain.ifelse(known.sure.id, known.any_.id)
    return known.select(
        *who.columns,
        trigger_id=row_id,
        start_earliest=certain.ifelse(known.sure_earliest, known.any_earliest),
        start_latest=known.any_latest,
        first_id=_NO_TEXT,
        row_id=row_id,
        row_person=nobody(),
        row_denied=ibis.literal(False),
        at_action=ibis.literal(True),
        told_holds=certain.ifelse(True, ibis.null().cast("boolean")),
        told_reason=certain.ifelse(_NO_TEXT, f"actions.happened_at of {start.kind}"),
    )


def followed(files: Files, condition: Followed, question: Any, keys: Sequence[str], name: str) -> Any:
    """The question with whether an action, or a flag, followed the first action of a kind."""
    asked = question.select(*keys, *(c for c in ("file", "occurrence", "force", "person") if c not in keys))
    since = _first(_about(files, asked, condition.first), keys)
    asked = within(asked, since, keys)
    asked = beside(asked, files.files.select("file", "as_of"), ["file"])
    asked = files.keep("followed_asked", asked.mutate(when_earliest=asked.since_earliest, when_latest=asked.as_of))
    acts = _about(files, asked, condition.by)
    told = _not_before(acts, acts.earliest, acts.latest, f"actions.happened_at of {condition.by}")
    asked = gathered(asked, keys, "act", acts.select(*keys, holds=told.holds, reason=told.reason))
    flags = files.flags.filter(files.flags.kind.isin(sorted(condition.flags)) & files.flags.from_at.notnull())
    flags = within(asked, flags, ["person"])
    flags = flags.filter(flags.from_at <= flags.as_of)
    told = _not_before(flags, flags.from_at, ibis.coalesce(flags.from_at_latest, flags.from_at), "flags.from_at")
    asked = gathered(asked, keys, "flag", flags.select(*keys, holds=told.holds, reason=told.reason))
    asked = or_absent(files, files.keep("followed", asked), keys, "flags", condition.flags, ("act", "flag"), "since")
    answers = asked.select(*keys, holds=asked.since_holds, reason=asked.since_reason)
    return files.keep("after", gathered(question, keys, name, answers))


def report_of_repeat(files: Files, parameters: Parameters, start: RepeatReport, otherwise: Any, who: Any) -> Any:
    """The report, if an action of a kind was about a victim in the time before it; else the other start."""
    rows = files.keep("about_victims", _about_victims(files, start.kind, who))
    until = after(rows, "earliest", parameters, start.within, name="until_earliest")
    until = files.keep("lately", after(until, "latest", parameters, start.within, name="until_latest"))
    told = _lately(until, start.kind)
    known = gathered(who, WHO, "again", until.select(*WHO, holds=told.holds, reason=told.reason))
    other = files.keep("otherwise", otherwise)
    columns = [c for c in other.columns if c not in who.columns]
    known = beside(known, other.select(*WHO, *(other[c].name(f"other_{c}") for c in columns)), WHO)
    again = read(known, "again")
    fresh = (again.holds == False).fill_null(False)  # noqa: E712 - a column: null is neither
    unsure = again.holds.isnull() & known.report_earliest.notnull()
    known = known.mutate(fresh=fresh, unsure=unsure)
    kept = known.filter(~known.fresh | known.other_trigger_id.notnull())

    def at(end: str, pick: Any) -> Any:
        report, other_end = kept[f"report_{end}"], kept[f"other_start_{end}"]
        return ibis.cases(
            (kept.fresh, other_end), (kept.unsure & other_end.notnull(), pick(report, other_end)), else_=report
        )

    return kept.select(
        *who.columns,
        trigger_id=kept.fresh.ifelse(kept.other_trigger_id, kept.occurrence_id),
        start_earliest=at("earliest", ibis.least),
        start_latest=at("latest", ibis.greatest),
        first_id=kept.fresh.ifelse(kept.other_first_id, _NO_TEXT),
        row_id=kept.fresh.ifelse(kept.other_row_id, _NO_TEXT),
        row_person=kept.fresh.ifelse(kept.other_row_person, nobody()),
        row_denied=ibis.literal(False),
        at_action=kept.fresh.ifelse(kept.other_at_action, False),
        told_holds=kept.fresh.ifelse(kept.other_told_holds, kept.again_holds),
        told_reason=kept.fresh.ifelse(kept.other_told_reason, kept.again_reason),
    )


def _about_victims(files: Files, kind: str, who: Any) -> Any:
    """Actions of a kind in other occurrences of the victims, if they name them or the victim is one there, too."""
    victims = files.parts.filter(files.parts.role == "victim").select("occurrence", victim="person").distinct()
    asked = within(who, victims, ["occurrence"])
    asked = within(asked, files.about.rename(other="occurrence", victim="person"), ["victim"])
    asked = asked.filter(asked.other != asked.occurrence)
    looked_at = files.files.select("as_of", other="occurrence", other_file="file")
    asked = within(asked, looked_at, ["other", "as_of"])
    acts = files.done.filter(files.done.kind == kind)
    acts = acts.select("earliest", "latest", other_file=acts.file, row_person=acts.person)
    rows = within(asked, acts, ["other_file"])
    there = victims.rename(other="occurrence").mutate(victim_there=ibis.literal(True))
    rows = beside(rows, there, ("other", "victim"))
    nameless = (rows.row_person == NONE) & rows.victim_there.fill_null(False)
    return rows.filter((rows.row_person == rows.victim) | nameless)


def _lately(rows: Any, kind: str) -> Told:
    """Whether an action lies before the report, and not longer before it than the limit."""
    unsure = ibis.literal(f"actions.happened_at of {kind}")
    before = doubtful(rows.latest <= rows.report_earliest, rows.earliest <= rows.report_latest, unsure)
    lasts = doubtful(rows.until_earliest >= rows.report_latest, rows.until_latest >= rows.report_earliest, unsure)
    told = both([before, lasts])
    unreported = rows.report_earliest.isnull()
    no_report = Told(ibis.null().cast("boolean"), ibis.literal("occurrences.reported_at"))
    return Told(unreported.ifelse(no_report.holds, told.holds), unreported.ifelse(no_report.reason, told.reason))


def _about(files: Files, asked: Any, kind: str) -> Any:
    """Done rows of a kind that name the person or nobody; all, where no person is asked for."""
    done = files.done.filter(files.done.kind == kind)
    done = done.select("file", "action_id", "earliest", "latest", row_person=done.person)
    rows = within(asked, done, ["file"])
    return rows.filter((rows.person == NONE) | rows.row_person.isin([NONE, rows.person]))


def _first(rows: Any, keys: Sequence[str]) -> Any:
    return rows.group_by(*keys).aggregate(since_earliest=rows.earliest.min(), since_latest=rows.latest.min())


def _not_before(rows: Any, earliest: Any, latest: Any, field: str) -> Told:
    return doubtful(earliest >= rows.since_latest, latest >= rows.since_earliest, ibis.literal(field))
