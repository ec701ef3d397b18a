"""Who belongs to a set of people of an occurrence, at an instant (record tests, 1.10), for many occurrences at once."""

from collections.abc import Sequence
from typing import Any

import ibis

from bounden.engine.files import Files, shared
from bounden.engine.joins import beside, within
from bounden.engine.states import child, flagged, linked, tied
from bounden.engine.told import Told, both, certain, doubtful, either, gathered, read, written
from bounden.obligations.terms import People, Scope
from bounden.obligations.terms.scope import FLAG, Looks

_HARMFUL = "harmful_sexual_behaviour"


@shared
def candidates(files: Files, people: People, kept: Any) -> Any:
    """Everybody who might belong, in the files `kept`: file, person."""
    parts = within(kept.select("file", "occurrence", "occurrence_category"), files.parts, ["occurrence"])
    in_role = parts.role.isin(sorted(people.roles))
    if people.suspects_if_harmful_behaviour:
        in_role = in_role | ((parts.occurrence_category == _HARMFUL) & (parts.role == "suspect"))
    found = (parts if people.flagged else parts.filter(in_role)).select("file", "person")
    if people.linked_to:
        others = parts.filter(parts.role.isin(sorted(people.linked_to))).select("file", other="person")
        found = ibis.union(
            found, within(others, files.ties.select("other", "person"), ["other"]).select("file", "person")
        )
    return files.keep("candidates", found.distinct())


@shared
def belonging(files: Files, people: People, question: Any, keys: Sequence[str], name: str) -> Any:
    """The question with whether each person belongs to the set. Significant harm is judged where its start is found."""
    asked = files.described(question)
    roles = files.in_roles(has_role=people.roles, is_suspect=["suspect"])
    asked = files.keep("roles", beside(asked, roles, ["occurrence", "person"]))
    role = asked.has_role.fill_null(False)
    if people.suspects_if_harmful_behaviour:
        role = role | ((asked.occurrence_category == _HARMFUL) & asked.is_suspect.fill_null(False))
    asked = written(asked, "in_role", certain(role))
    told = ["in_role"]
    if people.linked_to:
        asked = _tied_to_an_adult(files, asked, keys, people.linked_to)
        asked = written(asked, "in_role_or_tied", either([read(asked, "in_role"), read(asked, "tied")]))
        told = ["in_role_or_tied"]
    if people.flagged:
        asked = flagged(files, asked, keys, people.flagged, "by_flag")
        asked = written(asked, "in_role_or_flagged", either([read(asked, told[0]), read(asked, "by_flag")]))
        told = ["in_role_or_flagged"]
    if people.children:
        asked = child(files, asked, keys, "child")
        told.append("child")
    if people.in_vehicle_or_at_arrest:
        asked = _in_vehicle_or_at_arrest(files, asked)
        told.append("in_vehicle")
    answer = written(asked, name, both(read(asked, each) for each in told))
    return files.keep("belongs", answer.select(*question.columns, f"{name}_holds", f"{name}_reason"))


@shared
def members(files: Files, people: People, moments: Any) -> Any:
    """Everybody who belongs or may belong, at moments (file, occurrence, force, when_*): with holds and reason."""
    kept = files.described(moments.select("file", "occurrence").distinct())
    asked = files.keep("members_asked", within(moments, candidates(files, people, kept), ["file"]))
    keys = ("file", "when_earliest", "when_latest", "person")
    told = belonging(files, people, asked, keys, "member")
    rows = told.select(*asked.columns, holds=told.member_holds, reason=told.member_reason)
    return rows.filter(rows.holds.fill_null(True))


def _tied_to_an_adult(files: Files, question: Any, keys: Sequence[str], roles: frozenset[str]) -> Any:
    """Whether the person is at the child's end of a relationship with an adult in one of these roles."""
    others = files.parts.filter(files.parts.role.isin(sorted(roles))).select("occurrence", other="person").distinct()
    ties, told = _to_adults(files, linked(files, question, keys, others))
    rows = ties.select(*keys, holds=told.holds, reason=told.reason)
    return files.keep("tied", gathered(question, keys, "tied", rows))


@shared
def tied_to_adult(files: Files, pairs: Any, keys: Sequence[str], name: str) -> Any:
    """Pairs of a person and `other`, with whether that one is an adult of whom the person is a linked child."""
    ties, told = _to_adults(files, tied(files, pairs, keys))
    return files.keep("tied_pairs", written(ties, name, told).select(*pairs.columns, f"{name}_holds", f"{name}_reason"))


