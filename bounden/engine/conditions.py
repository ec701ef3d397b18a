"""Conditions on the person or the occurrence, as the records tell them, for a whole test at once.

A question here is one of `states`, with the columns of a start beside it (row_person, and due_* where D is spoken of).
"""

from collections.abc import Sequence
from typing import Any

import ibis

from bounden.engine.feeds import with_feed
from bounden.engine.files import Files
from bounden.engine.harm_suspected import harm_suspected
from bounden.engine.joins import beside, within
from bounden.engine.limits import after
from bounden.engine.nobody import NONE
from bounden.engine.one_after_another import followed
from bounden.engine.people import members
from bounden.engine.states import aged_from, child, flagged, known_under, looked_after, on_the_register, under_way
from bounden.engine.told import Told, certain, doubtful, either, gathered, read, written
from bounden.obligations.judging.feeds import Feed
from bounden.obligations.parameters import Parameters
from bounden.obligations.terms import (
    CHILDREN_AT_RISK,
    AboutAChild,
    AgedFrom,
    AgedUpTo,
    CategoryRecorded,
    Condition,
    EitherOf,
    Flagged,
    Followed,
    GradedAtDue,
    HasChildAtRisk,
    LookedAfter,
    NotDenied,
    NotKnownUnder,
    OnRecord,
    OnTheRegister,
    People,
    ReasonRecorded,
    RecordedValue,
    ReportedBy,
    SignificantHarmSuspected,
    Supplied,
    Under,
    UnderWay,
)

_MOMENT = ("file", "when_earliest", "when_latest")


def answered(  # noqa: C901 - one case for each term of a closed set
    files: Files, parameters: Parameters, condition: Condition, question: Any, keys: Sequence[str], name: str
) -> Any:
    """The question with one more answer: whether the condition holds, does not hold or cannot be told."""
    match condition:
        case Flagged(kinds):
            return flagged(files, question, keys, kinds, name)
        case OnTheRegister():
            return on_the_register(files, question, keys, name)
        case UnderWay():
            return under_way(files, question, keys, condition, name)
        case Supplied(table, limit):
            return _supplied(files, parameters, question, keys, table, limit, name)
        case LookedAfter():
            return looked_after(files, question, keys, name)
        case AgedFrom(limit):
            return aged_from(files, question, parameters.years(limit), name)
        case Under(limit):
            return _younger(files, question, parameters.years(limit), name)
        case AgedUpTo(limit):
            return _younger(files, question, parameters.years(limit) + 1, name)
        case NotKnownUnder(limit):
            asked = known_under(files, question, parameters.years(limit))
            return written(asked, name, certain(~asked.known_under)).drop("known_under")
        case EitherOf(conditions):
            asked = question
            for place, one in enumerate(conditions):
                asked = answered(files, parameters, one, asked, keys, f"{name}_{place}")
            told = either(read(asked, f"{name}_{place}") for place in range(len(conditions)))
            return written(asked, name, told).select(*question.columns, f"{name}_holds", f"{name}_reason")
        case NotDenied(kind):
            return _not_denied(files, question, keys, kind, name)
        case OnRecord(kind):
            return _on_record(files, question, keys, kind, name)
        case RecordedValue(kind, values):
            return _recorded_value(files, question, kind, values, name)
        case Followed():
            return followed(files, condition, question, keys, name)
        case ReasonRecorded(standard, among):
            return _reason_recorded(files, question, keys, standard, among, name)
        case SignificantHarmSuspected():
            return harm_suspected(files, parameters, question, keys, name)
        case AboutAChild(or_suspect):
            return _about_a_child(files, question, keys, name, or_suspect=or_suspect)
        case CategoryRecorded():
            known = files.files.select("file", "category_known")
            asked = beside(question, known, ["file"])
            told = doubtful(asked.category_known, ~asked.category_known, ibis.literal("occurrences.category"))
            return written(asked, name, told).drop("category_known")
        case HasChildAtRisk():
            moments = question.select(*_MOMENT, "occurrence", "force").distinct()
            told = gathered(moments, _MOMENT, name, members(files, CHILDREN_AT_RISK, moments))
            return beside(question, told.drop("occurrence", "force"), _MOMENT)
        case ReportedBy(role, another):
            return _reported_by(files, question, role, another, name)
        case GradedAtDue(grades):
            return _graded(files, question, keys, grades, name)


def _younger(files: Files, question: Any, years: int, name: str) -> Any:
    asked = aged_from(files, question, years, "grown")
    grown = read(asked, "grown")
    return written(asked, name, Told(~grown.holds, grown.reason)).drop("grown_holds", "grown_reason")


