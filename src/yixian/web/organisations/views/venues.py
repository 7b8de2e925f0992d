"""Venues of a member."""

from copy import copy

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from yixian.web.organisations.actions.venues import add_venue, change_venue, remove_venue
from yixian.web.organisations.forms.members import VenueForm
from yixian.web.organisations.models import Member, Venue
from yixian.web.organisations.queries.members import venue_visible_to
from yixian.web.organisations.rules import check_can_change_offers
from yixian.web.organisations.views.members import find
from yixian.web.shared.http import allow


@allow("organisations.change_own_member")
def show_new(request: HttpRequest, pk: int) -> HttpResponse:
    """The form for another venue of a member."""
    member = find(request, pk)
    check_can_change_offers(request.user, member)
    return _form(request, VenueForm(member=member), member)


@allow("organisations.change_own_member")
def add(request: HttpRequest, pk: int) -> HttpResponse:
    """Put a venue on the list."""
    member = find(request, pk)
    check_can_change_offers(request.user, member)
    form = VenueForm(request.POST, member=member)
    if not form.is_valid():
        return _form(request, form, member, status=422)
    add_venue(by=request.user, member=member, values=form.cleaned_data)
    messages.success(request, _("Saved."))
    return redirect("organisations:member", pk=member.pk)


@allow("organisations.change_own_member")
def show_venue(request: HttpRequest, pk: int) -> HttpResponse:
    """The form for a venue."""
    venue = _find(request, pk)
    return _form(request, VenueForm(instance=venue, member=venue.member), venue.member, venue)


@allow("organisations.change_own_member")
def edit(request: HttpRequest, pk: int) -> HttpResponse:
    """Change a venue."""
    venue = _find(request, pk)
    form = VenueForm(request.POST, instance=copy(venue), member=venue.member)
    if not form.is_valid():
        return _form(request, form, venue.member, venue, status=422)
    change_venue(by=request.user, venue=venue, values=form.cleaned_data)
    messages.success(request, _("Saved."))
    return redirect("organisations:member", pk=venue.member_id)


@allow("organisations.change_own_member")
def remove(request: HttpRequest, pk: int) -> HttpResponse:
    """Take a venue off the list."""
    venue = _find(request, pk)
    member = remove_venue(by=request.user, venue=venue)
    messages.success(request, _("The venue was taken off the list."))
    return redirect("organisations:member", pk=member.pk)


def _find(request: HttpRequest, pk: int) -> Venue:
    """A venue that the person may change."""
    venue = venue_visible_to(request.user, pk)
    if venue is None:
        raise Http404
    check_can_change_offers(request.user, venue.member)
    return venue


def _form(
    request: HttpRequest, form: VenueForm, member: Member, venue: Venue | None = None, status: int = 200
) -> HttpResponse:
    context = {"form": form, "member": member, "venue": venue}
    return render(request, "organisations/members/venue.html", context, status=status)
