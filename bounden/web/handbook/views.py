"""The standards handbook."""

from django.core.exceptions import BadRequest
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from bounden.obligations.terms import Class, Type
from bounden.standards import RULEBOOK_VERSION
from bounden.web.handbook import presenters
from bounden.web.wording import AREAS, KINDS, SEVERITIES, plain

FILTERS = {
    "kind": ("Kind", KINDS),
    "area": ("Area", AREAS),
    "severity": ("Severity", SEVERITIES),
    "class": ("Class", {one.name: plain(one.value) for one in Class}),
    "type": ("Type", {one.name: plain(one.value) for one in Type}),
}


@require_safe
def standards(request: HttpRequest) -> HttpResponse:
    """The list of standards and audit questions, filtered. They are no records: nothing is entered in the trail."""
    chosen = {name: request.GET.get(name, "") for name in FILTERS}
    for name, value in chosen.items():
        if value and value not in FILTERS[name][1]:
            raise BadRequest(f"the handbook has no {name} of that name")
    groups = presenters.listed(chosen["kind"], chosen["area"], chosen["type"], chosen["class"], chosen["severity"])
    choices = [
        {"name": name, "label": label, "any": "Any", "options": [
            {"value": value, "words": word, "chosen": value == chosen[name]} for value, word in values.items()
        ]}
        for name, (label, values) in FILTERS.items()
    ]  # fmt: skip
    context = {
        "groups": groups,
        "choices": choices,
        "filtered": any(chosen.values()),
        "total": sum(len(group["standards"]) for group in groups),
        "version": RULEBOOK_VERSION,
    }
    return render(request, "standards.html", context)


@require_safe
def standard(request: HttpRequest, standard_id: str) -> HttpResponse:
    """The page of one standard or audit question."""
    try:
        context = {"page": presenters.page(standard_id)}
    except KeyError as error:
        raise Http404 from error
    return render(request, "standard.html", context)
