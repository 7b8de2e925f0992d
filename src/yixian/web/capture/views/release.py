"""The queue of the host's coordinator."""

import json

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from yixian.web.capture.actions import decide, release_free
from yixian.web.capture.forms import DecisionForm
from yixian.web.capture.models import Capture
from yixian.web.capture.queries import hold_counts, release_page
from yixian.web.capture.queries.copies import copies_of
from yixian.web.capture.queries.release import Filters
from yixian.web.capture.queries.rows import row_of
from yixian.web.capture.views.find import find_capture
from yixian.web.meetings.sections import tabs_for
from yixian.web.meetings.views.find import find_meeting
from yixian.web.shared import policy
from yixian.web.shared.http import allow


@allow("capture.see_held")
def show_queue(request: HttpRequest, meeting_pk: int) -> HttpResponse:
    """What waits, what was decided; by station, kind and person."""
    meeting = find_meeting(request, meeting_pk, "capture.see_held")
    filters = Filters.from_query(request.GET)
    page = release_page(request.user, meeting, filters, request.GET.get("page", ""))
    context = {
        "meeting": meeting,
        "tabs": tabs_for(request.user, meeting, "release"),
        "page": page,
        "decided": page.decided,
        "total": page.total,
        "kinds": Capture.Kind.choices,
    }
    return render(request, "capture/release.html", context)


@allow("capture.release")
def release_all_free(request: HttpRequest, meeting_pk: int) -> HttpResponse:
    """Release what was recorded where photos are free, by one confirmation."""
    meeting = find_meeting(request, meeting_pk, "capture.release")
    number = release_free(by=request.user, meeting=meeting)
    text = ngettext("%(number)d record released.", "%(number)d records released.", number)
    messages.success(request, text % {"number": number})
    return redirect("capture:release", meeting_pk=meeting.pk)


@allow("capture.release")
def decide_one(request: HttpRequest, pk: int) -> HttpResponse:
    """Release, withhold, withdraw or put back one record."""
    capture = find_capture(request, pk)
    policy.check(request.user, "capture.release", capture)
    form = DecisionForm({**request.GET.dict(), **request.POST.dict()})
    verb = form.verb()
    capture = decide(by=request.user, capture=capture, verb=verb, note=form.note())
    text = _DONE[verb]() + (_how_many_copies(capture) if verb == "withdraw" else "")
    if not request.htmx:
        messages.success(request, text)
        if request.POST.get("back") == "record":
            return redirect("capture:record", pk=capture.pk)
        return redirect("capture:release", meeting_pk=capture.meeting_id)
    return _changed_card(request, capture, verb, text)


def _how_many_copies(capture: Capture) -> str:
    """What a withdrawal could not reach, in one sentence."""
    number = len(copies_of(capture))
    if not number:
        return ""
    text = ngettext(
        " %(number)d copy had gone out before; this record's page says which.",
        " %(number)d copies had gone out before; this record's page says which.",
        number,
    )
    return text % {"number": number}


_DONE = {
    "release": lambda: _("Released."),
    "withhold": lambda: _("Withheld."),
    "withdraw": lambda: _("Withdrawn: it is gone from every page."),
    "put_back": lambda: _("Put back: it waits for your decision again."),
}


def _changed_card(request: HttpRequest, capture: Capture, verb: str, text: str) -> HttpResponse:
    """The record's card, the progress, and a short message with a way back."""
    counts = hold_counts(capture.meeting)
    waiting, total = counts["held"] + counts["quarantined"], sum(counts.values())
    context = {
        "rows": [row_of(capture, request.user, is_coordinator=True)],
        "apart": request.GET.get("apart") == "1",
        "decided": total - waiting,
        "total": total,
    }
    response = render(request, "capture/release.html#answer", context)
    toast = {"level": "success", "text": text}
    if verb != "put_back":
        toast["undo"] = f"{reverse('capture:decision', args=[capture.pk])}?verb=put_back&apart=1"
    response["HX-Trigger"] = json.dumps({"toast": toast})
    return response
