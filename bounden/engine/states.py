"""Flags, homes, relationships, ages and childhood at an instant, for many people at once (record tests, 1.10).

A *question* is a table with the columns file, occurrence, force, person, when_earliest and when_latest, and keys that
make its rows unique. Every function here gives the question back with one more answer.
"""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

import ibis

from bounden.engine.days import coded
from bounden.engine.files import Files, shared
from bounden.engine.joins import beside, within
from bounden.engine.nobody import NONE
from bounden.engine.told import Told, doubtful, either, gathered, read, written
from bounden.obligations.judging.ages import BORN_UNKNOWN
from bounden.obligations.terms import UnderWay

_FIRST_INSTANT = datetime(1, 1, 1)
_LAST_INSTANT = datetime(9999, 12, 31, 23, 59, 59)
_YEAR = 10000
_ADULT_FROM = 18

_CHILDS_ROLES = ("child_subject", "child_present", "child_of_household", "child_of_suspect", "protected_child")
_IN_CARE_OR_NEED = frozenset({"child_protection_plan", "child_in_need", "looked_after"})


@shared
def flagged(files: Files, question: Any, keys: Sequence[str], kinds: frozenset[str], name: str) -> Any:
    """Whether the person carries a flag of one of these kinds."""
    flags = files.flags.filter(files.flags.kind.isin(sorted(kinds)))
    asked = files.keep("flagged", gathered(question, keys, "present", _standing(question, flags, keys, "flags")))
    return or_absent(files, asked, keys, "flags", kinds, ("present",), name)


@shared
def on_the_register(files: Files, question: Any, keys: Sequence[str], name: str) -> Any:
    """Whether the person is the registered offender of an open registration."""
    parts = files.parts.filter(files.parts.role == "registered_offender").select("occurrence", "person").distinct()
    registrations = files.files.filter(files.files.occurrence_kind == "registration")
    times = ("report_earliest", "report_latest", "closed_earliest", "closed_latest")
    held = within(parts, registrations.select("occurrence", "as_of", *times), ["occurrence"]).drop("occurrence")
    asked = question.select(*keys, *(c for c in ("file", "person", "when_earliest", "when_latest") if c not in keys))
    asked = within(asked, files.files.select("file", "as_of"), ["file"])
    rows = within(asked, held, ["person", "as_of"])
    never = (rows.when_latest < rows.report_earliest) | (rows.closed_latest <= rows.when_earliest)
    begun = rows.report_latest <= rows.when_earliest
    open_ = rows.closed_earliest.isnull() | (rows.when_latest < rows.closed_earliest)
    reason = begun.fill_null(False).ifelse("occurrences.closed_at", "occurrences.reported_at")
    never = never.fill_null(False)
    told = doubtful(~never & begun & open_, ~never, reason)
    found = rows.select(*keys, holds=told.holds, reason=told.reason)
    return files.keep("registered", gathered(question, keys, name, found))


def under_way(files: Files, question: Any, keys: Sequence[str], term: UnderWay, name: str) -> Any:
    """Whether a state that an action begins lasts: begun by then, and not ended since."""
    asked = question.select(*keys, *(c for c in ("file", "person", "when_earliest", "when_latest") if c not in keys))
    begun = _acts(files, asked, [term.begun])
    begun = begun.filter(begun.earliest <= begun.when_latest).select(
        *asked.columns, begun_id="action_id", begun_earliest="earliest", begun_latest="latest"
    )
    begun = files.keep("begun", begun)
    ends = within(
        begun,
        _acts(files, asked, list(term.ended)).drop("when_earliest", "when_latest", "row_person"),
        [*keys, *(c for c in ("file", "person") if c not in keys)],
    )
    nameless, fits = ibis.literal(False), ibis.literal(False)
    for kind, values in sorted(term.ended.items()):
        here = ends.kind == kind
        fits = fits | (here & (ends.value.isin(sorted(values)).fill_null(False) if values else ibis.literal(True)))
        nameless = nameless | (here & ends.value.isnull() if values else ibis.literal(False))
    ends = ends.mutate(fits=fits, nameless=nameless)
    may_be = (ends.fits | ends.nameless) & (ends.latest > ends.begun_earliest) & (ends.earliest <= ends.when_latest)
    ends = ends.filter(may_be)
    surely = ends.fits & (ends.earliest > ends.begun_latest) & (ends.latest <= ends.when_earliest)
    why = ibis.literal("actions.") + ends.nameless.ifelse("value", "happened_at") + ibis.literal(" of ") + ends.kind
    by_begun = (*keys, "begun_id")
    found = ends.group_by(*by_begun).aggregate(ended=surely.any(), doubt=why.min())
    rows = beside(begun, found, by_begun)
    late = (rows.begun_latest > rows.when_earliest).ifelse(f"actions.happened_at of {term.begun}", None)
    reason = ibis.least(rows.doubt, late)
    over = rows.ended.fill_null(False)
    told = doubtful(~over & reason.isnull(), ~over & reason.notnull(), reason)
    return gathered(question, keys, name, rows.select(*keys, holds=told.holds, reason=told.reason))


