"""Answering an invitation, and the table of answers."""

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _

from yixian.web.accounts.links import path_of
from yixian.web.meetings.actions import replies
from yixian.web.meetings.actions.replies import Answered, NewDelegate
from yixian.web.meetings.forms.replies import ApologyForm, DelegateForm
from yixian.web.meetings.models import Invitation
from yixian.web.meetings.notice_text import message_for_delegate
from yixian.web.meetings.queries.replies import replies_listed, replies_page
from yixian.web.meetings.queries.reply import reply_page
from yixian.web.meetings.queries.suggestion import suggest_delegate
from yixian.web.meetings.rules.replies import check_can_reply
from yixian.web.meetings.views.find import find_invitation, find_meeting
from yixian.web.shared import policy
from yixian.web.shared.http import allow


@allow("meetings.see_replies")
def show_replies(request: HttpRequest, pk: int) -> HttpResponse:
    """Who comes, who does not, who has not said."""
    meeting = find_meeting(request, pk, "meetings.see_replies")
    page = replies_page(request.user, meeting, request.GET)
    return render(request, "meetings/replies/table.html", {"page": page, "meeting": meeting})


@allow("meetings.see_replies")
def export_replies(request: HttpRequest, pk: int) -> HttpResponse:
    """The table of answers as a workbook."""
    # Imported when the first workbook is asked for: writing one is rare, and a small start is not.
    from yixian.web.meetings.exports import replies_xlsx

    meeting = find_meeting(request, pk, "meetings.see_replies")
    content = replies_xlsx(meeting, replies_listed(meeting, request.GET))
    headers = {"Content-Disposition": f'attachment; filename="replies-{meeting.pk}.xlsx"'}
    kind = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
    return HttpResponse(content, content_type=kind, headers=headers)


@allow("meetings.reply")
def show_reply(request: HttpRequest, pk: int, invitation: int | None = None) -> HttpResponse:
    """First question: does the chair come? With an answer given: what was said and what comes next."""
    return _page(request, _find(request, pk, invitation), invitation)


@allow("meetings.reply")
def come(request: HttpRequest, pk: int, invitation: int | None = None) -> HttpResponse:
    """The chair comes."""
    found = _find(request, pk, invitation)
    replies.reply_coming(by=request.user, invitation=found)
    return _done(request, pk, invitation)


@allow("meetings.reply")
def ask_delegate(request: HttpRequest, pk: int, invitation: int | None = None) -> HttpResponse:
    """Second question: who comes instead?"""
    found = _find(request, pk, invitation)
    check_can_reply(request.user, found)
    return _delegates(request, found, invitation, DelegateForm(invitation=found))


@allow("meetings.reply")
def send_delegate(request: HttpRequest, pk: int, invitation: int | None = None) -> HttpResponse:
    """Somebody else comes; a chair or the office sees the delegate's link at once, and only now."""
    found = _find(request, pk, invitation)
    form = DelegateForm(request.POST, invitation=found)
    if not form.is_valid():
        return _delegates(request, found, invitation, form, status=422)
    values = form.cleaned_data
    new = NewDelegate(values["name"], values["phone"], values["post"])
    answered = replies.reply_with_delegate(by=request.user, invitation=found, delegate=form.known, new=new)
    if answered.token:
        return _page(request, found, invitation, answered)
    return _done(request, pk, invitation)


@allow("meetings.reply")
def ask_reason(request: HttpRequest, pk: int, invitation: int | None = None) -> HttpResponse:
    """Second question: why can nobody come?"""
    found = _find(request, pk, invitation)
    check_can_reply(request.user, found)
    return _reason(request, found, invitation, ApologyForm())


@allow("meetings.reply")
def apologise(request: HttpRequest, pk: int, invitation: int | None = None) -> HttpResponse:
    """Nobody comes."""
    found = _find(request, pk, invitation)
    form = ApologyForm(request.POST)
    if not form.is_valid():
        return _reason(request, found, invitation, form, status=422)
    replies.reply_with_apology(by=request.user, invitation=found, reason=form.cleaned_data["reason"])
    return _done(request, pk, invitation)


@allow("meetings.reply")
def renew_delegate_link(request: HttpRequest, pk: int, invitation: int | None = None) -> HttpResponse:
    """A new link for the delegate."""
    found = _find(request, pk, invitation)
    return _page(request, found, invitation, replies.renew_delegate_link(by=request.user, invitation=found))


def _find(request: HttpRequest, pk: int, invitation: int | None) -> Invitation:
    found = find_invitation(request, pk, invitation)
    policy.check(request.user, "meetings.reply", found)
    return found


def _address(pk: int, invitation: int | None) -> str:
    """Where the answer stands: the person's own, or one that the office looks after."""
    if invitation is None:
        return reverse("meetings:reply", args=[pk])
    return reverse("meetings:reply-for", args=[pk, invitation])


def _done(request: HttpRequest, pk: int, invitation: int | None) -> HttpResponse:
    messages.success(request, _("Thank you, the answer is on record."))
    return redirect(_address(pk, invitation))


def _page(
    request: HttpRequest, found: Invitation, invitation: int | None, answered: Answered | None = None
) -> HttpResponse:
    base = _address(found.meeting_id, invitation)
    context: dict[str, Any] = {
        "page": reply_page(request.user, found),
        "meeting": found.meeting,
        "base": base,
    }
    if answered and answered.reply.attendee:
        url = request.build_absolute_uri(path_of(answered.token))
        name = answered.reply.attendee.name
        context["pass_on"] = {"name": name, "text": message_for_delegate(found.meeting, name, url)}
    return render(request, "meetings/replies/reply.html", context)


def _delegates(
    request: HttpRequest, found: Invitation, invitation: int | None, form: DelegateForm, status: int = 200
) -> HttpResponse:
    """Whose turn it is, who else could come, and a form for somebody new."""
    context = {
        "meeting": found.meeting,
        "invitation": found,
        "suggestion": suggest_delegate(found),
        "form": form,
        "base": _address(found.meeting_id, invitation),
    }
    return render(request, "meetings/replies/delegate.html", context, status=status)


def _reason(
    request: HttpRequest, found: Invitation, invitation: int | None, form: ApologyForm, status: int = 200
) -> HttpResponse:
    base = _address(found.meeting_id, invitation)
    context = {"invitation": found, "meeting": found.meeting, "form": form, "base": base}
    return render(request, "meetings/replies/apology.html", context, status=status)
