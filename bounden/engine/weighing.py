"""What the records show of each member at D, and of all members together, as row arithmetic (1.2 and 1.4)."""

from dataclasses import dataclass
from typing import Any

import ibis

from bounden.engine.breaches import breached
from bounden.engine.evidence import KEYS, Gathering
from bounden.engine.files import Files
from bounden.engine.flags_as_evidence import flag_feeds
from bounden.engine.joins import beside
from bounden.engine.told import read
from bounden.obligations.judging.evidence import State
from bounden.obligations.judging.feeds import Feed
from bounden.obligations.parameters import Parameters
from bounden.obligations.terms import Alternative, AtOnce, Doing, FlagHeld, ItsEntry, Member, Standard, Test

_NO_TEXT = ibis.null().cast("string")
_NO_INSTANT = ibis.null().cast("timestamp")


@dataclass(frozen=True, slots=True)
class Weighed:
    """The columns of one member: whether it is needed, its state, the row that decides, what is missing, its denial."""

    needed: Any
    state: Any
    earliest: Any
    latest: Any
    evidence_id: Any
    missing: Any
    denied_until: Any

    def has(self, *states: State) -> Any:
        """Whether the member is needed and in one of these states."""
        return self.needed & self.state.isin([s.value for s in states])


_COLUMNS = ("needed", "state", "earliest", "latest", "evidence_id", "missing", "denied_until")


def weighed_members(
    files: Files,
    parameters: Parameters,
    standard: Standard,
    test: Test,
    asked: Any,
    given_rows: Any = None,
    *,
    crowded: bool = False,
) -> tuple[Any, list[Weighed]]:
    """The obligations with the columns of each member. given_rows: of a recurring duty, the rows already found."""
    members = test.discharged_by.members if test.discharged_by else ()
    slots = _slots(members)
    gathering = Gathering(files, parameters, standard, test, asked, crowded=crowded)
    table = _with_feeds(files, gathering, members, slots, asked)
    for place, member in enumerate(members):
        rows = given_rows if given_rows is not None else _all_rows(gathering, member, slots[place])
        table = _with_rows(table, files.milestone(f"rows_{place}", rows), place)
        table = files.milestone(f"weighed_{place}", _weighed(table, test, member, slots[place], place))
    return table, [_read(table, place) for place in range(len(members))]


def _slots(members: tuple[Member, ...]) -> list[list[int]]:
    """A number for each alternative, across the members."""
    found, number = [], 0
    for member in members:
        found.append(list(range(number, number + len(member.alternatives))))
        number += len(member.alternatives)
    return found


def _all_rows(gathering: Gathering, member: Member, slots: list[int]) -> Any:
    parts = [gathering.rows(slot, one) for slot, one in zip(slots, member.alternatives, strict=True)]
    return ibis.union(*parts) if len(parts) > 1 else parts[0]


def _with_feeds(
    files: Files, gathering: Gathering, members: tuple[Member, ...], slots: list[list[int]], asked: Any
) -> Any:
    """The obligations with feed_<slot> and denied_<slot> of every alternative."""
    doings: dict[int, tuple[Doing, Member]] = {}
    flags: dict[int, FlagHeld] = {}
    itself: dict[int, Alternative] = {}
    for member, numbers in zip(members, slots, strict=True):
        for slot, one in zip(numbers, member.alternatives, strict=True):
            if isinstance(one, Doing):
                doings[slot] = (one, member)
            elif isinstance(one, FlagHeld):
                flags[slot] = one
            else:
                itself[slot] = one
    parts = [gathering.feeds({slot: one for slot, (one, _) in doings.items()})] if doings else []
    parts += [flag_feeds(files, asked, slot, one) for slot, one in flags.items()]
    table = asked
    if parts:
        feeds = files.milestone("feeds", ibis.union(*parts) if len(parts) > 1 else parts[0])
        by_slot = feeds.group_by(*KEYS).aggregate(
            **{f"feed_{slot}": feeds.feed.max(where=feeds.slot == slot) for slot in [*doings, *flags]}
        )
        table = beside(table, by_slot, KEYS)
    if doings:
        table = beside(table, files.milestone("denials", gathering.denials(doings)), KEYS)
    # What an act does not say of itself is known: the act is on record. When a flag was entered is not.
    said = {slot: Feed.NOT_STATED if isinstance(one, ItsEntry) else Feed.COMPLETE for slot, one in itself.items()}
    table = table.mutate(**{f"feed_{slot}": ibis.literal(feed.value) for slot, feed in said.items()})
    return table.mutate(**{f"denied_{slot}": _NO_INSTANT for slot in [*flags, *itself]})


