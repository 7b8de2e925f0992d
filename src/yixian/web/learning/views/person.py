"""Somebody's learning record."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from yixian.web.accounts.queries.people import person_visible_to
from yixian.web.learning.queries.person import record_page
from yixian.web.learning.rules.person import check_can_see_person
from yixian.web.shared.http import allow, or_404


@allow("learning.see_person")
def show_person(request: HttpRequest, pk: int) -> HttpResponse:
    """Where somebody went, what they recorded, asked and borrowed, and with whom they walked."""
    person = or_404(person_visible_to(request.user, pk))
    check_can_see_person(request.user, person)
    page = record_page(request.user, person, request.GET.get("page"))
    return render(request, "learning/person.html", {"page": page, "target": person})
