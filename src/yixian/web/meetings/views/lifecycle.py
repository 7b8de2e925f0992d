"""The list of meetings, the page of one, its facts and the steps of its life."""

from collections.abc import Callable

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _

from yixian.web.meetings.actions import lifecycle, planning
from yixian.web.meetings.forms.meeting import CancelForm, MeetingForm, NewMeetingForm
from yixian.web.meetings.ics import meeting_ics
from yixian.web.meetings.models import Meeting
from yixian.web.meetings.queries.cancellation import cancellation_page
from yixian.web.meetings.queries.closing import closing_page
from yixian.web.meetings.queries.lifecycle import meeting_page
from yixian.web.meetings.queries.meetings import (
    MeetingFilters,
    hosts_of_meetings,
    meetings_page,
    years_of_meetings,
)
from yixian.web.meetings.rules.lifecycle import can_plan, check_can_change, check_can_move
from yixian.web.meetings.views.find import find_meeting
from yixian.web.shared.errors import DomainError
from yixian.web.shared.http import View, allow


@allow("meetings.see")
def list_meetings(request: HttpRequest) -> HttpResponse:
    """What comes next, what was, what was called off."""
    filters = MeetingFilters.from_query(request.GET)
    context = {
        "page": meetings_page(request.user, filters, request.GET.get("page")),
        "filters": filters,
        "states": Meeting.State.choices,
        "years": years_of_meetings(request.user),
        "hosts": hosts_of_meetings(request.user),
        "can_plan": can_plan(request.user),
    }
    return render(request, "meetings/list.html", context)


@allow("meetings.plan")
def show_new_meeting(request: HttpRequest) -> HttpResponse:
    """The empty form."""
    form = NewMeetingForm(person=request.user)
    return render(request, "meetings/facts.html", {"form": form, "meeting": None})


@allow("meetings.plan")
def create_meeting(request: HttpRequest) -> HttpResponse:
    """A meeting set up by hand."""
    form = NewMeetingForm(request.POST, person=request.user)
    if not form.is_valid():
        return render(request, "meetings/facts.html", {"form": form, "meeting": None}, status=422)
    facts = {"title": "", **form.facts()}
    meeting = planning.create_meeting(by=request.user, programme=form.cleaned_data["programme"], facts=facts)
    messages.success(request, _("The meeting is set up."))
    return redirect("meetings:detail", meeting.pk)


@allow("meetings.see")
def show_meeting(request: HttpRequest, pk: int) -> HttpResponse:
    """Where the meeting stands and what comes next."""
    meeting = find_meeting(request, pk, "meetings.see")
    return render(
        request, "meetings/detail.html", {"page": meeting_page(request.user, meeting), "meeting": meeting}
    )


@allow("meetings.see")
def show_calendar(request: HttpRequest, pk: int) -> HttpResponse:
    """The meeting as a file for a calendar."""
    meeting = find_meeting(request, pk, "meetings.see")
    if not (meeting.held_on and meeting.starts_at):
        raise DomainError(_("The meeting has no day and time yet, so there is nothing for a calendar."))
    url = request.build_absolute_uri(reverse("meetings:detail", args=[meeting.pk]))
    headers = {"Content-Disposition": f'attachment; filename="meeting-{meeting.held_on}.ics"'}
    return HttpResponse(
        meeting_ics(meeting, url), content_type="text/calendar; charset=utf-8", headers=headers
    )


@allow("meetings.change")
def show_facts(request: HttpRequest, pk: int) -> HttpResponse:
    """The form with the facts as they are."""
    meeting = find_meeting(request, pk, "meetings.change")
    check_can_change(request.user, meeting)
    form = MeetingForm(person=request.user, meeting=meeting)
    return render(request, "meetings/facts.html", {"form": form, "meeting": meeting})


@allow("meetings.change")
def change_facts(request: HttpRequest, pk: int) -> HttpResponse:
    """Save changed facts."""
    meeting = find_meeting(request, pk, "meetings.change")
    form = MeetingForm(request.POST, person=request.user, meeting=meeting)
    if not form.is_valid():
        return render(request, "meetings/facts.html", {"form": form, "meeting": meeting}, status=422)
    planning.change_meeting(by=request.user, meeting=meeting, facts=form.facts())
    messages.success(request, _("Saved."))
    return redirect("meetings:detail", meeting.pk)


def _step(step: Callable[..., Meeting], done: Callable[[], str]) -> View:
    """A view that takes one step of the lifecycle and says so."""

    @allow("meetings.move_on")
    def take_step(request: HttpRequest, pk: int) -> HttpResponse:
        meeting = find_meeting(request, pk, "meetings.move_on")
        step(by=request.user, meeting=meeting)
        messages.success(request, done())
        return redirect("meetings:detail", meeting.pk)

    return take_step


open_meeting = _step(lifecycle.open_meeting, lambda: _("The meeting is open for replies."))
start_meeting = _step(lifecycle.start_meeting, lambda: _("The meeting has begun."))
wrap_up_meeting = _step(lifecycle.wrap_up_meeting, lambda: _("The meeting is over; the follow-up begins."))
reopen_meeting = _step(lifecycle.reopen_meeting, lambda: _("The meeting is open for follow-up again."))


@allow("meetings.move_on")
def show_closure(request: HttpRequest, pk: int) -> HttpResponse:
    """What is still undecided, before the meeting is closed."""
    meeting = find_meeting(request, pk, "meetings.move_on")
    check_can_move(request.user, meeting, "close")
    context = {"meeting": meeting, "page": closing_page(request.user, meeting)}
    return render(request, "meetings/closure.html", context)


@allow("meetings.move_on")
def close_meeting(request: HttpRequest, pk: int) -> HttpResponse:
    """Close the meeting; more undecided than the person was told of is named first."""
    meeting = find_meeting(request, pk, "meetings.move_on")
    check_can_move(request.user, meeting, "close")
    page, told = closing_page(request.user, meeting), request.POST.get("told", "")
    if page.number > (int(told) if told.isdecimal() else 0):
        return render(request, "meetings/closure.html", {"meeting": meeting, "page": page}, status=422)
    lifecycle.close_meeting(by=request.user, meeting=meeting, told=page.number)
    messages.success(request, _("The meeting is closed."))
    return redirect("meetings:detail", meeting.pk)


@allow("meetings.cancel")
def show_cancellation(request: HttpRequest, pk: int) -> HttpResponse:
    """What cancelling means, and the question why."""
    meeting = find_meeting(request, pk, "meetings.cancel")
    check_can_move(request.user, meeting, "cancel")
    context = {"meeting": meeting, "form": CancelForm(), "page": cancellation_page(meeting)}
    return render(request, "meetings/cancellation.html", context)


@allow("meetings.cancel")
def cancel_meeting(request: HttpRequest, pk: int) -> HttpResponse:
    """Cancel the meeting for a reason."""
    meeting = find_meeting(request, pk, "meetings.cancel")
    form = CancelForm(request.POST)
    if not form.is_valid():
        context = {"meeting": meeting, "form": form, "page": cancellation_page(meeting)}
        return render(request, "meetings/cancellation.html", context, status=422)
    lifecycle.cancel_meeting(by=request.user, meeting=meeting, reason=form.cleaned_data["reason"])
    messages.success(request, _("The meeting is cancelled. Tell everyone who was invited."))
    return redirect("meetings:detail", meeting.pk)