def _with_rows(table: Any, rows: Any, place: int) -> Any:
    """The obligations with what the rows of one member come to."""
    order = {"earliest": rows.earliest, "latest": rows.latest, "id": rows.action_id}
    after = (rows.earliest > rows.due_latest) & ~rows.in_time & ~rows.may_be_in_time
    tie = {**order, "slot": rows.slot, "implied": rows.implied}
    best = ibis.struct(
        {"not_in_time": ~rows.in_time, "latest": rows.latest, "earliest": rows.earliest, "id": rows.action_id}
    )
    found = rows.group_by(*KEYS).aggregate(
        best=best.min(where=rows.holds.fill_null(False)),
        first=ibis.struct(order).min(),
        soonest=rows.earliest.min(),
        may_be_in_time=rows.may_be_in_time.any(),
        all_after=after.all(),
        all_implied=rows.implied.all(),
        doubt=ibis.struct({**tie, "why": rows.reason}).min(where=~after & rows.reason.notnull()),
        near=ibis.struct({**tie, "kind": rows.kind}).min(where=~after),
    )
    names = {
        f"{name}_{place}": name
        for name in ("best", "first", "soonest", "may_be_in_time", "all_after", "all_implied", "doubt", "near")
    }
    return beside(table, found.rename(names), KEYS)


def _weighed(table: Any, test: Test, member: Member, slots: list[int], place: int) -> Any:
    """The obligations with the columns of one member."""
    best, first = table[f"best_{place}"], table[f"first_{place}"]
    has_rows = first.notnull()
    all_after = table[f"all_after_{place}"].fill_null(False)
    met = (best.notnull() & (~best.not_in_time | (best.latest <= table.due_earliest))).fill_null(False)
    barred = _bar_to_late(table, member, slots, place)
    late = has_rows & all_after & barred.isnull()
    straddles = has_rows & ~all_after
    silent = _silent(table, test, member, slots)
    not_done = ~has_rows & silent.isnull()
    state = ibis.cases(
        (met, State.MET.value), (late, State.LATE.value), (not_done, State.NOT_DONE.value), else_=State.UNKNOWN.value
    )
    by_nature = ~best.not_in_time
    due = table.due_earliest
    earliest = by_nature.ifelse(ibis.least(best.earliest, due), best.earliest)
    latest = by_nature.ifelse(ibis.least(best.latest, due), best.latest)
    kept = straddles & best.notnull()
    nearest = ibis.literal("actions.happened_at of ") + table[f"near_{place}"].kind
    missing = ibis.cases(
        (met | late | not_done, ""),
        (has_rows & all_after, barred),
        (straddles, ibis.coalesce(table[f"doubt_{place}"].why, nearest)),
        else_=silent,
    )
    denials = [table[f"denied_{slot}"] for slot in slots]
    denied = ibis.least(*denials) if len(denials) > 1 else denials[0]
    for one in denials:
        denied = one.isnull().ifelse(_NO_INSTANT, denied)
    columns = {
        "needed": ibis.literal(True),
        "state": state,
        "earliest": ibis.cases((met, earliest), (late, first.earliest), (kept, best.earliest), else_=_NO_INSTANT),
        "latest": ibis.cases((met, latest), (late, first.latest), (kept, best.latest), else_=_NO_INSTANT),
        "evidence_id": ibis.cases((met | kept, best.id), (late, first.id), else_=_NO_TEXT).nullif(""),
        "missing": missing,
        "denied_until": not_done.ifelse(denied, _NO_INSTANT),
    }
    weighed = table.mutate(**{f"{name}_{place}": column for name, column in columns.items()})
    return _denied_itself(_if_needed(weighed, member, place), place)


