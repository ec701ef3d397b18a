"""A standard as a page of the handbook."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import time
from typing import Any

from bounden.obligations.local_limits import has_local_limit
from bounden.obligations.parameters import Limit, Parameter
from bounden.obligations.terms import Doing, Standard, Test
from bounden.obligations.wording.instants import say_limit
from bounden.obligations.wording.kinds import say_any, say_kind
from bounden.obligations.wording.terms import (
    say_condition,
    say_due,
    say_endings,
    say_evidence,
    say_excuse,
    say_for_each,
    say_scope,
    say_start,
)
from bounden.standards import RULEBOOK, parameters
from bounden.standards.examples import Example, examples_of
from bounden.standards.parameters import parameters_of
from bounden.web.wording import AREAS, Look, outcome


@dataclass(frozen=True, slots=True)
class Stage:
    """One test of a standard."""

    name: str
    type: str
    starts: str
    due: str
    evidence: str


@dataclass(frozen=True, slots=True)
class Worked:
    """One worked example: what happens in it and what the standard concludes."""

    title: str
    shows: str
    looks: tuple[Look, ...]


@dataclass(frozen=True, slots=True)
class Page:
    """Everything that the page of a standard says."""

    standard: Standard
    area: str
    classes: tuple[str, ...]
    local: bool
    duty: str
    looks_at: str
    for_whom: str
    only_where: tuple[str, ...]
    stages: tuple[Stage, ...]
    excuse: str
    endings: str
    feeds: tuple[str, ...]  # the kinds of action that decide it
    parameters: tuple[tuple[Parameter, str], ...]


def page(one: Standard) -> Page:
    """The page of one standard."""
    return Page(
        standard=one,
        area=AREAS[one.area],
        classes=tuple(c.value for c in one.classes),
        local=is_local(one),
        duty=one.duty.value,
        looks_at=say_scope(one.looks_at),
        for_whom=say_for_each(one.for_each),
        only_where=tuple(say_condition(c, parameters()) for c in one.only_where),
        stages=tuple(_stage(one, test) for test in one.tests),
        excuse=say_excuse(one.excuse),
        endings=say_endings(one.ends),
        feeds=tuple(dict.fromkeys(kind for test in one.tests for kind in _feeds(test))),
        parameters=tuple((p, in_words(p.value)) for p in (parameters().by_name[n] for n in parameters_of(one))),
    )


def worked(one: Standard) -> tuple[Worked, ...]:
    """The worked examples of a standard."""
    return tuple(
        Worked(example.title, example.shows.replace("_", " "), tuple(_looks(example)))
        for example in examples_of(one.id)
    )


def _looks(example: Example) -> Iterator[Look]:
    for outcomes in dict.fromkeys(expected.outcome for expected in example.expects):
        yield outcome(None if outcomes == "withdrawn" else outcomes)


def _stage(one: Standard, test: Test) -> Stage:
    if test.discharged_by:
        evidence = say_evidence(test.discharged_by, parameters())
    else:
        evidence = f"the act in its proper form; it is a breach where recorded as {say_any(test.breach)}"
    return Stage(
        name=test.stage,
        type=one.type_of(test).value,
        starts=say_start(test.starts),
        due=say_due(test.due, parameters()),
        evidence=evidence,
    )


def _feeds(test: Test) -> Iterator[str]:
    for member in test.discharged_by.members if test.discharged_by else ():
        for each in member.alternatives:
            yield say_kind(each.kind) if isinstance(each, Doing) else "the flag"


def is_local(one: Standard) -> bool:
    """Whether a limit of it is a number that a force sets for itself: passing it is then not in itself unlawful."""
    return has_local_limit(one, parameters())


def in_words(value: Limit | time | str) -> str:
    """A parameter's value."""
    if isinstance(value, Limit):
        return say_limit(value)
    return f"{value:%H:%M}" if isinstance(value, time) else value


def listed(area: str, type_: str, class_: str, severity: str) -> list[dict[str, Any]]:
    """The standards that fit the filters (empty: any), by area in the order of a case, then by id."""
    found = [
        one for one in RULEBOOK
        if area in ("", one.area)
        and type_ in ("", one.type.name)
        and (not class_ or class_ in {c.name for c in one.classes})
        and severity in ("", one.severity.value)
    ]  # fmt: skip
    return [
        {"area": label, "standards": held}
        for key, label in AREAS.items()
        if (held := [one for one in found if one.area == key])
    ]
