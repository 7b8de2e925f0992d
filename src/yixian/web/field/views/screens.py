"""The phone's pages: where I am, one thing to record, what I recorded."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _

from yixian.web.capture.models import Capture, Photo
from yixian.web.field.forms import CaptureForm
from yixian.web.field.queries import field_home, meeting_on_site, mine_page, stations_of
from yixian.web.field.sync import Receipt, receive
from yixian.web.field.uploads import receive_photo
from yixian.web.meetings.models import Meeting, Station
from yixian.web.shared.http import allow

ICONS = {
    "photo": "camera",
    "note": "pencil",
    "question": "question-circle",
    "problem": "exclamation-triangle",
}
KEYS = [(kind, label, ICONS.get(kind, "lightbulb")) for kind, label in Capture.Kind.choices]


@allow("field.use")
def show_home(request: HttpRequest) -> HttpResponse:
    """Today's meeting, the station, its rule, five keys."""
    meeting = meeting_on_site(request.user, request.GET.get("meeting", ""))
    if meeting is None:
        return render(request, "field/none.html")
    home = field_home(request.user, meeting, request.GET.get("station", ""))
    return render(request, "field/home.html", {"home": home, "keys": KEYS})


@allow("field.use")
def show_capture(request: HttpRequest) -> HttpResponse:
    """The form for one thing to record."""
    meeting = meeting_on_site(request.user, request.GET.get("meeting", ""))
    if meeting is None:
        return render(request, "field/none.html")
    kind = request.GET.get("kind", "")
    station = request.GET.get("station", "")
    kind = kind if kind in Capture.Kind.values else "note"
    place = next((each for each in stations_of(meeting) if str(each.pk) == station), None)
    form = CaptureForm.fresh(kind=kind, meeting=meeting.pk, station=place.pk if place else None)
    return render(request, "field/capture.html", _capture_context(form, kind, meeting, place))


def _capture_context(
    form: CaptureForm, kind: str, meeting: Meeting, place: Station | None
) -> dict[str, object]:
    labels = {key: (label, icon) for key, label, icon in KEYS}
    label, icon = labels[kind]
    return {
        "form": form,
        "kind": kind,
        "label": label,
        "kind_icon": icon,
        "meeting": meeting,
        "station": place,
        "words": words(),
    }


def words() -> dict[str, str]:
    """The sentences of the script on the capture page."""
    return {
        "reading": _("Reading the photo…"),
        "sending": _("Sending…"),
        "confirmed": _("Saved and confirmed. It waits for the host."),
        "sent": _("Sent, but not confirmed yet."),
        "empty": _("Write a few words or add a photo."),
        "no_photo": _("Take a photo first."),
        "unreadable": _("This file could not be read as a picture. Please take the photo again."),
        "offline": _("NOT sent: no connection. What you wrote is still here; please try again."),
        "signed_out": _("NOT sent: the network or the sign-in page is in between. Sign in again, then send."),
        "failed": _(
            "NOT sent: the server could not take it in. What you wrote is still here; please try again."
        ),
        "photo_failed": _("The words have arrived, the photo has not. Please send again."),
    }


@allow("field.use")
def keep_capture(request: HttpRequest) -> HttpResponse:
    """The form's way in without scripts: through the same door."""
    form = CaptureForm(request.POST, request.FILES)
    if not form.is_valid():
        return _again(request, form)
    item = form.as_item()
    receipt = receive(request.user, [item])[0]
    problem = receipt.reason or _send_photo(request, form, receipt)
    if problem:
        form.add_error(None, problem)
        if receipt.result != "refused":
            form.renew()
        return _again(request, form)
    messages.success(request, _("Saved. It waits for the host."))
    here = f"?meeting={item['meeting']}" + (f"&station={item['station']}" if item["station"] else "")
    return redirect(reverse("field:home") + here)


def _send_photo(request: HttpRequest, form: CaptureForm, receipt: Receipt) -> str:
    """The form's photo to the same place; returns what went wrong."""
    file = form.photo()
    if file is None or receipt.photo != "awaited":
        return ""
    photo = Photo.objects.select_related("capture__meeting").get(capture_id=receipt.number)
    return receive_photo(request.user, photo, file.size, file.read).reason


def _again(request: HttpRequest, form: CaptureForm) -> HttpResponse:
    meeting = meeting_on_site(request.user, request.POST.get("meeting", ""))
    if meeting is None:
        return render(request, "field/none.html", status=422)
    station = request.POST.get("station", "")
    place = next((each for each in stations_of(meeting) if str(each.pk) == station), None)
    kind = request.POST.get("kind", "")
    kind = kind if kind in Capture.Kind.values else "note"
    return render(request, "field/capture.html", _capture_context(form, kind, meeting, place), status=422)


@allow("field.use")
def show_mine(request: HttpRequest) -> HttpResponse:
    """What I recorded and how far it is."""
    meeting = meeting_on_site(request.user, request.GET.get("meeting", ""))
    if meeting is None:
        return render(request, "field/none.html")
    return render(request, "field/mine.html", {"page": mine_page(request.user, meeting)})
