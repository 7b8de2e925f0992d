"""The experience library."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from yixian.web.learning.models import Experience
from yixian.web.learning.queries import library
from yixian.web.meetings import sections
from yixian.web.meetings.queries.one_meeting import meeting_visible_to
from yixian.web.shared import policy
from yixian.web.shared.http import allow, or_404
from yixian.web.shared.paging import Paginator

CARDS = 24


@allow("learning.see")
def show_library(request: HttpRequest) -> HttpResponse:
    """Cards, with filters."""
    filters = library.Filters.of(request.GET)
    page = Paginator(library.chosen(request.user, filters), CARDS).get_page(request.GET.get("page"))
    context = {
        "filters": filters,
        "page": page,
        "experiences": library.cards(request.user, page.object_list),
        "choices": library.choices(request.user),
        "states": [("", _("All")), *Experience.State.choices]
        if policy.may(request.user, "learning.see_drafts")
        else [],
        "may_write": policy.may(request.user, "learning.write", request.user.member or None),
        "sees_below": policy.may(request.user, "learning.see_below"),
    }
    return render(request, "learning/library.html", context)


@allow("learning.see")
def show_of_meeting(request: HttpRequest, meeting_pk: int) -> HttpResponse:
    """The experiences of one meeting, as a part of its page."""
    meeting = or_404(meeting_visible_to(request.user, meeting_pk))
    found = library.of_meeting(request.user, meeting_pk)
    page = Paginator(found, CARDS).get_page(request.GET.get("page"))
    context = {
        "meeting": meeting,
        "tabs": sections.tabs_for(request.user, meeting, "experiences"),
        "page": page,
        "experiences": library.cards(request.user, page.object_list),
        "may_write": policy.may(request.user, "learning.write", request.user.member or None),
    }
    return render(request, "learning/of_meeting.html", context)
