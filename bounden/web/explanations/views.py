"""The explanation of one obligation."""

from django.http import Http404, HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from bounden.snapshots.read import Outdated
from bounden.standards import standard as find
from bounden.web.explanations import presenters, queries
from bounden.web.handbook.presenters import page
from bounden.web.reading import sight
from bounden.web.showing import show


@require_safe
def obligation(request: HttpRequest, key: str) -> HttpResponse:
    """Why one obligation has its outcome: clause, trigger, limit, what was looked at, what decided."""
    seen = sight(request)
    duty = queries.duty(seen, key)
    if duty is None:
        raise Http404
    try:
        steps = presenters.steps(seen.snapshot.explain(key))
    except Outdated:
        steps = []  # the page then says that the snapshot must be built again
    context = {"duty": presenters.duty(duty), "standard": page(find(duty["standard"])), "steps": steps}
    return show(request, seen, "obligation.html", context, records=[key, duty["occurrence_id"]])
