"""The standards handbook. Standards are no records: nothing is entered in the trail."""

from collections.abc import Mapping

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods, require_safe

from bounden.obligations.rules import LocalNumber
from bounden.snapshots.manifest import ManifestUnreadable
from bounden.snapshots.read import NothingPublished, Outdated
from bounden.standards import RULEBOOK_VERSION
from bounden.web import standing
from bounden.web.handbook import presenters
from bounden.web.handbook.lists import BY_AREA, FILTERS, SORTS, Wanted, listed, wanted
from bounden.web.reading import sight


@require_safe
def standards(request: HttpRequest) -> HttpResponse:
    """The list of standards and audit questions, filtered and sorted."""
    return _list(request, wanted(request.GET))


@require_http_methods(["GET", "HEAD", "POST"])
def search(request: HttpRequest) -> HttpResponse:
    """The list, searched for words. They are posted: what somebody searches for stands in no address and no log."""
    if request.method != "POST":
        return redirect("standards")
    return _list(request, wanted(request.POST, searched=request.POST.get("words", "")))


def _list(request: HttpRequest, asked: Wanted) -> HttpResponse:
    groups = listed(asked)
    choices = [_choice(name, label, "Any", values, asked.chosen[name]) for name, (label, values) in FILTERS.items()]
    context = {
        "groups": groups,
        "choices": [*choices, _choice("sort", "Order", BY_AREA, SORTS, asked.sort)],
        "kept": [(name, value) for name, value in (*asked.chosen.items(), ("sort", asked.sort)) if value],
        "words": " ".join(asked.words),
        "filtered": any(asked.chosen.values()) or asked.words,
        "total": sum(len(group.lines) for group in groups),
        "version": RULEBOOK_VERSION,
    }
    return render(request, "standards.html", context)


def _choice(name: str, label: str, any_: str, values: Mapping[str, str], chosen: str) -> dict[str, object]:
    options = [{"value": value, "words": word, "chosen": value == chosen} for value, word in values.items()]
    return {"name": name, "label": label, "any": any_, "options": options}


@require_safe
def standard(request: HttpRequest, standard_id: str) -> HttpResponse:
    """The page of one standard or audit question."""
    try:
        context = {"page": presenters.page(standard_id, _own_numbers(request))}
    except KeyError as error:
        raise Http404 from error
    return render(request, "standard.html", context)


def _own_numbers(request: HttpRequest) -> tuple[LocalNumber, ...]:
    """The numbers of their own by which the account's forces are judged in the published snapshot, if one is."""
    try:
        return standing.own_numbers(sight(request))
    except (NothingPublished, ManifestUnreadable, Outdated):
        return ()
