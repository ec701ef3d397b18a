"""The explanation of one obligation."""

from django.http import Http404, HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from bounden.reports.handbook import describe
from bounden.snapshots.read import Outdated
from bounden.standards import standard as find
from bounden.web.explanations import presenters, queries
from bounden.web.guidance import good
from bounden.web.reading import sight
from bounden.web.showing import show


@require_safe
def obligation(request: HttpRequest, key: str) -> HttpResponse:
    """Why one obligation has its outcome: clause, trigger, limit, what was looked at, what decided."""
    seen = sight(request)
    duty = queries.duty(seen, key)
    if duty is None:
        raise Http404
    steps, shown = [], {key, duty["occurrence_id"]}
    try:
        explanation = seen.snapshot.explain(key)
    except Outdated:
        pass  # the page then says that the snapshot must be built again
    else:
        rests_on = {record for sentence in explanation.sentences for record in sentence.records}
        occurrences = queries.occurrences_of(seen, duty["force"], rests_on)
        steps = presenters.steps(explanation, occurrences)
        shown |= rests_on | set(occurrences.values())
    one = find(duty["standard"])
    context = {
        "duty": presenters.duty(duty),
        "standard": describe(one.id),
        "steps": steps,
        "good": good(one.id, lambda case: queries.case_page(seen, case)) if presenters.is_open(duty, one) else None,
    }
    return show(request, seen, "obligation.html", context, records=shown)
