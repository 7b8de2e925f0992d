"""The phone's pages: where I am, one thing to record, what I recorded."""

from dataclasses import dataclass
from functools import cache
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.middleware.csrf import get_token
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.safestring import SafeString
from django.utils.text import capfirst
from django.utils.translation import gettext as _

from yixian.web.capture.models import Capture
from yixian.web.field.forms import CaptureForm, VoteForm
from yixian.web.field.queries import (
    FieldHome,
    awaited_photo,
    field_home,
    meeting_on_site,
    mine_page,
    stations_of,
)
from yixian.web.field.sync import Receipt, receive
from yixian.web.field.uploads import receive_photo
from yixian.web.meetings.models import Meeting, Station
from yixian.web.meetings.queries.ballots import next_sequence
from yixian.web.shared.errors import BadInput
from yixian.web.shared.http import allow
from yixian.web.shared.templatetags.ui_parts import icon

ICONS = {
    "photo": "camera",
    "note": "pencil",
    "question": "question-circle",
    "problem": "exclamation-triangle",
}
KEYS = [(kind, label, ICONS.get(kind, "lightbulb")) for kind, label in Capture.Kind.choices]


@dataclass(frozen=True)
class Key:
    """One of the five keys."""

    kind: str
    label: str
    icon: SafeString
    href: str
    locked: bool
    note: str


@allow("field.use")
def show_home(request: HttpRequest) -> HttpResponse:
    """Today's meeting, the stations with their rules, five keys; everything else happens on this page."""
    meeting = meeting_on_site(request.user, request.GET.get("meeting", ""))
    if meeting is None:
        return render(request, "field/none.html")
    home = field_home(request.user, meeting, request.GET.get("station", ""))
    context = {
        "home": home,
        "group": home.walk.group,
        "keys": _keys(home),
        "config": _config(request, home),
        "meeting_url": f"{reverse('meetings:list')}{meeting.pk}/",
        "mine_url": f"{reverse('field:mine')}?meeting={meeting.pk}",
    }
    answer = render(request, "field/home.html", context)
    answer["X-Field-Shell"] = str(meeting.pk if home.may_record else 0)
    answer["Cache-Control"] = "private, no-store"
    return answer


def _keys(home: FieldHome) -> list[Key]:
    here = f"&station={home.station.pk}" if home.station else ""
    prefix = f"{reverse('field:record')}?meeting={home.meeting.pk}{here}&kind="
    note = _("not here")
    return [
        Key(
            kind=kind,
            label=capfirst(label),
            icon=icon(symbol, size="lg"),
            href=f"{prefix}{kind}",
            locked=not home.may_record or (kind == "photo" and home.photos_forbidden),
            note=note,
        )
        for kind, label, symbol in KEYS
    ]


def _config(request: HttpRequest, home: FieldHome) -> dict[str, object]:
    """What the scripts of the page must know: who, which meeting, which way to the door."""
    return {
        "person": request.user.pk,
        "name": request.user.name,
        "meeting": home.meeting.pk,
        "may_record": home.may_record,
        "own": home.own_count,
        "token": get_token(request),
        "urls": _urls(),
    }


@cache
def _urls() -> dict[str, str]:
    names = ("home", "items", "status", "worker")
    photos = reverse("field:photo", args=[UUID(int=0)]).removesuffix(f"{UUID(int=0)}/")
    return {**{name: reverse(f"field:{name}") for name in names}, "photos": photos}


@allow("field.use")
def show_capture(request: HttpRequest) -> HttpResponse:
    """The form for one thing to record, for phones without scripts."""
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
    labels = {key: (label, symbol) for key, label, symbol in KEYS}
    label, symbol = labels[kind]
    here = f"?meeting={meeting.pk}" + (f"&station={place.pk}" if place else "")
    return {
        "form": form,
        "kind": kind,
        "label": label,
        "kind_icon": symbol,
        "meeting": meeting,
        "station": place,
        "home_url": reverse("field:home") + here,
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
    photo = awaited_photo(request.user, UUID(receipt.id)) if receipt.photo == "awaited" else None
    if file is None or photo is None:
        return ""
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
def keep_vote(request: HttpRequest) -> HttpResponse:
    """A vote's way in without scripts: through the same door."""
    form = VoteForm(request.POST)
    if not form.is_valid():
        raise BadInput(_("This vote is not known here."))
    item = form.as_item(next_sequence(request.user, form.cleaned_data["ballot"]))
    receipt = receive(request.user, [item])[0]
    if receipt.result == "stored":
        messages.success(request, _("Your vote is counted."))
    else:
        messages.warning(request, receipt.reason or _("Your vote is counted."))
    return redirect(f"{reverse('field:home')}?meeting={item['meeting']}")


@allow("field.use")
def show_mine(request: HttpRequest) -> HttpResponse:
    """What I recorded and how far it is."""
    meeting = meeting_on_site(request.user, request.GET.get("meeting", ""))
    if meeting is None:
        return render(request, "field/none.html")
    page = mine_page(request.user, meeting, request.GET.get("page", ""))
    return render(request, "field/mine.html", {"page": page})
