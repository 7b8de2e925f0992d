"""The floor plan: stations placed by hand, groups on their way."""

import json

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _

from yixian.web.grouping import pictures
from yixian.web.grouping.actions import floor
from yixian.web.grouping.forms.rotation import PictureForm, SpotForm
from yixian.web.grouping.queries.floor import floor_page
from yixian.web.grouping.queries.rotation import rotation_for
from yixian.web.meetings.models import Station
from yixian.web.meetings.views.find import find_meeting
from yixian.web.shared.errors import BadInput
from yixian.web.shared.http import allow
from yixian.web.shared.pictures import blobs
from yixian.web.shared.text import sentences

ROTATE = "grouping.rotate"
HEADERS = {
    "Cache-Control": "private, no-store",
    "Content-Security-Policy": "sandbox; default-src 'none'",
    "Cross-Origin-Resource-Policy": "same-origin",
    "X-Content-Type-Options": "nosniff",
    "Content-Disposition": "inline",
}


@allow("grouping.see")
def show_floor(request: HttpRequest, pk: int) -> HttpResponse:
    """The plan with its zones and the groups on it."""
    meeting = find_meeting(request, pk, "grouping.see")
    page = floor_page(request.user, meeting)
    return render(request, "grouping/floor.html", {"page": page, "meeting": meeting})


@allow("grouping.rotate")
def place_station(request: HttpRequest, pk: int, station: int) -> HttpResponse:
    """Put a station somewhere; the message's button puts it back."""
    meeting = find_meeting(request, pk, ROTATE)
    found = get_object_or_404(Station.objects.filter(tour__meeting=meeting), pk=station)
    before = found.plan_x, found.plan_y
    x, y = _spot(request)
    floor.place_station(by=request.user, meeting=meeting, station=found, x=x, y=y)
    address = reverse("grouping:spot", args=[pk, station])
    return _placed(request, pk, found.name, address, before)


@allow("grouping.rotate")
def place_meeting_point(request: HttpRequest, pk: int) -> HttpResponse:
    """Put the meeting point somewhere."""
    meeting = find_meeting(request, pk, ROTATE)
    rotation = rotation_for(meeting)
    before = rotation.meet_x, rotation.meet_y
    x, y = _spot(request)
    floor.place_meeting_point(by=request.user, meeting=meeting, x=x, y=y)
    return _placed(request, pk, _("Meeting point"), reverse("grouping:meeting-point", args=[pk]), before)


@allow("grouping.see")
def show_picture(request: HttpRequest, pk: int) -> HttpResponse:
    """The picture as we painted it, to whoever may see the plan."""
    rotation = rotation_for(find_meeting(request, pk, "grouping.see"))
    if not rotation.picture.endswith(pictures.READY):
        raise Http404
    try:
        content = blobs().read(rotation.picture)
    except FileNotFoundError as missing:
        raise Http404 from missing
    return HttpResponse(content, content_type="image/jpeg", headers=HEADERS)


@allow("grouping.rotate")
def keep_picture(request: HttpRequest, pk: int) -> HttpResponse:
    """Put a picture under the plan."""
    meeting = find_meeting(request, pk, ROTATE)
    form = PictureForm(request.POST, request.FILES)
    if not form.is_valid():
        raise BadInput(sentences(form.errors["picture"]))
    floor.keep_picture(by=request.user, meeting=meeting, content=form.cleaned_data["picture"].read())
    messages.success(request, _("The picture is being prepared; it appears here in a moment."))
    return redirect("grouping:floor", pk)


@allow("grouping.rotate")
def remove_picture(request: HttpRequest, pk: int) -> HttpResponse:
    """Take the picture away."""
    floor.remove_picture(by=request.user, meeting=find_meeting(request, pk, ROTATE))
    messages.success(request, _("The picture is gone; the stations are where they were."))
    return redirect("grouping:floor", pk)


def _spot(request: HttpRequest) -> tuple[int, int]:
    form = SpotForm(request.GET if "x" in request.GET else request.POST)
    if not form.is_valid():
        raise BadInput(_("From the left is a number from 0 to 1000, from the top from 0 to 600."))
    return form.cleaned_data["x"], form.cleaned_data["y"]


def _placed(
    request: HttpRequest, pk: int, name: str, address: str, before: tuple[int | None, int | None]
) -> HttpResponse:
    """A message with the way back; taking back loads the page anew."""
    if "x" in request.GET:
        return HttpResponse(status=204, headers={"HX-Refresh": "true"})
    text = _("“%(station)s” has its place.") % {"station": name}
    if not request.headers.get("HX-Request"):
        messages.success(request, text)
        return redirect("grouping:floor", pk)
    toast = {"level": "success", "text": text}
    if None not in before:
        toast["undo"] = f"{address}?x={before[0]}&y={before[1]}"
    return HttpResponse(status=204, headers={"HX-Trigger": json.dumps({"toast": toast})})
