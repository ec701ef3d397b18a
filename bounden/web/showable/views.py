"""The page of what the records can show, and its export. It shows no record: nothing is entered in the trail."""

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from bounden.snapshots.can_judge import Judges
from bounden.web.csv_files import written
from bounden.web.paging import Pages
from bounden.web.reading import Sight, sight
from bounden.web.showable import presenters
from bounden.web.showable.filters import SORTS, TITLES, Asked, asked, offered

_GAPS = 15
_PAGE = 25
# Where the rows begin: whoever turns the page or sorts need not pass the gaps again.
_ROWS = "#standards"
_ORDERS = {
    "standard": ("Standard", "ascending", lambda row: (row.id, row.force)),
    "judged": ("Judged", "ascending", lambda row: (list(Judges).index(row.judges), row.id, row.force)),
    "occurrences": ("Occurrences", "descending", lambda row: (-row.occurrences, row.id, row.force)),
}


@require_safe
def can_judge(request: HttpRequest) -> HttpResponse:
    """Which standards the delivery could judge, and the feed or field that would unlock most."""
    seen = sight(request)
    question = asked(request.GET, seen)
    rows = _rows(seen, question)
    pages = Pages(
        page=question.page,
        total=len(rows),
        size=_PAGE,
        address=lambda page: f"{question.on_page(page).query()}{_ROWS}",
    )
    if question.page > pages.count:
        raise Http404
    context = {
        "seen": seen,
        "asked": question,
        "rows": rows[_PAGE * (question.page - 1) : _PAGE * question.page],
        "pages": pages,
        "whose": question.force or (seen.forces[0] if len(seen.forces) == 1 else ""),
        "counts": [
            {"level": word, "n": sum(row.judges is level for row in rows)} for level, word in presenters.LEVELS.items()
        ],
        "gaps": presenters.unlocks(seen, force=question.force, most=_GAPS),
        "choices": _choices(seen, question),
        "headings": [_heading(question, name) for name in SORTS],
    }
    return render(request, "can_judge.html", context)


@require_safe
def export(request: HttpRequest) -> HttpResponse:
    """The same rows on all pages as CSV."""
    seen = sight(request)
    question = asked(request.GET, seen)
    filters = "; ".join(f"{name}: {value}" for name, value in question.chosen().items()) or "none"
    facts = {"Handling": settings.BOUNDEN_HANDLING, "Snapshot": seen.id, "Filters": filters}
    text = written(
        facts,
        ("Force", "Standard", "Title", "Area", "Number and source", "Judged", "Occurrences", "Why not in full"),
        (
            (row.force, row.id, row.title, row.area, row.confirmation, row.level, row.occurrences, row.why)
            for row in _rows(seen, question)
        ),
    )
    response = HttpResponse(text.encode("utf-8-sig"), content_type="text/csv; charset=utf-8")
    response.headers["Content-Disposition"] = 'attachment; filename="what-the-records-can-show.csv"'
    return response


def _rows(seen: Sight, question: Asked) -> list[presenters.Row]:
    rows = presenters.rows(seen, force=question.force, area=question.area, judges=question.judges)
    return sorted(rows, key=_ORDERS[question.sort][2])


def _heading(question: Asked, name: str) -> dict[str, str]:
    label, way, _ = _ORDERS[name]
    state = way if name == question.sort else "none"
    return {"label": label, "href": f"{question.sorted_by(name).query()}{_ROWS}", "state": state}


def _choices(seen: Sight, question: Asked) -> list[dict[str, object]]:
    return [
        {
            "name": name,
            "label": TITLES[name],
            "any": "Any",
            "options": [{"value": v, "words": w, "chosen": v == getattr(question, name)} for v, w in values.items()],
        }
        for name, values in offered(seen).items()
        if name != "force" or len(seen.forces) > 1
    ]
