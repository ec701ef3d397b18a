"""The case page."""

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from bounden.web.cases import presenters
from bounden.web.cases.queries import journey
from bounden.web.cases.verdict import verdict
from bounden.web.reading import sight
from bounden.web.showing import show


@require_safe
def case(request: HttpRequest, force: str, reference: str) -> HttpResponse:
    """A case: who, what happened, what was owed and by when, and what inspectors said of it."""
    seen = sight(request)
    found = journey(seen, force, reference)
    sections = presenters.sections(found)
    context = {
        "force": found.force,
        "reference": found.case_id or reference,
        "sections": sections,
        "together": presenters.together(found, sections),
        "about_flags": presenters.about_flags(found),
        "verdict": verdict(found),
        "oldest_first": request.GET.get("order") == "oldest",
    }
    keys = [row["occurrence_id"] for row in found.occurrences] + [row["obligation_key"] for row in found.duties]
    return show(request, seen, "case.html", context, records=keys)
