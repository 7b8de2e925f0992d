"""The running order on the day."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from yixian.web.meetings.actions import running
from yixian.web.meetings.models import AgendaItem
from yixian.web.meetings.queries.agenda import agenda_page
from yixian.web.meetings.views.agenda import find_item
from yixian.web.meetings.views.find import find_meeting
from yixian.web.shared.http import View, allow


@allow("meetings.see_agenda")
def show_running(request: HttpRequest, pk: int) -> HttpResponse:
    """What is on now and what comes next; the list alone when the page asks for news."""
    meeting = find_meeting(request, pk, "meetings.see_agenda")
    context = {"page": agenda_page(request.user, meeting), "meeting": meeting}
    part = "#list" if request.headers.get("HX-Request") else ""
    return render(request, f"meetings/agenda/running.html{part}", context)


def _step(step: Callable[..., AgendaItem]) -> View:
    """A view that begins, ends or reopens an item."""

    @allow("meetings.change_agenda")
    def take_step(request: HttpRequest, pk: int, item: int) -> HttpResponse:
        step(by=request.user, item=find_item(request, pk, item))
        if request.headers.get("HX-Request"):
            return show_running(request, pk)
        return redirect("meetings:running", pk)

    return take_step


start = _step(running.start_item)
finish = _step(running.finish_item)
reopen = _step(running.reopen_item)
