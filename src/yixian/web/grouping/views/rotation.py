"""The timetable of the walk: read once published, arranged by the host and the office."""

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from yixian.web.grouping.actions import rotation as actions
from yixian.web.grouping.forms.rotation import TermsForm
from yixian.web.grouping.models import Rotation
from yixian.web.grouping.queries.rotation import rotation_for, rotation_page
from yixian.web.grouping.queries.route_cards import route_cards_page
from yixian.web.grouping.queries.rows import legs_of, stations_of
from yixian.web.grouping.rules.rotation import check_can_change_rotation
from yixian.web.meetings.models import Meeting
from yixian.web.meetings.views.find import find_meeting
from yixian.web.shared.http import View, allow

ROTATE = "grouping.rotate"


@allow("grouping.see")
def show_timetable(request: HttpRequest, pk: int) -> HttpResponse:
    """Groups × time."""
    meeting = find_meeting(request, pk, "grouping.see")
    page = rotation_page(request.user, meeting)
    return render(request, "grouping/rotation.html", {"page": page, "meeting": meeting})


@allow("grouping.rotate")
def ask(request: HttpRequest, pk: int) -> HttpResponse:
    """Ask for a timetable."""
    actions.ask_timetable(by=request.user, meeting=find_meeting(request, pk, ROTATE))
    return redirect("grouping:rotation", pk)


@allow("grouping.see_draft")
def show_status(request: HttpRequest, pk: int) -> HttpResponse:
    """How far it is; when it is over the page is fetched anew."""
    meeting = find_meeting(request, pk, "grouping.see_draft")
    found = rotation_for(meeting)
    if found.state != Rotation.State.SOLVING:
        return HttpResponse(status=204, headers={"HX-Refresh": "true"})
    return render(request, "grouping/rotation.html#busy", {"meeting": meeting, "rotation": found})


@allow("grouping.rotate")
def show_terms(request: HttpRequest, pk: int) -> HttpResponse:
    """The form with everything the timetable must keep to."""
    meeting = find_meeting(request, pk, ROTATE)
    rotation = rotation_for(meeting)
    check_can_change_rotation(request.user, meeting, rotation)
    return _terms(request, meeting, _form(meeting, rotation, None))


@allow("grouping.rotate")
def change_terms(request: HttpRequest, pk: int) -> HttpResponse:
    """Keep it."""
    meeting = find_meeting(request, pk, ROTATE)
    form = _form(meeting, rotation_for(meeting), request.POST)
    if not form.is_valid():
        return _terms(request, meeting, form, status=422)
    actions.change_terms(by=request.user, meeting=meeting, terms=form.terms())
    messages.success(request, _("Saved."))
    return redirect("grouping:rotation", pk)


@allow("grouping.see")
def show_cards(request: HttpRequest, pk: int) -> HttpResponse:
    """A route card for each group, for phone and paper."""
    meeting = find_meeting(request, pk, "grouping.see")
    page = route_cards_page(request.user, meeting)
    return render(request, "grouping/route_cards.html", {"page": page, "meeting": meeting})


def _step(step: Callable[..., Any], said: Any) -> View:
    """A view that takes one step of the timetable's life."""

    @allow("grouping.rotate")
    def take_step(request: HttpRequest, pk: int) -> HttpResponse:
        step(by=request.user, rotation=find_rotation(request, pk, ROTATE))
        messages.success(request, said)
        return redirect("grouping:rotation", pk)

    return take_step


publish = _step(actions.publish_timetable, gettext_lazy("Published: everybody sees the way of their group."))
withdraw = _step(
    actions.withdraw_timetable, gettext_lazy("Only those who prepare the meeting see the timetable now.")
)
stop = _step(actions.stop_timetable, gettext_lazy("Stopped."))


def find_rotation(request: HttpRequest, pk: int, verb: str) -> Rotation:
    """The rotation of a meeting that this person may see and do this to."""
    meeting = find_meeting(request, pk, verb)
    rotation = get_object_or_404(Rotation, meeting=meeting)
    rotation.meeting = meeting
    return rotation


def _form(meeting: Meeting, rotation: Rotation, data: Any) -> TermsForm:
    return TermsForm(data, rotation=rotation, stations=stations_of(meeting), legs=legs_of(rotation))


def _terms(request: HttpRequest, meeting: Meeting, form: TermsForm, status: int = 200) -> HttpResponse:
    return render(request, "grouping/terms.html", {"meeting": meeting, "form": form}, status=status)
