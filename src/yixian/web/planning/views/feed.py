"""The plan in one's own calendar: a personal address that can be renewed and closed."""

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django_scopes import scope

from yixian.web.meetings.words import in_site_language
from yixian.web.planning.actions.feed import close_calendar_link, renew_calendar_link
from yixian.web.planning.feed import plan_ics, token_of
from yixian.web.planning.queries.feed import calendar_of, link_of, reader_of
from yixian.web.shared.http import allow


@allow("planning.see_published")
def address(request: HttpRequest) -> HttpResponse:
    """One's own address, to be given to a calendar."""
    link = link_of(request.user)
    url = request.build_absolute_uri(reverse("planning:feed", args=[token_of(link)])) if link else ""
    return render(request, "planning/feed.html", {"url": url, "link": link})


@allow("planning.see_published")
def renew(request: HttpRequest) -> HttpResponse:
    """A new address; the one before stops."""
    renew_calendar_link(by=request.user)
    messages.success(request, _("Your calendar address is ready. Older addresses have stopped."))
    return redirect("planning:feed-address")


@allow("planning.see_published")
def close(request: HttpRequest) -> HttpResponse:
    """No calendar gets the plan at this address any more."""
    close_calendar_link(by=request.user)
    messages.success(request, _("The address was closed."))
    return redirect("planning:feed-address")


@allow("planning.read_feed")
def feed(request: HttpRequest, token: str) -> HttpResponse:
    """The published plan for a calendar that cannot sign in."""
    person = reader_of(token)
    if person is None:
        raise Http404
    with scope(federation=person.federation_id), in_site_language():
        plan, choices = calendar_of(person)
        name = _("On-site meetings of %(federation)s") % {"federation": person.federation.short_name}
        body = plan_ics(plan, choices, request.build_absolute_uri("/").rstrip("/"), name)
    headers = {"Cache-Control": "private, no-store", "X-Robots-Tag": "noindex"}
    return HttpResponse(body, content_type="text/calendar; charset=utf-8", headers=headers)
