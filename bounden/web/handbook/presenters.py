"""A standard as a page of the handbook."""

import dataclasses
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import time
from typing import Any

from bounden.obligations.parameters import Limit, Parameter
from bounden.obligations.terms import Class, Each, Standard, Test
from bounden.standards import RULEBOOK, parameters
from bounden.web.handbook import terms_in_words as words
from bounden.web.wording import AREAS, SEVERITIES


@dataclass(frozen=True, slots=True)
class Stage:
    """One test of a standard."""

    name: str
    type: str
    starts: str
    due: str
    evidence: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Page:
    """Everything that the page of a standard says."""

    standard: Standard
    area: str
    severity: str
    classes: tuple[str, ...]
    local: bool
    duty: str
    looks_at: str
    for_whom: str
    only_where: tuple[str, ...]
    stages: tuple[Stage, ...]
    excuse: str
    endings: tuple[str, ...]
    parameters: tuple[tuple[Parameter, str], ...]


def page(one: Standard) -> Page:
    """The page of one standard."""
    named = tuple((p, in_words(p.value)) for p in named_parameters(one))
    return Page(
        standard=one,
        area=AREAS[one.area],
        severity=SEVERITIES[one.severity.value],
        classes=tuple(c.value for c in one.classes),
        local=is_local(one),
        duty=one.duty.value,
        looks_at=words.looks_at(one.looks_at),
        for_whom=one.for_each.value if isinstance(one.for_each, Each) else one.for_each.name,
        only_where=tuple(words.condition(c) for c in one.only_where),
        stages=tuple(_stage(one, test) for test in one.tests),
        excuse=words.excuse(one.excuse),
        endings=tuple(words.ending(e) for e in one.ends),
        parameters=named,
    )


def _stage(one: Standard, test: Test) -> Stage:
    return Stage(
        name=test.stage,
        type=one.type_of(test).value,
        starts=words.start(test.starts),
        due=words.due(test.due),
        evidence=words.evidence(test.discharged_by, test.breach),
    )


def is_local(one: Standard) -> bool:
    """Whether a limit of it is a number that a force sets for itself: passing it is then not a breach of law."""
    limits = [p for p in named_parameters(one) if isinstance(p.value, Limit)]
    return Class.LOCAL in one.classes or any(p.class_ == Class.LOCAL.value for p in limits)


def named_parameters(one: Standard) -> tuple[Parameter, ...]:
    """The parameters that a standard names, by name."""
    named = set(_texts(one))
    return tuple(p for name, p in sorted(parameters().by_name.items()) if name in named)


def _texts(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif dataclasses.is_dataclass(value) and not isinstance(value, type):
        for field in dataclasses.fields(value):
            yield from _texts(getattr(value, field.name))
    elif isinstance(value, dict):
        yield from (text for each in value.values() for text in _texts(each))
    elif isinstance(value, tuple | frozenset | list):
        yield from (text for each in value for text in _texts(each))


def in_words(value: Limit | time | str) -> str:
    """A parameter's value."""
    if isinstance(value, Limit):
        return words.limit(value)
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
