"""The three paragraphs: a member writes, the office and the host read."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from yixian.web.meetings.actions import reports
from yixian.web.meetings.forms.reports import ReportForm
from yixian.web.meetings.models import Invitation
from yixian.web.meetings.queries.reports import report_page, reports_page, reports_to_read
from yixian.web.meetings.views.find import find_invitation, find_meeting
from yixian.web.shared import policy
from yixian.web.shared.errors import BadInput
from yixian.web.shared.http import allow


@allow("meetings.hand_in")
def show_report(request: HttpRequest, pk: int) -> HttpResponse:
    """The form with what stands there, or what was handed in."""
    return _page(request, _find(request, pk))


@allow("meetings.hand_in")
def hand_in(request: HttpRequest, pk: int) -> HttpResponse:
    """Hand in what stands on the form."""
    found = _find(request, pk)
    form = ReportForm(request.POST)
    if not form.is_valid():
        return _page(request, found, form, status=422)
    reports.hand_in_report(by=request.user, invitation=found, written=form.written())
    messages.success(request, _("Handed in. Thank you!"))
    return redirect("meetings:report", pk)


@allow("meetings.hand_in")
def save_draft(request: HttpRequest, pk: int) -> HttpResponse:
    """Keep what is being typed."""
    found = _find(request, pk)
    form = ReportForm(request.POST)
    if not form.is_valid():
        raise BadInput(_("A paragraph is too long: at most 800 characters."))
    reports.save_report(by=request.user, invitation=found, written=form.written())
    if request.headers.get("X-Autosave"):
        return HttpResponse(status=204)
    messages.success(request, _("Saved."))
    return redirect("meetings:report", pk)


@allow("meetings.hand_in")
def take_back(request: HttpRequest, pk: int) -> HttpResponse:
    """Make it a draft again."""
    reports.take_back_report(by=request.user, invitation=_find(request, pk))
    messages.success(request, _("It is a draft again. Hand it in when it is ready."))
    return redirect("meetings:report", pk)


@allow("meetings.see_reports")
def show_reports(request: HttpRequest, pk: int) -> HttpResponse:
    """Who handed in."""
    meeting = find_meeting(request, pk, "meetings.see_reports")
    page = reports_page(request.user, meeting, request.GET)
    return render(request, "meetings/reports/overview.html", {"page": page, "meeting": meeting})


@allow("meetings.see_reports")
def read_reports(request: HttpRequest, pk: int) -> HttpResponse:
    """All paragraphs, to be read and printed."""
    meeting = find_meeting(request, pk, "meetings.see_reports")
    context = {"page": reports_to_read(meeting, request.GET.get("page")), "meeting": meeting}
    return render(request, "meetings/reports/reading.html", context)


def _find(request: HttpRequest, pk: int) -> Invitation:
    found = find_invitation(request, pk)
    policy.check(request.user, "meetings.hand_in", found)
    return found


def _page(
    request: HttpRequest, found: Invitation, form: ReportForm | None = None, status: int = 200
) -> HttpResponse:
    page = report_page(request.user, found)
    names = ("review", "plan", "experience", "wants_to_speak")
    initial = {name: getattr(page.report, name) for name in names} if page.report else {}
    context = {"page": page, "meeting": found.meeting, "form": form or ReportForm(initial=initial)}
    return render(request, "meetings/reports/report.html", context, status=status)
