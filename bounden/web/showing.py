"""Rendering a page that shows records: its entry of the trail is written first, in the same transaction."""

from collections.abc import Iterable, Mapping
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from bounden.assurance.trail.actions import record
from bounden.assurance.trail.models import Act
from bounden.web.reading import Sight


def show(
    request: HttpRequest, seen: Sight, template: str, context: Mapping[str, Any], *, records: Iterable[str]
) -> HttpResponse:
    """A page over the records with these keys, entered in the trail as a consultation."""
    note(request, seen, Act.CONSULTATION, records)
    return render(request, template, {**context, "seen": seen})


def note(request: HttpRequest, seen: Sight, act: Act, records: Iterable[str]) -> None:
    """Enter in the trail that this page does an act on the records with these keys."""
    record(account=request.user, act=act, page=request.resolver_match.view_name, snapshot=seen.id, records=records)
