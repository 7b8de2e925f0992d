"""The experience library."""

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render

from yixian.web.learning.models import Experience
from yixian.web.learning.queries import library
from yixian.web.learning.states import EXPERIENCE_TONES
from yixian.web.meetings import sections
from yixian.web.meetings.queries.meetings import meetings_visible_to
from yixian.web.shared import policy
from yixian.web.shared.http import allow

CARDS = 24


def _toned(experiences: list[Experience]) -> list[Experience]:
    for each in experiences:
        each.tone = EXPERIENCE_TONES[each.state]
    return experiences


@allow("learning.see")
def show_library(request: HttpRequest) -> HttpResponse:
    """Cards, with filters."""
    filters = library.Filters.of(request.GET)
    found = library.library(request.user, filters)
    page = Paginator(found, CARDS).get_page(request.GET.get("page"))
    _toned(page.object_list)
    context = {
        "filters": filters,
        "page": page,
        "choices": library.choices(request.user),
        "states": Experience.State.choices if policy.may(request.user, "learning.see_drafts") else [],
        "may_write": policy.may(request.user, "learning.write", request.user.member or None),
        "sees_below": policy.may(request.user, "learning.see_below"),
    }
    return render(request, "learning/library.html", context)


@allow("learning.see")
def show_of_meeting(request: HttpRequest, meeting_pk: int) -> HttpResponse:
    """The experiences of one meeting, as a part of its page."""
    meetings = sections.counted(meetings_visible_to(request.user))
    meeting = get_object_or_404(meetings, pk=meeting_pk)
    found = library.library(request.user, library.Filters()).filter(meeting=meeting)
    context = {
        "meeting": meeting,
        "tabs": sections.tabs_for(request.user, meeting, "experiences"),
        "experiences": _toned(list(found[:100])),
        "may_write": policy.may(request.user, "learning.write", request.user.member or None),
    }
    return render(request, "learning/of_meeting.html", context)
