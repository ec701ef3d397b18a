"""Pages for what went wrong. They say nothing of any record."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

TEXTS = {
    400: ("This address cannot be read", "Part of the address or form is not as expected. Go back and choose again."),
    403: ("You cannot do this", "Your account has no right to do this, or the form has expired. Sign in again."),
    404: (
        "Page not found",
        "There is no such page, or your account cannot see the record that it shows. Check the address.",
    ),
    500: ("Something went wrong", "The page could not be made. Nothing was changed. Try again later."),
}


def _error(status: int) -> HttpResponse:
    title, text = TEXTS[status]
    return render(None, "error.html", {"title": title, "text": text}, status=status)


def unclear(request: HttpRequest, exception: Exception) -> HttpResponse:
    """400."""
    return _error(400)


def refused(request: HttpRequest, exception: Exception) -> HttpResponse:
    """403."""
    return _error(403)


def absent(request: HttpRequest, exception: Exception) -> HttpResponse:
    """404."""
    return _error(404)


def failed(request: HttpRequest) -> HttpResponse:
    """500."""
    return _error(500)


def forged(request: HttpRequest, reason: str = "") -> HttpResponse:
    """403 for a form without its proof of origin."""
    return _error(403)
