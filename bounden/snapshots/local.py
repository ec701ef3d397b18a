"""Numbers of forces' own as a snapshot keeps them, and what of its obligations they decided."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import Any

from bounden.obligations.parameters import Parameters
from bounden.obligations.rules import LocalNumber, Rule, Rules
from bounden.obligations.strictness import strictness
from bounden.standards.parameters import read_value, value_text
from bounden.standards.version import standard_version


def as_data(local: Iterable[LocalNumber], national: Parameters) -> list[dict[str, str]]:
    """Each number as the manifest holds it, beside the national one: text alone, what is empty left out."""
    return [
        {
            key: text
            for key, text in {
                "force": number.force,
                "name": number.name,
                "value": value_text(number.value),
                "national": value_text(national.by_name[number.name].value),
                "strictness": strictness(national.by_name[number.name], number.value).value,
                "from": number.begins.isoformat() if number.begins else "",
                "to": number.ends.isoformat() if number.ends else "",
                "reference": number.reference,
                "why": number.why,
                "authorised_by": number.authorised_by,
            }.items()
            if text
        }
        for number in local
    ]


def of_data(data: Sequence[Mapping[str, Any]], national: Parameters) -> tuple[LocalNumber, ...]:
    """The numbers that `as_data` wrote. Raises KeyError with the name of one that the rulebook does not know."""
    return tuple(_number(each, national) for each in data)


def _number(data: Mapping[str, Any], national: Parameters) -> LocalNumber:
    value = read_value(data["value"])
    if data["name"] not in national.by_name or value is None:
        raise KeyError(data["name"])
    return LocalNumber(
        force=data["force"],
        name=data["name"],
        value=value,
        begins=date.fromisoformat(data["from"]) if "from" in data else None,
        ends=date.fromisoformat(data["to"]) if "to" in data else None,
        reference=data["reference"],
        why=data.get("why", ""),
        authorised_by=data.get("authorised_by", ""),
    )


def own_words(rule: Rule) -> str:
    """The numbers of a force's own that a rule holds, beside the national ones: mc_search 2 h (national 4 h)."""
    return "; ".join(
        f"{own.name} {value_text(own.value)} (national {value_text(rule.national.by_name[own.name].value)})"
        for own in rule.own
    )


def differences(rules: Rules) -> dict[str, str]:
    """What the forces' own numbers decided, in words, by the version of the standard that an obligation carries."""
    return {standard_version(rule.standard, rule.parameters): own_words(rule) for rule in rules.each() if rule.own}
