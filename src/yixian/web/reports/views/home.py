"""The first page of everybody inside."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from yixian.web.reports.queries.home import next_card
from yixian.web.shared.http import allow


@allow("reports.see_home")
def show_home(request: HttpRequest) -> HttpResponse:
    """What needs this person today."""
    return render(request, "reports/home.html", {"next": next_card(request.user)})
