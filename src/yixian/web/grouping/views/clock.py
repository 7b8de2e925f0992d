"""The clock of the walk on the day."""

import json

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from yixian.web.grouping.actions import delays, rotation
from yixian.web.grouping.forms.rotation import DelayForm
from yixian.web.grouping.models import Delay, Visit
from yixian.web.grouping.queries.clock import clock_page
from yixian.web.grouping.views.rotation import find_rotation
from yixian.web.meetings.views.find import find_meeting
from yixian.web.shared.errors import BadInput
from yixian.web.shared.http import allow

CLOCK = "grouping.run_clock"


@allow("grouping.see")
def show_clock(request: HttpRequest, pk: int) -> HttpResponse:
    """Where every group is now; the list alone when the page asks for news."""
    return _clock(request, pk)


@allow("grouping.run_clock")
def begin(request: HttpRequest, pk: int) -> HttpResponse:
    """The groups set out."""
    rotation.begin_walk(by=request.user, rotation=find_rotation(request, pk, CLOCK))
    messages.success(request, _("The groups are on their way; all times count from now."))
    return redirect("grouping:clock", pk)


@allow("grouping.run_clock")
def take_back(request: HttpRequest, pk: int) -> HttpResponse:
    """They did not set out after all."""
    rotation.take_walk_back(by=request.user, rotation=find_rotation(request, pk, CLOCK))
    messages.success(request, _("The planned times hold again."))
    return redirect("grouping:clock", pk)


@allow("grouping.run_clock")
def run_over(request: HttpRequest, pk: int, visit: int) -> HttpResponse:
    """A group stays longer; everybody's later times follow."""
    found = find_rotation(request, pk, CLOCK)
    form = DelayForm(request.POST)
    if not form.is_valid():
        raise BadInput(_("A delay is between 1 and 60 minutes."))
    at = get_object_or_404(Visit.objects.filter(rotation=found).select_related("group", "station"), pk=visit)
    minutes = form.cleaned_data["minutes"]
    delay = delays.run_over(by=request.user, rotation=found, visit=at, minutes=minutes)
    text = ngettext(
        "%(group)s stays %(minutes)d minute longer; the times after it have moved.",
        "%(group)s stays %(minutes)d minutes longer; the times after it have moved.",
        minutes,
    ) % {"group": at.group, "minutes": minutes}
    if not request.headers.get("HX-Request"):
        messages.success(request, text)
        return redirect("grouping:clock", pk)
    answer = _clock(request, pk)
    undo = reverse("grouping:delay-removal", args=[pk, delay.pk])
    toast = {"level": "success", "text": text, "undo": undo}
    answer.headers["HX-Trigger"] = json.dumps({"toast": toast})
    return answer


@allow("grouping.run_clock")
def undo_delay(request: HttpRequest, pk: int, delay: int) -> HttpResponse:
    """Take a delay back."""
    found = find_rotation(request, pk, CLOCK)
    rows = Delay.objects.filter(rotation=found).select_related("group")
    row = get_object_or_404(rows, pk=delay)
    row.rotation = found
    delays.undo_delay(by=request.user, delay=row)
    if request.headers.get("HX-Request"):
        return HttpResponse(status=204, headers={"HX-Refresh": "true"})
    messages.success(request, _("The times are those without this delay."))
    return redirect("grouping:clock", pk)


def _clock(request: HttpRequest, pk: int) -> HttpResponse:
    meeting = find_meeting(request, pk, "grouping.see")
    part = "#clock" if request.headers.get("HX-Request") else ""
    context = {"page": clock_page(request.user, meeting), "meeting": meeting}
    return render(request, f"grouping/clock.html{part}", context)