def _acts(files: Files, asked: Any, kinds: Sequence[str]) -> Any:
    """Done actions of these kinds that name the person of each row of `asked` or nobody; all, where it has none."""
    done = files.done.filter(files.done.kind.isin(list(kinds)))
    done = done.select("file", "action_id", "kind", "value", "earliest", "latest", row_person=done.person)
    rows = within(asked, done, ["file"])
    return rows.filter((rows.person == NONE) | rows.row_person.isin([NONE, rows.person]))


@shared
def looked_after(files: Files, question: Any, keys: Sequence[str], name: str) -> Any:
    """LAC: flag looked_after, or residence in a care home."""
    asked = flagged(files, question, keys, frozenset({"looked_after"}), "by_flag")
    asked = files.keep("living", gathered(asked, keys, "present", _standing(asked, files.homes, keys, "residences")))
    return or_absent(files, asked, keys, "residences", frozenset(), ("by_flag", "present"), name)


@shared
def linked(files: Files, question: Any, keys: Sequence[str], others: Any) -> Any:
    """The question once for each of `others` (occurrence, other) with whom the person has a tie: tie_*."""
    ties = within(files.ties, others, ["other"])
    rows = files.keep("ties_asked", within(question, ties, ["occurrence", "person"]))
    told = stands(rows, "relationships")
    pairs = rows.select(*question.columns, "other").distinct()
    found = rows.select(*keys, "other", holds=told.holds, reason=told.reason)
    return files.keep("linked", gathered(pairs, [*keys, "other"], "tie", found))


@shared
def tied(files: Files, pairs: Any, keys: Sequence[str]) -> Any:
    """Pairs of a person and `other`, with whether the person has a tie with that one: tie_*."""
    rows = files.keep("ties_asked", within(pairs, files.ties, ["other", "person"]))
    told = stands(rows, "relationships")
    found = rows.select(*keys, "other", holds=told.holds, reason=told.reason)
    return files.keep("linked", gathered(pairs, [*keys, "other"], "tie", found))


@shared
def aged_from(files: Files, question: Any, years: int, name: str) -> Any:
    """Whether the person is so many years old or older."""
    joined = files.keep("born", _with_birth(files, question))
    return written(joined, name, _aged_from(joined, years)).select(*question.columns, f"{name}_holds", f"{name}_reason")


@shared
def known_under(files: Files, question: Any, years: int) -> Any:
    """The question with a column `known_under`: the records show that the person is younger than that."""
    joined = _with_birth(files, question)
    return joined.mutate(known_under=_highest_below(joined, years)).select(*question.columns, "known_under")


