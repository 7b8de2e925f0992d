"""What the federations below have published, for the office above."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render

from yixian.web.learning.queries import below
from yixian.web.learning.queries.library import experiences_published_below
from yixian.web.shared import policy
from yixian.web.shared.http import allow
from yixian.web.shared.paging import Paginator

CARDS = 24


@allow("learning.see_below")
def show_list(request: HttpRequest) -> HttpResponse:
    """Published experiences of the federations directly below."""
    words = request.GET.get("q", "").strip()[:60]
    page = Paginator(below.chosen(request.user, words), CARDS).get_page(request.GET.get("page"))
    context = {"page": page, "cards": [below.Card(*row) for row in page.object_list], "q": words}
    return render(request, "learning/below.html", context)


@allow("learning.see_below")
def show_one(request: HttpRequest, pk: int) -> HttpResponse:
    """One of them: its text, nothing else."""
    experience = get_object_or_404(experiences_published_below(request.user), pk=pk)
    policy.check(request.user, "learning.see_published", experience)
    return render(request, "learning/below_one.html", {"experience": experience})
