"""The notice, its links and reminders."""

from collections.abc import Sequence

import segno
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.safestring import mark_safe
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from yixian.web.accounts.links import path_of
from yixian.web.meetings.actions import notice
from yixian.web.meetings.actions.notice import Issued
from yixian.web.meetings.forms.replies import GreetingForm
from yixian.web.meetings.models import Invitation, Meeting
from yixian.web.meetings.notice_text import message_for
from yixian.web.meetings.queries.notice import notice_page
from yixian.web.meetings.queries.replies import invitations_of, silent_invitations, unopened_invitations
from yixian.web.meetings.views.find import find_meeting
from yixian.web.shared.errors import BadInput
from yixian.web.shared.http import allow


@allow("meetings.see")
def show_notice(request: HttpRequest, pk: int) -> HttpResponse:
    """The notice as it is or will be; for the office also who gets it."""
    page = notice_page(request.user, find_meeting(request, pk, "meetings.see"))
    form = GreetingForm(initial={"greeting": page.greeting})
    context = {"page": page, "meeting": page.meeting, "form": form}
    return render(request, "meetings/notice/notice.html", context)


@allow("meetings.change")
def save_greeting(request: HttpRequest, pk: int) -> HttpResponse:
    """Keep the opening paragraph, while it is written or at the end."""
    meeting = find_meeting(request, pk, "meetings.change")
    form = GreetingForm(request.POST)
    if not form.is_valid():
        raise BadInput(_("The paragraph is too long: at most 600 characters."))
    notice.save_greeting(by=request.user, meeting=meeting, greeting=form.cleaned_data["greeting"])
    if request.headers.get("X-Autosave"):
        return HttpResponse(status=204)
    messages.success(request, _("Saved."))
    return redirect("meetings:notice", meeting.pk)


@allow("meetings.announce")
def announce(request: HttpRequest, pk: int) -> HttpResponse:
    """Announce the meeting and show the links, which are seen only now."""
    meeting = find_meeting(request, pk, "meetings.announce")
    issued = notice.announce_meeting(by=request.user, meeting=meeting)
    return _show_links(request, meeting, issued)


@allow("meetings.announce")
def make_links(request: HttpRequest, pk: int) -> HttpResponse:
    """New links for the chosen invitations, or for all that nobody has opened; new members are invited too."""
    meeting = find_meeting(request, pk, "meetings.announce")
    chosen = _chosen(request, meeting)
    fresh = [] if chosen is not None else notice.invite_members(by=request.user, meeting=meeting)
    made = {each.invitation.pk for each in fresh}
    others = (
        [each for each in unopened_invitations(meeting) if each.pk not in made] if chosen is None else chosen
    )
    renewed = notice.issue_links(by=request.user, meeting=meeting, invitations=others) if others else []
    return _show_links(request, meeting, [*fresh, *renewed])


@allow("meetings.announce")
def remind(request: HttpRequest, pk: int) -> HttpResponse:
    """New links, with a reminder, for those who have not answered."""
    meeting = find_meeting(request, pk, "meetings.announce")
    silent = list(silent_invitations(meeting))
    if not silent:
        raise BadInput(_("Everybody has answered: there is nobody to remind."))
    issued = notice.issue_links(by=request.user, meeting=meeting, invitations=silent, is_reminder=True)
    return _show_links(request, meeting, issued, is_reminder=True)


@allow("meetings.announce")
def make_link(request: HttpRequest, pk: int, invitation: int) -> HttpResponse:
    """A new link for one invitation."""
    meeting = find_meeting(request, pk, "meetings.announce")
    one = get_object_or_404(invitations_of(meeting), pk=invitation)
    issued = notice.issue_links(by=request.user, meeting=meeting, invitations=[one])
    return _show_links(request, meeting, issued)


@allow("meetings.announce")
def mark_sent(request: HttpRequest, pk: int) -> HttpResponse:
    """Note that the chosen links, or all, were sent."""
    meeting = find_meeting(request, pk, "meetings.announce")
    chosen = _chosen(request, meeting)
    sent = [each for each in invitations_of(meeting) if each.person_id] if chosen is None else chosen
    count = notice.mark_sent(by=request.user, meeting=meeting, invitations=sent)
    text = ngettext("%(count)d invitation marked as sent.", "%(count)d invitations marked as sent.", count)
    messages.success(request, text % {"count": count})
    return redirect("meetings:replies", meeting.pk)


def _chosen(request: HttpRequest, meeting: Meeting) -> list[Invitation] | None:
    """The invitations ticked in the form; None when the form asks for all."""
    if "invitation" not in request.POST:
        return None
    ids = [int(each) for each in request.POST.getlist("invitation") if each.isdecimal()]
    return list(invitations_of(meeting).filter(pk__in=ids))


def _show_links(
    request: HttpRequest, meeting: Meeting, issued: Sequence[Issued], *, is_reminder: bool = False
) -> HttpResponse:
    """The links, once: texts to paste and cards to print. They are not kept anywhere."""
    rows = []
    for each in issued:
        invitation = each.invitation
        invitation.meeting = meeting
        url = request.build_absolute_uri(path_of(each.token))
        rows.append(
            {
                "pk": invitation.pk,
                "member": invitation.member.short_name,
                "name": invitation.person.name if invitation.person else "",
                "url": url,
                "text": message_for(invitation, url, is_reminder=is_reminder),
                "qr": qr_svg(url),
            }
        )
    context = {"meeting": meeting, "rows": rows, "is_reminder": is_reminder}
    return render(request, "meetings/notice/links.html", context)


def qr_svg(url: str) -> str:
    """The address as a QR code in SVG that scales with its box; medium error correction."""
    code = segno.make(url, error="m", micro=False)
    return mark_safe(code.svg_inline(omitsize=True, svgclass="qr", lineclass=None, border=2))
