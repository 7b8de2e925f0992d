"""The host's checklist."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render

from yixian.web.meetings.actions import checklist
from yixian.web.meetings.forms.checklist import ChecklistForm
from yixian.web.meetings.models import ChecklistItem, Meeting
from yixian.web.meetings.queries.checklist import checklist_page
from yixian.web.meetings.views.find import find_meeting
from yixian.web.shared.http import allow

TICK = "meetings.tick_checklist"


@allow("meetings.see_checklist")
def show_checklist(request: HttpRequest, pk: int) -> HttpResponse:
    """What must be ready by when."""
    return _page(request, find_meeting(request, pk, "meetings.see_checklist"), ChecklistForm())


@allow("meetings.tick_checklist")
def add_item(request: HttpRequest, pk: int) -> HttpResponse:
    """One more thing."""
    meeting = find_meeting(request, pk, TICK)
    form = ChecklistForm(request.POST)
    if not form.is_valid():
        return _page(request, meeting, form, status=422)
    checklist.add_checklist_item(by=request.user, meeting=meeting, **form.cleaned_data)
    return redirect("meetings:checklist", meeting.pk)


@allow("meetings.tick_checklist")
def fill(request: HttpRequest, pk: int) -> HttpResponse:
    """Add what belongs to the kind of venue."""
    meeting = find_meeting(request, pk, TICK)
    checklist.fill_checklist(by=request.user, meeting=meeting)
    return redirect("meetings:checklist", meeting.pk)


@allow("meetings.tick_checklist")
def tick(request: HttpRequest, pk: int, item: int) -> HttpResponse:
    """Ready, or not ready after all."""
    found = _find(request, pk, item)
    checklist.tick_item(by=request.user, item=found, is_done=request.POST.get("done") == "1")
    return _answer(request, found.meeting)


@allow("meetings.tick_checklist")
def remove_item(request: HttpRequest, pk: int, item: int) -> HttpResponse:
    """A thing that does not apply."""
    found = _find(request, pk, item)
    return _answer(request, checklist.remove_checklist_item(by=request.user, item=found))


def _find(request: HttpRequest, pk: int, item: int) -> ChecklistItem:
    meeting = find_meeting(request, pk, TICK)
    return get_object_or_404(meeting.checklist.select_related("meeting"), pk=item)


def _answer(request: HttpRequest, meeting: Meeting) -> HttpResponse:
    """The list alone for a fragment request, else the page again."""
    if not request.headers.get("HX-Request"):
        return redirect("meetings:checklist", meeting.pk)
    context = {"page": checklist_page(request.user, meeting), "meeting": meeting}
    return render(request, "meetings/checklist/checklist.html#list", context)


def _page(request: HttpRequest, meeting: Meeting, form: ChecklistForm, status: int = 200) -> HttpResponse:
    context = {"page": checklist_page(request.user, meeting), "meeting": meeting, "form": form}
    return render(request, "meetings/checklist/checklist.html", context, status=status)
