"""What the federations below have published, for the office above."""

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render

from yixian.web.learning.queries.library import experiences_published_below, search
from yixian.web.shared import policy
from yixian.web.shared.http import allow


@allow("learning.see_below")
def show_list(request: HttpRequest) -> HttpResponse:
    """Published experiences of the federations directly below."""
    words = request.GET.get("q", "").strip()[:60]
    found = search(experiences_published_below(request.user), words)
    page = Paginator(found, 24).get_page(request.GET.get("page"))
    return render(request, "learning/below.html", {"page": page, "q": words})


@allow("learning.see_below")
def show_one(request: HttpRequest, pk: int) -> HttpResponse:
    """One of them: its text, nothing else."""
    experience = get_object_or_404(experiences_published_below(request.user), pk=pk)
    policy.check(request.user, "learning.see_published", experience)
    return render(request, "learning/below_one.html", {"experience": experience})
