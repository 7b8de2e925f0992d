"""The style guide page."""

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render

from yixian.web.shared.http import allow


@allow("shared.see_styleguide")
def show(request: HttpRequest) -> HttpResponse:
    """Every component in every state; only where DEBUG is on."""
    if not settings.DEBUG:
        raise Http404
    return render(request, "shared/styleguide.html")
