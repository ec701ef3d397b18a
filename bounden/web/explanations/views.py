"""The explanation of one obligation."""

from django.http import Http404, HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from bounden.reports.handbook import describe
from bounden.snapshots.read import Outdated
from bounden.web.explanations import presenters, queries
from bounden.web.reading import sight
from bounden.web.showing import show


@require_safe
def obligation(request: HttpRequest, key: str) -> HttpResponse:
    """Why one obligation has its outcome: clause, trigger, limit, what was looked at, what decided."""
    seen = sight(request)
    duty = queries.duty(seen, key)
    if duty is None:
        raise Http404
    steps, shown = [], {key, duty["occurrence_id"] or duty["person_id"]}
    try:
        explanation = seen.snapshot.explain(key)
    except Outdated:
        pass  # the page then says that the snapshot must be built again
    else:
        rests_on = {record for sentence in explanation.sentences for record in sentence.records}
        occurrences = queries.occurrences_of(seen, duty["force"], rests_on)
        steps = presenters.steps(explanation, occurrences)
        shown |= rests_on | set(occurrences.values())
    standard = describe(duty["standard"])
    open_good = standard.good if presenters.is_open(duty) else None
    context = {
        "duty": presenters.duty(duty),
        "standard": standard,
        "steps": steps,
        "good": open_good,
        "case_pages": queries.case_pages(seen, open_good.findings) if open_good else {},
    }
    return show(request, seen, "obligation.html", context, records=shown)