def _supplied(
    files: Files, parameters: Parameters, question: Any, keys: Sequence[str], table: str, limit: str, name: str
) -> Any:
    """Whether a table is complete about the person, from the report to T or, once past, T + a limit."""
    asked = question.select(*keys, *(c for c in ("file", "person", "when_earliest", "when_latest") if c not in keys))
    asked = within(asked, files.files.select("file", "force", "occurrence", "as_of", "report_earliest"), ["file"])
    asked = after(asked, "when_latest", parameters, limit, name="over")
    end = (asked.over < asked.as_of).ifelse(asked.over, asked.when_latest)
    asked = asked.mutate(
        kind=ibis.literal("*"),
        for_person=asked.person,
        window_earliest=ibis.least(ibis.coalesce(asked.report_earliest, asked.when_earliest), end),
        window_latest=end,
    )
    fed = with_feed(files, asked, keys, ["*"], table)
    joined = beside(question, fed.select(*keys, "feed"), keys)
    return written(joined, name, certain(joined.feed == Feed.COMPLETE.value)).drop("feed")


def _named(rows: Any) -> Any:
    """Rows that name the test's person or nobody; all, where it has none."""
    return rows.filter((rows.person == NONE) | rows.row_person.isin([NONE, rows.person]))


def _not_denied(files: Files, question: Any, keys: Sequence[str], kind: str, name: str) -> Any:
    asked = question.select(*keys, *(c for c in ("file", "person") if c not in keys))
    done = files.done.filter(files.done.kind == kind).select("file", row_person="person")
    was_done = _named(within(asked, done, ["file"])).select(*keys).distinct().mutate(was_done=ibis.literal(True))
    was_denied = files.denials(asked, kind).select(*keys).distinct().mutate(was_denied=ibis.literal(True))
    joined = beside(beside(question, was_done, keys), was_denied, keys)
    told = certain(joined.was_done.fill_null(False) | ~joined.was_denied.fill_null(False))
    return written(joined, name, told).drop("was_done", "was_denied")


def _on_record(files: Files, question: Any, keys: Sequence[str], kind: str, name: str) -> Any:
    asked = question.select(*keys, *(c for c in ("file", "person") if c not in keys))
    done = files.done.filter(files.done.kind == kind).select("file", row_person="person")
    was_done = _named(within(asked, done, ["file"])).select(*keys).distinct().mutate(was_done=ibis.literal(True))
    joined = beside(question, was_done, keys)
    return written(joined, name, certain(joined.was_done.fill_null(False))).drop("was_done")


def _has_value(rows: Any, values: frozenset[str]) -> Told:
    missing = ibis.literal("actions.value of ") + rows.kind
    return doubtful(rows.value.isin(sorted(values)), rows.value.isnull(), missing)


def _recorded_value(files: Files, question: Any, kind: str, values: frozenset[str], name: str) -> Any:
    rows = files.done.filter(files.done.kind == kind)
    told = _has_value(rows, values)
    return gathered(question, ["file"], name, rows.select("file", holds=told.holds, reason=told.reason))


def _reported_by(files: Files, question: Any, role: str, another: bool, name: str) -> Any:
    rows = files.done.filter((files.done.kind == "reported") & files.done.by_role.nullif("").notnull())
    by_file = rows.group_by("file").aggregate(asked_role=(rows.by_role == role).any())
    joined = beside(question, by_file, ["file"])
    # Without a row, nobody's role is on record.
    its_own = joined.asked_role.fill_null(True)
    return written(joined, name, certain(~its_own if another else its_own)).drop("asked_role")


def _reason_recorded(files: Files, question: Any, keys: Sequence[str], standard: str, among: People, name: str) -> Any:
    """A reason that names nobody counts if the set has one child there (`!`)."""
    done = files.done.filter((files.done.kind == "rationale_recorded") & (files.done.value == standard))
    asked = question.select(*keys, *(c for c in ("person", *_MOMENT, "occurrence", "force") if c not in keys))
    rows = files.keep("reasons", _named(within(asked, done.select("file", row_person="person"), ["file"])))
    found = members(files, among, rows.select(*_MOMENT, "occurrence", "force").distinct())
    count = found.group_by(*_MOMENT).aggregate(children_there=found.count())
    rows = beside(rows, count, _MOMENT)
    named = (rows.row_person != NONE) | (rows.children_there.fill_null(0) == 1)
    told = doubtful(named, ~named, ibis.literal("actions.person_id of rationale_recorded"))
    return gathered(question, keys, name, rows.select(*keys, holds=told.holds, reason=told.reason))


