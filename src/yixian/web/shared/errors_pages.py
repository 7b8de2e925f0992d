"""The pages for what went wrong outside our own rules."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render


def forbidden(request: HttpRequest, exception: Any = None) -> HttpResponse:
    """403: a stale form token or a refused request."""
    return render(request, "shared/errors/403.html", status=403)


def not_found(request: HttpRequest, exception: Any = None) -> HttpResponse:
    """404: nothing there, or nothing that this person may see."""
    return render(request, "shared/errors/404.html", status=404)


def server_error(request: HttpRequest) -> HttpResponse:
    """500: our fault; the page needs nothing from the database."""
    return render(request, "shared/errors/500.html", status=500)
