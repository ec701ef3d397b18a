"""What is checked of every standard and audit question as the rulebook is read: that each word in it means something.

An evaluator would take a kind of action that does not exist for one that nobody ever does, and the duty for one that
is always missed. So what stands in no closed list is refused before anything is judged, with its place and what to do.
"""

import re
from collections.abc import Collection, Iterator, Mapping
from dataclasses import fields, is_dataclass
from difflib import get_close_matches
from types import UnionType
from typing import Any, get_args, get_origin, get_type_hints

from bounden.obligations.naming import parameters_of
from bounden.obligations.parameters import Parameters
from bounden.obligations.terms import (
    AuditQuestion,
    ByCurrentGrade,
    Doing,
    EachRow,
    Ending,
    Excuse,
    First,
    Flagged,
    FlagHeld,
    Followed,
    LastBefore,
    Member,
    People,
    RecordedValue,
    Standard,
    Test,
    UnderWay,
)
from bounden.obligations.terms.scope import FLAG, Looks
from bounden.records.vocabulary import (
    ACTION_VALUES,
    ALL_ACTION_KINDS,
    CATEGORIES,
    FLAG_KINDS,
    OCCURRENCE_KINDS,
    RANKS,
    ROLES,
)
from bounden.standards.areas import AREA_OF

_ID = re.compile(r"([A-Z]{2,3})-[0-9]{2}")
_ASKED: Mapping[type, dict[str, Any]] = {each: get_type_hints(each) for each in (Standard, AuditQuestion, Test)}

# The closed list that a field names, in words and by its members. A field `kind` or `kinds` that is not here names
# kinds of action.
_ACTION = ("kind of action", ALL_ACTION_KINDS)
_FLAG = ("kind of flag", FLAG_KINDS)
_ROLE = ("role", ROLES | {FLAG})
_RANK = ("rank", frozenset(RANKS))
_WORDS: Mapping[tuple[type, str], tuple[str, frozenset[str]]] = {
    (Looks, "kinds"): ("kind of occurrence", OCCURRENCE_KINDS | {FLAG}),
    (Looks, "categories"): ("category", CATEGORIES | FLAG_KINDS),
    (People, "roles"): _ROLE,
    (People, "linked_to"): _ROLE,
    (People, "flagged"): _FLAG,
    (EachRow, "besides"): _ROLE,
    (FlagHeld, "kinds"): _FLAG,
    (Flagged, "kinds"): _FLAG,
    (Followed, "flags"): _FLAG,
    (Ending, "flag"): _FLAG,
    (Doing, "rank"): _RANK,
    (Excuse, "rank"): _RANK,
    (Doing, "not_before"): _ACTION,
    (Doing, "by_another_than"): _ACTION,
    (Doing, "partner_after"): _ACTION,
    (Member, "denied_by"): _ACTION,
    (Excuse, "or_done"): _ACTION,
    (First, "otherwise"): _ACTION,
    (LastBefore, "before"): _ACTION,
    (Followed, "first"): _ACTION,
    (Followed, "by"): _ACTION,
    (ByCurrentGrade, "first"): _ACTION,
    (ByCurrentGrade, "changed"): _ACTION,
    (UnderWay, "begun"): _ACTION,
    (UnderWay, "ended"): _ACTION,
    (Test, "paused_by"): _ACTION,
}


def wrong_in(one: Standard | AuditQuestion, folder: str, numbers: Parameters) -> list[str]:
    """What is wrong with a standard or audit question that stands in this folder; empty where nothing is."""
    found = [*_of_id(one, folder), *_of_types(one)]
    if isinstance(one, Standard) and isinstance(one.tests, tuple):
        found += [reason for test in one.tests if isinstance(test, Test) for reason in _of_types(test)]
    if not found:
        found += dict.fromkeys(_of_words(one))
        found += dict.fromkeys(_of_limits(one, numbers))
    if not found:
        found += _of_parameters(one, folder, numbers)
    return found


def _of_id(one: Standard | AuditQuestion, folder: str) -> Iterator[str]:
    form = _ID.fullmatch(one.id)
    if not form or form[1] not in AREA_OF:
        yield f"an id is one of {', '.join(AREA_OF)}, a hyphen and two digits, such as MC-06"
    elif folder != AREA_OF[form[1]]:
        yield f"an id that begins with {form[1]} stands in the folder {AREA_OF[form[1]]}; move it or change its id"
    if one.area != folder:
        yield f'area must name its folder: area="{folder}"'


