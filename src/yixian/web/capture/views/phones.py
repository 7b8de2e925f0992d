"""The host's and the office's view of what has not arrived yet."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from yixian.web.capture.queries.phones import phones_page
from yixian.web.meetings.sections import tabs_for
from yixian.web.meetings.views.find import find_meeting
from yixian.web.shared.http import allow


@allow("capture.see_phones")
def show_phones(request: HttpRequest, meeting_pk: int) -> HttpResponse:
    """Phones that still hold records, as of when they were last heard of."""
    meeting = find_meeting(request, meeting_pk, "capture.see_phones")
    context = {
        "meeting": meeting,
        "tabs": tabs_for(request.user, meeting, "phones"),
        "page": phones_page(meeting),
    }
    return render(request, "capture/phones.html", context)
