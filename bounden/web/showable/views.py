"""The page of what the records can show, and its export. It shows no record: nothing is entered in the trail."""

from urllib.parse import urlencode

from django.conf import settings
from django.core.exceptions import BadRequest
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from bounden.snapshots.can_judge import Judges
from bounden.web.csv_files import written
from bounden.web.reading import Sight, sight
from bounden.web.showable import presenters
from bounden.web.wording import AREAS

_GAPS = 15
_ORDERS = {
    "standard": ("Standard", lambda row: (row.id, row.force)),
    "judged": ("Judged", lambda row: (list(Judges).index(row.judges), row.id, row.force)),
    "occurrences": ("Occurrences", lambda row: (-row.occurrences, row.id, row.force)),
}


@require_safe
def can_judge(request: HttpRequest) -> HttpResponse:
    """Which standards the delivery could judge, and the feed or field that would unlock most."""
    seen = sight(request)
    chosen = _chosen(request, seen)
    rows = _rows(request, seen, chosen)
    order = request.GET.get("sort", "standard")
    context = {
        "seen": seen,
        "rows": rows,
        "counts": [
            {"level": word, "n": sum(row.judges is level for row in rows)} for level, word in presenters.LEVELS.items()
        ],
        "gaps": presenters.unlocks(seen, force=chosen["force"], most=_GAPS),
        "choices": _choices(seen, chosen),
        "filtered": any(chosen.values()),
        "query": _query({**chosen, "sort": order}),
        "headings": [
            {"label": label, "current": name == order, "href": _query({**chosen, "sort": name})}
            for name, (label, _) in _ORDERS.items()
        ],
    }
    return render(request, "can_judge.html", context)


@require_safe
def export(request: HttpRequest) -> HttpResponse:
    """The same rows as CSV."""
    seen = sight(request)
    chosen = _chosen(request, seen)
    filters = "; ".join(f"{name}: {value}" for name, value in chosen.items() if value) or "none"
    facts = {"Handling": settings.BOUNDEN_HANDLING, "Snapshot": seen.id, "Filters": filters}
    rows = _rows(request, seen, chosen)
    text = written(
        facts,
        ("Force", "Standard", "Title", "Area", "Judged", "Occurrences", "Why not in full"),
        ((row.force, row.id, row.title, row.area, row.level, row.occurrences, row.why) for row in rows),
    )
    response = HttpResponse(text.encode("utf-8-sig"), content_type="text/csv; charset=utf-8")
    response.headers["Content-Disposition"] = 'attachment; filename="what-the-records-can-show.csv"'
    return response


def _offered(seen: Sight) -> dict[str, dict[str, str]]:
    return {
        "force": {force: force for force in seen.forces},
        "area": dict(AREAS),
        "judges": {level.name: word for level, word in presenters.LEVELS.items()},
    }


def _chosen(request: HttpRequest, seen: Sight) -> dict[str, str]:
    """What is filtered by. Raises BadRequest for a name or value that is not on offer."""
    offered = _offered(seen)
    for name in request.GET:
        if name not in (*offered, "sort"):
            raise BadRequest("this page has no such filter")
    chosen = {name: request.GET.get(name, "") for name in offered}
    if any(value and value not in offered[name] for name, value in chosen.items()):
        raise BadRequest("this page has no filter of that value")
    return chosen


def _rows(request: HttpRequest, seen: Sight, chosen: dict[str, str]) -> list[presenters.Row]:
    order = request.GET.get("sort", "standard")
    if order not in _ORDERS:
        raise BadRequest("this page has no such order")
    return sorted(presenters.rows(seen, **chosen), key=_ORDERS[order][1])


def _choices(seen: Sight, chosen: dict[str, str]) -> list[dict[str, object]]:
    labels = {"force": "Force", "area": "Area", "judges": "Judged"}
    return [
        {
            "name": name,
            "label": labels[name],
            "any": "Any",
            "options": [{"value": v, "words": w, "chosen": v == chosen[name]} for v, w in values.items()],
        }
        for name, values in _offered(seen).items()
        if name != "force" or len(seen.forces) > 1
    ]


def _query(values: dict[str, str]) -> str:
    return "?" + urlencode({name: value for name, value in values.items() if value})