def _about_a_child(files: Files, question: Any, keys: Sequence[str], name: str, *, or_suspect: bool) -> Any:
    """Of the person that the row names, or of everybody involved."""
    columns = ("occurrence", "force", *_MOMENT)
    if or_suspect:
        suspects = files.parts.filter(files.parts.role == "suspect").select("occurrence", row_person="person")
        suspects = suspects.distinct().mutate(names_suspect=ibis.literal(True))
        known = beside(question, suspects, ["occurrence", "row_person"])
        named = known.names_suspect.fill_null(False).ifelse(NONE, known.row_person)
        known = known.mutate(row_person=named).drop("names_suspect")
        told = _about_a_child(files, known, keys, name, or_suspect=False)
        return beside(question, told.select(*keys, f"{name}_holds", f"{name}_reason"), keys)
    asked = question.select(*keys, *(c for c in columns if c not in keys), "row_person").rename(
        **{f"key_{k}": k for k in keys if k != "file"}
    )
    named = asked.filter(asked.row_person != NONE)
    named = named.mutate(person=named.row_person)
    unnamed = within(
        asked.filter(asked.row_person == NONE), files.parts.select("occurrence", "person").distinct(), ["occurrence"]
    )
    people = ibis.union(named, unnamed.select(*named.columns))
    own_keys = [k if k == "file" else f"key_{k}" for k in keys]
    told = child(files, people, [*own_keys, "person"], "child")
    rows = told.select(
        **{k: told[own] for k, own in zip(keys, own_keys, strict=True)},
        holds=told.child_holds,
        reason=told.child_reason,
    )
    return gathered(question, keys, name, rows)


def _graded(files: Files, question: Any, keys: Sequence[str], grades: frozenset[str], name: str) -> Any:
    """The grade at D: the last grade or re-grade by then; every grade that may be the last is weighed."""
    asked = question.select(*keys, *(c for c in ("file", "person") if c not in keys), "due_earliest", "due_latest")
    graded = files.done.filter(files.done.kind.isin(["risk_graded", "risk_regraded"]))
    rows = _named(within(asked, graded.rename(row_person="person"), ["file"]))
    rows = rows.filter(rows.earliest <= rows.due_latest)
    surely = (rows.latest <= rows.due_earliest).ifelse(rows.earliest, None)
    rows = rows.mutate(last_sure=surely.max().over(ibis.window(group_by=list(keys))))
    last = (rows.last_sure.isnull() | (rows.last_sure <= rows.latest)).fill_null(True)
    told = _has_value(rows, grades)
    rows = rows.mutate(last=last, holds=told.holds, reason=told.reason)
    first_reason = ibis.struct(
        {"earliest": rows.earliest, "latest": rows.latest, "id": rows.action_id, "reason": rows.reason}
    )
    by_key = rows.group_by(*keys).aggregate(
        yes=(rows.last & rows.holds.fill_null(False)).any(),
        no=(rows.last & ~rows.holds.fill_null(True)).any() | rows.last_sure.max().isnull(),
        unsure=first_reason.min(where=rows.last & rows.holds.isnull()),
    )
    joined = beside(question, by_key, keys)
    joined = _with_ungraded(files, joined, keys)
    found = joined.yes.notnull()
    mixed = joined.yes & joined.no
    reason = ibis.coalesce(joined.unsure.reason, ibis.literal("actions.happened_at of risk_graded"))
    graded_told = doubtful(joined.yes & ~joined.no & joined.unsure.isnull(), joined.unsure.notnull() | mixed, reason)
    silent = doubtful(ibis.literal(False), ~joined.ungraded, ibis.literal("feed actions/risk_graded: not stated"))
    result = Told(found.ifelse(graded_told.holds, silent.holds), found.ifelse(graded_told.reason, silent.reason))
    return written(joined, name, result).select(*question.columns, f"{name}_holds", f"{name}_reason")


def _with_ungraded(files: Files, question: Any, keys: Sequence[str]) -> Any:
    """The question with whether it is known that there was no grade up to D2."""
    asked = beside(
        question.drop(*(c for c in question.columns if c == "report_earliest")),
        files.files.select("file", "report_earliest"),
        ["file"],
    )
    asked = asked.select(
        *keys,
        *(c for c in ("file", "force", "occurrence", "person", "due_latest") if c not in keys),
        kind=ibis.literal("risk_graded"),
        for_person=asked.person,
        window_earliest=ibis.least(ibis.coalesce(asked.report_earliest, asked.when_earliest), asked.due_latest),
        window_latest=asked.due_latest,
    )
    fed = with_feed(files, asked, keys, ["risk_graded"])
    pairs = files.denials(asked, "risk_graded")
    until = (
        pairs.filter(pairs.value.isnull() & (pairs.until >= pairs.due_latest))
        .select(*keys)
        .distinct()
        .mutate(denied=ibis.literal(True))
    )
    joined = beside(beside(question, fed.select(*keys, "feed"), keys), until, keys)
    return joined.mutate(ungraded=(joined.feed == Feed.COMPLETE.value) | joined.denied.fill_null(False)).drop(
        "feed", "denied"
    )
