"""Small parts of pages: tags, dates, bars. Each is a partial of a few lines under templates/components."""

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

from django import template
from django.utils.text import slugify

from bounden.obligations.span import Span
from bounden.obligations.wording.kinds import say_missing
from bounden.web import instants, wording
from bounden.web.front.presenters import percent as to_percent

register = template.Library()

register.filter("plain", wording.plain)
register.filter("missing", say_missing)
register.filter("percent", to_percent)
register.filter("slug", slugify)


@register.filter
def on(value: date) -> str:
    """A date in words."""
    return instants.day(value) if value else ""


@register.filter
def at(value: datetime) -> str:
    """An instant in words, local time."""
    return instants.instant(value) if value else ""


@register.filter
def lookup(mapping: Mapping[str, Any], key: str) -> Any:
    """The value of a mapping under a key; none if it is not there."""
    return mapping.get(key)


@register.filter
def words(span: Span) -> str:
    """A span in words."""
    return instants.span(span)


@register.filter
def down(row: int) -> int:
    """How far down its line a mark stands, in pixels."""
    return 22 + row * 27


@register.filter
def thousands(number: int) -> str:
    """A whole number with commas."""
    return f"{number:,}"


@register.inclusion_tag("components/tag.html")
def outcome_tag(look: wording.Look) -> dict[str, object]:
    """A GOV.UK tag with the word of an outcome."""
    return {"look": look}


@register.inclusion_tag("components/severity.html")
def severity(value: str) -> dict[str, object]:
    """A severity as a badge: risk is what badges are for."""
    return {"value": value.lower(), "word": wording.SEVERITIES[value.lower()]}


@register.inclusion_tag("components/range.html")
def rate_range(line: object) -> dict[str, object]:
    """A line from the worst to the best case with the rate as a point on it."""
    return {"line": line}


@register.inclusion_tag("components/stack.html")
def stack(line: object) -> dict[str, object]:
    """A bar of the outcomes."""
    return {"line": line}


@register.inclusion_tag("components/backdrop.html")
def backdrop(line: object) -> dict[str, object]:
    """Ticks and silences behind a line of time."""
    return {"line": line}