def _to_adults(files: Files, ties: Any) -> tuple[Any, Told]:
    """Ties with `other`, and whether that one is an adult and the tie stands."""
    moments = ties.select(*_MOMENT, "occurrence", "force", person=ties.other).distinct()
    grown = child(files, moments, (*_MOMENT, "person"), "child")
    grown = grown.select(*_MOMENT, other=grown.person, child_holds=grown.child_holds, child_reason=grown.child_reason)
    ties = beside(ties, grown, (*_MOMENT, "other"))
    minor = read(ties, "child")
    return ties, both([Told(~minor.holds, minor.reason), read(ties, "tie")])


_MOMENT = ("file", "when_earliest", "when_latest")


@shared
def in_scope(files: Files, scope: Scope, question: Any, name: str) -> Any:
    """The question with whether a standard looks at the occurrence; asks each moment of a file once."""
    asked = files.described(question)
    sets = _sets(scope)
    if sets:
        asked = files.keep("scope_asked", asked)
        moments = files.keep("moments", asked.select(*_MOMENT, "occurrence", "force").distinct())
    for place, people in enumerate(sets):
        rows = members(files, people, moments)
        told = gathered(moments, _MOMENT, f"having_{place}", rows)
        asked = files.keep("having", beside(asked, told.drop("occurrence", "force"), _MOMENT))
    answer = written(asked, name, either(_way(asked, way, sets) for way in scope.ways))
    return files.keep("in_scope", answer.select(*question.columns, f"{name}_holds", f"{name}_reason"))


def right_kind(files: Any, scope: Scope) -> Any:
    """Whether kind and category fit one of the ways."""
    fits = ibis.literal(False)
    for way in scope.ways:
        fits = fits | _fits(files, way)
    return fits


def _sets(scope: Scope) -> list[People]:
    return list(dict.fromkeys(people for way in scope.ways for people in way.having))


def _way(asked: Any, way: Looks, sets: list[People]) -> Told:
    return both([certain(_fits(asked, way)), *(read(asked, f"having_{sets.index(p)}") for p in way.having)])


def _fits(files: Any, way: Looks) -> Any:
    fits = files.occurrence_kind.isin(sorted(way.kinds)) if way.kinds else files.occurrence_kind != FLAG
    if way.categories:
        fits = fits & files.occurrence_category.isin(sorted(way.categories))
    return fits


def _in_vehicle_or_at_arrest(files: Files, asked: Any) -> Any:
    """IC-13: in a vehicle with a suspect; or child_present in drink_drug_drive or where a suspect was arrested."""
    parts = files.parts
    own = parts.group_by("occurrence", "person").aggregate(
        was_present=(parts.role == "child_present").any(),
        rode=parts.vehicle.fill_null(False).any(),
        ride_unknown=parts.vehicle.isnull().any(),
    )
    suspects = parts.filter(parts.role == "suspect").select("occurrence", suspect=parts.person, drove=parts.vehicle)
    pairs = within(own.select("occurrence", "person"), suspects, ["occurrence"])
    pairs = pairs.filter(pairs.suspect != pairs.person)
    others = pairs.group_by("occurrence", "person").aggregate(
        suspect_rode=pairs.drove.fill_null(False).any(), suspect_ride_unknown=pairs.drove.isnull().any()
    )
    arrests = files.done.filter(files.done.kind == "suspect_arrested").select("file").distinct()
    joined = beside(beside(asked, own, ["occurrence", "person"]), others, ["occurrence", "person"])
    joined = beside(joined, arrests.mutate(arrested=ibis.literal(True)), ["file"])
    driving = joined.occurrence_category == "drink_drug_drive"
    present = joined.was_present.fill_null(False) & (driving | joined.arrested.fill_null(False))
    rode = joined.rode.fill_null(False)
    with_suspect = rode & joined.suspect_rode.fill_null(False)
    doubt = ibis.cases(
        (rode, joined.suspect_ride_unknown.fill_null(False)),
        else_=driving & joined.ride_unknown.fill_null(False),
    )
    told = doubtful(present | with_suspect, doubt, ibis.literal("involvements.vehicle"))
    return files.keep("in_vehicle", written(joined, "in_vehicle", told))
