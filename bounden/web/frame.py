"""What every page shows around its content."""

from django.conf import settings
from django.http import HttpRequest

from bounden.web.wording import plain

PLACES = (
    ("front", "Overview"),
    ("worklist", "Worklist"),
    ("standards", "Standards"),
    ("can_judge", "What records show"),
)
_BELONGS = {"standard": "standards", "standards_search": "standards", "case": "worklist", "obligation": "worklist"}


def frame(request: HttpRequest) -> dict[str, object]:
    """The handling label, the organisation and the places one can go to."""
    match = getattr(request, "resolver_match", None)
    here = match.view_name if match else ""
    current = _BELONGS.get(here, here)
    return {
        "handling": settings.BOUNDEN_HANDLING,
        "organisation": settings.BOUNDEN_ORGANISATION,
        "places": [{"name": name, "label": label, "current": name == current} for name, label in PLACES],
        "plain": plain,
    }