def _bar_to_late(table: Any, member: Member, slots: list[int], place: int) -> Any:
    """Why late evidence does not show that it was late: a feed; empty if nothing stands in the way."""
    refused, open_ = [], []
    for slot, one in zip(slots, member.alternatives, strict=True):
        feed, said = table[f"feed_{slot}"], _feed_words(table, slot, one)
        refused.append((feed == Feed.NOT_SUPPLIED.value, said))
        denied = (table[f"denied_{slot}"] >= table.due_latest).fill_null(False)
        implied = table[f"all_implied_{place}"].fill_null(False)
        open_.append((implied & (feed != Feed.COMPLETE.value) & ~denied, said))
    return ibis.cases(*refused, *open_, else_=_NO_TEXT)


def _silent(table: Any, test: Test, member: Member, slots: list[int]) -> Any:
    """The feed of the first alternative that is not known not to have been done up to D2; empty if there is none."""
    found = []
    for slot, one in zip(slots, member.alternatives, strict=True):
        known = (table[f"feed_{slot}"] == Feed.COMPLETE.value) | (
            table[f"denied_{slot}"] >= table.due_latest
        ).fill_null(False)
        if isinstance(one, Doing) and one.never_before_start and isinstance(test.due, AtOnce):
            known = known | table.at_action
        found.append((~known, _feed_words(table, slot, one)))
    return ibis.cases(*found, else_=_NO_TEXT)


def _feed_words(table: Any, slot: int, one: Alternative) -> Any:
    if isinstance(one, ItsEntry):
        return ibis.literal("flags.recorded_at")
    kind = one.kind if isinstance(one, Doing) else "flag"
    return ibis.literal(f"feed actions/{kind}: ") + table[f"feed_{slot}"]


def _if_needed(table: Any, member: Member, place: int) -> Any:
    """A member that is needed only if a condition holds."""
    if member.when is None:
        return table
    needed = read(table, f"when_{place}")
    unsure = needed.holds.isnull() & (table[f"state_{place}"] != State.MET.value)
    return table.mutate(
        **{
            f"needed_{place}": needed.holds.fill_null(True),
            f"state_{place}": unsure.ifelse(State.UNKNOWN.value, table[f"state_{place}"]),
            f"missing_{place}": unsure.ifelse(needed.reason, table[f"missing_{place}"]),
            f"denied_until_{place}": unsure.ifelse(_NO_INSTANT, table[f"denied_until_{place}"]),
        }
    )


def _denied_itself(table: Any, place: int) -> Any:
    """A row that says the duty was not done gave T (AH-27): it is itself the breach."""
    may_be_in_time = ((table[f"soonest_{place}"] <= table.due_latest) | table[f"may_be_in_time_{place}"]).fill_null(
        False
    )
    unknown = table[f"state_{place}"] == State.UNKNOWN.value
    breach = table.row_denied & table.first_id.isnull() & unknown & ~may_be_in_time
    return table.mutate(
        **{
            f"state_{place}": breach.ifelse(State.NOT_DONE.value, table[f"state_{place}"]),
            f"earliest_{place}": breach.ifelse(_NO_INSTANT, table[f"earliest_{place}"]),
            f"latest_{place}": breach.ifelse(_NO_INSTANT, table[f"latest_{place}"]),
            f"evidence_id_{place}": breach.ifelse(_NO_TEXT, table[f"evidence_id_{place}"]),
            f"missing_{place}": breach.ifelse("", table[f"missing_{place}"]),
            f"denied_until_{place}": breach.ifelse(table.as_of, table[f"denied_until_{place}"]),
        }
    )


