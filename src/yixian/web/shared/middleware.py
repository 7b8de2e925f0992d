"""Turn a domain error into an answer that a person can read."""

import json
from collections.abc import Callable
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from yixian.web.shared.errors import DomainError


class DomainErrorMiddleware:
    """A fragment request gets a toast, a page request a plain page with the sentence and the way back."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_exception(self, request: HttpRequest, error: Exception) -> HttpResponse | None:
        """Answer domain errors only; everything else is a bug and stays one."""
        if not isinstance(error, DomainError):
            return None
        if getattr(request, "htmx", False):
            toast: dict[str, Any] = {"toast": {"level": "error", "text": error.sentence}}
            return HttpResponse(
                status=error.status, headers={"HX-Trigger": json.dumps(toast), "HX-Reswap": "none"}
            )
        context = {"sentence": error.sentence, "status": error.status}
        return render(request, "shared/errors/domain.html", context, status=error.status)


domain_error_middleware = DomainErrorMiddleware
