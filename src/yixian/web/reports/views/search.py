"""One search across everything."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from yixian.web.reports.queries.search import search
from yixian.web.shared.http import allow


@allow("reports.search")
def show_search(request: HttpRequest) -> HttpResponse:
    """What was looked for, by kind."""
    words = request.GET.get("q", "").strip()[:60]
    context = {"q": words, "groups": search(request.user, words)}
    return render(request, "reports/search.html", context)
