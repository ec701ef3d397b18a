"""When the cause of an obligation ended (record tests, 1.6), for a whole test at once."""

from typing import Any

import ibis

from bounden.engine.days import DAYS
from bounden.engine.files import Files
from bounden.engine.flag_ends import flag_ends
from bounden.engine.joins import beside, within
from bounden.engine.nobody import NONE
from bounden.engine.people import members
from bounden.obligations.terms import Each, Ending, People, Standard

_WHO = ("file", "person")
_NO_TEXT = ibis.null().cast("string")
KEYS = ("file", "person", "trigger_id")


def with_end(files: Files, standard: Standard, asked: Any) -> Any:
    """The obligations with ended_*: the first end on record, and ended_doubt: why it may be none of theirs."""
    who = _closing(files, asked)
    plain = [ending for ending in standard.ends if not ending.rationale_for and not ending.since_start]
    parts = [part for ending in plain for part in _ends(files, ending, who)]
    if not isinstance(standard.for_each, Each) and standard.for_each.children:
        parts.append(_deaths(files, who))
    if parts:
        rows = ibis.union(*parts) if len(parts) > 1 else parts[0]
        first = rows.group_by(*_WHO).aggregate(ended_earliest=rows.earliest.min(), ended_latest=rows.latest.min())
        ended = beside(asked, first, _WHO)
    else:
        nothing = ibis.null().cast("timestamp")
        ended = asked.mutate(ended_earliest=nothing, ended_latest=nothing)
    ended = files.keep("ends", ended.mutate(ended_doubt=ibis.null().cast("string")))
    ended = _with_ends_since_start(files, standard, who, ended)
    for ending in standard.ends:
        if ending.rationale_for:
            ended = _told_instead(files, standard, ending, ended)
    return ended


def ends(files: Files, endings: tuple[Ending, ...], asked: Any) -> Any:
    """Every end on record for each of WHO: file, person, earliest, latest. Raises ValueError if there can be none."""
    who = _closing(files, asked)
    parts = [part for ending in endings for part in _ends(files, ending, who)]
    if not parts:
        raise ValueError("an end needs something that ends")
    return ibis.union(*parts) if len(parts) > 1 else parts[0]


def first_end(files: Files, endings: tuple[Ending, ...], asked: Any) -> Any:
    """The first end on record: file, person, ended_earliest, ended_latest."""
    rows = ends(files, endings, asked)
    return rows.group_by(*_WHO).aggregate(ended_earliest=rows.earliest.min(), ended_latest=rows.latest.min())


def before_the_end(files: Files, end: Ending, asked: Any) -> Any:
    """The obligations with due_*, or the first end that may lie at or after T, if it comes before that (PD-06)."""
    asked = files.keep("at_most", asked)
    found = ends(files, (end,), asked).rename(end_earliest="earliest", end_latest="latest")
    rows = within(asked.select(*KEYS, "start_earliest"), found, _WHO)
    rows = rows.filter(rows.end_latest >= rows.start_earliest)
    first = rows.group_by(*KEYS).aggregate(
        end_earliest=ibis.greatest(rows.end_earliest, rows.start_earliest).min(), end_latest=rows.end_latest.min()
    )
    table = beside(asked, first, KEYS)
    due = {f"due_{e}": ibis.least(table[f"due_{e}"], table[f"end_{e}"]) for e in ("earliest", "latest")}
    return table.mutate(**due).select(*asked.columns)


def _closing(files: Files, asked: Any) -> Any:
    who = asked.select(*_WHO).distinct()
    return beside(who, files.files.select("file", "as_of", "closed_earliest", "closed_latest"), ["file"])


def _with_ends_since_start(files: Files, standard: Standard, who: Any, ended: Any) -> Any:
    """The ends that must not lie before T, among the others: one that may makes the first certain end uncertain."""
    since = [part for ending in standard.ends if ending.since_start for part in _ends(files, ending, who)]
    flags = [ending.flag for ending in standard.ends if ending.flag]
    if not since and not flags:
        return ended
    parts = [part.mutate(doubt=_NO_TEXT) for part in since]
    parts += [_nameless(files, ending, who) for ending in standard.ends if ending.since_start and ending.values]
    parts += [flag_ends(files, flag, who) for flag in flags]
    rows = files.keep("ends_since", ibis.union(*parts) if len(parts) > 1 else parts[0])
    whence = "state" if "state_earliest" in ended.columns else "start"
    begins = ended.select(*KEYS, since_earliest=f"{whence}_earliest", since_latest=f"{whence}_latest")
    rows = within(begins, rows, _WHO)
    rows = rows.filter(rows.latest >= rows.since_earliest)
    early = (rows.earliest < rows.since_latest).ifelse(rows.field, _NO_TEXT)
    rows = rows.mutate(
        earliest=ibis.greatest(rows.earliest, rows.since_earliest), doubt=ibis.coalesce(early, rows.doubt)
    )
    found = rows.group_by(*KEYS).aggregate(
        perhaps_earliest=rows.earliest.min(),
        perhaps_latest=rows.latest.min(),
        sure_latest=rows.latest.min(where=rows.doubt.isnull()),
        why=rows.doubt.min(),
    )
    known = beside(ended, found, KEYS)
    latest = ibis.least(known.ended_latest, known.sure_latest)
    return files.keep(
        "ends",
        known.mutate(
            ended_earliest=ibis.least(known.ended_earliest, known.perhaps_earliest),
            ended_latest=ibis.coalesce(latest, known.perhaps_latest),
            ended_doubt=latest.isnull().ifelse(known.why, _NO_TEXT),
        ).select(*ended.columns),
    )


