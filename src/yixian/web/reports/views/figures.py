"""Figures, the service map, and what the federations below have reached."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render

from yixian.web.reports.queries.figures import figures_page
from yixian.web.reports.queries.service_map import service_map
from yixian.web.reports.queries.upper import below_page, federation_below
from yixian.web.shared.http import allow


@allow("reports.see_figures")
def show_figures(request: HttpRequest) -> HttpResponse:
    """The figures of one's own federation, for a year or for all time."""
    page = figures_page(request.user, request.GET.get("year", ""))
    return render(request, "reports/figures.html", {"page": page})


@allow("reports.see_service_map")
def show_service_map(request: HttpRequest) -> HttpResponse:
    """Members × topics: who is served by what, and who is not."""
    page = service_map(request.user, request.GET.get("page"))
    return render(request, "reports/service_map.html", {"page": page})


@allow("reports.see_below")
def show_below(request: HttpRequest, pk: int) -> HttpResponse:
    """The roll-up of one federation below."""
    federation = federation_below(request.user, pk)
    if federation is None:
        raise Http404
    return render(request, "reports/below.html", {"page": below_page(request.user, federation)})
