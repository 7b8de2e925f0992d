"""Records of a meeting, of a station, one record."""

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _

from yixian.web.accounts.links import way_back
from yixian.web.capture.actions import delete_capture
from yixian.web.capture.models import Capture
from yixian.web.capture.queries.deeds import deeds_for
from yixian.web.capture.queries.records import Filters, record_page, records_page, station_page
from yixian.web.capture.queries.stations import station_visible_to
from yixian.web.capture.views.find import find_capture
from yixian.web.meetings.sections import tabs_for
from yixian.web.meetings.views.find import find_meeting
from yixian.web.shared.http import allow


@allow("capture.see")
def show_records(request: HttpRequest, meeting_pk: int) -> HttpResponse:
    """What was recorded at a meeting, as far as this person may see it."""
    meeting = find_meeting(request, meeting_pk, "capture.see")
    filters = Filters.from_query(request.GET)
    page = records_page(request.user, meeting, filters, request.GET.get("page", ""))
    context = {
        "meeting": meeting,
        "tabs": tabs_for(request.user, meeting, "records"),
        "page": page,
        "kinds": Capture.Kind.choices,
    }
    return render(request, "capture/records.html", context)


@allow("capture.see")
def show_station(request: HttpRequest, pk: int) -> HttpResponse:
    """What everyone recorded at one station."""
    station = station_visible_to(request.user, pk)
    if station is None:
        raise Http404
    meeting = find_meeting(request, station.tour.meeting_id, "capture.see")
    page = station_page(request.user, station, meeting, request.GET.get("page", ""))
    context = {
        "station": station,
        "meeting": meeting,
        "tabs": tabs_for(request.user, meeting, "records"),
        "page": page,
        "deeds": deeds_for(request.user, meeting, page.object_list),
    }
    return render(request, "capture/station.html", context)


@allow("capture.see")
def show_record(request: HttpRequest, pk: int) -> HttpResponse:
    """One record with its decisions."""
    capture = find_capture(request, pk)
    return render(request, "capture/record.html", {"page": record_page(request.user, capture)})


@allow("capture.delete_own")
def delete_record(request: HttpRequest, pk: int) -> HttpResponse:
    """Take one's own record back."""
    capture = find_capture(request, pk)
    delete_capture(by=request.user, capture=capture)
    messages.success(request, _("Deleted."))
    usual = reverse("capture:records", args=[capture.meeting_id])
    return redirect(way_back(request, usual))