def _told_instead(files: Files, standard: Standard, ending: Ending, ended: Any) -> Any:
    """A recorded reason that another standard takes this one's place; it names the child, or there is only one."""
    done = files.done.filter(files.done.kind.isin(list(ending.kinds)) & (files.done.value == ending.rationale_for))
    done = done.select("file", "earliest", "latest", "action_id", row_kind=done.kind, row_person=done.person)
    rows = within(ended.select(*KEYS, "occurrence", "force", "start_earliest", "start_latest"), done, ["file"])
    rows = rows.filter((rows.person == NONE) | rows.row_person.isin([NONE, rows.person]))
    if isinstance(standard.for_each, People):
        moments = rows.select(
            "file", "occurrence", "force", when_earliest=rows.start_earliest, when_latest=rows.start_latest
        ).distinct()
        found = members(files, standard.for_each, moments)
        count = found.group_by("file", "when_earliest", "when_latest").aggregate(children_there=found.count())
        count = count.rename(start_earliest="when_earliest", start_latest="when_latest")
        rows = beside(rows, count, ("file", "start_earliest", "start_latest"))
        named = (rows.row_person != NONE) | (rows.children_there.fill_null(0) == 1)
    else:
        named = rows.row_person != NONE
    first_kind = ibis.struct(
        {"earliest": rows.earliest, "latest": rows.latest, "id": rows.action_id, "kind": rows.row_kind}
    )
    by_key = rows.group_by(*KEYS).aggregate(
        named_earliest=rows.earliest.min(where=named),
        named_latest=rows.latest.min(where=named),
        all_earliest=rows.earliest.min(),
        all_latest=rows.latest.min(),
        first=first_kind.min(),
    )
    joined = beside(ended, by_key, KEYS)
    unnamed = joined.ended_earliest.isnull() & joined.named_earliest.isnull() & joined.all_earliest.notnull()
    reason = ibis.literal("actions.person_id of ") + joined["first"].kind
    return joined.mutate(
        ended_earliest=ibis.coalesce(joined.ended_earliest, joined.named_earliest, joined.all_earliest),
        ended_latest=ibis.coalesce(joined.ended_latest, joined.named_latest, joined.all_latest),
        ended_doubt=unnamed.ifelse(reason, joined.ended_doubt),
    ).select(*ended.columns)


def _ends(files: Files, ending: Ending, who: Any) -> list[Any]:
    done = files.done.filter(files.done.kind.isin(list(ending.kinds)))
    if ending.values:
        done = done.filter(done.value.isin(sorted(ending.values)))
    rows = _about(who, done)
    field = ibis.literal("actions.happened_at of ") + rows.kind
    parts = [rows.select(*_WHO, "earliest", "latest", field=field)] if ending.kinds else []
    closed = who.filter(who.closed_earliest.notnull())
    if ending.else_closed_at and ending.kinds:
        closed = closed.anti_join(parts[0], list(_WHO))
    if ending.closed_at or ending.else_closed_at:
        parts.append(
            closed.select(
                *_WHO,
                earliest=closed.closed_earliest,
                latest=closed.closed_latest,
                field=ibis.literal("occurrences.closed_at"),
            )
        )
    if ending.died:
        parts.append(_deaths(files, _offenders(files, who), "mortal"))
    return parts


def _nameless(files: Files, ending: Ending, who: Any) -> Any:
    """Acts without the value that they must have: each may be the end."""
    done = files.done.filter(files.done.kind.isin(list(ending.kinds)) & files.done.value.isnull())
    rows = _about(who, done)
    fields = {"field": "actions.happened_at of ", "doubt": "actions.value of "}
    return rows.select(
        *_WHO, "earliest", "latest", **{name: ibis.literal(text) + rows.kind for name, text in fields.items()}
    )


def _about(who: Any, done: Any) -> Any:
    """Done rows that name the person or nobody; all, where no person is asked for."""
    rows = within(who, done.select("file", "kind", "earliest", "latest", row_person=done.person), ["file"])
    return rows.filter((rows.person == NONE) | rows.row_person.isin([NONE, rows.person]))


def _offenders(files: Files, who: Any) -> Any:
    """With mortal: the test's person in that role, else the only one there who has it."""
    parts = files.parts.filter(files.parts.role == "registered_offender").select("occurrence", "person").distinct()
    there = within(parts, files.files.select("file", "occurrence"), ["occurrence"])
    those = there.select("file", "person", offends=ibis.literal(True))
    alone = there.group_by("file").aggregate(how_many=there.count(), offender=there.person.min())
    joined = beside(beside(who, those, _WHO), alone, ["file"])
    only = (joined.how_many == 1).ifelse(joined.offender, NONE)
    return joined.mutate(mortal=joined.offends.fill_null(False).ifelse(joined.person, only.fill_null(NONE)))


def _deaths(files: Files, who: Any, mortal: str = "person") -> Any:
    died = files.people.filter(files.people.died_on.notnull()).select("died_on", **{mortal: files.people.person})
    days = DAYS.select(died_on=DAYS.date, starts_at=DAYS.starts_at, ends_at=DAYS.ends_at)
    rows = within(who, within(died, days, ["died_on"]), [mortal])
    rows = rows.filter(rows.starts_at <= rows.as_of)
    return rows.select(
        *_WHO,
        earliest=rows.starts_at,
        latest=ibis.least(rows.ends_at, rows.as_of),
        field=ibis.literal("people.died_on"),
    )
