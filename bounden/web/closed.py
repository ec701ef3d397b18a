"""When the trail cannot be written or nothing is published, a page closes instead of showing what it holds."""

import logging
from collections.abc import Callable

from django.db import DatabaseError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from bounden.snapshots.manifest import ManifestUnreadable
from bounden.snapshots.read import NothingPublished

LOG = logging.getLogger(__name__)


class Closed:
    """Turns a failing database, or a store without a readable snapshot, into a plain page with status 503."""

    def __init__(self, answer: Callable[[HttpRequest], HttpResponse]) -> None:
        self.answer = answer

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.answer(request)

    def process_exception(self, request: HttpRequest, exception: Exception) -> HttpResponse | None:
        if isinstance(exception, NothingPublished | ManifestUnreadable):
            return render(None, "closed.html", {"nothing_published": True}, status=503)
        if isinstance(exception, DatabaseError):
            LOG.error("a page was withheld: the database that holds the trail failed (%s)", type(exception).__name__)
            return render(None, "closed.html", {"nothing_published": False}, status=503)
        return None
