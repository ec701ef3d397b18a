"""The front page."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from bounden.web import standing
from bounden.web.front import presenters, queries
from bounden.web.reading import sight


@require_safe
def front(request: HttpRequest) -> HttpResponse:
    """The numbers. They show no record, so nothing is entered in the trail."""
    seen = sight(request)
    counts = queries.counts(seen)
    police = presenters.lines(counts, police=True)
    partners = presenters.lines(counts, police=False)
    context = {
        "seen": seen,
        "police": police,
        "all_police": presenters.total(police),
        "partners": partners,
        "at_stake": {row["outcome"]: row for row in queries.at_stake(seen)},
        "gaps": queries.gaps(seen, most=8),
        "holdings": queries.holdings(seen),
        "feeds": standing.feeds_not_supplied(seen),
        "unstated": standing.coverage_not_stated(seen),
        "own": presenters.own(standing.own_numbers_as_kept(seen)),
        "facts": standing.facts(seen),
        "published": standing.only_published(seen.snapshot),
    }
    return render(request, "front.html", context)
