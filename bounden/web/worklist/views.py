"""The worklist and its export."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from bounden.assurance.trail.models import Act
from bounden.web.paging import Pages
from bounden.web.reading import Sight, sight
from bounden.web.showing import note, show
from bounden.web.standing import rulebook_version
from bounden.web.wording import AREAS, SEVERITIES
from bounden.web.worklist import export as exporting
from bounden.web.worklist import presenters, queries
from bounden.web.worklist.filters import DUE, NOT_MET, TITLES, Asked, asked, words

HEADINGS = (
    ("case", "Case"), ("duty", "What was owed"), ("severity", "Severity"), ("unit", "Unit"),
    ("due", "Due"), ("outcome", "Outcome"),
)  # fmt: skip


@require_safe
def worklist(request: HttpRequest) -> HttpResponse:
    """Every obligation not met that fits the filters, most urgent first unless asked otherwise."""
    seen = sight(request)
    offered = queries.offered(seen)
    question = asked(request.GET, offered)
    pages = Pages(
        page=question.page,
        total=queries.count(seen, question),
        size=queries.PAGE,
        address=lambda page: replace(question, page=page).query(),
    )
    if question.page > pages.count:
        raise Http404
    rows = queries.rows(seen, question)
    shown_units = bool(offered["unit"])
    context = {
        "asked": question,
        "items": [presenters.item(row) for row in rows],
        "pages": pages,
        "headings": [_heading(question, name, label) for name, label in HEADINGS if name != "unit" or shown_units],
        "shown_units": shown_units,
        "tags": [
            {"title": TITLES[name], "words": text, "href": question.without(name, value).query()}
            for name, value, text in question.chosen()
        ],
        "urgency": replace(question, page=1, sort="urgency", descending=False).query(),
        "choices": _choices(question, offered, seen),
    }
    keys = [key for row in rows for key in _records(row)]
    return show(request, seen, "worklist.html", context, records=keys)


@require_safe
def export(request: HttpRequest) -> HttpResponse:
    """The same rows on all pages as CSV; entered in the trail as a disclosure."""
    seen = sight(request)
    question = asked(request.GET, queries.offered(seen))
    own = seen.snapshot.differences
    rows = [
        {**row, "own_number": own.get(row["standard_version"], "")}
        for row in queries.rows(seen, question, all_pages=True)
    ]
    note(request, seen, Act.DISCLOSURE, [key for row in rows for key in _records(row)])
    as_of = f"{seen.as_of.isoformat()}Z"
    text = exporting.document(
        rows,
        asked=question,
        handling=settings.BOUNDEN_HANDLING,
        as_of=as_of,
        snapshot=seen.id,
        rulebook=rulebook_version(seen.snapshot.manifest),
    )
    response = HttpResponse(text.encode("utf-8-sig"), content_type="text/csv; charset=utf-8")
    name = exporting.file_name(settings.BOUNDEN_HANDLING, as_of)
    response.headers["Content-Disposition"] = f'attachment; filename="{name}"'
    return response


def _records(row: Mapping[str, Any]) -> tuple[str, str]:
    """What is read of a row: the obligation, and the occurrence, or the person where it is about a flag."""
    return row["obligation_key"], row["occurrence_id"] or row["person_id"]


def _heading(question: Asked, name: str, label: str) -> dict[str, object]:
    current = question.sort == name
    state = ("descending" if question.descending else "ascending") if current else "none"
    return {"label": label, "href": question.sorted_by(name).query(), "state": state}


def _choices(question: Asked, offered: dict[str, tuple[str, ...]], seen: Sight) -> dict[str, list[dict[str, object]]]:
    def options(name: str, values: tuple[str, ...]) -> list[dict[str, object]]:
        chosen = getattr(question, name)
        return [{"value": v, "words": words(name, v), "chosen": v == chosen or v in chosen} for v in values]

    return {
        "outcome": options("outcome", NOT_MET),
        "severity": options("severity", tuple(SEVERITIES)),
        "area": options("area", tuple(AREAS)),
        "due": [{"value": v, "words": w, "chosen": v == question.due} for v, w in DUE.items()],
        "standard": [{"value": v, "words": v, "chosen": v == question.standard} for v in offered["standard"]],
        "unit": [{"value": v, "words": v, "chosen": v == question.unit} for v in offered["unit"]],
        "force": [
            {"value": v, "words": v, "chosen": v == question.force} for v in offered["force"] if len(seen.forces) > 1
        ],
    }