def _read(table: Any, place: int) -> Weighed:
    return Weighed(**{name: table[f"{name}_{place}"] for name in _COLUMNS})


def form(files: Files, parameters: Parameters, test: Test, asked: Any) -> tuple[Any, list[Weighed]]:
    """A prohibition: the act in its proper form discharges, in the forbidden form breaches (NEVER)."""
    table = files.keep("form", breached(files, parameters, test, asked))
    told = read(table, "breach")
    known, breach = told.holds.notnull(), told.holds.fill_null(False)
    proper = known & ~breach
    state = ibis.cases((~known, State.UNKNOWN.value), (breach, State.NOT_DONE.value), else_=State.MET.value)
    return table, [
        Weighed(
            needed=ibis.literal(True),
            state=state,
            earliest=proper.ifelse(table.start_earliest, _NO_INSTANT),
            latest=proper.ifelse(table.due_earliest, _NO_INSTANT),
            evidence_id=proper.ifelse(table.row_id, _NO_TEXT),
            missing=known.ifelse("", told.reason),
            denied_until=_NO_INSTANT,
        )
    ]


def folded(table: Any, members: list[Weighed]) -> Any:
    """All members together (record tests, 1.4): known, missing, discharged_*, evidence_id, denied_until, all_met."""
    not_done = [m.has(State.NOT_DONE) for m in members]
    late = _any([m.has(State.LATE) for m in members])
    unknown = [m.has(State.UNKNOWN) for m in members]
    complete = _every([~m.needed | m.earliest.notnull() for m in members])
    some_not_done, some_unknown = _any(not_done), _any(unknown)
    proven = late & ~some_not_done
    counted = [m.needed & (~proven | m.state.isin([State.LATE.value, State.MET.value])) for m in members]
    shown = ~some_not_done & (late | complete)
    earliest = _greatest([(c & shown).ifelse(m.earliest, _NO_INSTANT) for c, m in zip(counted, members, strict=True)])
    latest = _greatest([(c & shown).ifelse(m.latest, _NO_INSTANT) for c, m in zip(counted, members, strict=True)])
    unsure = some_unknown & ~some_not_done & ~late
    return table.mutate(
        known=~unsure,
        missing=ibis.cases(*((unsure & u, m.missing) for u, m in zip(unknown, members, strict=True)), else_=""),
        discharged_earliest=earliest,
        discharged_latest=latest,
        evidence_id=shown.ifelse(_last(members, counted), _NO_TEXT),
        denied_until=ibis.cases(
            *((n, m.denied_until) for n, m in zip(not_done, members, strict=True)), else_=_NO_INSTANT
        ),
        all_met=_every([~m.needed | (m.state == State.MET.value) for m in members]),
    )


def _last(members: list[Weighed], counted: list[Any]) -> Any:
    """The evidence of the member that was met last; of equal ones the first."""
    found = []
    for one, counts in zip(members, counted, strict=True):
        last = counts & one.earliest.notnull()
        for other, also in zip(members, counted, strict=True):
            if other is not one:
                last = last & (~also | other.earliest.isnull() | _not_before(one, other))
        found.append((last, one.evidence_id))
    return ibis.cases(*found, else_=_NO_TEXT)


def _not_before(one: Weighed, other: Weighed) -> Any:
    ids = one.evidence_id.fill_null("") >= other.evidence_id.fill_null("")
    by_latest = (one.latest > other.latest) | ((one.latest == other.latest) & ids)
    return ((one.earliest > other.earliest) | ((one.earliest == other.earliest) & by_latest)).fill_null(False)


def _any(conditions: list[Any]) -> Any:
    found = conditions[0]
    for one in conditions[1:]:
        found = found | one
    return found


def _every(conditions: list[Any]) -> Any:
    found = conditions[0]
    for one in conditions[1:]:
        found = found & one
    return found


def _greatest(columns: list[Any]) -> Any:
    return ibis.greatest(*columns) if len(columns) > 1 else columns[0]