@shared
def child(files: Files, question: Any, keys: Sequence[str], name: str) -> Any:
    """Whether the person counts as a child in this occurrence."""
    asked = flagged(files, question, keys, _IN_CARE_OR_NEED, "in_need")
    roles = files.in_roles(childs_role=_CHILDS_ROLES, is_missing=["missing_person"])
    asked = beside(asked, roles, ["occurrence", "person"])
    asked = files.described(asked)
    asked = files.keep("born", _with_birth(files, asked))
    grown = _aged_from(asked, _ADULT_FROM)
    missing = (asked.occurrence_kind == "missing") & asked.is_missing.fill_null(False)
    by_role = asked.childs_role.fill_null(False) | (
        missing & ((asked.occurrence_category == "concern_for_child") | read(asked, "in_need").holds.fill_null(False))
    )
    by_role = by_role & ~asked.dated.fill_null(False)
    told = doubtful(~grown.holds | (grown.holds.isnull() & by_role), grown.holds.isnull(), ibis.literal(BORN_UNKNOWN))
    told = told.where(~asked.adult.fill_null(False))
    return files.keep("child", written(asked, name, told).select(*question.columns, f"{name}_holds", f"{name}_reason"))


def _with_birth(files: Files, question: Any) -> Any:
    born = files.people.select("person", "adult", "dated", "born_earliest", "born_latest", "age")
    return beside(coded(question), born, ["person"])


def _aged_from(asked: Any, years: int) -> Told:
    old_enough = ((asked.code_first - asked.born_latest) >= years * _YEAR) | (asked.age >= years)
    too_young = _highest_below(asked, years)
    return doubtful(old_enough, ~too_young, ibis.literal(BORN_UNKNOWN))


def _highest_below(asked: Any, years: int) -> Any:
    return (((asked.code_last - asked.born_earliest) < years * _YEAR) | (asked.age < years)).fill_null(False)


def _standing(question: Any, states: Any, keys: Sequence[str], table: str) -> Any:
    rows = within(question, states, ["person"])
    told = stands(rows, table)
    return rows.select(*keys, holds=told.holds, reason=told.reason)


def stands(rows: Any, table: str) -> Told:
    """Whether a state stands: from_at ≤ T < to_at, empty is open."""
    begins = ibis.coalesce(rows.from_at, ibis.literal(_FIRST_INSTANT))
    begins_latest = ibis.coalesce(rows.from_at_latest, begins)
    ends = ibis.coalesce(rows.to_at, ibis.literal(_LAST_INSTANT))
    ends_latest = ibis.coalesce(rows.to_at_latest, ends)
    never = (rows.when_latest < begins) | (rows.when_earliest >= ends_latest)
    throughout = (begins_latest <= rows.when_earliest) & (rows.when_latest < ends)
    reason = (begins_latest > rows.when_earliest).ifelse(f"{table}.from_at", f"{table}.to_at")
    return doubtful(~never & throughout, ~never, reason)


def or_absent(
    files: Files,
    asked: Any,
    keys: Sequence[str],
    table: str,
    kinds: frozenset[str],
    parts: Sequence[str],
    name: str,
) -> Any:
    """An absent row is read as not held, unless the delivery says that the table is not supplied."""
    rows = files.coverage.filter((files.coverage.table == table) & ~files.coverage.supplied)
    if kinds:
        rows = rows.filter(rows.kind.isin(["*", *sorted(kinds)]))
    rows = rows.rename(for_occurrence="occurrence", for_person="person")
    pairs = within(asked, rows, ["force"])
    begins = ibis.coalesce(pairs.from_at, ibis.literal(_FIRST_INSTANT))
    ends = ibis.coalesce(pairs.to_at, ibis.literal(_LAST_INSTANT))
    pairs = pairs.filter(
        pairs.for_occurrence.isin([NONE, pairs.occurrence])
        & pairs.for_person.isin([NONE, pairs.person])
        & (begins <= pairs.when_latest)
        & (ends >= pairs.when_earliest)
    )
    absent = pairs.group_by(*keys).aggregate(not_supplied=pairs.count() > 0)
    joined = beside(asked, absent, keys)
    unknown = doubtful(ibis.literal(False), joined.not_supplied, ibis.literal(f"feed {table}: not supplied"))
    told = either([*(read(joined, part) for part in parts), unknown])
    dropped = ["not_supplied", *(f"{part}_{column}" for part in parts for column in ("holds", "reason"))]
    return files.keep("stands", written(joined, name, told).drop(*dropped))
