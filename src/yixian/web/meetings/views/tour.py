"""The tour: read by everyone invited, drawn by the host and the office."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from yixian.web.meetings.actions import tour
from yixian.web.meetings.forms.tour import StationForm, TourForm
from yixian.web.meetings.models import Meeting, Station
from yixian.web.meetings.queries.one_meeting import bare_meeting_visible_to
from yixian.web.meetings.queries.tour import station_of, tour_of, tour_page
from yixian.web.meetings.rules.tour import check_can_change_tour
from yixian.web.meetings.views.find import find_meeting
from yixian.web.shared.errors import BadInput
from yixian.web.shared.http import allow, or_404

CHANGE = "meetings.change_tour"


@allow("meetings.see_tour")
def show_tour(request: HttpRequest, pk: int) -> HttpResponse:
    """The walk with its stations and what holds at each."""
    return _page(request, find_meeting(request, pk, "meetings.see_tour"))


@allow("meetings.change_tour")
def show_texts(request: HttpRequest, pk: int) -> HttpResponse:
    """The form with introduction, safety briefing and gear."""
    meeting = find_meeting(request, pk, CHANGE)
    check_can_change_tour(request.user, meeting)
    found = tour_of(meeting)
    initial = {name: getattr(found, name) for name in TourForm.base_fields} if found else {}
    if not initial.get("gear") and meeting.venue:
        initial["gear"] = meeting.venue.gear
    return render(
        request, "meetings/tour/texts.html", {"meeting": meeting, "form": TourForm(initial=initial)}
    )


@allow("meetings.change_tour")
def save_texts(request: HttpRequest, pk: int) -> HttpResponse:
    """Keep the texts, while they are typed or at the end."""
    meeting = find_meeting(request, pk, CHANGE)
    form = TourForm(request.POST)
    is_autosave = bool(request.headers.get("X-Autosave"))
    if not form.is_valid():
        if is_autosave:
            raise BadInput(_("A text is too long."))
        return render(request, "meetings/tour/texts.html", {"meeting": meeting, "form": form}, status=422)
    tour.save_tour(by=request.user, meeting=meeting, texts=form.texts())
    if is_autosave:
        return HttpResponse(status=204)
    messages.success(request, _("Saved."))
    return redirect("meetings:tour", meeting.pk)


@allow("meetings.change_tour")
def show_new_station(request: HttpRequest, pk: int) -> HttpResponse:
    """The form for a further station."""
    meeting = find_meeting(request, pk, CHANGE)
    check_can_change_tour(request.user, meeting)
    return _form(request, meeting, None, StationForm())


@allow("meetings.change_tour")
def add_station(request: HttpRequest, pk: int) -> HttpResponse:
    """A further station."""
    meeting = find_meeting(request, pk, CHANGE)
    form = StationForm(request.POST)
    if not form.is_valid():
        return _form(request, meeting, None, form, status=422)
    tour.add_station(by=request.user, meeting=meeting, facts=form.facts())
    return redirect("meetings:tour", meeting.pk)


@allow("meetings.change_tour")
def show_station(request: HttpRequest, pk: int, station: int) -> HttpResponse:
    """The form of a station."""
    found = _find_station(request, pk, station)
    check_can_change_tour(request.user, found.tour.meeting)
    return _form(request, found.tour.meeting, found, StationForm(station=found))


@allow("meetings.change_tour")
def change_station(request: HttpRequest, pk: int, station: int) -> HttpResponse:
    """Change a station."""
    found = _find_station(request, pk, station)
    form = StationForm(request.POST, station=found)
    if not form.is_valid():
        return _form(request, found.tour.meeting, found, form, status=422)
    tour.change_station(by=request.user, station=found, facts=form.facts())
    return redirect("meetings:tour", pk)


@allow("meetings.change_tour")
def remove_station(request: HttpRequest, pk: int, station: int) -> HttpResponse:
    """Take a station off."""
    found = _find_station(request, pk, station)
    tour.remove_station(by=request.user, station=found)
    messages.success(request, _("“%(station)s” was taken off the tour.") % {"station": found.name})
    return redirect("meetings:tour", pk)


@allow("meetings.change_tour")
def move_station(request: HttpRequest, pk: int, station: int) -> HttpResponse:
    """One place up or down."""
    found = _find_station(request, pk, station)
    ids = list(found.tour.stations.values_list("pk", flat=True))
    at = ids.index(found.pk)
    to = max(0, min(len(ids) - 1, at + (-1 if request.POST.get("way") == "up" else 1)))
    ids.insert(to, ids.pop(at))
    tour.order_stations(by=request.user, meeting=found.tour.meeting, order=ids)
    return _answer(request, found.tour.meeting)


@allow("meetings.change_tour")
def order(request: HttpRequest, pk: int) -> HttpResponse:
    """A new order: all ids in the order wanted."""
    meeting = find_meeting(request, pk, CHANGE)
    wanted = [int(each) for each in request.POST.getlist("item") if each.isdecimal()]
    tour.order_stations(by=request.user, meeting=meeting, order=wanted)
    return _answer(request, meeting)


@allow("meetings.change_tour")
def copy(request: HttpRequest, pk: int) -> HttpResponse:
    """Take over the tour of an earlier meeting."""
    meeting = find_meeting(request, pk, CHANGE)
    wanted = request.POST.get("earlier", "")
    if not wanted.isdecimal():
        raise BadInput(_("Choose the earlier meeting whose tour should be taken over."))
    earlier = or_404(bare_meeting_visible_to(request.user, int(wanted)))
    tour.copy_tour(by=request.user, meeting=meeting, earlier=earlier)
    messages.success(request, _("The tour was taken over. Look it over: people and zones may have changed."))
    return redirect("meetings:tour", meeting.pk)


def _find_station(request: HttpRequest, pk: int, station: int) -> Station:
    meeting = find_meeting(request, pk, CHANGE)
    return or_404(station_of(meeting, station))


def _answer(request: HttpRequest, meeting: Meeting) -> HttpResponse:
    """The list alone for a fragment request, else the page again."""
    if not request.headers.get("HX-Request"):
        return redirect("meetings:tour", meeting.pk)
    context = {"page": tour_page(request.user, meeting), "meeting": meeting}
    return render(request, "meetings/tour/tour.html#list", context)


def _page(request: HttpRequest, meeting: Meeting) -> HttpResponse:
    context = {"page": tour_page(request.user, meeting), "meeting": meeting}
    return render(request, "meetings/tour/tour.html", context)


def _form(
    request: HttpRequest, meeting: Meeting, station: Station | None, form: StationForm, status: int = 200
) -> HttpResponse:
    context = {"meeting": meeting, "station": station, "form": form}
    return render(request, "meetings/tour/station.html", context, status=status)