def _of_types(one: Standard | AuditQuestion | Test) -> Iterator[str]:
    """What a part must be: mypy says it too, but whoever writes a standard need not know mypy."""
    for name, asked in _ASKED[type(one)].items():
        held = getattr(one, name)
        if get_origin(asked) is tuple:
            if not isinstance(held, tuple):
                yield f"{name} is a list, even of one: {name}=(…,) with a comma before the last bracket"
            elif odd := [each for each in held if not isinstance(each, get_args(asked)[0])]:
                yield f"{name} holds a {type(odd[0]).__name__}; it holds {_said(get_args(asked)[0])}"
        elif isinstance(held, type):
            yield f"{name}={held.__name__} lacks its brackets: {name}={held.__name__}(…)"
        elif not _is(held, asked):
            yield f"{name} is a {type(held).__name__}; it must be {_said(asked)}"


def _is(held: object, asked: Any) -> bool:
    ways = get_args(asked) if isinstance(asked, UnionType) else (asked,)
    return any(isinstance(held, get_origin(way) or way) for way in ways)


def _said(asked: Any) -> str:
    """A type as a person reads it: the first terms of a long union do."""
    ways = [way for way in (get_args(asked) if isinstance(asked, UnionType) else (asked,)) if way is not type(None)]
    names = [getattr(way, "__name__", str(way)) for way in ways]
    return " or ".join(names[:3]) + (", or another of its terms" if len(names) > 3 else "")


def _of_words(term: object) -> Iterator[str]:
    """Words of closed lists, at whatever depth, that stand in no such list."""
    if isinstance(term, tuple):
        for each in term:
            yield from _of_words(each)
    elif is_dataclass(term) and not isinstance(term, type):
        for field in fields(term):
            held = getattr(term, field.name)
            usual = _ACTION if field.name in ("kind", "kinds") else None
            if asked := _WORDS.get((type(term), field.name), usual):
                yield from (reason for word in _words(held) if (reason := _unknown(word, *asked)))
            else:
                yield from _of_words(held)
        yield from _of_values(term)


def _words(held: object) -> list[str]:
    if isinstance(held, str):
        return [held]
    return sorted(held) if isinstance(held, Collection) else []


def _of_values(term: object) -> Iterator[str]:
    """A value that no act of these kinds ever has."""
    if isinstance(term, Doing | Ending | First | RecordedValue):
        kinds = [term.kind] if isinstance(term, Doing | RecordedValue) else term.kinds
        if term.values and all(kind in ACTION_VALUES for kind in kinds):
            known = frozenset().union(*(ACTION_VALUES[kind] for kind in kinds))
            for value in sorted(term.values):
                if reason := _unknown(value, f"value of {' or '.join(kinds)}", known):
                    yield reason


def _unknown(word: str, what: str, known: Collection[str]) -> str:
    if word in known:
        return ""
    near = get_close_matches(word, sorted(known), n=1)
    if near:
        return f"{word} is no {what}; did you mean {near[0]}?"
    if len(known) <= 20:
        return f"{word} is no {what}; use {', '.join(sorted(known))}"
    return f"{word} is no {what}; those that are stand in bounden/records/vocabulary.py"


def _of_limits(term: object, numbers: Parameters) -> Iterator[str]:
    """Limits that cannot be counted."""
    if isinstance(term, tuple):
        for each in term:
            yield from _of_limits(each, numbers)
    elif is_dataclass(term) and not isinstance(term, type):
        for field in fields(term):
            held = getattr(term, field.name)
            if field.name == "limit" and not isinstance(held, str):
                yield 'a limit stands in quotation marks: a number with its unit, "24 h", or the name of a parameter'
            elif field.name == "limit" and held and (held[0].isdigit() or held in numbers.by_name):
                yield from _uncountable(held, numbers)
            else:
                yield from _of_limits(held, numbers)


def _uncountable(limit: str, numbers: Parameters) -> Iterator[str]:
    try:
        numbers.limit(limit)
    except ValueError as error:
        yield f'"{limit}": {error}'


def _of_parameters(one: Standard | AuditQuestion, folder: str, numbers: Parameters) -> Iterator[str]:
    for name in parameters_of(one):
        if name not in numbers.by_name:
            near = get_close_matches(name, sorted(numbers.by_name), n=1)
            hint = f"did you mean {near[0]}? If not, " if near else ""
            yield f"no parameter is named {name}; {hint}write it into {folder}/parameters.yaml"
