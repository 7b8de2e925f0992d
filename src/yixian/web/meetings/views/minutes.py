"""Pages of the minutes."""

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.http import content_disposition_header
from django.utils.translation import gettext as _

from yixian.web.meetings.actions import minutes as actions
from yixian.web.meetings.forms.minutes import MinutesForm
from yixian.web.meetings.models import Minutes
from yixian.web.meetings.queries.minutes import minutes_page, minutes_visible_to, paper_of
from yixian.web.meetings.queries.minutes_text import parse
from yixian.web.meetings.rules import minutes as rules
from yixian.web.meetings.sections import tabs_for
from yixian.web.meetings.views.find import find_meeting
from yixian.web.shared.http import allow

DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


def _minutes(request: HttpRequest, pk: int) -> Minutes:
    """The minutes that this person may read, with their meeting, or 404."""
    meeting = find_meeting(request, pk, "meetings.see_minutes")
    minutes = minutes_visible_to(request.user, meeting)
    if minutes is None:
        raise Http404
    minutes.meeting = meeting
    return minutes


@allow("meetings.see_minutes")
def show_minutes(request: HttpRequest, pk: int) -> HttpResponse:
    """To be read and printed; before that, how to get them."""
    meeting = find_meeting(request, pk, "meetings.see_minutes")
    context = {
        "meeting": meeting,
        "tabs": tabs_for(request.user, meeting, "minutes"),
        "page": minutes_page(request.user, meeting),
    }
    return render(request, "meetings/minutes/read.html", context)


@allow("meetings.see_minutes")
def download_minutes(request: HttpRequest, pk: int) -> HttpResponse:
    """The editable office file."""
    # Imported when the first file is asked for: it is rare, and the library takes long to load.
    from yixian.documents.minutes import minutes_docx

    minutes = _minutes(request, pk)
    response = HttpResponse(minutes_docx(paper_of(minutes.meeting, minutes)), content_type=DOCX)
    name = f"{minutes.meeting.title}.docx"
    response.headers["Content-Disposition"] = content_disposition_header(True, name) or "attachment"
    return response


@allow("meetings.write_minutes")
def draft_minutes(request: HttpRequest, pk: int) -> HttpResponse:
    """Draft them from the records, for the first time or anew."""
    meeting = find_meeting(request, pk, "meetings.see_minutes")
    actions.draft_minutes(by=request.user, meeting=meeting, anew=request.POST.get("anew") == "1")
    messages.success(request, _("The draft is written from the records. Read it before you publish it."))
    return redirect("meetings:minutes-text", pk=pk)


@allow("meetings.write_minutes")
def show_text(request: HttpRequest, pk: int) -> HttpResponse:
    """The editor."""
    minutes = _minutes(request, pk)
    rules.check_can_write(request.user, minutes)
    form = MinutesForm(sections=parse(minutes.body))
    return render(
        request, "meetings/minutes/text.html", {"meeting": minutes.meeting, "form": form, "minutes": minutes}
    )


@allow("meetings.write_minutes")
def save_text(request: HttpRequest, pk: int) -> HttpResponse:
    """Keep what was typed; the page itself saves as one types."""
    minutes = _minutes(request, pk)
    rules.check_can_write(request.user, minutes)
    form = MinutesForm(request.POST, sections=parse(minutes.body))
    if not form.is_valid():
        context = {"meeting": minutes.meeting, "form": form, "minutes": minutes}
        return render(request, "meetings/minutes/text.html", context, status=422)
    actions.save_minutes(by=request.user, minutes=minutes, sections=form.written())
    if request.headers.get("X-Autosave"):
        return HttpResponse(status=204)
    messages.success(request, _("Saved."))
    return redirect("meetings:minutes", pk=pk)


@allow("meetings.write_minutes")
def publish_minutes(request: HttpRequest, pk: int) -> HttpResponse:
    """Let everybody read them."""
    actions.publish_minutes(by=request.user, minutes=_minutes(request, pk))
    messages.success(request, _("Published. Every member can read the minutes now."))
    return redirect("meetings:minutes", pk=pk)


@allow("meetings.write_minutes")
def withdraw_minutes(request: HttpRequest, pk: int) -> HttpResponse:
    """Take them back to draft."""
    actions.withdraw_minutes(by=request.user, minutes=_minutes(request, pk))
    messages.success(request, _("Taken back. Only the office sees the draft."))
    return redirect("meetings:minutes", pk=pk)
